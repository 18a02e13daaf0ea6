"""A file as sheets of cells, whatever it was: every row complete from column A and row 1."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import PurePath

from python_calamine import CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from geleit.gateway.caseload import refusals
from geleit.gateway.caseload.archive import clean_workbook
from geleit.gateway.caseload.delimited import decode, guess_delimiter, read_lines
from geleit.gateway.caseload.fields import Cell, CellFault
from geleit.gateway.caseload.limits import LIMITS, Limits
from geleit.gateway.caseload.opening import FileKind, OpenedFile

Area = tuple[tuple[int, int], tuple[int, int]]


class MergedAreas:
    """The merged areas of a sheet by the row they begin in. They are never spread out: one may
    span a million rows.
    """

    def __init__(self, areas: Iterable[Area] = ()) -> None:
        self._by_row: dict[int, list[Area]] = defaultdict(list)
        for area in sorted(areas):
            self._by_row[area[0][0]].append(area)

    def starting_in(self, row: int) -> list[Area]:
        """Return the areas whose first row, counted from 0, this is."""
        return self._by_row.get(row, [])


@dataclass(slots=True)
class Sheet:
    """One sheet. `rows` can be asked for again and again; each row begins in column A."""

    name: str
    rows: Callable[[], Iterator[list[Cell]]]
    # About how many rows there are; for showing progress only.
    height: int = 0
    is_hidden: bool = False
    merged: MergedAreas = field(default_factory=MergedAreas)


@contextmanager
def sheets_of(opened: OpenedFile, filename: str, limits: Limits = LIMITS) -> Iterator[list[Sheet]]:
    """Hand over all sheets of the file, hidden ones too, while the block lasts.

    Raises a `Refusal` for a workbook that is broken, dangerous or too large.
    """
    if opened.kind == FileKind.CSV:
        yield [_text_sheet(opened.content, filename)]
        return
    clean = clean_workbook(opened.content, limits)
    with clean.stream, _reader_errors(), CalamineWorkbook.from_filelike(clean.stream) as workbook:
        yield [
            _workbook_sheet(
                workbook.get_sheet_by_name(about.name),
                about.visible != SheetVisibleEnum.Visible,
                clean.error_cells(about.name),
            )
            for about in workbook.sheets_metadata
            if about.typ == SheetTypeEnum.WorkSheet
        ]


@contextmanager
def _reader_errors() -> Iterator[None]:
    """Turn every failure of the reader into a refusal, its panics too, which are no `Exception`."""
    try:
        yield
    except refusals.Refusal:
        raise
    except BaseException as error:
        module = type(error).__module__
        if module.startswith("python_calamine") or type(error).__name__ == "PanicException":
            raise refusals.DamagedFile from error
        raise


def _workbook_sheet(
    sheet: CalamineSheet, is_hidden: bool, errors: frozenset[tuple[int, int]]
) -> Sheet:
    left = sheet.start[1] if sheet.start else 0

    def rows() -> Iterator[list[Cell]]:
        padding: list[Cell] = [None] * left
        rows_with_errors = {row for row, _ in errors}
        for number, cells in enumerate(sheet.iter_rows()):
            row = padding + cells
            if number in rows_with_errors:
                row = [
                    CellFault.EXCEL_ERROR if (number, column) in errors else cell
                    for column, cell in enumerate(row)
                ]
            yield row

    height = sheet.end[0] + 1 if sheet.end else 0
    merged = MergedAreas(sheet.merged_cell_ranges or ())
    return Sheet(sheet.name, rows, height, is_hidden, merged)


def _text_sheet(content: bytes, filename: str) -> Sheet:
    text = decode(content)
    delimiter = guess_delimiter(text)

    def rows() -> Iterator[list[Cell]]:
        for number, line in enumerate(read_lines(text, delimiter)):
            is_direction = number == 0 and text[:4].lower() == "sep=" and len(line) < 3
            yield [] if is_direction else list(line)

    return Sheet(PurePath(filename).stem or "Liste", rows, text.count("\n") + 1)
