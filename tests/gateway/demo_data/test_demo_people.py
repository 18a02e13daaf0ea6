"""The demo log-ins and what they find: life on every page, on whatever day the demo is looked at."""

import datetime as dt

import pytest
from django.contrib.auth.hashers import ScryptPasswordHasher
from django.contrib.auth.password_validation import validate_password

from geleit.gateway.demo_data import demo_logins, tables
from geleit.gateway.demo_data.arrivals import plan_units
from geleit.gateway.demo_data.logins import COUNSELLOR, DEMO_PEOPLE
from geleit.gateway.demo_data.plans import add_plans
from geleit.gateway.demo_data.stories import STORIES
from geleit.gateway.demo_data.tables import Batch
from geleit.gateway.demo_data.units import Setting, Team
from geleit.people.choices import Role
from geleit.people.models import Account
from tests.gateway.demo_data.conftest import Database

MIRIAM = "(SELECT id FROM people_account WHERE email = 'miriam.kessler@demo.example')"


def test_every_role_has_a_login() -> None:
    assert {person.role for person in DEMO_PEOPLE} == set(Role)
    assert [(len(row), row[2]) for row in demo_logins()] == [(3, demo_logins()[0][2])] * 10
    assert demo_logins()[0][:2] == ("Integrationsmanagerin", "miriam.kessler@demo.example")


def test_the_password_passes_the_rules() -> None:
    for person in DEMO_PEOPLE:
        validate_password(demo_logins()[0][2], Account(email=person.email, name=person.name))


@pytest.mark.slow
def test_the_printed_password_opens_every_demo_account_and_no_other(county: Database) -> None:
    password = demo_logins()[0][2]
    stored = dict(county.rows("SELECT email, password FROM people_account"))
    printed = {email for _, email, _ in demo_logins()}

    assert {email for email, found in stored.items() if not found.startswith("!")} == printed
    assert {stored[email] for email in printed} == {stored["miriam.kessler@demo.example"]}
    assert ScryptPasswordHasher().verify(password, stored["miriam.kessler@demo.example"])


@pytest.mark.slow
def test_demo_people_hold_their_roles_today(county: Database) -> None:
    found = county.rows(
        """SELECT a.name, m.role, o.slug, t.name FROM people_account a
           JOIN people_membership m ON m.account_id = a.id AND m.valid_until IS NULL
           JOIN organisations_organisation o ON o.id = m.organisation_id
           LEFT JOIN organisations_team t ON t.id = m.team_id WHERE a.password NOT LIKE '!%'"""
    )

    roles = {(name, role): team or slug for name, role, slug, team in found}
    assert roles == {(person.name, person.role.value): person.where for person in DEMO_PEOPLE}


@pytest.mark.slow
@pytest.mark.parametrize("loaded", ["county", "county_on_sunday"])
def test_the_counsellor_has_a_full_day_page(loaded: str, request: pytest.FixtureRequest) -> None:
    database: Database = request.getfixturevalue(loaded)
    today = database.value("SELECT changes ->> 'today' FROM privacy_auditentry")

    planned = database.rows(
        f"""SELECT to_char(starts_at AT TIME ZONE 'Europe/Berlin', 'HH24:MI'), outcome FROM casework_plannedsession
            WHERE counsellor_id = {MIRIAM} AND (starts_at AT TIME ZONE 'Europe/Berlin')::date = '{today}' ORDER BY 1"""
    )
    is_sunday = loaded == "county_on_sunday"
    written = [
        ("08:30", "planned" if is_sunday else "held"),
        ("10:00", "planned"),
        ("11:30", "planned"),
        ("14:00", "planned"),
    ]
    assert [row for row in planned if row in written] == written
    papers = database.value(
        f"""SELECT count(*) FROM clients_residencestatus r JOIN clients_client c ON c.id = r.client_id
            JOIN casework_case k ON k.client_id = c.id AND k.ended_on IS NULL
            WHERE c.counsellor_id = {MIRIAM} AND r.valid_until BETWEEN '{today}'::date AND '{today}'::date + 42"""
    )
    periods = database.value(
        f"""SELECT count(*) FROM casework_case k JOIN clients_client c ON c.id = k.client_id
            WHERE c.counsellor_id = {MIRIAM} AND k.ended_on IS NULL
            AND k.ends_on BETWEEN '{today}'::date AND '{today}'::date + 183"""
    )
    assert papers >= 8
    assert periods >= 10
    assert (
        database.value(
            f"""SELECT count(*) FROM casework_counsellingsession WHERE counsellor_id = {MIRIAM}
            AND held_on > '{today}'::date - 30"""
        )
        > 15
    )


@pytest.mark.slow
def test_written_people_are_there_with_a_long_history(county: Database) -> None:
    talks = county.value(
        "SELECT count(*) FROM casework_participation p JOIN clients_client c ON c.id = p.client_id"
        " WHERE (c.given_name, c.family_name) = ('Tesfay', 'Ghebremariam') AND c.counsellor_id = "
        + MIRIAM
    )
    family = county.value(
        "SELECT count(*) FROM clients_client c JOIN clients_household h ON h.id = c.household_id"
        " WHERE h.name = 'Familie Al-Hamwi' AND c.counsellor_id = " + MIRIAM
    )

    assert talks > 60
    assert family >= 6


@pytest.mark.parametrize(
    "today",
    [dt.date(2026, 11, 22), dt.date(2026, 12, 25), dt.date(2027, 1, 1), dt.date(2028, 2, 29), dt.date(2028, 3, 1),
     dt.date(2030, 6, 1), dt.date(2018, 6, 1)],
)  # fmt: skip
def test_the_counsellor_has_a_day_ahead_on_any_day(today: dt.date) -> None:
    miriam = 1
    team = Team(1, 1, "landkreis-waldshut", COUNSELLOR.where, (miriam, 2), {miriam: 0, 2: 0}, (1,))
    units = plan_units(1, [team], [300], today, {1: list(STORIES)})
    batch = Batch([tables.PLANNED])

    add_plans(batch, Setting(1, today, [team], units), {miriam})

    rows = [line.rstrip("\n").split("\t") for line in batch.lines[tables.PLANNED.name]]
    of_today = [row for row in rows if row[1] == str(miriam) and row[2].startswith(f"{today}")]
    assert len(of_today) >= 3
    written = [unit for unit in units if unit.story >= 0]
    ends = [unit.ends_on - today.toordinal() for unit in written]
    assert sorted(ends) == pytest.approx(sorted(story.period_ends_in for story in STORIES), abs=1)
