"""One row in every protected table for Miriam's team and one for Otto's, committed, so that a real connection of
the application can be tried on them."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import connection
from django.utils import timezone

from geleit.casework.models import Draft, GroupEvent, Note, PlannedSession, ShortContact
from geleit.clients.models import ResidenceStatus
from geleit.gateway.models import CaseloadImport
from geleit.organisations.models import Team
from geleit.people.models import Account
from geleit.privacy.models import AuditEntry
from tests.cast import Cast
from tests.factories import casework, clients
from tests.gateway.caseload.workbooks import HEADINGS, PERSON, workbook

# Emptied when the world ends, in an order foreign keys allow.
TABLES = [
    "gateway_caseloadimport", "procrastinate_jobs", "django_session", "usersessions_usersession", "privacy_auditentry", "casework_draft", "casework_note", "casework_plannedsession", "casework_participation",
    "casework_shortcontact", "casework_groupevent", "casework_counsellingsession", "casework_case",
    "clients_residencestatus", "clients_client", "clients_household", "people_substitution", "people_membership",
    "organisations_delegation", "organisations_team",
]  # fmt: skip


LIST = workbook([HEADINGS, PERSON])


@dataclass(frozen=True)
class World:
    """The cast, and by table the rows of team Nord and of team Fern, each as column → value."""

    cast: Cast
    north: dict[str, dict[str, object]]
    elsewhere: dict[str, dict[str, object]]


@contextmanager
def committed_world() -> Iterator[World]:
    """Build the world outside any transaction; everything is gone afterwards."""
    cast = Cast.assemble()
    _fill(cast.north, cast.miriam)
    _fill(cast.elsewhere, cast.otto)
    protected = protected_tables()
    try:
        yield World(
            cast,
            {table: _row(table, cast.north, cast.miriam) for table in protected},
            {table: _row(table, cast.elsewhere, cast.otto) for table in protected},
        )
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f"TRUNCATE {', '.join(TABLES)} CASCADE")
            cursor.execute("DELETE FROM people_account WHERE email LIKE '%@example.org'")
            cursor.execute("DELETE FROM organisations_organisation WHERE kind = 'carrier'")


def protected_tables() -> list[str]:
    """Tables with row security, as the database itself says."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class WHERE relrowsecurity AND relnamespace = 'public'::regnamespace ORDER BY 1"
        )
        return [name for (name,) in cursor.fetchall()]


def _fill(team: Team, counsellor: Account) -> None:
    family = clients.household(team)
    client = clients.client(team, household=family, counsellor=counsellor)
    ResidenceStatus.objects.create(
        client=client, kind="temporary_24", valid_until=dt.date(2027, 3, 4)
    )
    casework.case(client)
    talk = casework.session(counsellor, client, note="vertraulich")
    both = {"team": team, "organisation": team.organisation, "counsellor": counsellor}
    ShortContact.objects.create(**both, held_on=dt.date(2026, 11, 2))
    GroupEvent.objects.create(
        **both, held_on=dt.date(2026, 11, 3), title="Frühstück", head_count=12
    )
    PlannedSession.objects.create(
        team=team, counsellor=counsellor, starts_at=timezone.now(), client=client
    )
    Draft.objects.create(
        account=counsellor, kind="session", key="k", fields={"note": ["vertraulich"]}
    )
    CaseloadImport.objects.create(
        account=counsellor, team=team, filename="liste.xlsx", content=LIST
    )
    AuditEntry.objects.create(
        actor_id=counsellor.pk,
        actor_name=counsellor.name,
        action="casework.session.recorded",
        object_type="casework.counsellingsession",
        object_id=talk.pk,
        team_id=team.pk,
        organisation_id=team.organisation_id,
    )
    assert Note.objects.filter(team=team).count() == 1


def _row(table: str, team: Team, counsellor: Account) -> dict[str, object]:
    """The team's row of a table, found by whatever says whose it is."""
    conditions = {
        "clients_residencestatus": (
            "client_id IN (SELECT id FROM clients_client WHERE team_id = %s)",
            team.pk,
        ),
        "casework_draft": ("account_id = %s", counsellor.pk),
        "gateway_caseloadimport": ("account_id = %s", counsellor.pk),
    }
    condition, value = conditions.get(table, ("team_id = %s", team.pk))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table} WHERE {condition}", [value])
        assert cursor.description is not None
        columns = [column.name for column in cursor.description]
        row = cursor.fetchone()
    assert row is not None, f"the world holds no row of {table}"
    return dict(zip(columns, row, strict=True))
