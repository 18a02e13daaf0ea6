"""Writing the file again with the reasons beside the cells, for correcting and taking over once more.

The copy is built from the values read, not from the file: no formula, macro or link of the input
reaches it, and what begins like a formula is written as text.
"""

import datetime as dt
import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from geleit.gateway.caseload import wording
from geleit.gateway.caseload.fields import Cell
from geleit.gateway.caseload.headings import Mapping
from geleit.gateway.caseload.limits import LIMITS, Limits
from geleit.gateway.caseload.opening import Source, open_file
from geleit.gateway.caseload.results import Caseload, CellProblem
from geleit.gateway.caseload.row_reading import HouseholdCells
from geleit.gateway.caseload.sheets import Sheet, sheets_of
from geleit.gateway.caseload.text import fold, is_blank, tidy

_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_LONGEST_TEXT = 32_767
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_FIRST_DAY = dt.date(1900, 3, 1)
_FORBIDDEN_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

Problems = dict[int, list[CellProblem]]


def write_marked_copy(
    source: Source,
    caseload: Caseload,
    target: str | BinaryIO,
    *,
    problems: Iterable[CellProblem] | None = None,
    only_faulty_rows: bool = False,
    limits: Limits = LIMITS,
) -> None:
    """Write `source` as XLSX with each faulty cell marked and the reasons at the end of its line.

    `problems` are those of the caseload unless others are given. The rows keep their numbers, except
    with `only_faulty_rows`: then only titles, headings and faulty lines remain, and the hint names
    the line of the original. The copy is read again like any list; its hint column is passed over.
    """
    by_sheet: dict[str, Problems] = defaultdict(lambda: defaultdict(list))
    for problem in caseload.problems if problems is None else problems:
        by_sheet[problem.sheet][problem.row - 1].append(problem)
    names: set[str] = set()
    opened = open_file(source, limits)
    with (
        sheets_of(opened, caseload.filename, limits) as sheets,
        xlsxwriter.Workbook(target, _OPTIONS) as book,
    ):
        formats = _Formats.of(book)
        for sheet in sheets:
            faulty = by_sheet.get(sheet.name, {})
            if only_faulty_rows and not faulty:
                continue
            page = book.add_worksheet(_sheet_name(sheet.name, names))
            _SheetCopy(
                page, sheet, formats, caseload.mappings.get(sheet.name), faulty, only_faulty_rows
            ).write()
        if not names:
            book.add_worksheet()


@dataclass(frozen=True, slots=True)
class _Formats:
    text: Format
    day: Format
    moment: Format
    time: Format
    heading: Format
    hint: Format
    faulty: Format
    faulty_day: Format

    @classmethod
    def of(cls, book: Workbook) -> "_Formats":
        mark = {"bg_color": "#FFD9D6", "border": 1, "border_color": "#C0392B"}
        # The quote prefix keeps text that begins like a formula text, even when it is edited.
        as_text = {"num_format": "@", "quote_prefix": True}
        return cls(
            text=book.add_format(as_text),
            day=book.add_format({"num_format": "dd.mm.yyyy"}),
            moment=book.add_format({"num_format": "dd.mm.yyyy hh:mm"}),
            time=book.add_format({"num_format": "[hh]:mm"}),
            heading=book.add_format({"bold": True, "text_wrap": True, "valign": "top"}),
            hint=book.add_format({"text_wrap": True, "font_color": "#8E1B12"}),
            faulty=book.add_format(mark | as_text),
            faulty_day=book.add_format(mark | {"num_format": "dd.mm.yyyy"}),
        )


@dataclass(slots=True)
class _SheetCopy:
    """Copies one sheet row by row; only the row at hand is in memory."""

    page: Worksheet
    sheet: Sheet
    formats: _Formats
    mapping: Mapping | None
    problems: Problems
    only_faulty_rows: bool

    def write(self) -> None:
        heading_rows = (
            {number - 1 for number in self.mapping.heading_rows} if self.mapping else set()
        )
        last_heading = max(heading_rows, default=-1)
        hint_column = self._hint_column(heading_rows)
        self.page.set_column(0, max(hint_column - 1, 0), 16)
        self.page.set_column(hint_column, hint_column, 60)
        written = 0
        for row, cells in self._rows():
            if self.only_faulty_rows and row > last_heading and row not in self.problems:
                continue
            self._write_row(written, row, cells, row in heading_rows, hint_column)
            if row == last_heading:
                self.page.write_string(
                    written, hint_column, wording.HINT_HEADING, self.formats.heading
                )
                self.page.freeze_panes(written + 1, 0)
            written += 1

    def _rows(self) -> Iterator[tuple[int, list[Cell]]]:
        """Yield the rows with shared household cells filled, since the copy merges nothing downwards."""
        household = HouseholdCells(self.sheet.merged, self.mapping) if self.mapping else None
        for row, cells in enumerate(self.sheet.rows()):
            is_empty = all(map(is_blank, cells))
            filled = household.fill(row, cells) if household else cells
            yield row, cells if is_empty else filled

    def _hint_column(self, heading_rows: set[int]) -> int:
        """Put the hints behind the last column, or in place of the hints of an earlier copy."""
        width = 0
        for row, cells in enumerate(self.sheet.rows()):
            if row in heading_rows:
                for column, cell in enumerate(cells):
                    if fold(tidy(cell)) == fold(wording.HINT_HEADING):
                        return column
            width = max(width, len(cells))
        return width

    def _write_row(
        self, written: int, row: int, cells: list[Cell], is_heading: bool, hint_column: int
    ) -> None:
        problems = self.problems.get(row, [])
        faulty = {problem.column for problem in problems}
        self._merge_across(written, row)
        for column, cell in enumerate(cells):
            if column != hint_column:
                self._write_cell(written, column, cell, column in faulty, is_heading)
        if not problems:
            return
        for problem in problems:
            self._mark(written, problem, cells)
        self.page.write_string(written, hint_column, self._hint(problems), self.formats.hint)

    def _merge_across(self, written: int, row: int) -> None:
        """Keep headings and titles merged across columns; they say which columns belong together."""
        free = 0
        for (_, left), (_, right) in self.sheet.merged.starting_in(row):
            if left >= free and right > left:
                self.page.merge_range(written, left, written, right, "")
                free = right + 1

    def _write_cell(
        self, row: int, column: int, cell: Cell, is_faulty: bool, is_heading: bool
    ) -> None:
        formats = self.formats
        if cell is None or cell == "":
            return
        if isinstance(cell, bool):
            self.page.write_boolean(row, column, cell, formats.faulty if is_faulty else None)
        elif isinstance(cell, (int, float)) and math.isfinite(cell):
            self.page.write_number(row, column, cell, formats.faulty if is_faulty else None)
        elif isinstance(cell, (dt.date, dt.time, dt.timedelta)) and _is_excel_time(cell):
            self.page.write_datetime(
                row, column, cell, formats.faulty_day if is_faulty else self._time_format(cell)
            )
        else:
            text = cell if isinstance(cell, str) else tidy(cell)
            plain = (
                formats.heading if is_heading else formats.text if _is_like_formula(text) else None
            )
            self.page.write_string(
                row, column, _writable(text), formats.faulty if is_faulty else plain
            )

    def _time_format(self, cell: dt.date | dt.time | dt.timedelta) -> Format:
        if isinstance(cell, dt.datetime):
            return self.formats.moment
        return self.formats.day if isinstance(cell, dt.date) else self.formats.time

    def _mark(self, row: int, problem: CellProblem, cells: list[Cell]) -> None:
        """Comment the faulty cell, and colour it where it is empty and so not yet written."""
        is_empty = problem.column >= len(cells) or is_blank(cells[problem.column])
        if is_empty:
            self.page.write_blank(row, problem.column, None, self.formats.faulty)
        self.page.write_comment(
            row, problem.column, problem.reason, {"author": "Geleit", "x_scale": 2}
        )

    def _hint(self, problems: list[CellProblem]) -> str:
        told = (f"{problem.heading or problem.letter}: {problem.reason}" for problem in problems)
        origin = f"Zeile {problems[0].row}: " if self.only_faulty_rows else ""
        return _writable(origin + " ".join(told))


def _is_excel_time(cell: dt.date | dt.time | dt.timedelta) -> bool:
    """Excel counts days from 1900 and its February of that year is wrong."""
    if isinstance(cell, dt.timedelta):
        return cell >= dt.timedelta()
    if isinstance(cell, dt.time):
        return True
    return (cell.date() if isinstance(cell, dt.datetime) else cell) >= _FIRST_DAY


def _is_like_formula(text: str) -> bool:
    return text.startswith(_FORMULA_STARTS)


def _writable(text: str) -> str:
    return _NOT_IN_XML.sub("", text)[:_LONGEST_TEXT]


def _sheet_name(name: str, taken: set[str]) -> str:
    """Make a name that a workbook accepts and that is not used yet."""
    plain = _FORBIDDEN_IN_NAMES.sub("_", name).strip("' ")[:31].strip("' ") or "Liste"
    number = 1
    unique = plain
    while unique.casefold() in taken:
        number += 1
        unique = f"{plain[:26]} ({number})"
    taken.add(unique.casefold())
    return unique
