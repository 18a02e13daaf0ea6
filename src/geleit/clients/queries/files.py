"""Clients, households and residence statuses in sight."""

import datetime as dt
from collections.abc import Iterable

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce, TruncDate

from geleit.clients.models import Client, Household, ResidenceStatus
from geleit.people.choices import Role
from geleit.people.models import Account, Membership
from geleit.people.queries import valid_on
from geleit.people.viewer import Viewer
from geleit.privacy.models import AuditEntry


def of_teams(viewer: Viewer) -> Q:
    """The viewer's teams; one by `=`, so that an index that begins with the team delivers its order."""
    ids = viewer.team_ids
    return Q(team_id=ids[0]) if len(ids) == 1 else Q(team_id__in=ids)


def clients_visible_to(viewer: Viewer) -> QuerySet[Client]:
    """Clients of the viewer's teams. Names the teams although row security would suffice, for the index's sake."""
    return Client.objects.filter(of_teams(viewer))


def households_visible_to(viewer: Viewer) -> QuerySet[Household]:
    """Households of the viewer's teams, those without members included."""
    return Household.objects.filter(of_teams(viewer))


def client_for(viewer: Viewer, pk: int) -> QuerySet[Client]:
    """One client in sight, with all that its file's head shows, in one query."""
    return (
        clients_visible_to(viewer)
        .filter(pk=pk)
        .select_related("team", "team__organisation", "counsellor", "municipality", "household")
    )


def household_for(viewer: Viewer, pk: int) -> QuerySet[Household]:
    """One household in sight."""
    return households_visible_to(viewer).filter(pk=pk).select_related("team")


def possible_counsellors(viewer: Viewer, day: dt.date) -> QuerySet[Account]:
    """Who can be responsible for a client of the viewer's teams on a day, by name."""
    counselling = Membership.objects.filter(
        valid_on(day), team_id__in=viewer.team_ids, role=Role.COUNSELLOR
    )
    return Account.objects.filter(memberships__in=counselling).distinct().order_by("name")


def statuses_of(viewer: Viewer, client: Client) -> list[ResidenceStatus]:
    """All residence statuses of a client, the present one first."""
    return list(
        _present_first(ResidenceStatus.objects.filter(_of_clients_in(viewer), client=client))
    )


def members_of(viewer: Viewer, household_id: int) -> list[Client]:
    """The members of a household in sight, the eldest first."""
    members = (
        clients_visible_to(viewer).filter(household_id=household_id).select_related("counsellor")
    )
    return list(members.order_by("birth_date", "sort_key", "pk"))


def history_of(viewer: Viewer, client: Client, limit: int = 50) -> list[AuditEntry]:
    """What was done to a client's file, the latest first."""
    entries = AuditEntry.objects.filter(
        object_type=Client._meta.label_lower, object_id=client.pk, team_id__in=viewer.team_ids
    )
    return list(entries.order_by("-at", "-pk")[:limit])


def statuses_begun(day: dt.date) -> QuerySet[ResidenceStatus]:
    """Statuses that have begun by a day, of clients in sight; those of one client with the present one first."""
    begun = Q(valid_from__isnull=True) | Q(valid_from__lte=day)
    return _present_first(ResidenceStatus.objects.filter(begun))


def current_statuses(
    viewer: Viewer, client_ids: Iterable[int], day: dt.date
) -> dict[int, ResidenceStatus]:
    """The status each client stays under on that day; also one that has run out and was not replaced. One query."""
    begun = statuses_begun(day).filter(_of_clients_in(viewer), client_id__in=list(client_ids))
    latest = _present_first(begun, "client_id").distinct("client_id")
    return {status.client_id: status for status in latest}


def _of_clients_in(viewer: Viewer) -> Q:
    return Q(client__team_id__in=viewer.team_ids)


def _present_first(statuses: QuerySet[ResidenceStatus], *before: str) -> QuerySet[ResidenceStatus]:
    """The latest beginning first; of those that begin together the one that lasts longest.

    A status whose beginning nobody stated counts from the day it was recorded.
    """
    return statuses.annotate(
        begins_on=Coalesce("valid_from", TruncDate("recorded_at")),
        lasts_until=Coalesce("valid_until", dt.date.max),
    ).order_by(*before, "-begins_on", "-lasts_until", "-pk")
