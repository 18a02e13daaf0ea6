"""Letter tables: which Latin letters stand for a letter of another script, or for a marked one.

Words leave here *marked*: lower-case Latin letters and digits, plus the capital marks of `MARKS`
where one letter has more than one reading, or where the usual Latin spelling hides the sound.
What `anyascii` spells well (Georgian, Ethiopic, most accents) is left to it.
"""

from typing import NamedTuple


class Mark(NamedTuple):
    """What a mark becomes: in the transliteration, in the sort key, as plain letter, as sound."""

    roman: str
    sorting: str
    plain: str
    sounds: tuple[str, ...]


MARKS = {
    # Umlauts are spelled ae/oe/ue where there is none on the keyboard, a/o/u where nobody cares;
    # DIN 5007-1 sorts them as a/o/u.
    "A": Mark("ae", "a", "a", ("A",)),
    "O": Mark("oe", "o", "o", ("U",)),
    "U": Mark("ue", "u", "u", ("U",)),
    # ş š ś ș: typed as s, spoken as sch.
    "S": Mark("s", "s", "s", ("x",)),
    # ç č ć: typed as c, spoken as tsch.
    "C": Mark("c", "c", "c", ("x",)),
    # ž ż ź: typed as z, spoken like the French j; German papers write sch.
    "Z": Mark("z", "z", "z", ("j", "x", "s")),
    # đ: d in Vietnamese, dj in Croatian and Serbian.
    "J": Mark("d", "d", "d", ("t", "j")),
    # ch out of another script is always tsch; in Latin papers it may be the German or French ch.
    "T": Mark("ch", "ch", "ch", ("x",)),
    # Ukrainian г is h, Russian г is g; the same person's papers may show both.
    "G": Mark("h", "h", "h", ("h", "k")),
    "K": Mark("g", "g", "g", ("k", "h")),
    # ض is d for Arabs, z for Persians and Turks (Ramadan, Ramazan); ذ and ث likewise.
    "D": Mark("d", "d", "d", ("t", "s")),
    # و between consonants is a long u or the consonant w.
    "W": Mark("u", "u", "u", ("U", "v")),
    # ع is no letter in Latin papers, but mostly an a is heard.
    "E": Mark("a", "a", "a", ("A",)),
    # ه and ح beside a consonant: سهيل is Suhayl, not Shil.
    "H": Mark("h", "h", "h", ("h",)),
    # Keeps two letters apart that would be one sound: تسنيم is Tasnim.
    "-": Mark("", "", "", ("",)),
    # Pashto ښ is sh in Kandahar and kh in Peshawar.
    "X": Mark("sh", "sh", "sh", ("x", "h")),
}

APOSTROPHES = "'`´ʹʺʻʼʽʾʿˈˊˋ‘’‛′″\u02ee\u055a\u05f3\uff07"
# Directional and invisible signs come along when a name is copied out of a PDF.
INVISIBLE = (
    "\u00ad\u034f\u061c\u180e\u200b\u200d\u200e\u200f\u2060\ufeff"
    + "".join(map(chr, range(0x202A, 0x202F)))
    + "".join(map(chr, range(0x2066, 0x206A)))
)
# Vowel signs, shadda and the stretching stroke: most writers leave them out.
ARABIC_SIGNS = (
    "\u0640\u0670"
    + "".join(map(chr, range(0x064B, 0x0660)))
    + "".join(map(chr, range(0x6D6, 0x6DD)))
)

LATIN = {
    "ä": "A", "ö": "O", "ü": "U", "ß": "ss", "ø": "O", "æ": "A", "å": "a", "œ": "O",
    "ş": "S", "š": "S", "ś": "S", "ș": "S", "ŝ": "S",
    "ç": "C", "č": "C", "ć": "C", "ĉ": "C",
    "ž": "Z", "ż": "Z", "ź": "Z", "đ": "J", "ǧ": "j", "ł": "l", "ı": "i", "ə": "a",
    # Scholarly spellings of Arabic consonants that a passport writes with two letters.
    "ṯ": "th", "ḏ": "dh", "ḫ": "kh", "ġ": "gh",
}  # fmt: skip

_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z", "й": "i",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t",
    "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "T", "ш": "sh", "щ": "shT", "ъ": "", "ы": "y",
    "ь": "", "э": "e", "ю": "iu", "я": "ia", "є": "ie", "і": "i", "ї": "i", "ґ": "g",
    "ђ": "dj", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "C", "џ": "dzh", "ў": "u", "қ": "q", "ғ": "gh",
    "ә": "a", "ө": "o", "ү": "u", "ұ": "u", "һ": "h", "ң": "ng",
}  # fmt: skip
# The cabinet's decree 55 of 2010, by which Ukrainian passports are written.
UKRAINIAN = {**_CYRILLIC, "г": "G", "и": "y"}
# The passport rule of 2013.
RUSSIAN = {**_CYRILLIC, "г": "K", "и": "i"}
# Both write the soft vowels with y where a word begins.
CYRILLIC_INITIALS = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}

ARABIC = {
    "ا": "a", "أ": "a", "إ": "i", "آ": "a", "ٱ": "a", "ى": "a", "ء": "", "ئ": "i", "ؤ": "u",
    "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "H", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r",
    "ز": "z", "س": "s", "ش": "sh", "ص": "s", "ض": "D", "ط": "t", "ظ": "z", "ع": "E", "غ": "gh",
    "ف": "f", "ق": "q", "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "H", "ة": "a",
    # Which of u and w, i and y is meant, the neighbours decide: `spelling.arabic_spelling`.
    "و": "W", "ي": "Y",
    # Persian and Urdu
    "پ": "p", "چ": "T", "ژ": "zh", "گ": "g", "ک": "k", "ی": "Y", "ۀ": "eh", "ھ": "H", "ہ": "H",
    "ٹ": "t", "ڈ": "d", "ڑ": "r", "ے": "e", "ں": "n",
    # Pashto
    "ټ": "t", "ډ": "d", "ړ": "r", "ږ": "zh", "ښ": "X", "ځ": "z", "څ": "s", "ڼ": "n", "ګ": "g",
    "ې": "e", "ۍ": "ai",
    # Sorani Kurdish writes its vowels
    "ە": "e", "ێ": "e", "ۆ": "o", "ڤ": "v", "ڕ": "r", "ڵ": "l",
}  # fmt: skip
VOWELS_OF_SORANI = "ەێۆ"

# One key for the spellings of one word: alif with and without hamza, Persian and Arabic k and y,
# ta marbuta and the h that Persians and hurried writers put in its place.
SAME_ARABIC_LETTERS = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ئ": "ي", "ک": "ك", "ة": "ه",
    "ۀ": "ه", "ؤ": "و", "ء": "", "ہ": "ه", "ھ": "ه",
}  # fmt: skip
