"""Results on disk, one file a run, and as a table on the terminal."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent / "results"
MOST_QUERIES = 15
RECORD_WHOLE = "record: form and save"

Result = dict[str, Any]


def write(result: Result, folder: Path) -> Path:
    """Write a result as `<day>-<what>.json`; a later run of the same kind on the same day replaces it."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{result['day']}-{result['what']}.json"
    file.write_text(json.dumps(result, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return file


def newest(folder: Path = FOLDER) -> dict[str, Result]:
    """For each part of a measurement the newest result that holds it."""
    results: list[Result] = [
        json.loads(file.read_text(encoding="utf-8")) for file in folder.glob("*.json")
    ]
    found: dict[str, Result] = {}
    for result in sorted(results, key=lambda result: result["finished_at"]):
        found |= dict.fromkeys(result["parts"], result)
    return found


def table(headings: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """Columns side by side: the first to the left, numbers to the right."""
    lines = [[str(cell) for cell in row] for row in [list(headings), *rows]]
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if column else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )


PAGE_HEADINGS = (
    "page",
    "n",
    "p50 ms",
    "p95 ms",
    "max ms",
    "bytes",
    "queries",
    "database ms",
    "web cpu ms",
    "database cpu ms",
)
_COSTS = ("database_ms", "web_processor_ms", "database_processor_ms")
CROWD_HEADINGS = ("page", "n", "p50 ms", "p95 ms", "max ms")
STEP_HEADINGS = ("requests/s", "served/s", "p50 ms", "p95 ms", "failed")


def page_rows(pages: dict[str, Result]) -> list[list[object]]:
    """One row for each page measured alone."""
    return [
        [
            page,
            *_times(found),
            found["bytes"],
            found["queries"],
            *(f"{found[cost]:.1f}" for cost in _COSTS),
        ]
        for page, found in pages.items()
    ]


def crowd_rows(figures: Result) -> list[list[object]]:
    """One row for each page of a mix, all together last."""
    return [
        [page, *_times(found)]
        for page, found in [*figures["pages"].items(), ("all", figures["all"])]
    ]


def step_rows(steps: Iterable[Result]) -> list[list[object]]:
    """One row for each rate of a ramp."""
    return [
        [
            f"{step['rate']:.0f}",
            f"{step['served_per_second']:.1f}",
            f"{step['all']['p50']:.0f}",
            f"{step['all']['p95']:.0f}",
            sum(step["failures"].values()),
        ]
        for step in steps
    ]


def _times(found: Result) -> list[object]:
    return [found["number"], *(f"{found[name]:.0f}" for name in ("p50", "p95", "longest"))]


def queries_above(pages: dict[str, Result], most: int) -> list[str]:
    """Pages with too many queries; the form and its saving are two requests and count apart."""
    return [
        f"{page}: {found['queries']} queries"
        for page, found in pages.items()
        if page != RECORD_WHOLE and found["queries"] > most
    ]
