"""Tidying what people and programs leave in cells, and recognising 'not stated'."""

import datetime as dt
import math
import re
import unicodedata
from functools import lru_cache

from geleit.gateway.caseload.fields import Cell, CellFault

# ZWNJ and ZWJ (U+200C, U+200D) stay: they shape Persian, Kurdish and Indic names.
_INVISIBLE = re.compile(
    "[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
)
_EXCEL_ESCAPE = re.compile(r"_x00([01][0-9A-Fa-f])_")
_SPACES = re.compile(r"[^\S\n]+")
_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_EDGES = " \n\u200c\u200d"


def words_of(text: str) -> frozenset[str]:
    """Return the words of a list that is written as one text."""
    return frozenset(text.split())


_NOT_STATED = words_of(
    """- -- --- – — _ . .. ... … ? ?? ??? / // ./. * x.x. k.a. ka k.a k/a keine_angabe keine_angaben
    keineangabe unbekannt unbek. unbek nicht_bekannt n.b. nb nicht_angegeben o.a. o.a oa ohne_angabe
    ohne_angaben ohne n.a. n/a na fehlt nichts kein keine none null nan
    weiss_nicht weiß_nicht not_stated unknown"""
)


def tidy_lines(value: Cell) -> str:
    """Return the cell as text without invisible characters, its line breaks kept."""
    if isinstance(value, str):
        return _tidy_text(value)
    return _plain(value)


def tidy(value: Cell) -> str:
    """Return the cell as one line of text without invisible characters."""
    return " ".join(tidy_lines(value).split("\n")).strip(_EDGES)


def is_blank(value: Cell) -> bool:
    """Whether nothing can be seen in the cell."""
    if value is None:
        return True
    return isinstance(value, str) and (not value or not tidy_lines(value))


def is_not_stated(text: str) -> bool:
    """Whether a tidied text is empty or one of the usual ways to say 'not stated'."""
    return not text or text.casefold().replace(" ", "_").replace("._", ".") in _NOT_STATED


def fold(text: str) -> str:
    """Reduce to lower-case Latin letters and digits, ä as ae, ß as ss, other marks dropped.

    Two spellings of one word come out equal; words in other scripts keep their letters.
    """
    return _fold(text)


@lru_cache(maxsize=4096)
def _fold(text: str) -> str:
    lowered = unicodedata.normalize("NFC", text).casefold()
    for mark, letters in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ı", "i")):
        lowered = lowered.replace(mark, letters)
    spread = unicodedata.normalize("NFKD", lowered)
    return "".join(letter for letter in spread if letter.isalnum())


def _tidy_text(value: str) -> str:
    if value.isascii() and value.isalnum():
        return value
    text = _EXCEL_ESCAPE.sub(_control_character, value) if "_x00" in value else value
    text = _LINE_ENDS.sub("\n", unicodedata.normalize("NFC", text))
    text = _INVISIBLE.sub("", text)
    if not text.isprintable():
        text = "".join(letter for letter in text if _can_stay(letter))
    lines = (_SPACES.sub(" ", line).strip(_EDGES) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _can_stay(letter: str) -> bool:
    """Control, surrogate and private characters go; spaces and line breaks stay for later."""
    return (
        letter == "\n" or letter.isspace() or unicodedata.category(letter) not in ("Cc", "Cs", "Co")
    )


def _control_character(match: re.Match[str]) -> str:
    return chr(int(match.group(1), 16))


def _plain(value: Cell) -> str:
    """Return what a spreadsheet would show for a cell that is not text."""
    if value is None:
        return ""
    if isinstance(value, CellFault):
        return str(value.value)
    if isinstance(value, bool):
        return "ja" if value else "nein"
    if isinstance(value, float):
        return _plain_number(value)
    if isinstance(value, dt.datetime):
        return (
            value.strftime("%d.%m.%Y")
            if value.time() == dt.time()
            else value.strftime("%d.%m.%Y %H:%M")
        )
    if isinstance(value, dt.date):
        return value.strftime("%d.%m.%Y")
    return str(value)


def _plain_number(value: float) -> str:
    if math.isfinite(value) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value).replace(".", ",")
