"""Teams, carriers, associations and delegations."""

from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from geleit.organisations import queries
from geleit.organisations.choices import LegalRegime, OrganisationKind
from geleit.organisations.models import Organisation
from geleit.organisations.rules import FOUNDED
from geleit.people.viewer import Viewer
from geleit.people.web.forms.assignments import organisation_field
from geleit.shared.forms import DateField


class TeamForm(forms.Form):
    """Name of a team."""

    name = forms.CharField(label=_("Name of the team"), max_length=120)


class FoundForm(forms.Form):
    """A carrier or an association below an organisation."""

    kind = forms.ChoiceField(
        label=_("Kind"),
        choices=[(k.value, k.label) for k in OrganisationKind if k in FOUNDED],
        widget=forms.RadioSelect,
        initial=OrganisationKind.CARRIER,
    )
    name = forms.CharField(label=_("Name"), max_length=200)
    legal_regime = forms.ChoiceField(
        label=_("Data protection law"),
        choices=LegalRegime.choices,
        initial=LegalRegime.PRIVATE,
        help_text=_("It decides on deadlines for erasing and on the words of consent."),
    )


class RenameForm(forms.Form):
    """Name and data protection law of a carrier or an association."""

    name = forms.CharField(label=_("Name"), max_length=200)
    legal_regime = forms.ChoiceField(label=_("Data protection law"), choices=LegalRegime.choices)


class DelegationForm(forms.Form):
    """To whom an organisation hands the counselling, and how much of it."""

    share_percent = forms.IntegerField(
        label=_("Share in per cent"),
        min_value=1,
        max_value=100,
        required=False,
        help_text=_("Empty: not agreed as a share."),
    )
    valid_from = DateField(label=_("From"))
    valid_until = DateField(
        label=_("Until"), required=False, help_text=_("First day it no longer holds.")
    )
    field_order = ("agent", "share_percent", "valid_from", "valid_until")

    def __init__(self, viewer: Viewer, principal: Organisation, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.places = queries.possible_agents(viewer, principal)
        self.fields["agent"] = organisation_field(
            self.places,
            reverse("people:agent-search", args=[principal.pk]),
            label=_("Who takes over"),
            help_text=_("An organisation of your tree, or the body right above."),
        )
        self.order_fields(self.field_order)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("agent"):
            cleaned["agent"] = self.places.get(pk=cleaned["agent"])
        return cleaned


class AssociationForm(forms.Form):
    """One more municipality for an association."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["municipality"] = organisation_field(
            queries.municipalities(),
            reverse("people:municipality-search"),
            label=_("Municipality"),
            help_text=_("Also from another county."),
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("municipality"):
            cleaned["municipality"] = queries.municipalities().get(pk=cleaned["municipality"])
        return cleaned
