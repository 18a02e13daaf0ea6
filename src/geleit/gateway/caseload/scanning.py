"""Looking through the XML of a workbook before the reader sees it.

The reader lays out a sheet as a full rectangle and copies shared texts, so a few bytes can ask for
gigabytes. This pass sees every cell once, keeps nothing of its content, and refuses what would not
fit. It also finds the cells in which Excel shows an error, which the reader hands over as empty.
"""

import re
from dataclasses import dataclass, field
from typing import Any
from xml.parsers import expat

from geleit.gateway.caseload import refusals
from geleit.gateway.caseload.fields import cell_name
from geleit.gateway.caseload.limits import Limits

_REFERENCE = re.compile(r"([A-Za-z]{1,3})([1-9][0-9]{0,6})")
_ERRORS_KEPT = 100_000


@dataclass(slots=True)
class Findings:
    """What the parts of one workbook say about it."""

    # Name of each part that holds cells → row and column (from 0) of its error cells.
    error_cells: dict[str, set[tuple[int, int]]] = field(default_factory=dict)
    # Sheet name → relationship id, and relationship id → part, as the workbook lists them.
    sheet_relations: dict[str, str] = field(default_factory=dict)
    targets: dict[str, str] = field(default_factory=dict)
    shared_lengths: list[int] = field(default_factory=list)


class PartScanner:
    """Scans one part. Feed it the bytes as they come, then `finish`."""

    def __init__(self, name: str, findings: Findings, limits: Limits) -> None:
        self._findings = findings
        self._limits = limits
        self._errors = findings.error_cells.setdefault(name, set())
        self._row = self._column = 0
        self._last_row = self._last_column = 0
        self._rows_with_values = self._last_counted_row = 0
        self._cell_type = ""
        self._text_length = 0
        self._shared_length = -1
        self._number: list[str] | None = None
        self._merged = 0
        self._starts = {
            "row": self._start_row,
            "c": self._start_cell,
            "v": self._start_value,
            "is": self._start_value,
            "si": self._start_shared,
            "mergeCell": self._start_merged,
            "sheet": self._start_sheet,
        }
        if name.endswith("workbook.xml.rels"):
            self._starts["Relationship"] = self._start_relation
        self._ends = {"v": self._end_value, "is": self._end_value, "si": self._end_shared}
        self._parser = self._new_parser()

    def feed(self, piece: bytes) -> None:
        self._parse(piece, last=False)

    def finish(self) -> None:
        """Refuse a part that breaks off or whose rectangle is too large."""
        self._parse(b"", last=True)
        if self._last_row * self._last_column > self._limits.rectangle:
            raise refusals.SheetTooLarge(cell=cell_name(self._last_row, self._last_column - 1))

    def _new_parser(self) -> expat.XMLParserType:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        # No workbook has a document type; it is how entities that multiply or reach out are declared.
        parser.StartDoctypeDeclHandler = self._refuse_document_type
        return parser

    def _parse(self, piece: bytes, *, last: bool) -> None:
        try:
            self._parser.Parse(piece, last)
        except (expat.ExpatError, ValueError, LookupError) as error:
            raise refusals.DamagedFile from error

    def _refuse_document_type(self, *_: Any) -> None:
        raise refusals.DamagedFile

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        start = self._starts.get(name) or self._starts.get(name.rpartition(":")[2])
        if start:
            start(attributes)

    def _end(self, name: str) -> None:
        end = self._ends.get(name) or self._ends.get(name.rpartition(":")[2])
        if end:
            end()

    def _characters(self, text: str) -> None:
        if self._number is not None:
            self._number.append(text)
        elif self._shared_length >= 0:
            self._shared_length += len(text)

    def _start_row(self, attributes: dict[str, str]) -> None:
        self._row = int(attributes.get("r", self._row + 1))
        self._column = 0

    def _start_cell(self, attributes: dict[str, str]) -> None:
        self._cell_type = attributes.get("t", "")
        reference = attributes.get("r")
        if reference is None:
            self._column += 1
            return
        match = _REFERENCE.fullmatch(reference)
        if match is None:
            raise refusals.DamagedFile
        letters, digits = match.groups()
        self._row = int(digits)
        self._column = 0
        for letter in letters.upper():
            self._column = self._column * 26 + ord(letter) - ord("A") + 1

    def _start_value(self, attributes: dict[str, str]) -> None:
        """Count the cell into the rectangle; refuse at once what grows beyond the limits."""
        self._number = []
        self._last_row = max(self._last_row, self._row)
        self._last_column = max(self._last_column, self._column)
        if self._row != self._last_counted_row:
            self._last_counted_row = self._row
            self._rows_with_values += 1
        # A few lines above and below the list are not part of it.
        if self._rows_with_values > self._limits.rows + 100:
            raise refusals.TooManyRows(limit=f"{self._limits.rows:,}".replace(",", "."))
        if self._last_column > self._limits.columns:
            raise refusals.SheetTooLarge(cell=cell_name(self._row, self._column - 1))
        if self._cell_type == "e" and len(self._errors) < _ERRORS_KEPT:
            self._errors.add((self._row - 1, self._column - 1))

    def _end_value(self) -> None:
        content = "".join(self._number or ())
        self._number = None
        if self._cell_type == "s" and content:
            self._text_length += self._findings.shared_lengths[int(content)]
        else:
            self._text_length += len(content)
        if self._text_length > self._limits.sheet_text:
            raise refusals.SheetTooLarge(cell=cell_name(self._row, self._column - 1))

    def _start_shared(self, attributes: dict[str, str]) -> None:
        self._shared_length = 0

    def _end_shared(self) -> None:
        self._findings.shared_lengths.append(self._shared_length)
        self._shared_length = -1

    def _start_merged(self, attributes: dict[str, str]) -> None:
        self._merged += 1
        if self._merged > self._limits.merged_ranges:
            raise refusals.DamagedFile

    def _start_sheet(self, attributes: dict[str, str]) -> None:
        relation = next((value for key, value in attributes.items() if key.endswith(":id")), "")
        self._findings.sheet_relations[attributes.get("name", "")] = relation

    def _start_relation(self, attributes: dict[str, str]) -> None:
        self._findings.targets[attributes.get("Id", "")] = attributes.get("Target", "")
