"""Dates in every way people write them."""

import datetime as dt

import pytest

from geleit.gateway.caseload.fields import Cell
from geleit.gateway.caseload.outcomes import Assumed, PartialDate, Unreadable
from geleit.gateway.caseload.values.dates import BIRTH, EXPIRY, PAST, PLANNED, DateRule, read_date
from tests.gateway.caseload.workbooks import TODAY


@pytest.mark.parametrize(
    "cell",
    [
        "1.2.1990", "01.02.90", "1990-02-01", "1/2/1990", "1-2-1990", "1 2 1990", "1. Februar 1990", "1. Feb. 1990",
        "1.2.1990 00:00", "1990-02-01T00:00:00", "geb. 1.2.1990", "*1.2.1990", "Do, 1.2.1990", "19900201", "32905",
        "\u200e1.2.1990\u00a0", "١.٢.١٩٩٠", 32905, 32905.0, 19900201,
        dt.date(1990, 2, 1), dt.datetime.fromisoformat("1990-02-01T14:30"),
    ],
)  # fmt: skip
def test_a_whole_date_is_exact(cell: Cell) -> None:
    found = read_date(cell, TODAY, BIRTH)

    assert found == PartialDate(dt.date(1990, 2, 1), "day")
    assert isinstance(found, PartialDate)
    assert found.is_exact


@pytest.mark.parametrize(
    ("cell", "date", "precision"),
    [
        ("01.01.1990", dt.date(1990, 1, 1), "day"),
        ("1990", dt.date(1990, 1, 1), "year"),
        (1990, dt.date(1990, 1, 1), "year"),
        ("Jg. 1990", dt.date(1990, 1, 1), "year"),
        ("00.00.1990", dt.date(1990, 1, 1), "year"),
        ("xx.xx.1990", dt.date(1990, 1, 1), "year"),
        ("??.05.1990", dt.date(1990, 5, 1), "month"),
        ("05/1990", dt.date(1990, 5, 1), "month"),
        ("5.1990", dt.date(1990, 5, 1), "month"),
        ("1990-05", dt.date(1990, 5, 1), "month"),
        ("Mai 1990", dt.date(1990, 5, 1), "month"),
        ("Mrz 90", dt.date(1990, 3, 1), "month"),
        ("ca. 1990", dt.date(1990, 1, 1), "estimated"),
        ("um 1990", dt.date(1990, 1, 1), "estimated"),
        ("1990?", dt.date(1990, 1, 1), "estimated"),
        ("~ 1.2.1990", dt.date(1990, 2, 1), "estimated"),
        ("1990 (geschätzt)", dt.date(1990, 1, 1), "estimated"),
    ],
)
def test_a_date_known_in_part_says_how_much(cell: Cell, date: dt.date, precision: str) -> None:
    assert read_date(cell, TODAY, BIRTH) == PartialDate(date, precision)


@pytest.mark.parametrize(
    "cell", [None, "", " ", "-", "k.A.", "k. A.", "?", "unbekannt", "o.A.", "keine Angabe", "n.b."]
)
def test_nothing_stated_is_nothing(cell: Cell) -> None:
    assert read_date(cell, TODAY, BIRTH) is None


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("abc", "date_unreadable"),
        ("1.2.", "date_unreadable"),
        ("1.2.199", "date_unreadable"),
        ("1.1.1990 in Musterdorf", "date_unreadable"),
        (True, "date_unreadable"),
        (-5, "date_unreadable"),
        (0.5, "date_unreadable"),
        (1e300, "date_unreadable"),
        (float("nan"), "date_unreadable"),
        (float("inf"), "date_unreadable"),
        ("31.02.1990", "date_no_such_day"),
        ("1/13/1990", "date_no_such_day"),
        ("31.12.1899", "date_too_early"),
        ("1369", "date_too_early"),
        ("2.3.2026", "date_in_future"),
        (dt.date(2030, 1, 1), "date_in_future"),
        (dt.time(12, 0), "date_time_only"),
        (dt.timedelta(hours=30), "date_time_only"),
    ],
)
def test_what_is_no_birth_date_is_refused_with_a_reason(cell: Cell, code: str) -> None:
    found = read_date(cell, TODAY, BIRTH)

    assert isinstance(found, Unreadable)
    assert found.code == code
    assert found.reason.endswith(".")


@pytest.mark.parametrize(
    ("text", "rule", "year"),
    [
        ("1.2.05", BIRTH, 2005),
        ("1.2.26", BIRTH, 2026),
        ("1.2.27", BIRTH, 1927),
        ("1.2.24", PAST, 2024),
        ("1.2.98", PAST, 1998),
        ("1.2.28", PLANNED, 2028),
        ("31.12.29", EXPIRY, 2029),
    ],
)
def test_two_digits_of_a_year_are_completed_for_the_column(
    text: str, rule: DateRule, year: int
) -> None:
    found = read_date(text, TODAY, rule)

    assert isinstance(found, PartialDate)
    assert found.date.year == year


def test_a_year_that_excel_made_a_day_of_1905_is_read_as_the_year_and_said() -> None:
    found = read_date(dt.date(1905, 6, 12), TODAY, BIRTH)

    assert isinstance(found, Assumed)
    assert found.value == PartialDate(dt.date(1990, 1, 1), "year")


def test_a_paper_runs_out_on_a_whole_day_or_never() -> None:
    only_year = read_date("2027", TODAY, EXPIRY)

    assert isinstance(only_year, Unreadable)
    assert only_year.code == "date_incomplete"
    assert read_date("unbefristet", TODAY, EXPIRY) is None
    assert read_date("31.12.2028", TODAY, EXPIRY) == PartialDate(dt.date(2028, 12, 31))
    assert read_date("31.12.2099", TODAY, EXPIRY) == Unreadable(
        "date_too_late", "Das Datum liegt zu weit in der Zukunft. Bitte das Jahr prüfen."
    )


def test_a_move_may_be_planned_but_a_talk_may_not() -> None:
    planned, talked = read_date("1.5.2026", TODAY, PLANNED), read_date("1.5.2026", TODAY, PAST)

    assert planned == PartialDate(dt.date(2026, 5, 1))
    assert isinstance(talked, Unreadable)
    assert talked.code == "date_in_future"
