"""What is counted, for the small year of the fixture."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from geleit.statistics.periods import Period
from geleit.statistics.queries import scopes
from geleit.statistics.queries.figures import BREAKDOWNS, Figures, Totals, figures
from tests.cast import TODAY
from tests.conftest import as_owner
from tests.factories import casework, clients

YEAR = Period(dt.date(2026, 1, 1), dt.date(2026, 12, 31))
WHOLE_YEAR = Totals(
    talks=5,
    minutes=110,
    talks_without_minutes=1,
    talks_not_counted=1,
    distinct_persons=3,
    short_contacts=1,
    short_contact_minutes=5,
    group_events=1,
    group_event_minutes=90,
    group_heads=12,
    cases_new=1,
    cases_continued=2,
    cases_ended=1,
)


@pytest.fixture
def carrier(cast, year, looking) -> Figures:
    greta = looking("greta")
    return figures(scopes.carrier_scope(greta, cast.carrier), YEAR, detailed=True)


def stated(rows) -> dict[str, int]:
    """Rows that occur, by code."""
    return {row.code: row.talks for row in rows if row.talks}


def test_totals_of_a_carrier(carrier) -> None:
    assert carrier.totals == WHOLE_YEAR
    assert carrier.totals.cases_active == 2


def test_persons_are_distinct_in_the_period_and_repeat_in_the_sums(carrier) -> None:
    months = [(s.start.month, s.talks, s.persons) for s in carrier.stretches["month"] if s.talks]

    assert months == [(1, 2, 2), (5, 2, 2), (11, 1, 1)]
    assert len(carrier.stretches["month"]) == 12
    assert [carrier.persons_per(unit) for unit in ("month", "quarter", "year")] == [5, 5, 3]


def test_breakdowns_name_what_was_stated_and_what_not(carrier) -> None:
    rows = {name: stated(found) for name, found in carrier.breakdowns.items()}

    assert rows == {
        "topic": {"housing": 2, "work": 1, "health": 1, "": 2},
        "main_topic": {"housing": 2, "": 3},
        "channel": {"office": 3, "phone": 1, "": 1},
        "language": {"uk": 1, "": 4},
        "interpreting": {"family": 1, "": 4},
        "funding_line": {"im-vwv": 1, "": 4},
    }
    assert {found[-1].label for found in carrier.breakdowns.values()} == {"ohne Angabe"}


def test_each_counsellor_has_own_totals_and_rows(carrier) -> None:
    parts = {part.name: part for part in carrier.counsellors}

    assert {
        name: (p.totals.talks, p.totals.distinct_persons, p.totals.minutes)
        for name, p in parts.items()
    } == {
        "Jonas Muster": (1, 1, 20),
        "Miriam Muster": (3, 2, 75),
        "Samir Muster": (1, 1, 15),
        "niemand zuständig": (0, 0, 0),
    }
    assert stated(parts["Miriam Muster"].breakdowns["channel"]) == {"office": 1, "phone": 1, "": 1}
    assert (
        parts["Miriam Muster"].totals.short_contacts,
        parts["Miriam Muster"].totals.group_heads,
    ) == (1, 12)


def test_cases_count_for_who_is_responsible(carrier) -> None:
    cases = {
        part.name: (part.totals.cases_new, part.totals.cases_continued, part.totals.cases_ended)
        for part in carrier.counsellors
    }

    assert cases == {
        "Jonas Muster": (0, 1, 0),
        "Miriam Muster": (1, 0, 0),
        "Samir Muster": (0, 0, 0),
        "niemand zuständig": (0, 1, 1),
    }


def test_parts_add_up_to_the_whole(carrier) -> None:
    for part in ("counsellor_id", "team_id"):
        rows = carrier.parts[part]
        for name in (
            "talks",
            "minutes",
            "short_contacts",
            "group_heads",
            "cases_new",
            "cases_continued",
            "cases_ended",
        ):
            assert sum(getattr(row.totals, name) for row in rows) == getattr(carrier.totals, name)


@pytest.mark.parametrize(
    ("started", "ended", "expected"),
    [
        ("2026-04-01", None, (1, 0, 0, 1)),
        ("2026-06-30", None, (1, 0, 0, 1)),
        ("2026-07-01", None, (0, 0, 0, 0)),
        ("2026-03-31", None, (0, 1, 0, 1)),
        ("2026-03-31", "2026-03-31", (0, 0, 0, 0)),
        ("2026-03-01", "2026-04-01", (0, 1, 1, 0)),
        ("2026-03-01", "2026-06-30", (0, 1, 1, 0)),
        ("2026-03-01", "2026-07-01", (0, 1, 0, 1)),
        ("2026-05-05", "2026-05-05", (1, 0, 1, 0)),
    ],
)
def test_cases_are_new_continued_ended_or_active(cast, looking, started, ended, expected) -> None:
    with as_owner():
        client = clients.client(cast.north)
        casework.case(
            client,
            started_on=dt.date.fromisoformat(started),
            ended_on=ended and dt.date.fromisoformat(ended),
        )
    greta = looking("greta")

    totals = figures(scopes.carrier_scope(greta, cast.carrier), Period.from_code("2026-Q2")).totals

    assert (
        totals.cases_new,
        totals.cases_continued,
        totals.cases_ended,
        totals.cases_active,
    ) == expected


def test_own_figures_are_what_one_did(year, looking) -> None:
    own = figures(scopes.own_scope(looking("miriam")), YEAR)

    assert (own.totals.talks, own.totals.distinct_persons, own.totals.cases_new, own.parts) == (
        3,
        2,
        1,
        {},
    )


def test_team_is_shown_by_counsellor_to_its_lead_only(cast, year, looking) -> None:
    lead = figures(scopes.team_scope(looking("petra"), cast.north), YEAR)
    member = figures(scopes.team_scope(looking("miriam"), cast.north), YEAR)

    assert (lead.totals.talks, member.totals) == (4, lead.totals)
    assert [part.name for part in lead.counsellors] == [
        "Jonas Muster",
        "Miriam Muster",
        "niemand zuständig",
    ]
    assert member.parts == {}


def test_county_counts_its_carriers_together_and_apart(cast, year, looking) -> None:
    kerstin = looking("kerstin")

    county = figures(scopes.county_scope(kerstin, cast.county, TODAY), YEAR, detailed=True)

    assert county.totals == WHOLE_YEAR
    parts = {part.name: part for part in county.parts["organisation_id"]}
    assert {name: part.totals.talks for name, part in parts.items()} == {
        "Landkreis Waldshut": 0,
        "Träger Hochrhein": 5,
    }
    assert stated(parts["Träger Hochrhein"].breakdowns["channel"]) == {
        "office": 3,
        "phone": 1,
        "": 1,
    }


def test_empty_period_counts_nothing(cast, year, looking) -> None:
    greta = looking("greta")

    empty = figures(
        scopes.carrier_scope(greta, cast.carrier), Period.from_code("2019-05"), detailed=True
    )

    assert empty.totals == Totals()
    assert {name: stated(rows) for name, rows in empty.breakdowns.items()} == {
        name: {} for name in BREAKDOWNS
    }
    assert empty.breakdowns["language"] == (empty.breakdowns["channel"][-1],)


def test_funding_lines_are_listed_while_they_hold_or_occur(cast, year, looking) -> None:
    scope = scopes.carrier_scope(looking("greta"), cast.carrier)

    before = [
        row.code for row in figures(scope, Period.from_code("2018")).breakdowns["funding_line"]
    ]
    during = [
        row.code for row in figures(scope, Period.from_code("2024")).breakdowns["funding_line"]
    ]

    assert before == ["im-vwv", "eigenmittel", ""]
    assert during == ["im-vwv", "soforthilfe-im", "welcome-im", "psychosozial", "eigenmittel", ""]


@pytest.mark.parametrize("detailed", [False, True])
def test_counting_takes_five_queries_however_many_rows(cast, year, looking, detailed) -> None:
    scope = scopes.carrier_scope(looking("greta"), cast.carrier)

    with CaptureQueriesContext(connection) as queries:
        figures(scope, YEAR, detailed=detailed)

    assert len(queries) == 5


@pytest.mark.parametrize(
    ("who", "allowed"),
    [
        ("miriam", {"own", "north"}),
        ("samir", {"own", "south"}),
        ("petra", {"north", "south", "carrier"}),
        ("greta", {"north", "south", "carrier"}),
        ("kerstin", {"north", "south", "carrier", "county"}),
        ("otto", {"own", "elsewhere"}),
        ("ruth", set()),
        ("moritz", set()),
        ("dora", set()),
        ("adam", set()),
        ("nina", set()),
    ],
)
def test_scopes_are_made_for_who_may_see_them(cast, looking, who, allowed) -> None:
    viewer = looking(who)
    makers = {
        "own": lambda: scopes.own_scope(viewer),
        "north": lambda: scopes.team_scope(viewer, cast.north),
        "south": lambda: scopes.team_scope(viewer, cast.south),
        "elsewhere": lambda: scopes.team_scope(viewer, cast.elsewhere),
        "carrier": lambda: scopes.carrier_scope(viewer, cast.carrier),
        "county": lambda: scopes.county_scope(viewer, cast.county, TODAY),
    }

    made = set()
    for name, make in makers.items():
        try:
            make()
        except PermissionDenied:
            continue
        made.add(name)

    assert made == allowed


@pytest.mark.parametrize(
    "who", ["miriam", "samir", "petra", "greta", "kerstin", "otto", "ruth", "dora", "adam", "nina"]
)
def test_lists_of_scopes_hold_what_may_be_seen(cast, looking, who) -> None:
    viewer = looking(who)

    def made(make, *thing) -> bool:
        try:
            make(viewer, *thing)
        except PermissionDenied:
            return False
        return True

    for team in (cast.north, cast.south, cast.elsewhere):
        assert (team in scopes.teams_visible_to(viewer)) == made(scopes.team_scope, team)
    for carrier in (cast.carrier, cast.elsewhere.organisation, cast.county):
        assert (carrier in scopes.carriers_visible_to(viewer)) == made(
            scopes.carrier_scope, carrier
        )
        assert (carrier in scopes.counties_visible_to(viewer)) == made(
            scopes.county_scope, carrier, TODAY
        )
