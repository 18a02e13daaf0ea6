"""The database itself keeps every role within its sight, whatever SQL the application sends."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields

import psycopg
import pytest
from django.apps import apps
from django.db import connection
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict
from psycopg.types.json import Jsonb

from geleit.privacy.declarations import declarations
from geleit.runtime.row_security import Sight
from tests.access.world import World, committed_world, protected_tables

# Who sees team Nord's rows: DESIGN § 6. Team tables, notes, and what belongs to one account or to the audit trail.
SEES_TEAM = {"miriam", "jonas", "petra"}
SEES_NOTES = {"miriam", "jonas"}
SEES_DRAFT = {"miriam"}
SEES_AUDIT = {"miriam", "jonas", "petra", "dora"}
EVERYBODY = (
    "miriam",
    "jonas",
    "petra",
    "samir",
    "greta",
    "kerstin",
    "ruth",
    "moritz",
    "dora",
    "adam",
    "otto",
    "nina",
)
EXPECTED = {
    "casework_note": SEES_NOTES,
    "casework_draft": SEES_DRAFT,
    "gateway_caseloadimport": SEES_DRAFT,
    "privacy_auditentry": SEES_AUDIT,
}
TABLES = (
    "casework_case", "casework_counsellingsession", "casework_draft", "casework_groupevent", "casework_note",
    "casework_participation", "casework_plannedsession", "casework_shortcontact", "clients_client",
    "clients_household", "clients_residencestatus", "gateway_caseloadimport", "privacy_auditentry",
)  # fmt: skip


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: object) -> Iterator[World]:
    server = conninfo_to_dict(os.environ["GELEIT_TEST_SERVER"])
    with psycopg.connect(**server, autocommit=True) as superuser:
        superuser.execute("ALTER ROLE geleit_app PASSWORD 'app'")
    with django_db_blocker.unblock(), committed_world() as made:  # type: ignore[attr-defined]
        yield made
        connection.close()


@contextmanager
def application(sight: Sight | None = None) -> Iterator[psycopg.Cursor]:
    """A real connection as the application's role, in a transaction that is undone."""
    server = conninfo_to_dict(os.environ["GELEIT_TEST_SERVER"])
    login = server | {
        "dbname": connection.settings_dict["NAME"],
        "user": "geleit_app",
        "password": "app",
    }
    with psycopg.connect(**login) as own, own.cursor() as cursor:
        if sight:
            for field in fields(sight):
                value = getattr(sight, field.name)
                written = (
                    str(value) if isinstance(value, int) else "{" + ",".join(map(str, value)) + "}"
                )
                cursor.execute("SELECT set_config(%s, %s, true)", [f"geleit.{field.name}", written])
        yield cursor
        own.rollback()


def sight_of(world: World, who: str) -> Sight:
    return world.cast.viewer(getattr(world.cast, who)).sight()


def key_of(row: dict[str, object]) -> tuple[str, list[object]]:
    names = ["client_id", "session_id"] if "id" not in row else ["id"]
    return " AND ".join(f"{name} = %s" for name in names), [row[name] for name in names]


def test_every_table_with_client_data_is_protected_and_tried(world) -> None:
    declared = {d.model._meta.db_table for d in declarations() if d.about == "client"}

    with application():
        assert set(protected_tables()) == set(TABLES)
    assert declared <= set(TABLES)


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("who", EVERYBODY)
def test_select_shows_what_is_in_sight_and_nothing_else(world, table, who) -> None:
    condition, key = key_of(world.north[table])
    foreign_condition, foreign_key = key_of(world.elsewhere[table])

    with application(sight_of(world, who)) as cursor:
        cursor.execute(f"SELECT count(*) FROM {table} WHERE {condition}", key)
        own = cursor.fetchone()
        cursor.execute(f"SELECT count(*) FROM {table} WHERE {foreign_condition}", foreign_key)
        foreign = cursor.fetchone()

    assert own == (int(who in EXPECTED.get(table, SEES_TEAM)),)
    assert foreign == (int(who == "otto"),)


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("who", [who for who in EVERYBODY if who != "otto"])
@pytest.mark.parametrize("statement", ["UPDATE", "DELETE"])
def test_rows_out_of_sight_are_not_changed(world, table, who, statement) -> None:
    condition, key = key_of(world.elsewhere[table])
    column = next(iter(world.elsewhere[table]))
    command = (
        f"UPDATE {table} SET {column} = {column}"
        if statement == "UPDATE"
        else f"DELETE FROM {table}"
    )

    with application(sight_of(world, who)) as cursor:
        try:
            cursor.execute(f"{command} WHERE {condition}", key)
            changed = cursor.rowcount
        except psycopg.errors.InsufficientPrivilege:
            changed = 0

    assert changed == 0


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("who", [who for who in EVERYBODY if who != "otto"])
def test_rows_cannot_be_put_out_of_sight(world, table, who) -> None:
    """An INSERT that would make a row for another carrier is refused, though every value of it is valid."""
    row = {**world.elsewhere[table]}
    row.pop("id", None)
    names = [sql.Identifier(name) for name in row]
    values = [Jsonb(value) if isinstance(value, dict) else value for value in row.values()]
    insert = sql.SQL("INSERT INTO {} ({}) VALUES ({})").format(
        sql.Identifier(table),
        sql.SQL(", ").join(names),
        sql.SQL(", ").join([sql.Placeholder()] * len(names)),
    )

    with (
        application(sight_of(world, who)) as cursor,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        cursor.execute(insert, values)


@pytest.mark.parametrize(
    "table", [t for t in TABLES if t not in {"casework_note", "privacy_auditentry"}]
)
def test_own_row_cannot_be_moved_out_of_sight(world, table) -> None:
    column = {
        "casework_draft": "account_id",
        "gateway_caseloadimport": "account_id",
        "clients_residencestatus": "client_id",
    }.get(table, "team_id")
    condition, key = key_of(world.north[table])

    with (
        application(sight_of(world, "miriam")) as cursor,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        cursor.execute(
            f"UPDATE {table} SET {column} = %s WHERE {condition}",
            [world.elsewhere[table][column], *key],
        )


@pytest.mark.parametrize("table", TABLES)
def test_without_sight_nothing_exists(world, table) -> None:
    with application() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table}")
        assert cursor.fetchone() == (0,)


@pytest.mark.parametrize(
    "table", sorted(m._meta.db_table for m in apps.get_models() if getattr(m, "append_only", 0))
)
@pytest.mark.parametrize("statement", ["UPDATE {t} SET id = id", "DELETE FROM {t}", "TRUNCATE {t}"])
def test_append_only_rows_stay_even_in_sight(world, table, statement) -> None:
    with (
        application(sight_of(world, "miriam")) as cursor,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        cursor.execute(statement.format(t=table))


@pytest.mark.parametrize(
    "statement",
    [
        "SET ROLE geleit_owner",
        "SET SESSION AUTHORIZATION geleit_owner",
        "ALTER TABLE clients_client DISABLE ROW LEVEL SECURITY",
        "DROP POLICY sight ON clients_client",
        "ALTER ROLE geleit_app BYPASSRLS",
        "ALTER ROLE geleit_app SUPERUSER",
        "GRANT geleit_owner TO geleit_app",
        "CREATE OR REPLACE FUNCTION sight_ids(setting text) RETURNS bigint[] LANGUAGE sql AS $$ SELECT '{1}'::bigint[] $$",
        "CREATE TABLE copy AS SELECT 1",
        "ALTER TABLE casework_note OWNER TO geleit_app",
        "TRUNCATE clients_client CASCADE",
        "COPY clients_client TO PROGRAM 'cat'",
        "SELECT pg_read_file('/etc/passwd')",
        "UPDATE django_migrations SET name = name",
    ],
)
def test_application_cannot_become_owner_nor_switch_security_off(world, statement) -> None:
    with application(sight_of(world, "miriam")) as cursor, pytest.raises(psycopg.Error) as refusal:
        cursor.execute(statement)

    assert refusal.value.sqlstate in {"42501", "42809", "22023"}


def test_switching_row_security_off_fails_instead_of_showing_more(world) -> None:
    with application(sight_of(world, "miriam")) as cursor:
        cursor.execute("SET LOCAL row_security = off")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            cursor.execute("SELECT * FROM clients_client")


def test_sight_ends_with_its_transaction(world) -> None:
    with application(sight_of(world, "miriam")) as cursor:
        cursor.execute("SELECT count(*) FROM clients_client")
        inside = cursor.fetchone()
        cursor.connection.rollback()
        cursor.execute("SELECT count(*) FROM clients_client")
        after = cursor.fetchone()

    assert (inside, after) == ((1,), (0,))
