"""The figures of a scope in a period, as pages, workbooks and commands show them.

Definitions: docs/reference/figures.md. Every breakdown adds up to the number of talks, except by topic, where a
talk counts in each of its topics.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from geleit.statistics.periods import UNITS, Period, Unit, start_of, stretch_label
from geleit.statistics.queries import counting
from geleit.statistics.queries.counting import Counts
from geleit.statistics.queries.naming import Names, names_of
from geleit.statistics.queries.scopes import Part, Scope

# How each breakdown is called, and the column it is grouped by.
BREAKDOWNS = {
    "topic": "topic",
    "main_topic": "main_topic",
    "channel": "channel",
    "language": "language",
    "interpreting": "interpreting",
    "funding_line": "funding_line_id",
}


@dataclass(frozen=True)
class Totals:
    """What is counted for the whole of a scope, and for each of its parts."""

    talks: int = 0
    minutes: int = 0
    talks_without_minutes: int = 0
    talks_not_counted: int = 0
    distinct_persons: int = 0
    short_contacts: int = 0
    short_contact_minutes: int = 0
    group_events: int = 0
    group_event_minutes: int = 0
    group_heads: int = 0
    cases_new: int = 0
    cases_continued: int = 0
    cases_ended: int = 0

    @property
    def cases_active(self) -> int:
        """Cases that had not ended when the period did."""
        return self.cases_new + self.cases_continued - self.cases_ended


@dataclass(frozen=True)
class Row:
    """One row of a breakdown; an empty code means 'not stated'."""

    code: str
    label: str
    talks: int


@dataclass(frozen=True)
class Stretch:
    """A month, quarter or year within the period, by its first day. It may reach beyond; only the period counts."""

    start: dt.date
    label: str
    talks: int
    persons: int


@dataclass(frozen=True)
class PartFigures:
    """One counsellor, team or carrier. `pk` is None for cases nobody is responsible for."""

    pk: int | None
    name: str
    totals: Totals
    breakdowns: Mapping[str, tuple[Row, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Figures:
    """Everything counted for one scope in one period."""

    scope: Scope
    period: Period
    totals: Totals
    stretches: Mapping[Unit, tuple[Stretch, ...]]
    breakdowns: Mapping[str, tuple[Row, ...]]
    parts: Mapping[Part, tuple[PartFigures, ...]]

    def persons_per(self, unit: Unit) -> int:
        """Persons of each month, quarter or year, added up: who came in three months counts three times."""
        return sum(stretch.persons for stretch in self.stretches[unit])

    @property
    def counsellors(self) -> tuple[PartFigures, ...]:
        return self.parts.get("counsellor_id", ())


@dataclass(frozen=True)
class _Counted:
    """The database's answers."""

    talks: Counts
    topics: Counts
    persons: Counts
    besides: Mapping[str, Counts]

    def totals(self, *part: Any) -> Totals:
        """Totals of a part, given as (column, id), or of the whole."""
        group, key = ((part[0],), (part[1],)) if part else ((), ())
        return Totals(
            *self.talks[group].get(key, (0, 0, 0, 0)),
            *self.persons[group].get(key, (0,)),
            *self.besides["short_contacts"][group].get(key, (0, 0))[:2],
            *self.besides["group_events"][group].get(key, (0, 0, 0)),
            *self.besides["cases"][group].get(key, (0, 0, 0)),
        )

    def ids(self, column: Part) -> set[int | None]:
        """All counsellors, teams or carriers that appear anywhere."""
        answers = [self.talks, self.persons, *self.besides.values()]
        return {key[0] for counts in answers for key in counts[(column,)]}

    def talks_by(self, column: str) -> dict[Any, int]:
        """Number of talks by the values of a column."""
        counts = self.topics if column == "topic" else self.talks
        return {key[0]: numbers[0] for key, numbers in counts[(column,)].items()}

    def talks_of_each(self, part: Part, column: str) -> dict[int, dict[Any, int]]:
        """For each part the number of talks by the values of a column."""
        counts = self.topics if column == "topic" else self.talks
        found: dict[int, dict[Any, int]] = defaultdict(dict)
        for (value, pk), numbers in counts[(column, part)].items():
            found[pk][value] = numbers[0]
        return found


def figures(scope: Scope, period: Period, *, detailed: bool = False) -> Figures:
    """Count a scope, which was made for who looks; with `detailed` each of its finest parts by every breakdown, too.

    Five queries. Below them the views show only what is in the sight of the present transaction.
    """
    detail = scope.detail if detailed else None
    counted = _Counted(
        talks=counting.talks(scope, period, detail=detail),
        topics=counting.topics(scope, period, detail=detail),
        persons=counting.persons(scope, period),
        besides=counting.besides(scope, period),
    )
    ids = {part: counted.ids(part) for part in scope.parts}
    if scope.kind == "county":
        ids["organisation_id"] |= set(scope.ids)
    names = names_of({part: [pk for pk in found if pk] for part, found in ids.items()})
    whole, each = _breakdowns(counted, names, period, detail)
    return Figures(
        scope=scope,
        period=period,
        totals=counted.totals(),
        stretches={unit: _stretches(counted, period, unit) for unit in UNITS},
        breakdowns=whole,
        parts={
            part: _parts(counted, names, part, ids[part], each if part == detail else {})
            for part in scope.parts
        },
    )


Breakdowns = Mapping[str, tuple[Row, ...]]


def _breakdowns(
    counted: _Counted, names: Names, period: Period, detail: Part | None
) -> tuple[Breakdowns, Mapping[int, Breakdowns]]:
    """The breakdowns of the whole and, if asked for, of each part; all have the same rows."""
    whole: dict[str, tuple[Row, ...]] = {}
    each: dict[int, dict[str, tuple[Row, ...]]] = defaultdict(dict)
    for name, column in BREAKDOWNS.items():
        talks = counted.talks_by(column)
        listed = names.rows(name, talks, period)
        whole[name] = _rows(listed, talks)
        if detail:
            for pk, own in counted.talks_of_each(detail, column).items():
                each[pk][name] = _rows(listed, own)
    return whole, each


def _rows(listed: Iterable[tuple[str, str, str]], talks: Mapping[Any, int]) -> tuple[Row, ...]:
    """Rows as listed; a missing funding line is 'not stated' like an empty code."""
    written = {"" if value is None else str(value): number for value, number in talks.items()}
    return tuple(Row(code, label, written.get(value, 0)) for value, code, label in listed)


def _parts(
    counted: _Counted,
    names: Names,
    part: Part,
    ids: set[int | None],
    breakdowns: Mapping[int, Breakdowns],
) -> tuple[PartFigures, ...]:
    """The parts by name; cases nobody is responsible for stand last."""
    found = [
        PartFigures(
            pk,
            names.parts[part].get(pk, "") if pk else _("nobody responsible"),
            counted.totals(part, pk),
            breakdowns.get(pk, {}) if pk else {},
        )
        for pk in ids
    ]
    return tuple(sorted(found, key=lambda one: (one.pk is None, one.name.casefold(), one.pk or 0)))


def _stretches(counted: _Counted, period: Period, unit: Unit) -> tuple[Stretch, ...]:
    talks: dict[dt.date, int] = defaultdict(int)
    for month, number in counted.talks_by("month").items():
        talks[start_of(month, unit)] += number
    persons = {key[0]: numbers[0] for key, numbers in counted.persons[(unit,)].items()}
    return tuple(
        Stretch(start, stretch_label(start, unit), talks.get(start, 0), persons.get(start, 0))
        for start in period.starts(unit)
    )
