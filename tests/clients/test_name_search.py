"""How surely typed names find their people, measured on the invented pairs and without a database."""

import re

import pytest

from geleit.clients import names
from tests.clients import name_pairs

ALL_TABLES = (
    name_pairs.SAME,
    name_pairs.SAME_FRESH,
    name_pairs.DIFFERENT,
    name_pairs.DIFFERENT_FRESH,
)


def _names_in(*tables: str) -> list[tuple[str, str]]:
    lines = [line.split("|") for table in tables for line in table.strip().split("\n")]
    return [(line[0].strip(), line[2].strip()) for line in lines]


def _search(typed: str, stored: dict[str, names.StoredKeys]) -> list[str]:
    """What the database does: every word by spelling or by sound; then the best first."""
    query = names.prefix_keys(typed)

    def fits(word: names.QueryWord, keys: names.StoredKeys) -> bool:
        by_sound = any(f" {key}" in keys.skeletons for key in word.skeletons)
        return f" {word.prefix}" in keys.search_text or by_sound

    found = [
        name
        for name, keys in stored.items()
        if any(all(fits(word, keys) for word in words) for words in (query.words, *query.joined))
    ]
    return sorted(found, key=lambda name: (-names.typed_likeness(query, name), name))


@pytest.mark.parametrize(
    ("share_typed", "found_at_least", "among_five_at_least"), [(1.0, 0.98, 0.95), (0.6, 0.91, 0.88)]
)
def test_a_person_is_found_by_any_spelling_typed_wholly_or_in_part(
    share_typed: float, found_at_least: float, among_five_at_least: float
) -> None:
    pairs = _names_in(name_pairs.SAME, name_pairs.SAME_FRESH)
    others = _names_in(name_pairs.DIFFERENT, name_pairs.DIFFERENT_FRESH)
    stored = {name: names.stored_keys("", name) for pair in pairs + others for name in pair}
    tries = [*pairs, *((b, a) for a, b in pairs)]

    places = []
    for typed, wanted in tries:
        begun = (word[: max(3, round(len(word) * share_typed))] for word in typed.split())
        found = _search(" ".join(begun), stored)
        places.append(found.index(wanted) if wanted in found else None)

    assert sum(place is not None for place in places) / len(tries) >= found_at_least
    assert sum(place is not None and place < 5 for place in places) / len(tries) >= (
        among_five_at_least
    )


def test_every_beginning_of_three_letters_finds_the_name_it_begins() -> None:
    """All but the Arabic article with one letter after it, which may be a name of its own."""
    missed, tries = set(), 0
    for name in {name for pair in _names_in(*ALL_TABLES) for name in pair}:
        stored = {name: names.stored_keys("", name)}
        for word in name.split():
            tries += len(word) - 2
            beginnings = (word[:length] for length in range(3, len(word) + 1))
            missed.update(typed for typed in beginnings if _search(typed, stored) == [])

    assert tries > 3_000
    assert {typed for typed in missed if not re.fullmatch("ال.", typed)} == set()
