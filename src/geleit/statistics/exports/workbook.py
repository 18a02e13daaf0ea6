"""Figures as a workbook: a sheet to hand in, an overview, and what each figure means."""

import datetime as dt
import io
from collections.abc import Sequence

import xlsxwriter
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from geleit.shared.spreadsheet import harmless
from geleit.statistics.definitions import DEFINITIONS
from geleit.statistics.exports.report_sheet import write_report
from geleit.statistics.exports.sheet import Formats, Sheet
from geleit.statistics.periods import UNITS
from geleit.statistics.queries.figures import BREAKDOWNS, Figures

# The name that the state's template for key figures gives this sheet (VwV Integrationsmanagement), in any language.
REPORT_SHEET = "Auswertung Zeitraum"

OVERVIEW = (
    "talks",
    "minutes",
    "talks_without_minutes",
    "talks_not_counted",
    "distinct_persons",
    "short_contacts",
    "group_events",
    "group_heads",
    "cases_new",
    "cases_continued",
    "cases_ended",
    "cases_active",
)


def workbook(figures: Figures, made_at: dt.datetime) -> bytes:
    """The workbook of detailed figures. Texts are cells of text: nothing a person typed is ever run."""
    out = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"title": harmless(figures.scope.name), "author": "Geleit"})
        formats = Formats(book)
        heading = _heading(figures, made_at)
        write_report(Sheet(book, REPORT_SHEET, formats), heading, figures)
        _write_overview(Sheet(book, _("Overview"), formats), heading, figures)
        _write_definitions(Sheet(book, _("Definitions"), formats))
    return out.getvalue()


def _heading(figures: Figures, made_at: dt.datetime) -> list[tuple[str, str]]:
    """What every sheet says first: whose figures, of when, made when."""
    first, last = figures.period.first, figures.period.last
    return [
        (_("Carrier") if figures.scope.kind == "carrier" else _("Figures of"), figures.scope.name),
        (_("Period"), f"{date_format(first, 'd.m.Y')} – {date_format(last, 'd.m.Y')}"),
        (_("Created at"), date_format(made_at, "d.m.Y H:i")),
    ]


def _write_overview(sheet: Sheet, heading: Sequence[tuple[str, str]], figures: Figures) -> None:
    sheet.print_on_a4(landscape=False)
    sheet.page.set_column(0, 0, 44)
    sheet.page.set_column(1, 2, 14)
    sheet.heading(_("Overview"), heading)
    for name in OVERVIEW:
        sheet.row(DEFINITIONS[name].label, getattr(figures.totals, name))
    for unit in UNITS:
        sheet.row(DEFINITIONS[f"persons_per_{unit}"].label, figures.persons_per(unit))
    sheet.skip()
    sheet.titles(_("Month"), _("Talks"), _("Persons"))
    for stretch in figures.stretches["month"]:
        sheet.row(stretch.label, stretch.talks, stretch.persons)
    for name in BREAKDOWNS:
        sheet.skip()
        sheet.titles(DEFINITIONS[name].label, _("Talks"))
        for row in figures.breakdowns[name]:
            sheet.row(row.label, row.talks)
    teams = figures.parts.get("team_id", ())
    if teams:
        sheet.skip()
        sheet.titles(_("Team"), _("Talks"), _("Persons"))
        for team in teams:
            sheet.row(team.name, team.totals.talks, team.totals.distinct_persons)


def _write_definitions(sheet: Sheet) -> None:
    sheet.print_on_a4(landscape=True)
    sheet.page.set_column(0, 0, 34)
    sheet.page.set_column(1, 1, 96)
    sheet.titles(_("Figure"), _("What is counted"))
    for definition in DEFINITIONS.values():
        sheet.row(definition.label, definition.text, wrapped=True)


def file_name(figures: Figures) -> str:
    """What the workbook is called when somebody saves it."""
    return f"kennzahlen-{figures.scope.slug}-{figures.period.first}-{figures.period.last}.xlsx"
