"""Whose figures: one's own, a team's, a carrier's, or those of all carriers that work for a county."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.utils.text import slugify
from django.utils.translation import gettext as _

from geleit.organisations.choices import OrganisationKind
from geleit.organisations.models import Delegation, Organisation, Team
from geleit.people.choices import Role
from geleit.people.queries import Viewer, valid_on
from geleit.statistics import rules

Part = Literal["counsellor_id", "team_id", "organisation_id"]


@dataclass(frozen=True)
class Scope:
    """Rows to count, named by one column and its ids, and by what parts they are shown besides the whole."""

    kind: Literal["own", "team", "carrier", "county"]
    name: str
    slug: str
    column: Part
    ids: tuple[int, ...]
    parts: tuple[Part, ...] = ()

    @property
    def detail(self) -> Part | None:
        """The finest part, for which all breakdowns can be had."""
        return self.parts[-1] if self.parts else None


def teams_visible_to(viewer: Viewer) -> QuerySet[Team]:
    """Teams whose figures the viewer may see: own and substituted ones, and those of carriers in sight."""
    return Team.objects.select_related("organisation").filter(
        Q(pk__in=viewer.team_ids) | Q(organisation_id__in=viewer.figures_organisation_ids)
    )


def carriers_visible_to(viewer: Viewer) -> QuerySet[Organisation]:
    """Carriers whose figures the viewer may see."""
    return Organisation.objects.filter(pk__in=viewer.figures_organisation_ids).order_by(
        "name", "pk"
    )


def counties_visible_to(viewer: Viewer) -> QuerySet[Organisation]:
    """Counties the viewer coordinates."""
    if Role.COUNTY_COORDINATOR not in viewer.roles:
        return Organisation.objects.none()
    return carriers_visible_to(viewer).filter(kind=OrganisationKind.COUNTY)


def own_scope(viewer: Viewer) -> Scope:
    """What the viewer did themselves, in whichever team; cases are those they are responsible for."""
    _require(rules.can_see_own_figures(viewer))
    return Scope("own", viewer.name, slugify(viewer.name), "counsellor_id", (viewer.account_id,))


def team_scope(viewer: Viewer, team: Team) -> Scope:
    """A team, by counsellor for those who may compare."""
    _require(rules.can_see_team_figures(viewer, team))
    may_compare = rules.can_compare_counsellors(viewer, team.organisation_id)
    parts: tuple[Part, ...] = ("counsellor_id",) if may_compare else ()
    name = _("%(team)s, %(carrier)s") % {"team": team.name, "carrier": team.organisation.name}
    return Scope(
        "team", name, slugify(f"{team.organisation.slug} {team.name}"), "team_id", (team.pk,), parts
    )


def carrier_scope(viewer: Viewer, carrier: Organisation) -> Scope:
    """A carrier, by team and by counsellor."""
    _require(rules.can_see_carrier_figures(viewer, carrier))
    return Scope(
        "carrier",
        carrier.name,
        carrier.slug,
        "organisation_id",
        (carrier.pk,),
        ("team_id", "counsellor_id"),
    )


def county_scope(viewer: Viewer, county: Organisation, day: dt.date) -> Scope:
    """The county and all carriers that work for it, or for one of its municipalities, on that day; by carrier."""
    _require(rules.can_see_county_figures(viewer, county))
    principals = Q(principal=county) | Q(principal__parent=county)
    agents = set(
        Delegation.objects.filter(valid_on(day), principals).values_list("agent_id", flat=True)
    )
    ids = sorted({county.pk, *(agents & set(viewer.figures_organisation_ids))})
    return Scope(
        "county", county.name, county.slug, "organisation_id", tuple(ids), ("organisation_id",)
    )


def _require(allowed: bool) -> None:
    """No scope, and so no figures, without the right to them."""
    if not allowed:
        raise PermissionDenied
