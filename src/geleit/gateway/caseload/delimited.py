"""CSV: finding out the encoding and the delimiter, and reading the lines."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from geleit.gateway.caseload import refusals
from geleit.gateway.caseload.opening import is_utf_16

_DELIMITERS = (";", "\t", ",", "|")
_LINES_TRIED = 60
# A cell with that many lines and delimiters is half a file behind a quote that was never closed.
_SWALLOWED = 20


def decode(content: bytes) -> str:
    """Turn the bytes into text: by their mark, as UTF-8, else as Windows wrote it in Germany."""
    for mark, encoding in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if content.startswith(mark):
            return _decode_strictly(content, encoding)
    if is_utf_16(content):
        return _decode_strictly(content, "utf-16-be" if content[0] == 0 else "utf-16-le")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        # Five bytes mean nothing in cp1252; a list that holds one is still worth reading.
        return content.decode("cp1252", errors="replace")


def guess_delimiter(text: str) -> str:
    """Choose the delimiter that cuts most of the first lines into the same number of cells."""
    if text[:4].lower() == "sep=" and len(text) > 5 and text[5] in "\r\n":
        return text[4]
    start = text[:200_000]
    return max(_DELIMITERS, key=lambda delimiter: _evenness(start, delimiter))


def read_lines(text: str, delimiter: str) -> Iterator[list[str]]:
    """Yield one list of cells per line as a spreadsheet would number them. Blank lines are empty lists."""
    if "\x00" in text:
        text = text.replace("\x00", "")
    try:
        for number, line in enumerate(_reader(text, delimiter), start=1):
            if any(_is_swallowed(cell, delimiter) for cell in line):
                raise refusals.UnclosedQuote(row=number)
            yield line
    except csv.Error as error:
        raise refusals.DamagedFile from error


def _decode_strictly(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise refusals.DamagedFile from error


def _evenness(start: str, delimiter: str) -> float:
    """Rate a delimiter: number of lines that agree on their width, more for wider lines."""
    try:
        widths = Counter(
            len(line) for line in islice(_reader(start, delimiter), _LINES_TRIED) if len(line) > 1
        )
    except csv.Error:
        return 0
    return max((count * (width - 1) ** 0.5 for width, count in widths.items()), default=0)


def _is_swallowed(cell: str, delimiter: str) -> bool:
    return "\n" in cell and cell.count("\n") > _SWALLOWED and cell.count(delimiter) > _SWALLOWED


def _reader(text: str, delimiter: str) -> Iterator[list[str]]:
    # Without the translation of line ends a break inside quotes stays part of its cell.
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
