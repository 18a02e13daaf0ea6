"""Read what is typed into a search field: words, birth dates, file numbers."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from geleit.clients.names.sounds import bare, sounds
from geleit.clients.names.words import Word, join, names_of, words_of

# More terms than a person has names make no search better, only slower.
MOST_TERMS = 8
# With more words every pair joined would be as many searches more.
MOST_TO_JOIN = 3
# One letter of a skeleton fits thousands; the transliteration alone is searched then, unless
# another word of the query narrows the search enough.
SHORTEST_SKELETON = 2
NARROWING_SKELETON = 3
OLDEST_BIRTH, LATEST_BIRTH = 1900, 2099

_DAY_FIRST = re.compile(r"(\d{1,2})[.\-/](\d{1,2})[.\-/](\d{4}|\d{2})$")
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})$")
_MONTH = re.compile(r"(\d{1,2})[./](\d{4})$")
_YEAR = re.compile(r"\d{4}$")
# 12. 3. 1990 is one date, though typed with spaces.
_LOOSE_DATE = re.compile(r"\b(\d{1,2})\.\s+(\d{1,2})\.\s+(\d{2,4})\b")
_SEPARATORS = re.compile(r"[\s,;]+")
_ENDS_OPEN = re.compile(r"[^\s,;]$")
# A sch, tsch or ts that is not typed to its end sounds like something else: «Schewtsc».
_UNFINISHED_SIBILANT = re.compile(r"(?<=[a-z]{2})(?:t?sc|dsc|ts|ds|tc|c)$")
# «Alkh» is on its way to Alkhatib, who may be stored as Khatib.
_ARTICLE_BEGUN = re.compile(r"[ae]l(?P<rest>[b-df-hj-np-tv-zA-Z].+)$")


@dataclass(frozen=True)
class QueryWord:
    """One typed word of a name.

    prefix: `search_text LIKE '% prefix%'` finds it as spelled, with or without umlauts.
    skeletons: `skeletons LIKE '% skeleton%'` of any of them finds it as it sounds; empty if the
    word says too little. complete: something was typed after it.
    """

    prefix: str
    skeletons: tuple[str, ...]
    complete: bool
    word: Word


@dataclass(frozen=True)
class QueryBirth:
    """A typed birth date, month or year. `years` has two entries for a year typed in two digits."""

    years: tuple[int, ...]
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True)
class QueryWords:
    """What was typed. All parts are meant together; all words are beginnings of words.

    joined: further ways to read the words, each with two neighbours as one («Anna Maria» is also
    Annamaria). A name fits if it fits `words` or any of these.
    """

    words: tuple[QueryWord, ...] = ()
    joined: tuple[tuple[QueryWord, ...], ...] = ()
    births: tuple[QueryBirth, ...] = ()
    file_numbers: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.words or self.births or self.file_numbers)


def prefix_keys(query: str) -> QueryWords:
    """Take a query apart. Never fails; what cannot be read is left out.

    Every term is one of the three: a date or year is a birth, another term with a digit a file
    number or the beginning of one (upper case), the rest are words.
    """
    plain = _LOOSE_DATE.sub(r"\1.\2.\3", _western_digits(query))
    terms = [term for term in _SEPARATORS.split(plain) if term][:MOST_TERMS]
    births, numbers, names = [], [], []
    for term in terms:
        birth = _birth(term)
        if birth:
            births.append(birth)
        elif any(sign.isdigit() for sign in term):
            numbers.append(term.upper())
        else:
            names.append(term)
    open_end = bool(names) and names[-1] == terms[-1] and _ENDS_OPEN.search(plain) is not None
    words = _words(" ".join(names), open_end=open_end)
    return QueryWords(
        words=_query_words(words, open_end=open_end),
        joined=_joined(words, open_end=open_end),
        births=tuple(births),
        file_numbers=tuple(numbers),
    )


def _joined(words: list[Word], *, open_end: bool) -> tuple[tuple[QueryWord, ...], ...]:
    if len(words) > MOST_TO_JOIN:
        return ()
    return tuple(
        _query_words([*words[:i], join(words[i], words[i + 1]), *words[i + 2 :]], open_end=open_end)
        for i in range(len(words) - 1)
    )


def _words(text: str, *, open_end: bool) -> list[Word]:
    words = words_of(text)[:MOST_TERMS]
    # An unfinished last word is kept even if it looks like an article: it may become «Alina».
    return names_of(words[:-1]) + words[-1:] if open_end else names_of(words)


def _query_words(words: list[Word], *, open_end: bool) -> tuple[QueryWord, ...]:
    keys = [_skeletons_begun(word) for word in words]
    is_narrow = any(len(key) >= NARROWING_SKELETON for some in keys for key in some)
    shortest = 1 if is_narrow else SHORTEST_SKELETON
    return tuple(
        QueryWord(
            prefix=word.folded,
            skeletons=_usable(some, shortest),
            complete=not open_end or place < len(words) - 1,
            word=word,
        )
        for place, (word, some) in enumerate(zip(words, keys, strict=True))
    )


def _skeletons_begun(word: Word) -> tuple[str, ...]:
    """The skeletons with which that may begin what the typed letters are the beginning of."""
    begun = _UNFINISHED_SIBILANT.sub("", word.marked)
    keys = word.skeletons if begun == word.marked else _heard(begun, word)
    if begun[-1:] in ("h", "H") and not _usable(keys, SHORTEST_SKELETON):
        # «Moh» goes on: its h is not the silent one at the end of a name.
        keys = _heard(begun + "a", word)
    if article := _ARTICLE_BEGUN.match(begun):
        keys += _usable(_heard(article["rest"] + "a", word), SHORTEST_SKELETON)
    return keys


def _heard(marked: str, word: Word) -> tuple[str, ...]:
    return tuple(bare(sound) for sound in sounds(marked, unvowelled=word.unvowelled))


def _usable(skeletons: tuple[str, ...], shortest: int) -> tuple[str, ...]:
    """Leave out what is too short, and what a shorter one finds anyway."""
    long_enough = sorted(
        {key for key in skeletons if len(key) >= shortest}, key=lambda k: (len(k), k)
    )
    kept: list[str] = []
    for key in long_enough:
        if not any(key.startswith(shorter) for shorter in kept):
            kept.append(key)
    return tuple(kept)


def _western_digits(text: str) -> str:
    """Arabic, Persian and other digits as 0 to 9."""
    if text.isascii():
        return text
    return "".join(
        str(unicodedata.decimal(sign)) if sign.isdecimal() else sign
        for sign in unicodedata.normalize("NFKC", text)
    )


def _birth(term: str) -> QueryBirth | None:
    if _YEAR.match(term):
        return _valid(term, None, None)
    if found := _MONTH.match(term):
        return _valid(found[2], int(found[1]), None)
    if found := _YEAR_FIRST.match(term):
        return _valid(found[1], int(found[2]), int(found[3]))
    if found := _DAY_FIRST.match(term):
        return _valid(found[3], int(found[2]), int(found[1]))
    return None


def _valid(year: str, month: int | None, day: int | None) -> QueryBirth | None:
    years = (int(year),) if len(year) == 4 else (1900 + int(year), 2000 + int(year))
    real = tuple(y for y in years if _is_real(y, month or 1, day or 1))
    return QueryBirth(real, month, day) if real else None


def _is_real(year: int, month: int, day: int) -> bool:
    if not OLDEST_BIRTH <= year <= LATEST_BIRTH:
        return False
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
