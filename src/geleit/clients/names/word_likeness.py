"""How alike two words sound: an edit distance that knows which sounds run into each other."""

from functools import lru_cache

from geleit.clients.names.sounds import bare
from geleit.clients.names.words import Word

# Costs of making one sound into another. A wrong or superfluous consonant costs 1.
VOWEL_TOO_MANY = 0.35
# Arabic leaves short vowels unwritten; the other side has them.
VOWEL_UNWRITTEN = 0.05
# Consonants that are often lost (Hanna, Anna) or heard in passing (Marija, Maria).
FAINT_TOO_MANY = {"h": 0.6, "j": 0.6}
# Two letters typed in the wrong order.
SWAPPED = 0.7
NEAR_SOUNDS = {
    # From one spelling to the next a and e, e and i run into each other (Hossein, Husain);
    # a and u, a and i do not (Hassan, Hussein).
    "AE": 0.15, "EI": 0.2, "EU": 0.4, "AI": 0.8, "AU": 0.8, "IU": 0.8,
    "Uv": 0.2, "Ij": 0.2,
    "hk": 0.5, "sx": 0.7, "jx": 0.4, "js": 0.5, "bp": 0.3, "fv": 0.4, "mn": 0.6,
}  # fmt: skip
VOWELS = frozenset("AEIU")
# A vowel counts less than a consonant in the length that the distance is held against.
VOWEL_WEIGHT = 0.4
# Where half of the sounds differ, nothing is alike any more.
SHARPNESS = 2.0
SAME_NAME_IN_TWO_LANGUAGES = 0.95
# Of names that fit what is typed: those spelled so before those that go on, those that go on after
# a finished word later, those that only sound like it last.
GOES_ON = 0.98
GOES_ON_THOUGH_FINISHED = 0.94
BEGINS_BY_SOUND = 0.9

_NEAR = {**NEAR_SOUNDS, **{pair[::-1]: cost for pair, cost in NEAR_SOUNDS.items()}}


@lru_cache(maxsize=1 << 12)
def word_likeness(a: Word, b: Word) -> float:
    """How alike two words are, 0 to 1: 1 for the same letters, 0 without a sound in common."""
    if a.folded == b.folded:
        return 1.0
    if a.same and a.same == b.same:
        return SAME_NAME_IN_TWO_LANGUAGES
    if not a.sounds or not b.sounds:
        return 0.0
    x, y = _closest_readings(a, b)
    if not set(bare(x)) & set(bare(y)):
        return 0.0
    distance = _distances(x, y, a.unvowelled, b.unvowelled)[-1]
    return max(0.0, 1 - SHARPNESS * distance / max(_weight(x), _weight(y)))


@lru_cache(maxsize=1 << 12)
def begins_like(typed: Word, word: Word, is_complete: bool) -> float:
    """How well a word fits a typed beginning, 0 to 1; the whole word fits best."""
    if word.folded == typed.folded:
        return 1.0
    if word.folded.startswith(typed.folded):
        return GOES_ON_THOUGH_FINISHED if is_complete else GOES_ON
    if not typed.sounds or not word.sounds:
        return 0.0
    whole = word_likeness(typed, word)
    return BEGINS_BY_SOUND * max([whole, *(_begins_by_sound(typed, x, word) for x in word.sounds)])


def _begins_by_sound(typed: Word, sound: str, word: Word) -> float:
    """The least distance to any beginning of the sound."""
    best = 0.0
    for heard in typed.sounds:
        if not sound or bare(heard)[:1] != bare(sound)[:1]:
            continue
        distance = min(_distances(heard, sound, typed.unvowelled, word.unvowelled))
        best = max(best, 1 - SHARPNESS * distance / (_weight(heard) or 1))
    return best


def _closest_readings(a: Word, b: Word) -> tuple[str, str]:
    """The likeliest readings of both with the same skeleton; if none, the likeliest ones."""
    by_skeleton = {bare(sound): sound for sound in reversed(a.sounds)}
    for sound in b.sounds:
        if twin := by_skeleton.get(bare(sound)):
            return twin, sound
    return a.sounds[0], b.sounds[0]


def _weight(sound: str) -> float:
    return sum(VOWEL_WEIGHT if letter in VOWELS else 1.0 for letter in sound)


def _distances(x: str, y: str, x_unvowelled: bool, y_unvowelled: bool) -> list[float]:
    """The costs of making x into every beginning of y, the whole y last."""
    costs_y = [_too_many(letter, x_unvowelled) for letter in y]
    before: list[float] = []
    row = [0.0]
    for cost in costs_y:
        row.append(row[-1] + cost)
    for i, letter in enumerate(x):
        cost_x = _too_many(letter, y_unvowelled)
        above, row = row, [row[0] + cost_x]
        for j, other in enumerate(y):
            best = min(above[j] + _other(letter, other), above[j + 1] + cost_x, row[j] + costs_y[j])
            if i and j and letter == y[j - 1] and other == x[i - 1]:
                best = min(best, before[j - 1] + SWAPPED)
            row.append(best)
        before = above
    return row


def _too_many(letter: str, other_is_unvowelled: bool) -> float:
    if letter in VOWELS:
        return VOWEL_UNWRITTEN if other_is_unvowelled else VOWEL_TOO_MANY
    return FAINT_TOO_MANY.get(letter, 1.0)


def _other(a: str, b: str) -> float:
    return 0.0 if a == b else _NEAR.get(a + b, 1.0)
