"""What reading a caseload hands over: its sheets, columns, rows, and every cell that is in doubt."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from geleit.gateway.caseload import wording
from geleit.gateway.caseload.fields import Field, column_letter
from geleit.gateway.caseload.headings import ColumnGuess, Mapping
from geleit.gateway.caseload.opening import FileKind


@dataclass(frozen=True, slots=True)
class CellProblem:
    """One cell and what is to be said about it. `row` counts from 1, `column` from 0, as `letter` shows."""

    sheet: str
    row: int
    column: int
    heading: str
    value: str
    code: str
    reason: str

    @property
    def letter(self) -> str:
        return column_letter(self.column)

    def as_dict(self) -> dict[str, Any]:
        """Return the keys the command line prints."""
        return {
            "sheet": self.sheet,
            "row": self.row,
            "column": self.letter,
            "heading": self.heading,
            "value": self.value,
            "reason": self.reason,
        }


@dataclass(slots=True)
class CaseloadRow:
    """One line of the list, read.

    `fields` holds only what is stated; its keys are `Field` values. Names always stand under
    `family_name` and `given_name`, an address under its parts. With a problem the line stays out
    whole; a notice says what was assumed and keeps nothing out.
    """

    sheet: str
    row_number: int
    fields: dict[Field, Any] = field(default_factory=dict)
    problems: list[CellProblem] = field(default_factory=list)
    notices: list[CellProblem] = field(default_factory=list)

    @property
    def stays_out(self) -> bool:
        return bool(self.problems)


@dataclass(frozen=True, slots=True)
class SkippedRow:
    """A line with something in it that is no person: a sum, a repeated heading, a lone remark."""

    sheet: str
    row_number: int
    kind: str
    text: str

    @property
    def reason(self) -> str:
        return wording.SKIP_REASONS[self.kind]


@dataclass(frozen=True, slots=True)
class SheetFound:
    """A sheet of the file, whether it is read, and why."""

    name: str
    is_read: bool
    reason: str


@dataclass(slots=True)
class Caseload:
    """A whole file, read. `mapping` and `columns` are those of the main sheet."""

    filename: str
    kind: FileKind
    sheets: tuple[SheetFound, ...]
    columns: tuple[ColumnGuess, ...]
    mapping: Mapping
    # The mapping of each sheet that is read; another sheet may order the same headings differently.
    mappings: dict[str, Mapping]
    rows: list[CaseloadRow] = field(default_factory=list)
    skipped: list[SkippedRow] = field(default_factory=list)

    @property
    def good_rows(self) -> Iterator[CaseloadRow]:
        return (row for row in self.rows if not row.stays_out)

    @property
    def faulty_rows(self) -> Iterator[CaseloadRow]:
        return (row for row in self.rows if row.stays_out)

    @property
    def problems(self) -> Iterator[CellProblem]:
        return (problem for row in self.rows for problem in row.problems)

    @property
    def notices(self) -> Iterator[CellProblem]:
        return (notice for row in self.rows for notice in row.notices)
