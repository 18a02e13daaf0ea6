"""The way from a file to the people in it."""

import datetime as dt
from collections.abc import Callable
from pathlib import PurePath
from zoneinfo import ZoneInfo

from geleit.gateway.caseload import refusals
from geleit.gateway.caseload.choosing import ListOnSheet, choose_lists
from geleit.gateway.caseload.headings import Mapping
from geleit.gateway.caseload.limits import LIMITS, Limits
from geleit.gateway.caseload.opening import Source, open_file
from geleit.gateway.caseload.results import Caseload, SkippedRow
from geleit.gateway.caseload.row_kinds import kind_of_row
from geleit.gateway.caseload.row_reading import HouseholdCells, RowReader
from geleit.gateway.caseload.sheets import sheets_of
from geleit.gateway.caseload.text import is_blank, tidy
from geleit.gateway.caseload.values import Reading

# Called with the rows looked at and about how many there are.
Progress = Callable[[int, int], None]

_ROWS_BETWEEN_PROGRESS = 250


def read_caseload(
    source: Source,
    filename: str = "",
    mapping: Mapping | None = None,
    *,
    today: dt.date | None = None,
    progress: Progress | None = None,
    limits: Limits = LIMITS,
) -> Caseload:
    """Read a whole list: find it in the file, understand its columns, read every line.

    Nothing is written. Without a `mapping` the columns are guessed. Lines with a cell that cannot be
    read are among the rows, marked as staying out. Raises a `Refusal` where the file as a whole
    cannot be used.
    """
    name = filename or (PurePath(source).name if isinstance(source, (str, PurePath)) else "")
    day = today or dt.datetime.now(tz=ZoneInfo("Europe/Berlin")).date()
    opened = open_file(source, limits)
    with sheets_of(opened, name, limits) as sheets:
        lists, sheets_found = choose_lists(sheets, mapping, Reading(day))
        main = lists[0]
        mappings = {found.sheet.name: found.mapping for found in lists}
        caseload = Caseload(name, opened.kind, sheets_found, main.guesses, main.mapping, mappings)
        counter = _Counter(sum(found.sheet.height for found in lists), progress)
        for found in lists:
            _read_list(found, caseload, day, counter, limits)
        counter.finish()
    return caseload


class _Counter:
    """Tells how far the reading is, now and then."""

    def __init__(self, total: int, progress: Progress | None) -> None:
        self._total = total
        self._done = 0
        self._progress = progress

    def step(self) -> None:
        self._done += 1
        if self._progress and self._done % _ROWS_BETWEEN_PROGRESS == 0:
            self._progress(min(self._done, self._total), self._total)

    def finish(self) -> None:
        if self._progress:
            self._progress(self._total, self._total)


def _read_list(
    found: ListOnSheet, caseload: Caseload, today: dt.date, counter: _Counter, limits: Limits
) -> None:
    """Read the lines below the headings of one sheet into the caseload."""
    name = found.sheet.name
    reader = RowReader(name, found.mapping, found.headings, today)
    household = HouseholdCells(found.sheet.merged, found.mapping)
    after_blank = False
    for row, cells in enumerate(found.sheet.rows()):
        counter.step()
        if row < found.first_row:
            continue
        filled = household.fill(row, cells)
        if all(map(is_blank, cells)):
            after_blank = True
            continue
        areas = found.sheet.merged.starting_in(row)
        kind = kind_of_row(cells, found.mapping, found.heading_keys, areas, after_blank)
        if kind:
            text = next(tidy(cell) for cell in cells if not is_blank(cell))
            caseload.skipped.append(SkippedRow(name, row + 1, kind, text[:100]))
            continue
        after_blank = False
        caseload.rows.append(reader.read(row, filled))
        if len(caseload.rows) > limits.rows:
            raise refusals.TooManyRows(limit=f"{limits.rows:,}".replace(",", "."))
