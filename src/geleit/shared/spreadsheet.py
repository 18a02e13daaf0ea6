"""Tables people take along: XLSX and CSV of what a list shows.

Texts never become formulas: a cell that a spreadsheet program would run is written as text.
"""

import csv
import datetime as dt
import io
from collections.abc import Iterable, Sequence
from typing import Any

import xlsxwriter
from django.http import HttpResponse

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# What spreadsheet programs take for the start of a formula (OWASP, CSV injection).
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
SHEET_NAME_LENGTH = 31


def harmless(value: Any) -> Any:
    """The value as a cell that no program runs: texts that look like formulas get an apostrophe in front."""
    if isinstance(value, str) and value.startswith(FORMULA_STARTS):
        return f"'{value}"
    return value


def answer(
    kind: str, name: str, headings: Sequence[str], rows: Iterable[Sequence[Any]]
) -> HttpResponse:
    """The table as a download; `kind` is «xlsx» or «csv», `name` the file's name without its ending."""
    written = as_xlsx(name, headings, rows) if kind == "xlsx" else as_csv(headings, rows)
    response = HttpResponse(
        written, content_type=XLSX if kind == "xlsx" else "text/csv; charset=utf-8"
    )
    response["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
    response["Cache-Control"] = "no-store"
    return response


def as_csv(headings: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    """Semicolons and a byte order mark, as German spreadsheet programs expect."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows([harmless(_text(value)) for value in row] for row in rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8")


def as_xlsx(sheet: str, headings: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    """One sheet with a fixed, filterable heading row; dates and numbers stay dates and numbers."""
    out = io.BytesIO()
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "default_date_format": "dd.mm.yyyy",
        "remove_timezone": True,
    }
    with xlsxwriter.Workbook(out, options) as book:
        page = book.add_worksheet(sheet[:SHEET_NAME_LENGTH])
        bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        page.freeze_panes(1, 0)
        page.set_column(0, len(headings) - 1, 18)
        page.write_row(0, 0, headings, bold)
        last = 0
        for last, row in enumerate(rows, start=1):
            for column, value in enumerate(row):
                _write(page, last, column, value)
        page.autofilter(0, 0, last, len(headings) - 1)
    return out.getvalue()


def _write(page: Any, row: int, column: int, value: Any) -> None:
    if value is None or value == "":
        return
    if isinstance(value, dt.date | dt.time):
        page.write_datetime(row, column, value)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        page.write_number(row, column, value)
    else:
        page.write_string(row, column, harmless(str(value)))


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, dt.date):
        return f"{value:%d.%m.%Y}"
    return f"{value:%H:%M}" if isinstance(value, dt.time) else str(value)
