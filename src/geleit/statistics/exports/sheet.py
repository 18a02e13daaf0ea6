"""A sheet that is written from top to bottom."""

from collections.abc import Sequence
from typing import Any

import xlsxwriter

from geleit.shared.spreadsheet import harmless

A4 = 9  # Excel's number for the paper size


class Formats:
    """The few looks of cells a workbook needs."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        line = {"bottom": 1, "bottom_color": "#9AA5B8"}
        self.big = book.add_format({"bold": True, "font_size": 14})
        self.soft = book.add_format({"font_color": "#4A5568"})
        self.note = book.add_format({"font_color": "#4A5568", "italic": True})
        self.text = book.add_format({"valign": "top"})
        self.wrapped = book.add_format({"valign": "top", "text_wrap": True})
        self.number = book.add_format({"num_format": "#,##0", "valign": "top"})
        self.title = book.add_format({"bold": True, **line})
        self.group = book.add_format(
            {"bold": True, "bg_color": "#E8EBF7", "left": 1, "left_color": "#9AA5B8"}
        )
        self.group_rest = book.add_format({"bg_color": "#E8EBF7"})
        self.turned = book.add_format(
            {"rotation": 90, "valign": "bottom", "align": "center", **line}
        )
        self.sum_text = book.add_format({"bold": True, "top": 1})
        self.sum_number = book.add_format({"bold": True, "top": 1, "num_format": "#,##0"})


class Sheet:
    """Writes rows one below the other; `line` is the next free one."""

    def __init__(self, book: xlsxwriter.Workbook, name: str, formats: Formats) -> None:
        self.page = book.add_worksheet(name)
        self.formats = formats
        self.line = 0

    def print_on_a4(self, *, landscape: bool) -> None:
        """Set paper, margins (inches) and page numbers."""
        self.page.set_paper(A4)
        if landscape:
            self.page.set_landscape()
        self.page.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
        self.page.set_footer("&L&A&R&P / &N")

    def heading(self, title: str, lines: Sequence[tuple[str, str]]) -> None:
        """A large title, and below it lines of a name and its value; then an empty line."""
        self._put(0, title, self.formats.big)
        self.line += 1
        for name, value in lines:
            self._put(0, f"{name}: {value}", self.formats.soft)
            self.line += 1
        self.skip()

    def note(self, text: str) -> None:
        self._put(0, text, self.formats.note)
        self.line += 1

    def titles(self, *names: Any) -> None:
        """A row of column titles."""
        for column, name in enumerate(names):
            self._put(column, name, self.formats.title)
        self.line += 1

    def row(self, *values: Any, wrapped: bool = False, is_sum: bool = False) -> None:
        """A row of values: numbers as numbers, everything else as text."""
        formats = self.formats
        text = formats.sum_text if is_sum else formats.wrapped if wrapped else formats.text
        number = formats.sum_number if is_sum else formats.number
        for column, value in enumerate(values):
            self._put(column, value, number if isinstance(value, int) else text)
        self.line += 1

    def skip(self) -> None:
        self.line += 1

    def _put(self, column: int, value: Any, look: Any) -> None:
        if isinstance(value, int):
            self.page.write_number(self.line, column, value, look)
        else:
            self.page.write_string(self.line, column, harmless(str(value)), look)
