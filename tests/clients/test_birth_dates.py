"""Birth dates as people type and read them."""

import datetime as dt

import pytest

from geleit.clients import rules
from geleit.clients.birth_dates import birth_date_in_words, read_birth_date, typed_birth_date

TODAY = dt.date(2026, 11, 25)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("", (None, "")),
        ("  ", (None, "")),
        ("1990", (dt.date(1990, 1, 1), "year")),
        ("3.1990", (dt.date(1990, 3, 1), "month")),
        ("03/1990", (dt.date(1990, 3, 1), "month")),
        ("12.3.1990", (dt.date(1990, 3, 12), "day")),
        ("12. 3. 1990", (dt.date(1990, 3, 12), "day")),
        ("12/03/1990", (dt.date(1990, 3, 12), "day")),
        ("12-03-1990", (dt.date(1990, 3, 12), "day")),
        ("1990-03-12", (dt.date(1990, 3, 12), "day")),
        ("12.3.90", (dt.date(1990, 3, 12), "day")),
        ("12.3.05", (dt.date(2005, 3, 12), "day")),
        ("12.3.26", (dt.date(2026, 3, 12), "day")),
        ("12.3.27", (dt.date(1927, 3, 12), "day")),
        ("١٢.٣.١٩٩٠", (dt.date(1990, 3, 12), "day")),
    ],
)
def test_typed_date_is_read_as_exactly_as_it_is_meant(text, read) -> None:
    assert read_birth_date(text, TODAY) == read


@pytest.mark.parametrize(
    "text", ["31.2.1990", "13.1990", "90", "gestern", "1.1", "0000", "12.3.19900"]
)
def test_what_is_no_date_is_refused(text) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the text is the message
        read_birth_date(text, TODAY)


@pytest.mark.parametrize("text", ["1990", "03.1990", "12.03.1990"])
def test_stored_date_stands_in_the_form_as_it_was_typed(text) -> None:
    assert typed_birth_date(*read_birth_date(text, TODAY)) == text


@pytest.mark.parametrize(
    ("precision", "words"),
    [
        ("day", "12.03.1990"),
        ("", "12.03.1990"),
        ("month", "geboren im März 1990"),
        ("year", "Jahrgang 1990"),
        ("estimated", "12.03.1990, geschätzt"),
    ],
)
def test_words_say_how_exact_a_date_is(precision, words) -> None:
    assert birth_date_in_words(dt.date(1990, 3, 12), precision) == words


@pytest.mark.parametrize(
    ("born", "age"),
    [
        (dt.date(1990, 11, 25), 36),
        (dt.date(1990, 11, 26), 35),
        (dt.date(2026, 11, 25), 0),
        (dt.date(2026, 11, 26), None),
        (dt.date(2000, 2, 29), 26),
        (None, None),
    ],
)
def test_age_is_in_full_years(born, age) -> None:
    assert rules.age_on(born, TODAY) == age
