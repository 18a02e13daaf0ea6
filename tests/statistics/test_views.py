"""The views to count from: what they show to whom, and that nobody writes through them."""

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction
from psycopg.errors import InsufficientPrivilege

from geleit.runtime import row_security
from geleit.runtime.row_security import Sight
from geleit.statistics.models import (
    CaseFact,
    GroupEventFact,
    ParticipationFact,
    ShortContactFact,
    TalkFact,
)
from tests.conftest import _set_role, as_owner
from tests.factories import casework

VIEWS = (TalkFact, ParticipationFact, CaseFact, ShortContactFact, GroupEventFact)
BASE_TABLES = (
    "clients_client", "casework_counsellingsession", "casework_participation", "casework_case", "casework_note",
    "casework_shortcontact", "casework_groupevent",
)  # fmt: skip


def seen() -> tuple[int, ...]:
    """Number of rows of each view in the present sight."""
    return tuple(view.objects.count() for view in VIEWS)


def test_grants_clerk_counts_the_carrier_and_reads_nothing_else(year, looking) -> None:
    looking("greta")

    assert seen() == (7, 8, 4, 1, 1)
    with connection.cursor() as cursor:
        for table in BASE_TABLES:
            cursor.execute(f"SELECT count(*) FROM {table}")
            assert (table, cursor.fetchone()) == (table, (0,))


@pytest.mark.parametrize(
    ("who", "rows"),
    [
        ("miriam", (6, 7, 3, 1, 1)),
        ("petra", (7, 8, 4, 1, 1)),
        ("samir", (1, 1, 1, 0, 0)),
        ("kerstin", (7, 8, 4, 1, 1)),
        ("otto", (1, 1, 1, 0, 0)),
        ("ruth", (0, 0, 0, 0, 0)),
        ("moritz", (0, 0, 0, 0, 0)),
        ("dora", (0, 0, 0, 0, 0)),
        ("adam", (0, 0, 0, 0, 0)),
        ("nina", (0, 0, 0, 0, 0)),
    ],
)
def test_each_role_counts_what_is_in_its_sight(
    year, looking, who: str, rows: tuple[int, ...]
) -> None:
    looking(who)

    assert seen() == rows


def test_without_sight_there_is_nothing_to_count(year) -> None:
    row_security.enter(Sight())

    assert seen() == (0, 0, 0, 0, 0)


def test_own_talks_in_another_team_stay_countable(cast, year, looking) -> None:
    """Miriam stood in for team Süd and no longer does: the talk is hers, the client out of her sight."""
    with as_owner():
        casework.session(cast.miriam, year["amina"])
    miriam = looking("miriam")

    assert TalkFact.objects.filter(team_id=cast.south.pk).count() == 1
    assert cast.south.pk not in miriam.team_ids
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM casework_counsellingsession WHERE team_id = %s", [cast.south.pk]
        )
        assert cursor.fetchone() == (0,)


@pytest.mark.django_db
def test_views_hold_no_words_about_people() -> None:
    columns = {
        view._meta.db_table: {field.column for field in view._meta.concrete_fields}
        for view in VIEWS
    }

    with connection.cursor() as cursor:
        described = {
            table: {
                column.name
                for column in connection.introspection.get_table_description(cursor, table)
            }
            for table in columns
        }
    open_words = {
        "place",
        "title",
        "note",
        "subject",
        "family_name",
        "given_name",
        "birth_date",
        "household_id",
    }
    assert described == columns
    assert not any(open_words & found for found in described.values())


@pytest.mark.parametrize("view", [view._meta.db_table for view in VIEWS])
@pytest.mark.parametrize(
    "statement",
    ["UPDATE {v} SET team_id = team_id", "DELETE FROM {v}", "INSERT INTO {v} DEFAULT VALUES"],
)
def test_nobody_writes_through_a_view(year, looking, view: str, statement: str) -> None:
    looking("petra")
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) > 0 FROM {view}")
        assert cursor.fetchone() == (True,)

    with (
        pytest.raises(DatabaseError) as refusal,
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement.format(v=view))

    assert isinstance(refusal.value.__cause__, InsufficientPrivilege)


def test_statistics_role_reads_the_views_and_no_table(year, looking) -> None:
    looking("greta")
    _set_role("geleit_statistics")

    try:
        counted = seen()
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM clients_client")
    finally:
        _set_role("geleit_app")

    assert counted == (7, 8, 4, 1, 1)


def test_all_models_over_views_are_here() -> None:
    unmanaged = {
        m for m in apps.get_models() if not m._meta.managed and m.__module__.startswith("geleit.")
    }

    assert unmanaged == set(VIEWS)
