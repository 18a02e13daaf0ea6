"""Spell a word of any script in marked Latin letters (marks: `scripts.MARKS`)."""

import re
import unicodedata
from typing import NamedTuple

from anyascii import anyascii

from geleit.clients.names import scripts
from geleit.clients.names.given_names import READINGS_OF_ARABIC


class Spelling(NamedTuple):
    """One word in marked letters; `unvowelled` where the script leaves short vowels out."""

    marked: str
    unvowelled: bool = False


_DROP = dict.fromkeys(map(ord, scripts.APOSTROPHES + scripts.INVISIBLE + scripts.ARABIC_SIGNS))
_LATIN = str.maketrans(scripts.LATIN)
_ARABIC = str.maketrans(scripts.ARABIC)
_SAME_ARABIC = str.maketrans(scripts.SAME_ARABIC_LETTERS)
_UKRAINIAN = str.maketrans(scripts.UKRAINIAN)
_RUSSIAN = str.maketrans(scripts.RUSSIAN)
_READINGS = {
    arabic.translate(_SAME_ARABIC): latin
    for arabic, latin in (
        entry.split()
        for line in READINGS_OF_ARABIC.split("\n")
        if line
        for entry in line.split("|")
    )
}

_HAS_ARABIC = re.compile(r"[\u0600-\u06ff\u0750-\u077f]")
_HAS_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_HAS_SYLLABLES = re.compile(r"[\u1200-\u139f\u2d80-\u2ddf\u10a0-\u10ff\u1c90-\u1cbf]")
# Letters and endings that Ukrainian does not have; whatever is left open is read as Ukrainian,
# since most who write Cyrillic here are Ukrainians.
_IS_RUSSIAN = re.compile(r"[ыэъё]|^и|и[яюе]|ей$|[^ь]кий$|(?:[ргд]|ен|ол|сил)ий$")
# A final h after a consonant is the Persian ending -eh.
_PERSIAN_ENDING = re.compile(r"(?<=[^\Wاوىيیأآإئۆێەې])[هہ]$")
_NOT_ASCII_WORD = re.compile(r"[^a-z0-9]+")
_NOT_MARKED = re.compile(r"[^a-zA-Z0-9-]+")


def spell(token: str) -> tuple[Spelling, ...]:
    """Spell what stands between two spaces; hyphens and the like part it into several words."""
    if token.isascii():
        plain = token.lower().replace("'", "").replace("`", "")
        return tuple(Spelling(word) for word in _NOT_ASCII_WORD.split(plain) if word)
    # Lower-casing the Turkish İ leaves a loose dot behind, which is dropped with the other marks.
    shaped = unicodedata.normalize("NFKC", token).lower().replace("i\u0307", "i")
    shaped = unicodedata.normalize("NFC", shaped.translate(_DROP))
    return tuple(
        spelling for word in _letters_only(shaped).split() for spelling in _spell_word(word)
    )


def _letters_only(text: str) -> str:
    """Put a space in place of whatever is neither letter, digit nor combining mark."""
    return "".join(
        sign if sign.isalnum() or unicodedata.category(sign)[0] == "M" else " " for sign in text
    )


def _spell_word(word: str) -> list[Spelling]:
    if _HAS_ARABIC.search(word):
        return arabic_spelling(word)
    if _HAS_CYRILLIC.search(word):
        return [Spelling(marked) for marked in [_ascii(_spell_cyrillic(word))] if marked]
    if _HAS_SYLLABLES.search(word):
        return [Spelling(marked) for marked in [_spell_syllables(word)] if marked]
    marked = _ascii(word.translate(_LATIN))
    return [Spelling(marked)] if marked else []


def _ascii(partly: str) -> str:
    """Keep what is ASCII already, marks included, and let `anyascii` spell the rest."""
    if not partly.isascii():
        partly = "".join(c if c.isascii() else anyascii(c).lower() for c in partly)
    return _NOT_MARKED.sub("", partly)


def _spell_cyrillic(word: str) -> str:
    letters = _RUSSIAN if _IS_RUSSIAN.search(word) else _UKRAINIAN
    initial = scripts.CYRILLIC_INITIALS.get(word[0])
    marked = initial + word[1:].translate(letters) if initial else word.translate(letters)
    # зг is zgh, since zh is ж already.
    return marked.replace("zG", "zgh")


def _spell_syllables(word: str) -> str:
    """Georgian and Ethiopic: `anyascii` minus its glottal signs; gwe, kwe are written ge or go."""
    latin = _NOT_MARKED.sub("", anyascii(word).lower().replace("'", "").replace("`", ""))
    return re.sub(r"([gkqh])w(?=[aeiou])", r"\1", latin).replace("ch", "T")


def arabic_spelling(word: str) -> list[Spelling]:
    """Read a known name; else part the article off and spell consonants and long vowels."""
    reading = _READINGS.get(word.translate(_SAME_ARABIC))
    if reading:
        return [Spelling(reading)]
    if word.startswith("عبد") and len(word) > 4:
        *article, name = arabic_spelling(word[3:])
        return [Spelling(("abdul" if article else "abd") + name.marked, name.unvowelled)]
    if word.startswith("ال") and len(word) > 4:
        return [Spelling("al"), *arabic_spelling(word[2:])]
    if word[0] == "ئ" and len(word) > 2:
        # In Kurdish it only carries the vowel that follows.
        word = word[1:]
    # After a long a the ta marbuta is heard as t: Hayat.
    word = _PERSIAN_ENDING.sub("ۀ", word.replace("اة", "ات"))
    marked = _ascii(_read_between_letters(word.translate(_ARABIC)))
    vowelled = any(letter in scripts.VOWELS_OF_SORANI for letter in word)
    return [Spelling(marked, not vowelled)] if marked else []


_ARABIC_RULES = tuple(
    (re.compile(pattern), letter)
    for pattern, letter in (
        # A word's first و or ي is a consonant, so is one that touches an alif.
        (r"^W|(?<=a)W|W(?=a)", "w"),
        (r"^Y|(?<=a)Y(?!$)|Y(?=a)", "y"),
        (r"Y+", "i"),
        (r"WW+", "W"),
        # إي is one long i, alif and ayn side by side are one a.
        (r"ii+", "i"),
        (r"[aE]{2,}|^E", "a"),
        # What is written side by side has a short vowel between.
        (r"(?<=[tdDs])(?=[szj])", "-"),
    )
)


def _read_between_letters(marked: str) -> str:
    for pattern, letter in _ARABIC_RULES:
        marked = pattern.sub(letter, marked)
    return marked
