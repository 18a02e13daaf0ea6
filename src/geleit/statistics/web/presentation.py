"""Figures as a page shows them: numbers in words, rows for bars, shares, tables."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from geleit.organisations.models import Organisation
from geleit.statistics.definitions import DEFINITIONS, Definition
from geleit.statistics.periods import UNITS, Period, Unit
from geleit.statistics.queries.figures import (
    BREAKDOWNS,
    Figures,
    PartFigures,
    Row,
    Stretch,
    Totals,
)
from geleit.statistics.queries.scopes import Part

# More bars than this in a time series are read by nobody: quarters or years take their place.
MOST_BARS = 24


@dataclass(frozen=True)
class Number:
    """One key figure: what it is called and means, its value, and what else there is to say."""

    definition: Definition
    written: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Chart:
    """One breakdown as rows for the bar chart: label, number, text."""

    definition: Definition
    rows: tuple[tuple[str, int, str], ...]


@dataclass(frozen=True)
class SeriesRow:
    """A month, quarter or year; `share` is the length of its bar in per cent."""

    label: str
    talks: str
    persons: str
    share: str


@dataclass(frozen=True)
class Cell:
    """A number of a table; on a phone its column's name stands beside it."""

    label: str
    text: str


@dataclass(frozen=True)
class PartRow:
    """One counsellor, team or carrier."""

    name: str
    url: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class PartTable:
    """Figures by counsellor, team or carrier, with the whole in the last row."""

    title: str
    definition: Definition | None
    headings: tuple[str, ...]
    rows: tuple[PartRow, ...]
    whole: PartRow


@dataclass(frozen=True)
class Shown:
    """All that `_figures.html` needs."""

    numbers: tuple[tuple[Number, ...], ...]
    is_empty: bool
    series_title: str
    series: tuple[SeriesRow, ...]
    charts: tuple[Chart, ...]
    tables: tuple[PartTable, ...]


def shown(figures: Figures, carriers: Sequence[Organisation], today: dt.date) -> Shown:
    """Make figures ready for the page. `carriers` are those that have a page of their own for the viewer."""
    totals = figures.totals
    return Shown(
        numbers=tuple(_numbers(figures)),
        is_empty=not any((totals.talks, totals.short_contacts, totals.group_events)),
        series_title=_series_title(_series_unit(figures)),
        series=_series(figures, today),
        charts=tuple(_chart(name, figures) for name in BREAKDOWNS),
        tables=tuple(
            _table(part, rows, figures, carriers)
            for part, rows in figures.parts.items()
            if len(rows) > (part != figures.scope.detail)
        ),
    )


def _numbers(figures: Figures) -> Iterator[tuple[Number, ...]]:
    """Key figures in groups: contacts, cases, and apart from both the sums in which people count repeatedly."""
    totals = figures.totals
    heads = _("%(count)s attendances") % {"count": _written(totals.group_heads)}
    yield (
        _number("talks", totals, *_talk_notes(totals)),
        _number("distinct_persons", totals),
        _number("short_contacts", totals),
        _number("group_events", totals, *([heads] if totals.group_events else [])),
    )
    cases = ("cases_new", "cases_continued", "cases_ended", "cases_active")
    yield tuple(_number(name, totals) for name in cases)
    several = [unit for unit in UNITS if len(figures.stretches[unit]) > 1]
    if several:
        yield tuple(
            Number(DEFINITIONS[f"persons_per_{unit}"], _written(figures.persons_per(unit)))
            for unit in several
        )


def _number(name: str, totals: Totals, *notes: str) -> Number:
    return Number(DEFINITIONS[name], _written(getattr(totals, name)), notes)


def _talk_notes(totals: Totals) -> Iterator[str]:
    """How long the talks took, and what is left out of the figure."""
    if totals.minutes:
        yield _duration(totals.minutes)
    if totals.talks_without_minutes:
        yield _("%(count)s without duration") % {"count": _written(totals.talks_without_minutes)}
    if totals.talks_not_counted:
        yield _("%(count)s more do not count") % {"count": _written(totals.talks_not_counted)}


def _series_unit(figures: Figures) -> Unit:
    fitting = (unit for unit in UNITS if len(figures.stretches[unit]) <= MOST_BARS)
    return next(fitting, "year")


def _series_title(unit: Unit) -> str:
    return {"month": _("By month"), "quarter": _("By quarter"), "year": _("By year")}[unit]


def _series(figures: Figures, today: dt.date) -> tuple[SeriesRow, ...]:
    """Months, quarters or years up to today; none if there is only one."""
    found = [one for one in figures.stretches[_series_unit(figures)] if one.start <= today]
    most = max((one.talks for one in found), default=0)
    return tuple(_series_row(one, most) for one in found) if len(found) > 1 else ()


def _series_row(stretch: Stretch, most: int) -> SeriesRow:
    # SVG wants a point, whatever the language.
    share = f"{100 * stretch.talks / most:.1f}" if most else "0"
    return SeriesRow(stretch.label, _written(stretch.talks), _written(stretch.persons), share)


def _chart(name: str, figures: Figures) -> Chart:
    """The rows that occur, most talks first, 'not stated' last and always there."""
    rows = figures.breakdowns[name]
    stated = sorted((row for row in rows if row.code and row.talks), key=lambda row: -row.talks)
    kept = [*stated, *(row for row in rows if not row.code)]
    return Chart(DEFINITIONS[name], tuple(_bar(row, figures.totals.talks) for row in kept))


def _bar(row: Row, talks: int) -> tuple[str, int, str]:
    share = f"{100 * row.talks / talks:.0f}" if talks else "0"
    return row.label, row.talks, f"{_written(row.talks)} · {share} %"


def _table(
    part: Part, rows: Iterable[PartFigures], figures: Figures, carriers: Sequence[Organisation]
) -> PartTable:
    definition = DEFINITIONS["counsellor"] if part == "counsellor_id" else None
    title, heading = {
        "counsellor_id": (_("By counsellor"), pgettext("above a column of names", "Counsellor")),
        "team_id": (_("By team"), _("Team")),
        "organisation_id": (_("By carrier"), _("Carrier")),
    }[part]
    urls = _urls(part, rows, carriers, figures.period)
    return PartTable(
        title=title,
        definition=definition,
        headings=(heading, *(cell.label for cell in _cells(figures.totals))),
        rows=tuple(PartRow(row.name, urls.get(row.pk, ""), _cells(row.totals)) for row in rows),
        whole=PartRow(_("All together"), "", _cells(figures.totals)),
    )


def _cells(totals: Totals) -> tuple[Cell, ...]:
    events = _written(totals.group_events)
    if totals.group_events:
        events = f"{events} ({_written(totals.group_heads)})"
    return (
        Cell(_("Talks"), _written(totals.talks)),
        Cell(_("Persons"), _written(totals.distinct_persons)),
        Cell(_("Duration"), _duration(totals.minutes)),
        Cell(_("Short contacts"), _written(totals.short_contacts)),
        Cell(_("Group events (people)"), events),
        Cell(_("Cases new"), _written(totals.cases_new)),
        Cell(_("continued"), _written(totals.cases_continued)),
        Cell(_("ended"), _written(totals.cases_ended)),
        Cell(_("active"), _written(totals.cases_active)),
    )


def _urls(
    part: Part, rows: Iterable[PartFigures], carriers: Sequence[Organisation], period: Period
) -> Mapping[int | None, str]:
    """Pages of the parts, for the same period. Who sees a carrier sees its teams."""
    if part == "team_id":
        pages = {row.pk: reverse("statistics:team-figures", args=[row.pk]) for row in rows}
    elif part == "organisation_id":
        pages = {one.pk: reverse("statistics:carrier-figures", args=[one.slug]) for one in carriers}
    else:
        return {}
    return {pk: f"{url}?{period.query}" for pk, url in pages.items()}


def _duration(minutes: int) -> str:
    """Hours and minutes in words."""
    if not minutes:
        return "0"
    parts = {"hours": _written(minutes // 60), "minutes": minutes % 60}
    return _("%(hours)s h %(minutes)s min") % parts


def _written(number: int) -> str:
    return number_format(number, force_grouping=True)
