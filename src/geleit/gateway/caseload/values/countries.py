"""Citizenships in German: names of states, adjectives, people, codes, several in one cell."""

import re
from difflib import get_close_matches
from functools import lru_cache

import pycountry
from babel import Locale

from geleit.clients.vocabulary import KOSOVO
from geleit.gateway.caseload.fields import Cell
from geleit.gateway.caseload.outcomes import Assumed, Unreadable, assumed, unreadable
from geleit.gateway.caseload.text import fold, is_not_stated, tidy_lines
from geleit.gateway.caseload.values.country_words import ADJECTIVES, NAMES, NOT_A_STATE, PEOPLE

_SEVERAL = re.compile(r"\s*(?:[/;,|+&\n]|\bund\b|\bu\.)\s*", re.I)
_ADDITIONS = re.compile(
    r"\([^)]*\)|\bstaatsangehörig\w*|\bstaatsbürger\w*|\bvermutlich\b|\bverm\.|\?", re.I
)
_SHORTEST_GUESS = 7
_SHORTEST_ABBREVIATION = 3
_ENDINGS = ("e", "er", "en", "es", "em")
_PEOPLE_ENDINGS = ("in", "innen", "n", "en", "e")


def read_citizenships(value: Cell) -> tuple[str, ...] | Assumed | Unreadable | None:
    """Return the codes of all states named, in their order and each once."""
    text = tidy_lines(value)
    if is_not_stated(text):
        return None
    if not isinstance(value, str):
        return unreadable("country_unreadable", word=text[:40])
    return _read_text(text)


@lru_cache(maxsize=1024)
def _read_text(text: str) -> tuple[str, ...] | Assumed | Unreadable | None:
    whole = _code_of(text)
    if whole:
        return (whole,)
    codes: list[str] = []
    guessed = ""
    for part in _SEVERAL.split(text):
        word = _ADDITIONS.sub(" ", part).strip(" .-:")
        if is_not_stated(word):
            continue
        code = _code_of(word) or (_abbreviated(word) if part.rstrip().endswith(".") else None)
        if not code:
            code, guessed = _similar(word), word
        if not code:
            is_people = fold(word) in NOT_A_STATE
            return unreadable(
                "country_is_people" if is_people else "country_unreadable", word=word[:40]
            )
        if code not in codes:
            codes.append(code)
    if guessed:
        return assumed(
            tuple(codes), "country_similar", word=guessed[:40], state=_german_name(codes[-1])
        )
    return tuple(codes) or None


def _abbreviated(word: str) -> str | None:
    """Find the one state meant by «afgh.» or «türk.»; «ind.» could be two and is none."""
    start = fold(word)
    if len(start) < _SHORTEST_ABBREVIATION:
        return None
    meant = {
        code for name, code in _words().items() if len(name) > len(start) and name.startswith(start)
    }
    return meant.pop() if len(meant) == 1 else None


def _similar(word: str) -> str | None:
    """Find a misspelt state. Short words are left alone: Iran and Irak differ in one letter."""
    folded = fold(word)
    if len(folded) < _SHORTEST_GUESS or folded in NOT_A_STATE:
        return None
    near = get_close_matches(
        folded, [name for name in _words() if len(name) >= _SHORTEST_GUESS], 1, 0.88
    )
    return _words()[near[0]] if near else None


def _german_name(code: str) -> str:
    return Locale("de").territories.get(code, code)


def _code_of(word: str) -> str | None:
    return _words().get(fold(word))


@lru_cache(maxsize=1)
def _words() -> dict[str, str]:
    """Every folded spelling of a state, its adjective and its people → its code."""
    words: dict[str, str] = {}
    for language in ("en", "de"):
        territories = Locale(language).territories
        words.update({fold(territories[code]): code for code in _codes() if code in territories})
    for country in pycountry.countries:
        words[fold(country.alpha_3)] = country.alpha_2
        words.setdefault(fold(getattr(country, "official_name", country.name)), country.alpha_2)
    words.update({code.lower(): code for code in _codes()})
    words.update(_adjectives())
    for code, names in NAMES.items():
        words.update({fold(name): code for name in names})
    return words


def _codes() -> list[str]:
    return [country.alpha_2 for country in pycountry.countries] + [KOSOVO]


def _adjectives() -> dict[str, str]:
    """All endings: syrisch, syrische, syrischer; Syrer, Syrerin, Afghane, Afghanin."""
    words: dict[str, str] = {}
    for code, stems in ADJECTIVES.items():
        for stem in map(fold, stems):
            words[stem] = code
            words.update({stem + ending: code for ending in _ENDINGS})
    for code, names in PEOPLE.items():
        for name in map(fold, names):
            short = name.removesuffix("e")
            words.update(
                {base + ending: code for base in (name, short) for ending in _PEOPLE_ENDINGS}
            )
            words[name] = code
    return words
