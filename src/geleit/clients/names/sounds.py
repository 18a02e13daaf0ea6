"""What a spelling sounds like, roughly: the same string for every way one name is written.

A *sound* has small letters for classes of consonants (`t` for t and d, `k` for k, q and g, `x`
for every sch, `h` for h, kh and the German ch …) and A E I U for vowels. A *skeleton* is a sound
without its vowels, save that an opening vowel stays as `a`. Skeletons find; sounds rank.
"""

import re
from itertools import product

from geleit.clients.names.scripts import MARKS

# A name longer than this has said enough; it bounds the work on pasted rubbish.
LONGEST_WORD = 40
# Every ambiguous letter multiplies the readings of a word; beyond these, the first reading counts.
MOST_READINGS = 6

# Letters that, standing alone, have one sound. b f h j l m n p r x and digits keep their letter.
LETTER_SOUNDS = {
    # ق is q, k or (Persian, Sudanese) gh and g
    "g": "k", "q": "k",
    # Zelenska, Selenska
    "z": "s",
    "w": "v",
    # Final d hardens: Mohammed, Muhammet; Dawid, Dawit. Everywhere, so that a word's beginning
    # sounds like the beginning of the word.
    "d": "t",
    "a": "A", "e": "E", "i": "I", "y": "I", "o": "U", "u": "U",
}  # fmt: skip

# (spelling, its sounds, likeliest first): what sounds different in company, at the beginning or
# end of a word, or in another language. `<` is the beginning. The first rule that fits wins.
SOUND_RULES: tuple[tuple[str, tuple[str, ...]], ...] = (
    # щ: Shcherbak, Schtscherbak, Szczerbak
    (r"schtsch|shch|shT|szcz", ("x",)),
    # ч: Tschernenko (German), Tchernenko (French), Czernenko (Polish)
    (r"tsch|tsh|tch|cz", ("x",)),
    # ج and дж: Dschamal, Dzhamal
    (r"dsch|dzh|dsh|dZ", ("j",)),
    (r"sch|sh|sz", ("x",)),
    # Christina, Chrysanthi; Michael, Mikael, Michail
    (r"ch(?=[rl])|ch(?=a[ei]l)", ("k", "h")),
    # Chernenko (English), Chalid and Michajlo (German), Chevtchenko (French: heard as sch)
    (r"ch", ("x", "h")),
    # ж and ژ: Zhanna, Schanna, Janna
    (r"zh", ("j", "x")),
    # Othman and Osman; Fathi has t and h
    (r"th", ("t", "th", "s")),
    # Dhiya and Ziya; Medhin and Adham have d and h
    (r"dh", ("t", "th", "s")),
    (r"ph", ("f",)),
    # خ: Khalid, Turkish Halit
    (r"kh", ("h",)),
    # Tigrinya writes Ghebre and Gebre
    (r"gh|ck", ("k",)),
    # Tsegay, Zegay
    (r"ts|tz|ds|dz", ("s",)),
    # Petrovic without its accent
    (r"c$", ("x", "k")),
    # Turkish and Kurdish c is dsch: Cemal, Hatice; else Cymbal, Cecilia
    (r"c(?=[eiy])", ("s", "j")),
    (r"c", ("k", "j")),
    # Kurdish x is kh: Xalid, Baxtiyar; else Alexander
    (r"<x", ("h", "ks")),
    (r"x", ("ks", "h")),
    # Yevhen, Jewhen, Evhen; Ievgen in older Ukrainian passports
    (r"<y(?=e)|<j(?=e)|<i(?=e)", ("j", "")),
    (r"<y(?=[aouAOU])", ("j",)),
    (r"<i(?=[aou])", ("j", "I")),
    (r"<dj|<j", ("j",)),
    # Nadja, but Hadji
    (r"dj", ("tI", "j")),
    # Marija and Khadija, Michajlo and Najm: j as glide and as dsch
    (r"ij(?=[aou])", ("I", "Ij")),
    (r"j(?<=[aeou]j)(?=[aeiou])", ("j", "I")),
    (r"j", ("I", "j")),
    # As the French write Wasim: Ouassim
    (r"<ou(?=[aei])", ("v", "U")),
    # Daoud beside Dawud, Nauroz beside Nawroz
    (r"aou|au", ("AU", "AvU")),
    # Final b hardens in Turkish: Zeynep, Recep
    (r"p$", ("p", "b")),
    # Ukrainian h where Russian papers have g: Hrabovska, Hnatiuk. Elsewhere nothing tells it from
    # the h of other languages; for given names see `given_names.SAME_NAMES`.
    (r"<h(?=[lnr])", ("h", "k")),
    # The Russian form of Zelenska
    (r"skaja$|skaya$|skaia$", ("skA",)),
    # Fatimah, Abdullah: nobody hears a final h
    (r"h$|H$", ("",)),
    # Mueller, Saeed
    (r"oe|ue", ("U",)),
    (r"ae(?!e)", ("A",)),
    (r"ee|ie", ("I",)),
    *((mark, reading.sounds) for mark, reading in MARKS.items()),
)

_SPELLINGS = [(way, heard) for ways, heard in SOUND_RULES for way in ways.split("|")]
_SOUNDS = tuple(heard for _, heard in _SPELLINGS)
# The empty group behind each spelling tells which one fitted; a group around it would keep the
# engine from skipping by first letter (three times slower).
_RULE = re.compile("|".join(f"{spelling}()" for spelling, _ in _SPELLINGS))
_LETTERS = str.maketrans({**LETTER_SOUNDS, "<": ""})
_DOUBLED = re.compile(r"(.)\1+")
_DOUBLED_VOWEL = re.compile(r"([AEIU])\1+")
_VOWELS = dict.fromkeys(map(ord, "AEIU"))


def sounds(marked: str, *, unvowelled: bool = False) -> tuple[str, ...]:
    """All readings of one marked word, likeliest first, none twice.

    Doubled letters count once (Mohammed), except where vowels are missing between them (ممدوح).
    """
    readings = _readings(marked)
    doubled = _DOUBLED_VOWEL if unvowelled else _DOUBLED
    if all(len(options) == 1 for options in readings):
        return (doubled.sub(r"\1", "".join(options[0] for options in readings)),)
    return tuple(
        dict.fromkeys(doubled.sub(r"\1", "".join(reading)) for reading in product(*readings))
    )


def likeliest_sound(marked: str, *, unvowelled: bool = False) -> str:
    """The first of `sounds`, in less time."""
    doubled = _DOUBLED_VOWEL if unvowelled else _DOUBLED
    return doubled.sub(r"\1", "".join([options[0] for options in _readings(marked)]))


def _readings(marked: str) -> list[tuple[str, ...]]:
    """The word in pieces, each with its possible sounds."""
    readings: list[tuple[str, ...]] = []
    count, end = 1, 0
    plain = "<" + marked[:LONGEST_WORD]
    for match in _RULE.finditer(plain):
        options = _SOUNDS[(match.lastindex or 1) - 1]
        if count * len(options) > MOST_READINGS:
            options = options[:1]
        count *= len(options)
        if match.start() > end:
            readings.append((plain[end : match.start()].translate(_LETTERS),))
        readings.append(options)
        end = match.end()
    readings.append((plain[end:].translate(_LETTERS),))
    return readings


def bare(sound: str) -> str:
    """The skeleton of a sound."""
    if sound[:1] in ("A", "E", "I", "U"):
        return "a" + sound.translate(_VOWELS)
    return sound.translate(_VOWELS)
