"""The words of a name, each with its transliteration, its sounds and its skeletons."""

import re
from functools import lru_cache
from itertools import zip_longest
from typing import NamedTuple

from geleit.clients.names.given_names import SAME_NAMES
from geleit.clients.names.scripts import MARKS
from geleit.clients.names.sounds import bare, likeliest_sound, sounds
from geleit.clients.names.spelling import Spelling, spell

# The Arabic article as a word of its own. Before some letters its l becomes that letter
# (ar-Rahman, ash-Shami); only there are these syllables articles and not names.
ARTICLES = frozenset({"al", "el", "ul", "il", "ol"})
MELTED_ARTICLE = re.compile(r"[aeu](r|sh|s|z|d|n|t)$")
# Ends of Habib-ullah and Nur-ud-Din when written apart; «din» only with its article.
TAILS = frozenset(
    {"ullah", "ulla", "allah", "ollah", "eddin", "eddine", "uddin", "addin", "eldin", "aldin"}
)
TAILS_WITH_ARTICLE = frozenset({"din", "dine", "deen"})
# First parts written apart or together with what follows (Gebre Mariam, Gebremariam).
HEADS = re.compile(
    r"(?:(?:gh?|k)ebr[ea]|ha[iy]l[ea]|w[eo]ld[ea]|tekle|habte|kidane|tesfa|abo?u"
    r"|gh?[ou]lam|moham+[ae]d|amir|ali(?=reza|akbar|asghar|moh))(?P<rest>[a-zA-Z-]{3,})$"
)
# Abd «servant of» with whatever stands for the article: Abdulrahman, Abdelaziz, Abderrahmane,
# Abdussalam, Abdirahman, Abdrahman.
SERVANT_OF = re.compile(r"abd(?:[aeiou]l|[aeou]([rsndzt])(?=\1)|[aeiou])?(?P<rest>[a-zA-Z-]*)$")
SERVANT_ALONE = re.compile(r"abd(?:[aeu]?l?|ol|[aeou][rsndzt])$")
ABDULLAH = re.compile(r"abd(?:(?:ul)?[aeiou]*l+[aeo]+h?i?|[aeiou]?l+h)$")
# The article grown into a word: Alkhatib, Elsayed. What follows must be long enough for a name.
GROWN_ARTICLE = re.compile(r"[ae]l(?P<rest>[a-zA-Z-]{4,})$")

_ROMAN = str.maketrans({mark: reading.roman for mark, reading in MARKS.items()})
_SORTING = str.maketrans({mark: reading.sorting for mark, reading in MARKS.items()})
_PLAIN = str.maketrans({mark: reading.plain for mark, reading in MARKS.items()})
# Mueller is Müller is Muller. Not before a second e: Saeed is no Säed.
_SPELLED_UMLAUT = re.compile(r"([aou])e(?!e)")
# Of each such name, the skeletons of all its forms; the tuple also tells which name it is.
_SAME_NAMES = {
    name: tuple(dict.fromkeys(bare(likeliest_sound(form)) for form in group.split()))
    for group in SAME_NAMES.strip().split("\n")
    for name in group.split()
}


class Word(NamedTuple):
    """One word of a name.

    roman: transliteration (mueller). folded: the same without spelled umlauts (muller); of two
    words where one begins the other, the folded forms do too, so it serves as a prefix.
    sorting: for the sort key. marked: the letters the sounds came from. sounds, skeletons: of the
    whole word, likeliest first. parts: skeletons of the words it is sometimes written in.
    same: the skeletons of all forms of the name in other languages, if it is known to have some.
    """

    roman: str
    folded: str
    sorting: str
    marked: str
    sounds: tuple[str, ...]
    skeletons: tuple[str, ...]
    parts: tuple[str, ...]
    same: tuple[str, ...]
    unvowelled: bool


def words_of(text: str) -> list[Word]:
    """All words of a text in their order."""
    return [word for token in text.split() for word in _words_of_token(token)]


def names_of(words: list[Word]) -> list[Word]:
    """The words without articles, and with tails joined to the word before them."""
    names: list[Word] = []
    after_article = False
    for word, following in zip_longest(words, words[1:]):
        tail = word.roman in TAILS or (after_article and word.roman in TAILS_WITH_ARTICLE)
        if following is not None and _is_article(word.roman, following.roman):
            after_article = True
            continue
        if tail and names:
            names[-1] = join(names[-1], word)
        else:
            names.append(word)
        after_article = False
    return names


def _is_article(roman: str, following: str) -> bool:
    if roman in ARTICLES:
        return True
    melted = MELTED_ARTICLE.match(roman)
    return melted is not None and following.startswith(melted[1])


# Names repeat: a few thousand make up most of any list. Some 20 MB at most.
@lru_cache(maxsize=1 << 14)
def _words_of_token(token: str) -> tuple[Word, ...]:
    return tuple(word for word in map(_word, spell(token)) if word.roman)


def _word(spelling: Spelling) -> Word:
    marked, unvowelled = spelling
    roman = marked.translate(_ROMAN)
    folded = fold(marked.translate(_PLAIN))
    ways, parts = _ways_to_write(marked, roman)
    heard = [sound for way in ways for sound in sounds(way, unvowelled=unvowelled)]
    same = _SAME_NAMES.get(folded, ())
    return Word(
        roman=roman,
        folded=folded,
        sorting=marked.translate(_SORTING),
        marked=ways[0],
        sounds=_unique(heard),
        skeletons=_unique([*map(bare, heard), *same]),
        parts=_unique([bare(likeliest_sound(part, unvowelled=unvowelled)) for part in parts]),
        same=same,
        unvowelled=unvowelled,
    )


def _unique(keys: list[str]) -> tuple[str, ...]:
    return tuple(key for key in dict.fromkeys(keys) if key)


def fold(roman: str) -> str:
    """Take the e out of spelled umlauts."""
    return _SPELLED_UMLAUT.sub(r"\1", roman)


def join(first: Word, second: Word) -> Word:
    """Two words written as one."""
    # With its article, or the first vowel of Aziz would be taken for one.
    start = "abdul" if first.marked == "abd" else first.marked
    return _word(Spelling(start + second.marked, first.unvowelled or second.unvowelled))


def _ways_to_write(marked: str, roman: str) -> tuple[list[str], list[str]]:
    """Ways to write the word, the usual one first; then parts that others write as own words."""
    if marked.startswith("abd"):
        return _ways_to_write_abd(marked, roman)
    if head := HEADS.match(marked):
        return [marked], [head["rest"]]
    grown = GROWN_ARTICLE.match(marked)
    return [marked, grown["rest"]] if grown else [marked], []


def _ways_to_write_abd(marked: str, roman: str) -> tuple[list[str], list[str]]:
    if ABDULLAH.match(roman):
        return ["abdlah"], []
    servant = SERVANT_OF.match(marked)
    if SERVANT_ALONE.match(roman) or servant is None:
        return ["abd" if servant else marked], []
    rest = servant["rest"]
    # Abdulatif is Abd-ul-Latif with one l saved; Abdulaziz is not.
    ways = ["abd" + rest, marked] if rest[:1] in "aeiou" else ["abd" + rest]
    return ways, [rest] if len(rest) >= 3 else []
