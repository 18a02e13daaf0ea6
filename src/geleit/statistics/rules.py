"""Who may see whose figures; DESIGN § 6 and docs/explanation/sight.md. The views in the database set the floor."""

from geleit.organisations.choices import OrganisationKind
from geleit.organisations.models import Organisation, Team
from geleit.people.choices import Role
from geleit.people.queries import Viewer


def can_see_own_figures(viewer: Viewer) -> bool:
    """Whoever counsels sees what they did themselves."""
    return viewer.counsels


def can_see_team_figures(viewer: Viewer, team: Team) -> bool:
    """A team's figures are for its members, who stands in for one, and who sees the whole carrier."""
    return team.pk in viewer.team_ids or team.organisation_id in viewer.figures_organisation_ids


def can_see_carrier_figures(viewer: Viewer, carrier: Organisation) -> bool:
    """A carrier's figures are for its team leads and grants clerks, and the county it works for by contract."""
    return carrier.pk in viewer.figures_organisation_ids


def can_see_county_figures(viewer: Viewer, county: Organisation) -> bool:
    """All carriers that work for a county together are for its coordinator."""
    return (
        Role.COUNTY_COORDINATOR in viewer.roles
        and county.kind == OrganisationKind.COUNTY
        and county.pk in viewer.figures_organisation_ids
    )


def can_compare_counsellors(viewer: Viewer, organisation_id: int) -> bool:
    """Figures by counsellor are for who leads and accounts for the work, not for colleagues."""
    return organisation_id in viewer.figures_organisation_ids
