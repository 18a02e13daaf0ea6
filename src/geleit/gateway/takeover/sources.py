"""What a list is held against: the team's files, places, colleagues."""

from django.utils import timezone

from geleit.clients.queries import clients_visible_to, households_visible_to
from geleit.gateway.caseload.results import Caseload
from geleit.gateway.takeover.known import KnownPeople, people_of_team
from geleit.gateway.takeover.people import Surroundings
from geleit.organisations.choices import OrganisationKind
from geleit.organisations.models import Organisation, Team
from geleit.people.choices import Role
from geleit.people.models import Membership
from geleit.people.queries import valid_on
from geleit.people.viewer import Viewer


def known_people(viewer: Viewer, team: Team) -> KnownPeople:
    """Everybody in the team's files, for matching."""
    return people_of_team(clients_visible_to(viewer).filter(team=team))


def surroundings_of(viewer: Viewer, team: Team, caseload: Caseload) -> Surroundings:
    """What the rows of this list may refer to. Unless a row says otherwise, whoever takes over is responsible."""
    colleagues = _colleagues(team)
    counsels_here = viewer.account_id in colleagues.values()
    households = households_visible_to(viewer).filter(team=team).exclude(reference="")
    return Surroundings(
        places=_places(),
        colleagues=colleagues,
        households={
            reference.casefold(): pk for pk, reference in households.values_list("pk", "reference")
        },
        counsellor_id=viewer.account_id if counsels_here else None,
        columns={
            sheet: {meant: index for index, meant in sorted(mapping.columns.items(), reverse=True)}
            for sheet, mapping in caseload.mappings.items()
        },
    )


def _colleagues(team: Team) -> dict[str, int]:
    """Counsellors of the team by name as people write it: «Miriam Kessler», «Kessler, Miriam», «Kessler»."""
    counsellors = Membership.objects.filter(
        valid_on(timezone.localdate()), team=team, role=Role.COUNSELLOR
    ).values_list("account_id", "account__name")
    known: dict[str, int] = {}
    ambiguous: set[str] = set()
    for account_id, name in counsellors:
        given, _space, family = name.rpartition(" ")
        for written in {name, f"{family}, {given}", f"{family} {given}", family}:
            key = written.casefold().strip()
            if known.setdefault(key, account_id) != account_id:
                ambiguous.add(key)
    return {key: account_id for key, account_id in known.items() if key not in ambiguous}


def _places() -> dict[str, int]:
    """Municipalities by name, where only one bears it."""
    rows = Organisation.objects.filter(kind=OrganisationKind.MUNICIPALITY).values_list("pk", "name")
    names = [(name.casefold(), pk) for pk, name in rows]
    count: dict[str, int] = {}
    for name, _pk in names:
        count[name] = count.get(name, 0) + 1
    return {name: pk for name, pk in names if count[name] == 1}
