"""Shares follow what is published about the programme (DOMAIN §§ 1, 4, 8)."""

import datetime as dt
from collections import Counter

import pytest

from geleit.casework.choices import EndReason
from geleit.gateway.demo_data.arrivals import plan_units
from geleit.gateway.demo_data.communities import COMMUNITIES, UKRAINE_FROM
from geleit.gateway.demo_data.loading import _delivery, _months, _quotas
from geleit.gateway.demo_data.scale import SCALES
from geleit.gateway.demo_data.units import Team, Unit
from geleit.organisations.choices import OrganisationKind
from tests.gateway.demo_data.conftest import Database

TODAY = dt.date(2026, 11, 25)
# Sinsheim, 395 people.
PUBLISHED = {"SY": 103, "AF": 73, "IQ": 62, "GM": 29, "TR": 20, "NG": 14, "PK": 10, "MK": 10, "DZ": 9, "LK": 8, "ER": 7,
             "AL": 5, "SO": 5, "": 12}  # fmt: skip


@pytest.fixture(scope="module")
def units() -> list[Unit]:
    """30,000 people in sixty teams."""
    teams = [
        Team(n, 1, "county", "team", (n * 2, n * 2 + 1), {n * 2: 0, n * 2 + 1: 0}, (1,))
        for n in range(60)
    ]
    return [unit for unit in plan_units(5, teams, [500] * 60, TODAY, {}) if not unit.comes_back]


def people(units: list[Unit]) -> int:
    return sum(unit.size for unit in units)


def test_citizenships_before_2022_are_those_of_sinsheim(units: list[Unit]) -> None:
    before = [unit for unit in units if unit.start < UKRAINE_FROM.toordinal()]
    counts: Counter[str] = Counter()
    for unit in before:
        counts[COMMUNITIES[unit.community].citizenship] += unit.size

    for citizenship, number in PUBLISHED.items():
        share = counts[citizenship] / people(before)
        assert share == pytest.approx(number / 395, abs=0.02), citizenship
    assert counts["UA"] == 0


def test_many_newcomers_of_2022_are_from_ukraine(units: list[Unit]) -> None:
    newcomers = [unit for unit in units if dt.date.fromordinal(unit.start).year == 2022]
    from_ukraine = [unit for unit in newcomers if COMMUNITIES[unit.community].is_ukraine]

    assert 0.3 < people(from_ukraine) / people(newcomers) < 0.5


def test_single_people_and_families_are_those_of_sinsheim(units: list[Unit]) -> None:
    before = [unit for unit in units if unit.start < UKRAINE_FROM.toordinal()]
    families = [unit for unit in before if unit.size > 1]

    assert len(families) / len(before) == pytest.approx(62 / 203, abs=0.03)
    assert people(families) / len(families) == pytest.approx(254 / 62, abs=0.3)


def test_periods_are_three_years_and_sometimes_four(units: list[Unit]) -> None:
    lengths = Counter(round((unit.ends_on - unit.start) / 365.25) for unit in units)

    assert set(lengths) == {3, 4}
    assert lengths[4] / len(units) == pytest.approx(0.06, abs=0.02)


def test_counselling_ends_for_every_reason(units: list[Unit]) -> None:
    reasons = Counter(unit.reason for unit in units if unit.reason)

    assert set(reasons) == {reason.value for reason in EndReason}


def test_the_state_has_the_published_size() -> None:
    scale = SCALES["state"]
    delivery = _delivery(scale)

    assert sum(plan.counsellors for plan in delivery.teams) == 1_200
    assert 390 <= len(delivery.teams) <= 420
    assert len({plan.county for plan in delivery.teams}) == 44
    assert sum(_quotas(scale, delivery)) == 180_000
    plans = _months(scale.talks_until(TODAY), TODAY)
    assert sum(plan.count for plan in plans) == 3_250_000
    assert [plan.first_id for plan in plans[1:]] == [
        plan.first_id + plan.count for plan in plans[:-1]
    ]


def test_the_state_delivers_in_every_way() -> None:
    delivery = _delivery(SCALES["state"])
    workers = {plan.organisation for plan in delivery.teams}
    carriers = {body.slug for body in delivery.bodies if body.kind == OrganisationKind.CARRIER}
    associations = {body.slug for body in delivery.bodies if body.members}
    shares: dict[str, list[int]] = {}
    for handed in delivery.handovers:
        if handed.share:
            shares.setdefault(handed.principal, []).append(handed.share)

    assert workers & associations
    assert any(
        handed.principal in associations and handed.agent in carriers
        for handed in delivery.handovers
    )
    assert "stadtkreis-stuttgart" in shares
    assert sum(shares["stadtkreis-stuttgart"]) == 100
    assert any(slug.startswith("stadtkreis-") for slug in workers)
    assert any(slug.startswith("landkreis-") for slug in workers)
    assert any(share == [100] for share in shares.values())
    assert any(share == [80] for share in shares.values())
    assert all(carrier in workers for carrier in carriers)


def test_every_team_has_a_municipality_and_every_counsellor_a_team() -> None:
    for scale in SCALES.values():
        delivery = _delivery(scale)
        assert all(plan.municipalities and plan.counsellors for plan in delivery.teams)
        names = [(plan.organisation, plan.name) for plan in delivery.teams]
        assert len(set(names)) == len(names)


@pytest.mark.slow
def test_the_county_has_the_published_size(county: Database) -> None:
    assert county.value("SELECT count(*) FROM people_membership WHERE role = 'counsellor'") == 17
    assert county.value(
        "SELECT count(*) FROM casework_case WHERE ended_on IS NULL"
    ) == pytest.approx(1_230, rel=0.1)
    assert county.value(
        "SELECT count(*) FROM casework_counsellingsession WHERE held_on BETWEEN '2024-01-01' AND '2024-12-31'"
    ) == pytest.approx(7_048, rel=0.25)


@pytest.mark.slow
def test_half_of_the_people_are_under_27_when_they_come(county: Database) -> None:
    young, missing = county.rows(
        """SELECT avg((extract(year FROM age(k.came, c.birth_date)) <= 26)::int), avg((c.birth_date IS NULL)::int)
           FROM clients_client c
           JOIN (SELECT client_id, min(started_on) came FROM casework_case GROUP BY 1) k ON k.client_id = c.id"""
    )[0]

    assert float(young) == pytest.approx(52 / 93, abs=0.05)
    assert float(missing) == pytest.approx(0.07, abs=0.02)


@pytest.mark.slow
def test_lockdown_moves_talks_from_the_office_to_the_phone(county: Database) -> None:
    def share(channel: str, first: str, last: str) -> float:
        return float(
            county.value(
                "SELECT avg((channel = %s)::int) FROM casework_counsellingsession WHERE held_on BETWEEN %s AND %s",
                channel, first, last,
            )
        )  # fmt: skip

    before, lockdown = ("2019-01-01", "2019-12-31"), ("2020-11-02", "2021-05-31")
    assert share("office", *before) == pytest.approx(0.45, abs=0.03)
    assert share("office", *lockdown) == pytest.approx(0.13, abs=0.03)
    assert share("phone", *before) == pytest.approx(0.19, abs=0.03)
    assert share("phone", *lockdown) == pytest.approx(0.51, abs=0.03)


@pytest.mark.slow
def test_housing_language_work_and_residence_lead(county: Database) -> None:
    leading = county.rows(
        "SELECT main_topic FROM casework_counsellingsession WHERE main_topic <> ''"
        " GROUP BY 1 ORDER BY count(*) DESC LIMIT 4"
    )

    assert {topic for (topic,) in leading} == {"housing", "language", "work", "residence"}


@pytest.mark.slow
def test_not_stated_is_found_everywhere(county: Database) -> None:
    columns = {
        "clients_client": ("sex", "birth_date_precision", "interpreting", "housing", "phone", "file_number"),
        "casework_counsellingsession": ("channel", "language", "main_topic", "interpreting", "place"),
    }  # fmt: skip
    nullable = {
        "clients_client": ("birth_date", "municipality_id", "arrived_on", "allocated_on", "counsellor_id"),
        "casework_counsellingsession": ("minutes", "starts_at", "funding_line_id", "household_id"),
    }  # fmt: skip

    for table, names in columns.items():
        for name in names:
            share = county.value(f"SELECT avg(({name} = '')::int) FROM {table}")
            assert 0 < share < 1, name
    for table, names in nullable.items():
        for name in names:
            share = county.value(f"SELECT avg(({name} IS NULL)::int) FROM {table}")
            assert 0 < share < 1, name


@pytest.mark.slow
def test_six_talks_in_ten_have_a_note_and_notes_differ(county: Database) -> None:
    share, differing = county.rows(
        "SELECT count(*)::float / (SELECT count(*) FROM casework_counsellingsession),"
        " count(DISTINCT text)::float / count(*) FROM casework_note"
    )[0]

    assert share == pytest.approx(0.6, abs=0.02)
    assert differing > 0.6


@pytest.mark.slow
def test_talks_in_german_need_nobody_to_interpret(county: Database) -> None:
    used = county.rows(
        "SELECT DISTINCT interpreting FROM casework_counsellingsession WHERE language = 'de'"
    )

    assert {code for (code,) in used} == {"none", ""}
    helped = county.rows(
        "SELECT DISTINCT interpreting FROM casework_counsellingsession WHERE language = 'prs'"
    )
    assert {code for (code,) in helped} == {
        "none", "staff", "volunteer", "professional", "family", "phone", "app", "",
    }  # fmt: skip
