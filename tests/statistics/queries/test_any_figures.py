"""For any set of talks the database counts what plain Python counts."""

import datetime as dt
from collections import Counter

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geleit.casework.models import Case, CounsellingSession, Participation
from geleit.statistics.periods import UNITS, Period, start_of
from geleit.statistics.queries import scopes
from geleit.statistics.queries.figures import Figures, figures
from tests.conftest import as_owner
from tests.factories import casework, clients

PERIOD = Period(dt.date(2025, 11, 20), dt.date(2026, 4, 10))
DAYS = st.dates(dt.date(2025, 10, 1), dt.date(2026, 5, 31))
TOPICS = ["housing", "work", "health"]

TALK = st.fixed_dictionaries(
    {
        "who": st.sets(st.integers(0, 4), min_size=1, max_size=3),
        "by": st.integers(0, 1),
        "held_on": DAYS,
        "minutes": st.none() | st.integers(1, 600),
        "channel": st.sampled_from(["", "office", "phone", "video"]),
        "topics": st.lists(st.sampled_from(TOPICS), unique=True, max_size=3),
        "language": st.sampled_from(["", "uk", "prs", "zz"]),
        "interpreting": st.sampled_from(["", "none", "family"]),
        "funding": st.sampled_from([None, 1, 5]),
        "is_counted": st.booleans(),
        "voided": st.booleans(),
    }
)
CASE = st.tuples(DAYS, st.none() | st.integers(0, 200))


@pytest.fixture
def ground(cast, looking):
    """Five clients and two counsellors of team Nord, and the carrier's scope."""
    with as_owner():
        people = [clients.client(cast.north, given) for given in "ABCDE"]
    scope = scopes.carrier_scope(looking("greta"), cast.carrier)
    return people, [cast.miriam, cast.jonas], scope


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(talks=st.lists(TALK, max_size=12), cases=st.lists(CASE, max_size=5))
def test_figures_are_what_plain_python_counts(ground, talks, cases) -> None:
    people, counsellors, scope = ground

    with transaction.atomic():
        with as_owner():
            record(people, counsellors, talks, cases)
        found = figures(scope, PERIOD, detailed=True)
        transaction.set_rollback(True)

    check_totals(found, talks)
    check_breakdowns(found, talks)
    check_counsellors(found, talks, [account.pk for account in counsellors])
    check_cases(found, cases)


def record(people, counsellors, talks, cases) -> None:
    for talk in talks:
        casework.session(
            counsellors[talk["by"]],
            *[people[number] for number in talk["who"]],
            **{
                name: talk[name]
                for name in (
                    "held_on",
                    "minutes",
                    "channel",
                    "topics",
                    "language",
                    "interpreting",
                    "is_counted",
                )
            },
            main_topic=main_topic(talk),
            funding_line_id=talk["funding"],
            voided_at=dt.datetime(2026, 6, 1, tzinfo=dt.UTC) if talk["voided"] else None,
        )
    for person, (start, days) in zip(people, cases, strict=False):
        casework.case(
            person, started_on=start, ended_on=None if days is None else start + dt.timedelta(days)
        )
    assert (CounsellingSession.objects.count(), Case.objects.count()) == (len(talks), len(cases))
    assert Participation.objects.count() == sum(len(talk["who"]) for talk in talks)


def main_topic(talk) -> str:
    return talk["topics"][0] if talk["topics"] else ""


def counted(talks) -> list[dict]:
    return [
        t
        for t in talks
        if PERIOD.first <= t["held_on"] <= PERIOD.last and not t["voided"] and t["is_counted"]
    ]


def check_totals(found: Figures, talks) -> None:
    held = counted(talks)
    not_counted = [
        t
        for t in talks
        if PERIOD.first <= t["held_on"] <= PERIOD.last and not t["voided"] and not t["is_counted"]
    ]
    assert found.totals.talks == len(held)
    assert found.totals.minutes == sum(t["minutes"] or 0 for t in held)
    assert found.totals.talks_without_minutes == sum(t["minutes"] is None for t in held)
    assert found.totals.talks_not_counted == len(not_counted)
    assert found.totals.distinct_persons == len({person for t in held for person in t["who"]})
    for unit in UNITS:
        persons = {(start_of(t["held_on"], unit), person) for t in held for person in t["who"]}
        assert found.persons_per(unit) == len(persons)
        by_start = Counter(start_of(t["held_on"], unit) for t in held)
        assert {s.start: s.talks for s in found.stretches[unit] if s.talks} == by_start
        assert sum(s.talks for s in found.stretches[unit]) == found.totals.talks


def check_breakdowns(found: Figures, talks) -> None:
    held = counted(talks)
    lines = {None: "", 1: "im-vwv", 5: "eigenmittel"}
    expected = {
        "channel": Counter(t["channel"] for t in held),
        "main_topic": Counter(main_topic(t) for t in held),
        "language": Counter(t["language"] for t in held),
        "interpreting": Counter(t["interpreting"] for t in held),
        "funding_line": Counter(lines[t["funding"]] for t in held),
        "topic": Counter(topic for t in held for topic in (t["topics"] or [""])),
    }
    assert {
        name: {r.code: r.talks for r in rows if r.talks} for name, rows in found.breakdowns.items()
    } == expected
    for name, rows in found.breakdowns.items():
        if name != "topic":
            assert sum(row.talks for row in rows) == found.totals.talks


def check_counsellors(found: Figures, talks, accounts) -> None:
    for number, account in enumerate(accounts):
        own = [t for t in counted(talks) if t["by"] == number]
        part = next((p for p in found.counsellors if p.pk == account), None)
        totals = part.totals if part else None
        assert (totals.talks if totals else 0) == len(own)
        assert (totals.distinct_persons if totals else 0) == len(
            {person for t in own for person in t["who"]}
        )
        channels = (
            {r.code: r.talks for r in part.breakdowns.get("channel", ()) if r.talks} if part else {}
        )
        assert channels == Counter(t["channel"] for t in own)
    assert sum(part.totals.talks for part in found.counsellors) == found.totals.talks


def check_cases(found: Figures, cases) -> None:
    spans = [
        (start, dt.date.max if days is None else start + dt.timedelta(days))
        for start, days in cases
    ]
    ran = [(start, end) for start, end in spans if start <= PERIOD.last and end >= PERIOD.first]
    assert found.totals.cases_new == sum(start >= PERIOD.first for start, _ in ran)
    assert found.totals.cases_continued == sum(start < PERIOD.first for start, _ in ran)
    assert found.totals.cases_active == sum(end > PERIOD.last for _, end in ran)
