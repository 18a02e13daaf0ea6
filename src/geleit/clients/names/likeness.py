"""How alike two names are, and whether two people are likely one."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from geleit.clients.names.typed import QueryWord, QueryWords
from geleit.clients.names.word_likeness import begins_like, word_likeness
from geleit.clients.names.words import Word, join, names_of, words_of

MOST_WORDS = 6

# One word that differs outweighs several that agree: brothers share all names but one.
WEAKEST_SHARE = 0.6
# A middle name left out is common; of a one-word name too much is open.
MISSING_WORD = 0.04
ONE_WORD_OF_SEVERAL = 0.85
WORD_NOT_TYPED = 0.001


class Reason(StrEnum):
    """Why two people were held to be one, or not; the screen words it."""

    NAME_EQUAL = "name_equal"
    NAME_SOUNDS_EQUAL = "name_sounds_equal"
    NAME_ALIKE = "name_alike"
    NAME_PARTS_MISSING = "name_parts_missing"
    NAME_DIFFERS = "name_differs"
    BIRTH_EQUAL = "birth_equal"
    BIRTH_SWAPPED = "birth_swapped"
    BIRTH_MISTYPED = "birth_mistyped"
    BIRTH_ESTIMATED = "birth_estimated"
    BIRTH_UNKNOWN = "birth_unknown"
    BIRTH_DIFFERS = "birth_differs"


# What the birth dates add to the likeness of the names. With LIKELY_SAME at 0.85 this asks of the
# names: 0.70 with the same date, 0.80 with a date that looks mistyped or is estimated, 0.90 with
# none; with different dates no name is alike enough.
BIRTH_WEIGHT = {
    Reason.BIRTH_EQUAL: 0.15,
    Reason.BIRTH_SWAPPED: 0.05,
    Reason.BIRTH_MISTYPED: 0.05,
    Reason.BIRTH_ESTIMATED: 0.05,
    Reason.BIRTH_UNKNOWN: -0.05,
    Reason.BIRTH_DIFFERS: -0.40,
}
LIKELY_SAME = 0.85
NAME_IS_EQUAL, NAME_SOUNDS_EQUAL, NAME_IS_ALIKE = 0.999, 0.93, 0.70


@dataclass(frozen=True)
class Likeness:
    """How likely two people are one, 0 to 1, and why."""

    score: float
    reasons: tuple[Reason, ...]

    @property
    def is_likely(self) -> bool:
        """Whether to warn that this may be the same person."""
        return self.score >= LIKELY_SAME


def likeness(a: str, b: str) -> float:
    """How alike two names are, 0 to 1, whatever their script and the order of their words."""
    return _alignment(a, b)[0]


def likely_same(name_a: str, birth_a: date | None, name_b: str, birth_b: date | None) -> Likeness:
    """Weigh names and birth dates together."""
    name, missing = _alignment(name_a, name_b)
    birth = _compare_births(birth_a, birth_b)
    reasons = [_name_reason(name if not missing else name + MISSING_WORD * missing), birth]
    if missing:
        reasons.insert(1, Reason.NAME_PARTS_MISSING)
    score = min(1.0, max(0.0, name + BIRTH_WEIGHT[birth]))
    return Likeness(round(score, 4), tuple(reasons))


def typed_likeness(query: QueryWords, name: str) -> float:
    """How well a name fits what was typed so far, 0 to 1: typed words are beginnings of words."""
    words = _name(name)
    if not query.words or not words:
        return 0.0
    return max(_fit(typed, words) for typed in (query.words, *query.joined))


def _fit(typed: tuple[QueryWord, ...], words: list[Word]) -> float:
    """The mean fit of the typed words, each with a word of its own; fewer words over fit better."""
    free = list(words)
    total = 0.0
    for query_word in typed:
        fits = [begins_like(query_word.word, word, query_word.complete) for word in free]
        if not fits:
            break
        total += max(fits)
        free.pop(fits.index(max(fits)))
    return max(0.0, total / len(typed) - WORD_NOT_TYPED * len(free))


def _name_reason(name: float) -> Reason:
    if name >= NAME_IS_EQUAL:
        return Reason.NAME_EQUAL
    if name >= NAME_SOUNDS_EQUAL:
        return Reason.NAME_SOUNDS_EQUAL
    return Reason.NAME_ALIKE if name >= NAME_IS_ALIKE else Reason.NAME_DIFFERS


def _compare_births(a: date | None, b: date | None) -> Reason:
    if a is None or b is None:
        return Reason.BIRTH_UNKNOWN
    if a == b:
        # On 1 January half of those are born whose date nobody knows.
        return Reason.BIRTH_ESTIMATED if _is_estimate(a) else Reason.BIRTH_EQUAL
    if (a.year, a.month, a.day) == (b.year, b.day, b.month):
        return Reason.BIRTH_SWAPPED
    if (_is_estimate(a) or _is_estimate(b)) and abs(a.year - b.year) <= 1:
        return Reason.BIRTH_ESTIMATED
    if _one_digit_apart(a, b):
        return Reason.BIRTH_MISTYPED
    return Reason.BIRTH_DIFFERS


def _is_estimate(day: date) -> bool:
    """Authorities enter the first of January or July where only the year is known."""
    return day.day == 1 and day.month in (1, 7)


def _one_digit_apart(a: date, b: date) -> bool:
    pairs = zip(f"{a:%Y%m%d}", f"{b:%Y%m%d}", strict=True)
    return sum(x != y for x, y in pairs) == 1


def _alignment(a: str, b: str) -> tuple[float, int]:
    """The likeness of the best alignment of words, and how many words it leaves over."""
    short, long = sorted((_name(a), _name(b)), key=len)
    if not short:
        return 0.0, len(long)
    best = _aligned(short, long), len(long) - len(short)
    # «Gebre Mariam» and «Gebremariam»: try the longer name with two neighbours as one word.
    if len(long) > len(short):
        for i in range(len(long) - 1):
            merged = [*long[:i], join(long[i], long[i + 1]), *long[i + 2 :]]
            best = max(best, (_aligned(short, merged), len(merged) - len(short)))
    return best


def _name(text: str) -> list[Word]:
    return names_of(words_of(text))[:MOST_WORDS]


def _aligned(short: list[Word], long: list[Word]) -> float:
    """Pair the words, most alike first; weigh the mean with the weakest pair."""
    pairs = sorted(
        ((word_likeness(x, y), i, j) for i, x in enumerate(short) for j, y in enumerate(long)),
        key=lambda pair: -pair[0],
    )
    scores: list[float] = []
    left, right = set(range(len(short))), set(range(len(long)))
    for score, i, j in pairs:
        if i in left and j in right:
            left.remove(i)
            right.remove(j)
            scores.append(score)
    mean = sum(scores) / len(scores)
    alike = WEAKEST_SHARE * min(scores) + (1 - WEAKEST_SHARE) * mean
    missing = len(long) - len(short)
    if missing and len(short) == 1:
        return alike * ONE_WORD_OF_SEVERAL
    return max(0.0, alike - MISSING_WORD * missing)
