"""Which sheets of a file hold the list, and what their columns mean."""

from dataclasses import dataclass
from itertools import islice

from geleit.gateway.caseload import refusals, wording
from geleit.gateway.caseload.fields import NAME_FIELDS, Cell, Field, column_letter
from geleit.gateway.caseload.heading_rows import (
    ROWS_SEARCHED,
    HeadingRows,
    find_headings,
    headings_at,
)
from geleit.gateway.caseload.headings import ColumnGuess, Mapping, guess_columns, mapping_of
from geleit.gateway.caseload.results import SheetFound
from geleit.gateway.caseload.sheets import Sheet
from geleit.gateway.caseload.text import fold, is_blank
from geleit.gateway.caseload.values import Reading

_ROWS_SAMPLED = 40
_SAME_HEADINGS = 0.8


@dataclass(frozen=True, slots=True)
class ListOnSheet:
    """A sheet that is read: its headings and what its columns mean."""

    sheet: Sheet
    found: HeadingRows
    mapping: Mapping
    guesses: tuple[ColumnGuess, ...]
    heading_keys: frozenset[str]

    @property
    def first_row(self) -> int:
        """The first row, from 0, below the headings."""
        return self.found.rows[-1] + 1 if self.found.rows else 0

    @property
    def headings(self) -> dict[int, str]:
        return {column: " ".join(text.split()) for column, text in enumerate(self.found.texts)}


def choose_lists(
    sheets: list[Sheet], mapping: Mapping | None, reading: Reading
) -> tuple[list[ListOnSheet], tuple[SheetFound, ...]]:
    """Return the main list, then every sheet with the same headings, and what was said of each sheet.

    Raises `NoTableFound`, or `MappingNotUsable` where a chosen mapping does not fit the file.
    """
    tops = {sheet.name: _top_of(sheet) for sheet in sheets}
    if mapping is None:
        lists = [found for sheet in sheets if (found := _list_on(sheet, tops[sheet.name], reading))]
        if not lists:
            raise refusals.NoTableFound
        # Most columns understood, then most rows; of equals the first in the file.
        main = max(
            lists, key=lambda found: (len(found.mapping.columns), min(found.sheet.height, 1000))
        )
    else:
        main = _mapped_list(sheets, tops, mapping, reading)
    chosen = [main, *_same_lists(main, sheets, tops)]
    return chosen, tuple(_said_of(sheet, tops[sheet.name], chosen) for sheet in sheets)


def _top_of(sheet: Sheet) -> list[list[Cell]]:
    return list(islice(sheet.rows(), ROWS_SEARCHED + _ROWS_SAMPLED))


def _list_on(sheet: Sheet, top: list[list[Cell]], reading: Reading) -> ListOnSheet | None:
    """Understand a sheet by its headings. Hidden sheets are old copies and calculations."""
    if sheet.is_hidden:
        return None
    found = find_headings(top, sheet.merged)
    if found is None:
        return None
    guesses, order = guess_columns(found, _samples(found, top), reading)
    if not NAME_FIELDS & {guess.field for guess in guesses}:
        return None
    return ListOnSheet(
        sheet, found, mapping_of(sheet.name, found, guesses, order), guesses, _keys(found, top)
    )


def _samples(found: HeadingRows, top: list[list[Cell]]) -> list[list[Cell]]:
    start = found.rows[-1] + 1 if found.rows else 0
    rows = (row for row in top[start:] if not all(map(is_blank, row)))
    return list(islice(rows, _ROWS_SAMPLED))


def _keys(found: HeadingRows, top: list[list[Cell]]) -> frozenset[str]:
    """The headings as read and as they stand line by line, to know them when they come again."""
    cells = (cell for row in found.rows for cell in top[row] if isinstance(cell, str))
    return found.keys | {key for key in map(fold, cells) if key}


def _mapped_list(
    sheets: list[Sheet], tops: dict[str, list[list[Cell]]], mapping: Mapping, reading: Reading
) -> ListOnSheet:
    """Take the sheet, headings and columns the user chose."""
    sheet = next((sheet for sheet in sheets if sheet.name == mapping.sheet), None)
    if sheet is None:
        raise refusals.MappingNotUsable(detail=f"Das Blatt „{mapping.sheet}“ gibt es nicht.")
    top = tops[sheet.name]
    width = max((len(row) for row in top), default=0)
    missing = [column for column in mapping.columns if not 0 <= column < width]
    if missing:
        raise refusals.MappingNotUsable(
            detail=f"Die Spalte {column_letter(max(missing[0], 0))} gibt es nicht."
        )
    found = _chosen_headings(mapping, top, sheet, width)
    guesses = _as_chosen(guess_columns(found, _samples(found, top), reading)[0], mapping.columns)
    return ListOnSheet(sheet, found, mapping, guesses, _keys(found, top))


def _chosen_headings(
    mapping: Mapping, top: list[list[Cell]], sheet: Sheet, width: int
) -> HeadingRows:
    rows = tuple(number - 1 for number in mapping.heading_rows)
    if not rows:
        return HeadingRows((), ("",) * width)
    is_block = len(rows) <= 2 and rows[-1] - rows[0] == len(rows) - 1
    if not is_block or not 0 <= rows[0] <= rows[-1] < min(len(top), ROWS_SEARCHED):
        raise refusals.MappingNotUsable(detail="Die Zeile mit den Überschriften gibt es nicht.")
    return headings_at(rows, top, sheet.merged)


def _as_chosen(
    guesses: tuple[ColumnGuess, ...], columns: dict[int, Field]
) -> tuple[ColumnGuess, ...]:
    """Show the columns as the user chose them."""
    reason = wording.guess_reason("chosen")
    return tuple(
        ColumnGuess(
            guess.index, guess.heading, columns.get(guess.index), 1.0, reason, guess.samples
        )
        for guess in guesses
    )


def _same_lists(
    main: ListOnSheet, sheets: list[Sheet], tops: dict[str, list[list[Cell]]]
) -> list[ListOnSheet]:
    """Find the further sheets that are the same kind of list, one per year or place for instance."""
    same = []
    for sheet in sheets:
        if sheet.name == main.sheet.name or sheet.is_hidden or not main.found.keys:
            continue
        found = find_headings(tops[sheet.name], sheet.merged)
        if found is None or not _has_same_headings(found, main.found):
            continue
        columns = _translated(main, found)
        if NAME_FIELDS & set(columns.values()):
            rows = tuple(row + 1 for row in found.rows)
            mapping = Mapping(sheet.name, columns, rows, main.mapping.name_order)
            same.append(ListOnSheet(sheet, found, mapping, (), _keys(found, tops[sheet.name])))
    return same


def _has_same_headings(found: HeadingRows, main: HeadingRows) -> bool:
    shared = len(found.keys & main.keys)
    return shared >= _SAME_HEADINGS * len(main.keys) and shared >= _SAME_HEADINGS * len(found.keys)


def _translated(main: ListOnSheet, found: HeadingRows) -> dict[int, Field]:
    """Carry the meaning over by heading, so that the columns may stand in another order."""
    waiting: dict[str, list[Field]] = {}
    for column, meant in sorted(main.mapping.columns.items()):
        waiting.setdefault(fold(main.found.texts[column]), []).append(meant)
    columns: dict[int, Field] = {}
    for column, text in enumerate(found.texts):
        fields = waiting.get(fold(text))
        if fields:
            columns[column] = fields.pop(0)
    return columns


def _said_of(sheet: Sheet, top: list[list[Cell]], chosen: list[ListOnSheet]) -> SheetFound:
    main = chosen[0].sheet.name
    if sheet.name == main:
        return SheetFound(sheet.name, True, wording.SHEET_REASONS["read"])
    if any(found.sheet.name == sheet.name for found in chosen):
        return SheetFound(
            sheet.name, True, wording.SHEET_REASONS["same_headings"].format(name=main)
        )
    if sheet.is_hidden:
        reason = "hidden"
    elif all(is_blank(cell) for row in top for cell in row):
        reason = "empty"
    elif find_headings(top, sheet.merged) is None:
        reason = "no_headings"
    else:
        reason = "other_headings"
    return SheetFound(sheet.name, False, wording.SHEET_REASONS[reason].format(name=main))
