"""Files as counsellors keep them and as attackers build them. All people in them are invented."""

import datetime as dt
import io
import zipfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

TODAY = dt.date(2026, 3, 1)

HEADINGS = [
    "Name",
    "Vorname",
    "Geb.-Datum",
    "Staatsangehörigkeit",
    "Aufenthaltsstatus",
    "Telefon",
    "Gemeinde",
]
PERSON = ["Muster", "Anna", "1.2.1990", "syrisch", "Duldung", "0171 1234567", "Musterdorf"]


def workbook(
    rows: Iterable[Sequence[Any]],
    *,
    title: str = "Liste",
    arrange: Callable[[Worksheet], None] | None = None,
) -> bytes:
    """Save the rows as an XLSX; `arrange` may merge cells and add to the sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    if arrange:
        arrange(sheet)
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def csv_text(rows: Iterable[Sequence[Any]], delimiter: str = ";") -> str:
    return "".join(delimiter.join(str(cell) for cell in row) + "\r\n" for row in rows)


def with_parts(content: bytes, parts: dict[str, bytes]) -> bytes:
    """Return the workbook with some of its parts replaced or added."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for entry in old.infolist():
            if entry.filename not in parts:
                new.writestr(entry.filename, old.read(entry))
        for name, part in parts.items():
            new.writestr(name, part)
    return stream.getvalue()


def sheet_xml(cells: str) -> bytes:
    """A worksheet part with the given rows."""
    namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<?xml version="1.0"?><worksheet xmlns="{namespace}"><sheetData>{cells}</sheetData></worksheet>'.encode()


def bomb(path: Path, content: bytes, part: str, size: int) -> None:
    """Write the workbook with one part replaced by zeros, streaming, so that nothing large is in memory."""
    zeros = bytes(1024 * 1024)
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for entry in old.infolist():
            if entry.filename != part:
                new.writestr(entry.filename, old.read(entry))
        with new.open(part, "w", force_zip64=True) as target:
            for _ in range(size // len(zeros)):
                target.write(zeros)
