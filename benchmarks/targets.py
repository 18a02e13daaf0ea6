"""What was aimed at (docs/reference/speed.md shows it beside what was measured)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.results import MOST_QUERIES, RECORD_WHOLE

Parts = dict[str, dict[str, Any]]
_READ = ("day page", "client list", "search", "client file")


@dataclass(frozen=True)
class Target:
    """One aim: what is measured, the bound in words, the measured figure in words, whether it holds."""

    what: str
    bound: str
    measured: str
    holds: bool


def targets(parts: Parts) -> list[Target]:
    """All aims for which there is a measurement."""
    made: list[Target] = []
    for part, make in _MAKERS:
        if part in parts:
            made += make(parts[part])
    return made


def _alone(result: dict[str, Any]) -> list[Target]:
    pages = [who["pages"] for who in result["alone"]]
    everybody = result["sees everything"]["pages"]["search"]["p95"]
    return [
        _at_most(
            "day page, client list, search, client file: p95 alone",
            _worst(pages, _READ, "p95"),
            60,
            "ms",
        ),
        _at_most(
            "record a talk, form and saving together: p95 alone",
            _worst(pages, [RECORD_WHOLE], "p95"),
            100,
            "ms",
        ),
        _at_most("search of somebody who sees everybody: p95 alone", everybody, 50, "ms"),
        _at_most(
            "queries a page",
            _worst(pages, [p for p in pages[0] if p != RECORD_WHOLE], "queries"),
            MOST_QUERIES,
        ),
    ]


def _loaded(result: dict[str, Any]) -> list[Target]:
    load = result["data"]["load"]
    return [_at_most("load the demo data", load["seconds"], 240, "s")] if load else []


def _mix(result: dict[str, Any]) -> list[Target]:
    mix = result["mix"]
    what = f"the same pages at {mix['rate']:.0f} requests/s ({mix['counsellors']:,} counsellors at work): p95"
    return [_at_most(what, _worst([mix["pages"]], _READ, "p95"), 150, "ms")]


def _ramp(result: dict[str, Any]) -> list[Target]:
    highest = result["ramp"]["highest"]
    what = f"highest rate with p95 ≤ {result['ramp']['limit_ms']:.0f} ms"
    return [Target(what, "≥ 130 requests/s", f"{highest:.0f} requests/s", highest >= 130)]


def _scales(result: dict[str, Any]) -> list[Target]:
    ratio = growth(result, "county")
    times = (
        result["data"]["rows"]["casework_counsellingsession"]
        / result["scales"]["county"][0]["all_talks"]
    )
    return [
        _at_most(
            f"the same pages with {times:.0f} times the data: slowest page's p50 ratio", ratio, 1.3
        )
    ]


def growth(result: dict[str, Any], scale: str) -> float:
    """How much longer the typical counsellor's pages take than with less data; the page that grew most."""
    small, large = result["scales"][scale][0]["pages"], result["alone"][0]["pages"]
    return round(max(large[page]["p50"] / small[page]["p50"] for page in large), 2)


def _worst(pages: Sequence[dict[str, Any]], names: Sequence[str], figure: str) -> float:
    return max(each[name][figure] for each in pages for name in names)


def _at_most(what: str, measured: float, bound: float, unit: str = "") -> Target:
    def words(figure: float) -> str:
        return f"{figure:g} {unit}".rstrip()

    return Target(what, f"≤ {words(bound)}", words(measured), measured <= bound)


_MAKERS: tuple[tuple[str, Callable[[dict[str, Any]], list[Target]]], ...] = (
    ("alone", _alone),
    ("alone", _loaded),
    ("mix", _mix),
    ("ramp", _ramp),
    ("scales", _scales),
)
