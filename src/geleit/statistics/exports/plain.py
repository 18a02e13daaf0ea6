"""Figures as plain values for programs, such as JSON. The keys are documented in docs/reference/figures.md."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from geleit.statistics.periods import UNITS, Unit
from geleit.statistics.queries.figures import Figures, PartFigures, Row, Totals

NOT_STATED = "not_stated"


def plain_figures(figures: Figures) -> dict[str, Any]:
    """The figures with English keys. Codes stand for themselves, missing ones are `not_stated`."""
    return {
        "organisation": {"slug": figures.scope.slug, "name": figures.scope.name},
        "from": figures.period.first.isoformat(),
        "to": figures.period.last.isoformat(),
        **_totals(figures.totals),
        "persons_per_period": {unit: figures.persons_per(unit) for unit in UNITS},
        **{f"by_{unit}": _stretches(figures, unit) for unit in UNITS},
        **_breakdowns(figures.breakdowns.items()),
        "by_team": [_part(part) for part in figures.parts.get("team_id", ())],
        "by_counsellor": [_part(part) for part in figures.parts.get("counsellor_id", ())],
    }


def _totals(totals: Totals) -> dict[str, int]:
    return {**asdict(totals), "cases_active": totals.cases_active}


def _stretches(figures: Figures, unit: Unit) -> list[dict[str, Any]]:
    return [
        {
            "start": stretch.start.isoformat(),
            "talks": stretch.talks,
            "distinct_persons": stretch.persons,
        }
        for stretch in figures.stretches[unit]
    ]


def _breakdowns(breakdowns: Iterable[tuple[str, tuple[Row, ...]]]) -> dict[str, dict[str, int]]:
    return {
        f"by_{name}": {row.code or NOT_STATED: row.talks for row in rows}
        for name, rows in breakdowns
    }


def _part(part: PartFigures) -> dict[str, Any]:
    return {
        "id": part.pk,
        "name": part.name,
        **_totals(part.totals),
        **_breakdowns(part.breakdowns.items()),
    }
