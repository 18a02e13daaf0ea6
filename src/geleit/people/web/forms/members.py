"""Filter of the list of members, and the forms of one member."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from geleit.organisations.models import Organisation
from geleit.people.choices import Role
from geleit.people.queries import MemberFilter, teams_administered_by
from geleit.people.viewer import Viewer
from geleit.people.web.forms.assignments import AssignmentForm
from geleit.shared.forms import DateField

ANY = ("", _("all"))
STATES = [("current", _("current")), ("ended", _("ended")), ("all", _("all"))]


class MemberFilterForm(forms.Form):
    """What the list of members is narrowed to; stands in the address."""

    mark_optional = False

    text = forms.CharField(label=_("Name or e-mail"), max_length=80, required=False)
    role = forms.ChoiceField(label=_("Role"), choices=[ANY, *Role.choices], required=False)
    team = forms.ChoiceField(label=_("Team"), required=False)
    state = forms.ChoiceField(label=_("Status"), choices=STATES, required=False)

    def __init__(self, viewer: Viewer, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        several = len(viewer.administered_ids) > 1
        self.fields["team"].choices = [  # type: ignore[attr-defined]
            ANY,
            *(
                (str(t.pk), f"{t.name} · {t.organisation.name}" if several else t.name)
                for t in teams_administered_by(viewer)
            ),
        ]

    def wanted(self, organisation: Organisation | None) -> MemberFilter:
        """The filter as far as it could be understood."""
        self.is_valid()
        data = self.cleaned_data
        state = data.get("state") or "current"
        return MemberFilter(
            text=data.get("text", ""),
            role=data.get("role", ""),
            team_id=int(data["team"]) if data.get("team") else None,
            organisation_id=organisation.pk if organisation else None,
            state="" if state == "all" else state,
        )


class MembershipForm(AssignmentForm):
    """One more role for somebody who is a member already."""

    valid_from = DateField(label=_("From"))
    valid_until = DateField(
        label=_("Until"), required=False, help_text=_("First day it no longer holds.")
    )


class EndForm(forms.Form):
    """From when a role no longer holds."""

    valid_until = DateField(
        label=_("Ends on"),
        help_text=_("First day it no longer holds. Today takes effect at once."),
    )


class ConfirmForm(forms.Form):
    """Nothing to fill in; there to show what an action refuses."""
