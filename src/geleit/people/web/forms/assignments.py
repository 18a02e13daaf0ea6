"""Choosing an organisation of the tree, and a role with its team."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

from geleit.organisations import queries as organisations
from geleit.organisations.models import Organisation, Team
from geleit.people import rules
from geleit.people.actions.memberships import Assignment
from geleit.people.choices import TEAM_ROLES, Role
from geleit.people.viewer import Viewer
from geleit.shared.forms import Pick, PickField


def picks(found: Sequence[Organisation]) -> list[Pick]:
    """Organisations as hits of a search, with what they are and where they belong."""
    return [Pick(str(o.pk), o.name, _detail(o)) for o in found]


def _detail(organisation: Organisation) -> str:
    above = organisation.parent
    kind = str(organisation.get_kind_display())
    return f"{kind} · {above.name}" if above else kind


def organisation_field(places: QuerySet[Organisation], url: Any, **options: Any) -> PickField:
    """A search over these organisations; others do not exist for it."""
    places = places.select_related("parent")
    return PickField(
        url=url,
        search=lambda text: picks(organisations.found_by_name(places, text)),
        labels=lambda values: picks(
            list(places.filter(pk__in=[v for v in values if v.isdecimal()]))
        ),
        **options,
    )


class OrganisationForm(forms.Form):
    """First step where somebody administers several organisations: which of them it is about."""

    def __init__(self, viewer: Viewer, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"] = organisation_field(
            organisations.organisations_administered_by(viewer),
            reverse_lazy("people:organisation-search"),
            label=_("Organisation"),
            help_text=_("Type a part of the name."),
        )


class AssignmentForm(forms.Form):
    """A role in one organisation; counsellors and leads also choose their team."""

    role = forms.ChoiceField(label=_("Role"))
    team = forms.ModelChoiceField(
        Team.objects.none(),
        label=_("Team"),
        required=False,
        empty_label=_("no team"),
        help_text=_("Only counsellors and team leads belong to a team."),
    )

    def __init__(self, organisation: Organisation, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.organisation = organisation
        teams = Team.objects.filter(organisation=organisation, is_active=True).order_by("name")
        self.has_teams = teams.exists()
        self.fields["team"].queryset = teams  # type: ignore[attr-defined]
        self.fields["role"].choices = self._roles()  # type: ignore[attr-defined]
        if not self.has_teams:
            del self.fields["team"]

    def _roles(self) -> list[tuple[str, Any]]:
        possible = rules.ROLES_BY_KIND[self.organisation.kind]
        if not self.has_teams:
            possible -= TEAM_ROLES
        return [("", _("Please choose")), *((r.value, r.label) for r in Role if r in possible)]

    @property
    def lacks_teams(self) -> bool:
        """Whether counsellors cannot be chosen because there is no team yet."""
        return rules.can_have_teams(self.organisation) and not self.has_teams

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        role, team = cleaned.get("role"), cleaned.get("team")
        if role in TEAM_ROLES and team is None:
            self.add_error("team", _("Please choose the team."))
        if role and role not in TEAM_ROLES and team is not None:
            self.add_error("team", _("This role belongs to the whole organisation, not to a team."))
        return cleaned

    def assignment(self) -> Assignment:
        """What was chosen, once the form is valid."""
        data = self.cleaned_data
        return Assignment(Role(data["role"]), self.organisation, data.get("team"))
