"""The command: what it refuses, what it leaves as it was, and that it repeats itself."""

import signal
import time
from dataclasses import dataclass

import pytest

from geleit.gateway.demo_data import tables
from tests.gateway.demo_data.conftest import WEDNESDAY, Database, Fresh

pytestmark = pytest.mark.slow

SCHEMA = (
    "SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'",
    """SELECT conrelid::regclass::text, conname, contype::text, convalidated, condeferrable, condeferred,
       pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace""",
    "SELECT indexrelid::regclass::text, indisvalid, indisunique, indisprimary FROM pg_index i"
    " JOIN pg_class c ON c.oid = i.indrelid WHERE c.relnamespace = 'public'::regnamespace",
    "SELECT tablename, policyname, roles::text, cmd, qual, with_check FROM pg_policies",
    "SELECT relname, relrowsecurity, relacl::text, reloptions::text FROM pg_class"
    " WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v', 'S')",
    "SELECT tgrelid::regclass::text, tgname FROM pg_trigger WHERE NOT tgisinternal",
    "SELECT table_name, column_name, column_default, is_nullable, is_identity"
    " FROM information_schema.columns WHERE table_schema = 'public'",
)
# Salted, so never twice the same.
LEFT_OUT = {"people_account": {"password"}}


Rows = list[list[tuple[object, ...]]]


def schema(database: Database) -> Rows:
    return [sorted(database.rows(statement), key=repr) for statement in SCHEMA]


def fingerprints(database: Database) -> dict[str, str]:
    """One sum over all columns of all rows of every table the load fills."""
    names = database.rows(
        "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public'"
    )
    found = {}
    for table in (*tables.BULK, tables.ACCOUNTS, tables.MEMBERSHIPS, tables.TEAMS, tables.DELEGATIONS,
                  tables.ORGANISATIONS, tables.SUBSTITUTIONS, tables.ADDRESSES, tables.MEMBERS):  # fmt: skip
        columns = sorted(c for t, c in names if t == table.name)
        kept = ", ".join(f'"{c}"' for c in columns if c not in LEFT_OUT.get(table.name, set()))
        found[table.name] = database.value(
            f"SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) FROM (SELECT {kept} FROM {table.name}) t"
        )
    return found


@dataclass(frozen=True)
class Twin:
    """A second database loaded like the first, and its schema before."""

    database: Database
    schema_before: Rows


@pytest.fixture(scope="module")
def twin(fresh: Fresh) -> Twin:
    database = fresh("twin")
    before = schema(database)
    return Twin(database.load(today=WEDNESDAY), before)


@dataclass(frozen=True)
class Survivor:
    """A database whose first load was killed in the middle and whose second one, of another seed, was not."""

    database: Database
    schema_before: Rows
    schema_after_kill: Rows
    accounts_after_kill: int


@pytest.fixture(scope="module")
def survivor(fresh: Fresh) -> Survivor:
    database = fresh("killed")
    before = schema(database)
    process = database.start("demo-data", "--scale", "county", "--today", WEDNESDAY)
    end = time.monotonic() + 60
    while not database.value(
        "SELECT count(*) FROM pg_stat_activity"
        " WHERE datname = current_database() AND query LIKE 'COPY casework%'"
    ):
        assert time.monotonic() < end
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    accounts = database.value("SELECT count(*) FROM people_account")
    after = schema(database)
    return Survivor(database.load(today=WEDNESDAY, seed=8), before, after, accounts)


def test_same_seed_and_day_give_the_same_rows(county: Database, twin: Twin) -> None:
    assert fingerprints(twin.database) == fingerprints(county)


def test_another_seed_gives_other_rows(county: Database, survivor: Survivor) -> None:
    found, other = fingerprints(county), fingerprints(survivor.database)

    assert {table for table in found if found[table] == other[table]} == {
        tables.TEAMS.name,
        tables.DELEGATIONS.name,
        tables.ORGANISATIONS.name,
        tables.SUBSTITUTIONS.name,
        tables.MEMBERS.name,
    }


def test_the_schema_is_afterwards_as_it_was(twin: Twin) -> None:
    assert len(twin.schema_before[0]) > 100
    assert schema(twin.database) == twin.schema_before


def test_a_killed_load_leaves_the_database_as_it_was(survivor: Survivor) -> None:
    assert survivor.accounts_after_kill == 0
    assert survivor.schema_after_kill == survivor.schema_before
    assert survivor.database.value("SELECT count(*) FROM people_account") > 0


def test_new_rows_get_numbers_after_those_of_the_load(county: Database) -> None:
    for table in ("clients_client", "clients_household", "casework_counsellingsession", "people_account",
                  "organisations_organisation", "organisations_team"):  # fmt: skip
        sequence = f"pg_get_serial_sequence('{table}', 'id')"

        following, highest = county.rows(f"SELECT nextval({sequence}), max(id) FROM {table}")[0]

        assert following > highest


def test_the_planner_knows_the_tables(county: Database) -> None:
    estimated, counted = county.rows(
        "SELECT reltuples, (SELECT count(*) FROM casework_counsellingsession) FROM pg_class"
        " WHERE relname = 'casework_counsellingsession'"
    )[0]

    assert counted == pytest.approx(estimated, rel=0.01)


def test_a_second_load_is_refused_in_one_sentence(county: Database) -> None:
    before = county.value("SELECT count(*) FROM clients_client")

    code, said = county.run("demo-data", "--scale", "county", "--today", WEDNESDAY)

    assert (code, said) == (2, "Die Beispieldaten sind in dieser Datenbank schon geladen.\n")
    assert county.value("SELECT count(*) FROM clients_client") == before


def test_a_database_with_somebody_in_it_is_refused_in_one_sentence(fresh: Fresh) -> None:
    database = fresh("taken")
    database.rows(
        "INSERT INTO people_account (password, email, name, is_active, language, theme, created_at)"
        " VALUES ('!', 'someone@example.org', 'Someone', true, 'de', 'auto', now()) RETURNING id"
    )

    code, said = database.run("demo-data", "--scale", "county", "--today", WEDNESDAY)

    assert (code, said) == (
        2,
        "Die Datenbank enthält schon Daten (Zugänge); Beispieldaten kommen nur in eine leere Datenbank.\n",
    )
    assert database.value("SELECT count(*) FROM people_account") == 1


def test_a_day_before_the_programme_is_refused(fresh: Fresh) -> None:
    code, said = fresh("early").run("demo-data", "--today", "2011-01-01")

    assert (code, said) == (
        2,
        "--today: vor dem 01.06.2018 gibt es zu wenig zu erfinden.\n",
    )


def test_the_load_leaves_one_audit_entry(county: Database) -> None:
    found = county.rows(
        "SELECT actor_id, actor_name, action, object_type, changes FROM privacy_auditentry"
    )

    assert found == [
        (
            0,
            "Geleit",
            "gateway.demo_data.loaded",
            "organisations.organisation",
            {"scale": "county", "seed": 7, "today": WEDNESDAY},
        )
    ]
