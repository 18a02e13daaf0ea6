"""The three keys that are stored with every client, and the plain functions they are made of."""

from itertools import pairwise
from typing import NamedTuple

from geleit.clients.names.sounds import bare, likeliest_sound
from geleit.clients.names.words import Word, names_of, words_of

# Nobody's name is longer; it bounds the keys of a text that is no name.
MOST_WORDS = 24


class StoredKeys(NamedTuple):
    """What the database keeps and indexes for one client. Only a-z, 0-9 and spaces.

    search_text and skeletons begin with a space, so that `LIKE '% word%'` finds words by their
    beginning. sort_key orders by bytes (collation C).
    """

    search_text: str
    skeletons: str
    sort_key: str


def romanise(text: str) -> str:
    """The words of a text in lower-case ASCII: «Müller-Weiß» → «mueller weiss»."""
    return " ".join(word.roman for word in words_of(text))


def skeleton(word: str) -> str:
    """The likeliest sound skeleton of one word; empty if there is nothing to hear."""
    found = names_of(words_of(word))
    return found[0].skeletons[0] if found and found[0].skeletons else ""


def skeletons(text: str) -> str:
    """All skeletons of all words, also of neighbours written as one, each after a space."""
    return _spaced(_skeletons(words_of(text)))


def search_text(given: str, family: str, also_known: str = "") -> str:
    """All words as spelled and without spelled umlauts, each after a space."""
    return _spaced(_spellings(words_of(f"{given} {family} {also_known}")))


def sort_key(family: str, given: str) -> str:
    """Order by family, then given name after DIN 5007-1 (ä as a, ß as ss).

    Two spaces part the names, so that «Meier, Zoe» stands before «Meier Schmidt, Anna». Who has
    one name only stands under it.
    """
    return _sort_key(words_of(family), words_of(given))


def stored_keys(given: str, family: str, also_known: str = "") -> StoredKeys:
    """All stored keys at once: same result as the single functions, in less time."""
    given_words, family_words = words_of(given), words_of(family)
    words = given_words + family_words + words_of(also_known)
    return StoredKeys(
        _spaced(_spellings(words)),
        _spaced(_skeletons(words)),
        _sort_key(family_words, given_words),
    )


def _spellings(words: list[Word]) -> list[str]:
    return [form for word in words[:MOST_WORDS] for form in (word.roman, word.folded)]


def _skeletons(words: list[Word]) -> list[str]:
    names = names_of(words)[:MOST_WORDS]
    keys = [key for word in names for key in word.skeletons + word.parts]
    # «Gebre Mariam» must be found by «Gebremariam», and a name typed without its space too.
    for first, second in pairwise(names):
        unvowelled = first.unvowelled or second.unvowelled
        keys.append(bare(likeliest_sound(first.marked + second.marked, unvowelled=unvowelled)))
    return keys


def _spaced(keys: list[str]) -> str:
    return "".join(f" {key}" for key in dict.fromkeys(keys) if key)


def _sort_key(family: list[Word], given: list[Word]) -> str:
    parts = (" ".join(word.sorting for word in words) for words in (family, given) if words)
    return "  ".join(parts)
