"""The sheet «Auswertung Zeitraum»: one row per counsellor, wide, printed on A4 landscape with the names repeated."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from geleit.shared.spreadsheet import harmless
from geleit.statistics.definitions import DEFINITIONS
from geleit.statistics.exports.sheet import Sheet
from geleit.statistics.queries.figures import Figures, Row, Totals

SUMMARY = (
    "talks",
    "minutes",
    "distinct_persons",
    "short_contacts",
    "group_events",
    "group_heads",
    "cases_new",
    "cases_continued",
    "cases_ended",
    "cases_active",
)
BREAKDOWNS = ("funding_line", "topic", "channel", "language", "interpreting")
NAME_WIDTH, DATE_WIDTH, NUMBER_WIDTH = 30, 11, 6
TITLE_HEIGHT = 132
# At this size so many columns of numbers fit on a printed page beside the name.
PRINT_SCALE = 80
COLUMNS_PER_PAGE = 22
DATE_COLUMNS = 2
# The dates take the room of four numbers.
ROOM_OF_DATES = 4


@dataclass(frozen=True)
class Group:
    """Columns that belong together under one title."""

    title: str
    columns: tuple[str, ...]


def write_report(sheet: Sheet, heading: Sequence[tuple[str, str]], figures: Figures) -> None:
    """Write the sheet: heading, notes, titles, a row each, and the sum of all."""
    groups = _groups(figures)
    _set_up_page(sheet, groups)
    sheet.heading(_("Key figures of the period"), heading)
    for text in _notes(figures):
        sheet.note(text)
    sheet.skip()
    first_title = sheet.line
    _write_titles(sheet, groups, _name_title(figures))
    sheet.page.freeze_panes(sheet.line, 1)
    sheet.page.repeat_rows(first_title, sheet.line - 1)
    dates = (date_format(figures.period.first, "d.m.Y"), date_format(figures.period.last, "d.m.Y"))
    for part in figures.parts[figures.scope.detail] if figures.scope.detail else ():
        sheet.row(part.name, *dates, *_numbers(part.totals, part.breakdowns, figures.breakdowns))
    whole = _numbers(figures.totals, figures.breakdowns, figures.breakdowns)
    name = _("All together") if figures.scope.detail else figures.scope.name
    sheet.row(name, *dates, *whole, is_sum=True)


def _name_title(figures: Figures) -> str:
    return (
        _("Carrier")
        if figures.scope.kind == "county"
        else pgettext("above a column of names", "Counsellor")
    )


def _notes(figures: Figures) -> Iterator[str]:
    yield str(DEFINITIONS["talks"].text)
    yield str(DEFINITIONS["topic"].text)
    if figures.scope.detail == "counsellor_id":
        yield str(DEFINITIONS["counsellor"].text)
    yield _("All definitions are on the last sheet.")


def _groups(figures: Figures) -> list[Group]:
    summary = Group(_("In the period"), tuple(str(DEFINITIONS[name].label) for name in SUMMARY))
    return [
        summary,
        *(
            Group(
                str(DEFINITIONS[name].label), tuple(row.label for row in figures.breakdowns[name])
            )
            for name in BREAKDOWNS
        ),
    ]


def _numbers(
    totals: Totals, own: Mapping[str, tuple[Row, ...]], all_rows: Mapping[str, tuple[Row, ...]]
) -> Iterator[int]:
    """A row's numbers in the order of the columns; zeros for who held no talk."""
    for name in SUMMARY:
        yield getattr(totals, name)
    for name in BREAKDOWNS:
        rows: Iterable[Row] = own.get(name, ())
        yield from [row.talks for row in rows] or [0] * len(all_rows[name])


def _set_up_page(sheet: Sheet, groups: Sequence[Group]) -> None:
    count = sum(len(group.columns) for group in groups)
    sheet.print_on_a4(landscape=True)
    sheet.page.set_column(0, 0, NAME_WIDTH)
    sheet.page.set_column(1, DATE_COLUMNS, DATE_WIDTH)
    sheet.page.set_column(1 + DATE_COLUMNS, DATE_COLUMNS + count, NUMBER_WIDTH)
    sheet.page.set_print_scale(PRINT_SCALE)
    sheet.page.repeat_columns(0, 0)
    sheet.page.set_v_pagebreaks(_page_breaks(groups))


def _page_breaks(groups: Sequence[Group]) -> list[int]:
    """Columns a printed page begins with: whole groups together as long as they fit."""
    breaks = []
    column, used = 1 + DATE_COLUMNS, ROOM_OF_DATES
    for group in groups:
        if used and used + len(group.columns) > COLUMNS_PER_PAGE:
            breaks.append(column)
            used = 0
        for offset in range(COLUMNS_PER_PAGE, len(group.columns), COLUMNS_PER_PAGE):
            breaks.append(column + offset)
        column += len(group.columns)
        used = (used + len(group.columns)) % COLUMNS_PER_PAGE
    return breaks


def _write_titles(sheet: Sheet, groups: Sequence[Group], name_title: str) -> None:
    """Two rows: the groups, and below them the columns, turned upright."""
    formats = sheet.formats
    column = 1 + DATE_COLUMNS
    for group in groups:
        # Not merged: a merged cell cannot be printed across a page break.
        sheet.page.write_string(sheet.line, column, harmless(group.title), formats.group)
        for place in range(1, len(group.columns)):
            sheet.page.write_blank(sheet.line, column + place, None, formats.group_rest)
        for place, title in enumerate(group.columns):
            sheet.page.write_string(sheet.line + 1, column + place, harmless(title), formats.turned)
        column += len(group.columns)
    sheet.page.set_row(sheet.line + 1, TITLE_HEIGHT)
    sheet.line += 1
    sheet.titles(name_title, _("Period from"), _("Period to"))
