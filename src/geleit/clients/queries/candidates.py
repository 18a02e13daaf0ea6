"""Conditions for the database function `clients_found` (migration 0003), which gathers candidates by index."""

import datetime as dt
import json
import re
from collections.abc import Callable, Sequence
from typing import Any

from django.db import connection

from geleit.clients.keys import phone_digits
from geleit.clients.names import QueryBirth, QueryWord, QueryWords

# One thing that must fit, in any of its ways: spelling, sound, number, birth.
Term = dict[str, Any]
Way = Callable[[QueryWord], Term]

# Candidates of each kind: enough to choose the best five from, few enough to compare while somebody types.
MOST = 40
# A shorter skeleton begins too many names.
SHORTEST_SOUND_BEGINNING = 3
# Fewer digits than this are found as a file number only.
SHORTEST_PHONE_PART = 4

OWN: Term = {"own": True}

_DIGITS_ONLY = re.compile(r"[+\d/().-]+$")


def found(kind: str, wanted: Sequence[Sequence[Term]]) -> list[int]:
    """Numbers of clients or households in sight that fit all terms of one of the lists; at most `MOST` of each."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT * FROM clients_found(%s, %s::jsonb, %s)", [kind, json.dumps(wanted), MOST]
        )
        return [row[0] for row in cursor.fetchall()]


def readings(typed: QueryWords, way: Way) -> list[list[Term]]:
    """What is typed, and the same with two neighbouring words read as one."""
    numbers = number_terms(typed)
    return [[*(way(word) for word in words), *numbers] for words in (typed.words, *typed.joined)]


def number_terms(typed: QueryWords) -> list[Term]:
    """Typed dates, years, file and phone numbers."""
    return [*map(_birth, typed.births), *map(_number, typed.file_numbers)]


def whole(word: QueryWord) -> Term:
    """A whole word, spelled as typed."""
    return {"text": [f"% {word.prefix} %"]}


def begun(word: QueryWord) -> Term:
    """The beginning of a word, spelled as typed."""
    return {"text": [f"% {word.prefix}%"]}


def sounding(word: QueryWord) -> Term:
    """The beginning of a word, spelled as typed or sounding like it."""
    return {**begun(word), "keys": [f"% {key}%" for key in word.skeletons]}


def listed(word: QueryWord) -> Term:
    """For lists, where nothing is ranked: a short sound must be the whole name, of two letters none is heard.

    Else «oli» would list every Alina, and «ol» every Ali.
    """
    if len(word.prefix) < SHORTEST_SOUND_BEGINNING:
        return begun(word)
    keys = [
        f"% {key}%" if len(key) >= SHORTEST_SOUND_BEGINNING else f"% {key} %"
        for key in word.skeletons
    ]
    return {**begun(word), "keys": keys}


def slipped(word: QueryWord) -> Term:
    """For slips of the finger that change the sound: a word that shares most of its letters."""
    return {"like": [word.word.roman]}


def any_of(terms: Sequence[Term]) -> Term:
    """One of several words is enough."""
    return {
        part: [way for term in terms for way in term.get(part, [])] for part in ("text", "keys")
    }


def born_on(days: Sequence[dt.date]) -> Term:
    """Born on one of these days."""
    return {"born": [[str(day), str(day)] for day in days]}


def _birth(birth: QueryBirth) -> Term:
    """A day, month or year; a lone year may also begin a file number."""
    spans = [[str(day) for day in _span(birth, year)] for year in birth.years]
    if birth.month is None and len(birth.years) == 1:
        return {"born": spans, "number": [f"{birth.years[0]}%"]}
    return {"born": spans}


def _span(birth: QueryBirth, year: int) -> tuple[dt.date, dt.date]:
    if birth.month is None:
        return dt.date(year, 1, 1), dt.date(year, 12, 31)
    first = dt.date(year, birth.month, birth.day or 1)
    if birth.day:
        return first, first
    return first, (first + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1)


def _number(number: str) -> Term:
    """The beginning of a file number, or a part of a phone number."""
    escaped = re.sub(r"([\\%_])", r"\\\1", number)
    term: Term = {"number": [f"{escaped}%"]}
    if _DIGITS_ONLY.match(number):
        digits = (phone_digits(number) or ["".join(c for c in number if c.isdigit())])[0]
        if len(digits) >= SHORTEST_PHONE_PART:
            term["text"] = [f"%{digits}%"]
    return term
