"""The questions put to the database: few, each grouped in several ways at once (GROUPING SETS).

All of them read the views of migrations/0001_views.py and always name whose rows and which days, so that an index
answers; the sight inside the views is only the floor.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection

from geleit.statistics.periods import UNITS, Period
from geleit.statistics.queries.scopes import Part, Scope

# Columns grouped by; their values; what was counted for them.
Group = tuple[str, ...]
Counts = dict[Group, dict[tuple[Any, ...], tuple[int, ...]]]

DIMENSIONS = ("channel", "main_topic", "language", "interpreting", "funding_line_id")

TALKS = """
WITH talk AS (
    SELECT date_trunc('month', held_on::timestamp)::date AS month, channel, main_topic, language, interpreting,
           funding_line_id, counsellor_id, team_id, organisation_id, minutes, is_counted
    FROM statistics_talk WHERE {scope} AND held_on BETWEEN %(first)s AND %(last)s
)
SELECT {level}, {keys}
       count(*) FILTER (WHERE is_counted), coalesce(sum(minutes) FILTER (WHERE is_counted), 0),
       count(*) FILTER (WHERE is_counted AND minutes IS NULL), count(*) FILTER (WHERE NOT is_counted)
FROM talk GROUP BY {sets}
"""

# Each person once per group first, then the persons of each group: hashing twice beats count(DISTINCT), which sorts.
PERSONS = """
WITH person AS (
    SELECT client_id, date_trunc('month', held_on::timestamp)::date AS month,
           date_trunc('quarter', held_on::timestamp)::date AS quarter,
           date_trunc('year', held_on::timestamp)::date AS year, counsellor_id, team_id, organisation_id
    FROM statistics_participation WHERE {scope} AND held_on BETWEEN %(first)s AND %(last)s AND is_counted
), once AS (
    SELECT {level} AS level, {keys}client_id FROM person GROUP BY {sets}
)
SELECT level, {keys}count(*) FROM once GROUP BY {keys}level
"""

TOPICS = """
WITH talk AS (
    SELECT CASE WHEN topics = '{{}}' THEN ARRAY['']::varchar[] ELSE topics END AS topics,
           counsellor_id, team_id, organisation_id
    FROM statistics_talk WHERE {scope} AND held_on BETWEEN %(first)s AND %(last)s AND is_counted
)
SELECT {level}, {keys}count(*) FROM talk CROSS JOIN unnest(topics) AS topic GROUP BY {sets}
"""

BESIDES = """
SELECT 'short_contacts', {level}, {keys}count(*), coalesce(sum(minutes), 0), 0
FROM statistics_shortcontact WHERE {scope} AND held_on BETWEEN %(first)s AND %(last)s GROUP BY {sets}
UNION ALL
SELECT 'group_events', {level}, {keys}count(*), coalesce(sum(minutes), 0), coalesce(sum(head_count), 0)
FROM statistics_groupevent WHERE {scope} AND held_on BETWEEN %(first)s AND %(last)s GROUP BY {sets}
UNION ALL
SELECT 'cases', {level}, {keys}count(*) FILTER (WHERE started_on >= %(first)s),
       count(*) FILTER (WHERE started_on < %(first)s), count(*) FILTER (WHERE ended_on <= %(last)s)
FROM statistics_case
WHERE {scope} AND started_on <= %(last)s AND (ended_on IS NULL OR ended_on >= %(first)s) GROUP BY {sets}
"""


def talks(scope: Scope, period: Period, *, detail: Part | None = None) -> Counts:
    """Talks: how many count, their minutes, how many lack minutes, how many do not count.

    By month, by each dimension, by each part of the scope; and for each of the `detail` parts by each dimension.
    """
    sets: list[Group] = [(), ("month",), *_single(DIMENSIONS), *_single(scope.parts)]
    if detail:
        sets += [(dimension, detail) for dimension in DIMENSIONS]
    return _sorted(_rows(TALKS, scope, period, sets), sets)


def topics(scope: Scope, period: Period, *, detail: Part | None = None) -> Counts:
    """Counted talks by topic; a talk counts in each of its topics, one without any in ''."""
    sets: list[Group] = [("topic",)]
    if detail:
        sets.append(("topic", detail))
    return _sorted(_rows(TOPICS, scope, period, sets), sets)


def persons(scope: Scope, period: Period) -> Counts:
    """Distinct persons with a counted talk: in all, by month, quarter and year, and by each part of the scope."""
    sets: list[Group] = [(), *_single(UNITS), *_single(scope.parts)]
    return _sorted(_rows(PERSONS, scope, period, sets, always=("client_id",)), sets)


def besides(scope: Scope, period: Period) -> dict[str, Counts]:
    """What stands beside talks, in all and by each part of the scope.

    `short_contacts`: number and minutes. `group_events`: number, minutes and heads. `cases`: begun in the period,
    begun before, and how many of both ended in it.
    """
    sets: list[Group] = [(), *_single(scope.parts)]
    rows: dict[str, list[Sequence[Any]]] = defaultdict(list)
    for what, *row in _rows(BESIDES, scope, period, sets):
        rows[what].append(row)
    return {what: _sorted(rows[what], sets) for what in ("short_contacts", "group_events", "cases")}


def _single(columns: Iterable[str]) -> list[Group]:
    return [(column,) for column in columns]


def _columns(sets: Iterable[Group]) -> tuple[str, ...]:
    """All columns grouped by, each once."""
    return tuple(dict.fromkeys(column for group in sets for column in group))


def _rows(
    question: str, scope: Scope, period: Period, sets: Sequence[Group], always: Group = ()
) -> list[tuple[Any, ...]]:
    """Ask a question. All names put into its text are constants of this package, all values are parameters."""
    columns = _columns(sets)
    text = question.format(
        scope=f"{scope.column} = %(id)s"
        if len(scope.ids) == 1
        else f"{scope.column} = ANY(%(ids)s)",
        level=f"GROUPING({', '.join(columns)})" if columns else "0",
        keys="".join(f"{column}, " for column in columns),
        sets="GROUPING SETS ("
        + ", ".join(f"({', '.join([*always, *group])})" for group in sets)
        + ")",
    )
    values: dict[str, Any] = {
        "first": period.first,
        "last": period.last,
        "id": scope.ids[0],
        "ids": list(scope.ids),
    }
    with connection.cursor() as cursor:
        cursor.execute(text, values)
        return cursor.fetchall()


def _sorted(rows: Iterable[Sequence[Any]], sets: Sequence[Group]) -> Counts:
    """Put rows of (level, *columns, *counts) under the columns they are grouped by.

    PostgreSQL tells these by the level: one bit a column, set where the column is not grouped by.
    """
    columns = _columns(sets)
    by_level = {_level(columns, group): group for group in sets}
    counts: Counts = {group: {} for group in sets}
    for level, *rest in rows:
        group = by_level[level]
        key = tuple(rest[columns.index(column)] for column in group)
        counts[group][key] = tuple(int(value) for value in rest[len(columns) :])
    return counts


def _level(columns: Group, group: Group) -> int:
    return sum(1 << place for place, column in enumerate(reversed(columns)) if column not in group)
