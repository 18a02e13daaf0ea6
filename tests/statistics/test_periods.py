"""Periods: what addresses name, what comes before and after."""

import datetime as dt

import pytest

from geleit.statistics.periods import Period


def period(first: str, last: str) -> Period:
    return Period(dt.date.fromisoformat(first), dt.date.fromisoformat(last))


@pytest.mark.parametrize(
    ("code", "first", "last"),
    [
        ("2026", "2026-01-01", "2026-12-31"),
        ("2026-Q1", "2026-01-01", "2026-03-31"),
        ("2026-Q4", "2026-10-01", "2026-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2026-12", "2026-12-01", "2026-12-31"),
    ],
)
def test_code_names_a_period_and_the_period_its_code(code: str, first: str, last: str) -> None:
    named = Period.from_code(code)

    assert named == period(first, last)
    assert named.code == code


@pytest.mark.parametrize(
    "code", ["", "26", "2026-13", "2026-Q5", "2026-00", "2026-1", "x", "2026-11-01", "2026\n"]
)
def test_other_codes_name_nothing(code: str) -> None:
    assert Period.from_code(code) is None


def test_days_that_fill_a_quarter_are_one() -> None:
    assert period("2026-04-01", "2026-06-30").kind == "quarter"
    assert period("2026-04-01", "2026-06-29").kind == "range"


@pytest.mark.parametrize(
    ("code", "before", "after"),
    [
        ("2026-01", "2025-12", "2026-02"),
        ("2026-Q1", "2025-Q4", "2026-Q2"),
        ("2026", "2025", "2027"),
    ],
)
def test_neighbours_are_of_the_same_kind(code: str, before: str, after: str) -> None:
    named = Period.from_code(code)

    assert named is not None
    assert (named.previous().code, named.next().code) == (before, after)


def test_neighbours_of_a_range_have_as_many_days() -> None:
    ten_days = period("2026-03-05", "2026-03-14")

    assert ten_days.previous() == period("2026-02-23", "2026-03-04")
    assert ten_days.next() == period("2026-03-15", "2026-03-24")


def test_stretches_begin_before_a_period_that_begins_within_one() -> None:
    touched = period("2025-12-20", "2026-02-01")

    assert list(touched.starts("month")) == [
        dt.date(2025, 12, 1),
        dt.date(2026, 1, 1),
        dt.date(2026, 2, 1),
    ]
    assert list(touched.starts("quarter")) == [dt.date(2025, 10, 1), dt.date(2026, 1, 1)]
    assert list(touched.starts("year")) == [dt.date(2025, 1, 1), dt.date(2026, 1, 1)]


def test_period_does_not_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="first day"):
        period("2026-02-01", "2026-01-31")
