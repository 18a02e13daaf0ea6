"""Write docs/reference/speed.md from the newest results.

python -m benchmarks.report            writes it
python -m benchmarks.report --check    fails if it differs from what would be written
"""

import sys
from collections.abc import Iterable
from typing import Any

from benchmarks import results
from benchmarks.results import CROWD_HEADINGS, FOLDER, PAGE_HEADINGS, STEP_HEADINGS
from benchmarks.targets import Parts, growth, targets

PAGE = FOLDER.parents[1] / "docs" / "reference" / "speed.md"

_OPENING = """# Speed

<!-- Made by `python -m benchmarks.report` from benchmarks/results/; do not change it by hand. -->

Measured with `make bench`: the demo data of a whole state, the server as `geleit serve` starts it (role
`geleit_app`, row security on, second factor asked for), requests over HTTP with a signed-in counsellor's session.
Static files are not among the requests: browsers keep them.
"""
_HOW = """
## How it is measured

- *Alone*: one request at a time over a connection that stays open; the pages in turns, after a warm-up, with changing
  clients and search terms; the time until the last byte. Talks are really recorded, and removed after the run.
- *Queries*: counted by PostgreSQL for single requests, begin and commit left out; the highest number any request took.
- *Mix*: Locust sends the requests of working days (day page, search while typing, file, recording, lists, figures) at
  random moments at the given rate, whatever the server does, from all counsellors in turn.
- **The load generator, the web server and the database share the same cores.** On separate machines the rates are
  higher. The shares of the processor are given with the mix.
- Sessions are written into the database instead of logging in 1,200 times: logging in is throttled and slow on purpose.
- *Typical team* is the one of middle size by number of clients, *largest team* the one with most.

## To repeat it

`make bench` needs about a quarter of an hour, 4 GB of disk and an otherwise idle machine.
`.venv/bin/python -m benchmarks --help` lists smaller runs (`--quick`, `--only mix`) and larger ones (`--scales`);
`--statements` shows what each page spends in the database. `python -m benchmarks.report` writes this page.

Data is loaded anew on another day, since pages show the current one, and lies in `var/bench`; `GELEIT_BENCH_DATA`
names another folder. An own PostgreSQL is measured with `GELEIT_BENCH_DATABASE_URL` (role `geleit_app`) and
`GELEIT_BENCH_OWNER_DATABASE_URL` (role `geleit_owner`, a member of `pg_read_all_stats`). Its database must be empty,
with `pg_stat_statements` loaded and created.

## For comparison

Eden MRCMS, a refugee case system in use in Germany, as installed, measured on a machine with 2 cores with
20,000 clients and 400,000 consultations: client list 305 ms, search 218 ms, client file 210 ms in the median, 7 to 9
requests/s; recording a consultation 945 ms and 245 queries; 35 to 245 queries a page. Open Zaak publishes medians of
320 to 430 ms for 16 users at 1 million cases on 10 replicas of one core each.
"""


def page(parts: Parts) -> str:
    """The whole page; sections for what was measured only."""
    sections = [_OPENING]
    if parts:
        sections.append(_targets(parts))
    for part, make in (("alone", _alone), ("mix", _mix), ("ramp", _ramp), ("scales", _scales)):
        if part in parts:
            sections.append(make(parts[part]))
    return "".join([*sections, _HOW])


def _targets(parts: Parts) -> str:
    rows = [[t.what, t.bound, t.measured, "yes" if t.holds else "**no**"] for t in targets(parts)]
    return "\n## Aims\n\n" + markdown(("what", "aim", "measured", "reached"), rows)


def _alone(result: dict[str, Any]) -> str:
    text = f"\n## Alone\n\n{_where(result)}\n{_data(result)}\n"
    for who in [*result["alone"], result["sees everything"]]:
        text += f"\n### {who['label'].capitalize()}: {who['clients']:,} clients, {who['talks']:,} talks\n\n"
        text += markdown(PAGE_HEADINGS, results.page_rows(who["pages"]))
    figures = result["figures command"]
    text += f"\n`geleit figures` for a carrier's year with {figures['talks']:,} talks: {figures['seconds']:g} s.\n"
    return text + _memory(result["memory alone"])


def _mix(result: dict[str, Any]) -> str:
    mix = result["mix"]
    shares = ", ".join(f"{who} {share:.0f} %" for who, share in mix["processor_percent"].items())
    return (
        f"\n## {mix['counsellors']:,} counsellors at work: {mix['rate']:.0f} requests/s\n\n{_where(result)}\n\n"
        + markdown(CROWD_HEADINGS, results.crowd_rows(mix))
        + f"\n{mix['served_per_second']:g} requests/s were served; {sum(mix['failures'].values())} failed. "
        + f"Share of all cores: {shares}.\n"
        + _memory(result["memory mix"])
    )


def _ramp(result: dict[str, Any]) -> str:
    ramp = result["ramp"]
    return (
        f"\n## Highest rate with p95 ≤ {ramp['limit_ms']:.0f} ms: {ramp['highest']:.0f} requests/s\n\n"
        f"{_where(result)}\n\n" + markdown(STEP_HEADINGS, results.step_rows(ramp["steps"]))
    )


def _scales(result: dict[str, Any]) -> str:
    large = result["alone"][0]
    scales = [scale for scale in ("county", "region") if scale in result["scales"]]
    columns = [result["scales"][scale][0] for scale in scales] + [large]
    headings = ["page, p50 ms", *(f"{each['all_talks']:,} talks" for each in columns)]
    rows = [
        [name, *(f"{each['pages'][name]['p50']:.0f}" for each in columns)]
        for name in large["pages"]
    ]
    ratios = ", ".join(f"{growth(result, scale):g} against {scale}" for scale in scales)
    return (
        f"\n## The same pages with less and more data (typical team)\n\n{_where(result)}\n\n"
        + markdown(headings, rows)
        + f"\nThe page that grew most takes so many times as long: {ratios}.\n"
    )


def _where(result: dict[str, Any]) -> str:
    machine = result["machine"]
    memory = f"{machine['memory_megabytes'] / 1000:.0f} GB"
    commit = machine["commit"][:10] + (" with changes" if machine["changed_since_commit"] else "")
    return (
        f"{result['weekday']}, {result['day']}, commit {commit}: {machine['cores']} cores"
        f" ({machine['processor']}), {memory}, Python {machine['python']}, PostgreSQL {machine['postgresql']}"
        f" with {machine['shared_buffers']} of buffers, {result['web_processes']} web processes;"
        f" load before: {machine['load_before']:g}."
    )


def _data(result: dict[str, Any]) -> str:
    data = result["data"]
    rows = data["rows"]
    text = (
        f"Data: scale {result['scale']}, {rows['clients_client']:,} clients, "
        f"{rows['casework_counsellingsession']:,} talks, {data['megabytes']:,} MB in the database"
    )
    if data["load"]:
        load = data["load"]
        text += f"; loaded in {load['seconds']:.0f} s with at most {load['peak_megabytes']:.0f} MB of memory"
    return text + "."


def _memory(memory: dict[str, Any]) -> str:
    text = f"\nMemory: web server {memory['web_megabytes']:.0f} MB in all"
    text += f" (largest process {memory['largest_web_process_megabytes']:.0f} MB resident)"
    if memory["database_megabytes"] is not None:
        text += f", PostgreSQL {memory['database_megabytes']:.0f} MB with its buffers"
    return text + ".\n"


def markdown(headings: Iterable[object], rows: Iterable[Iterable[object]]) -> str:
    """A table; all columns but the first to the right."""
    head = [str(heading) for heading in headings]
    lines = [
        head,
        ["---", *["---:"] * (len(head) - 1)],
        *[[str(cell) for cell in row] for row in rows],
    ]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def main(arguments: list[str]) -> int:
    text = page(results.newest())
    if arguments == ["--check"]:
        current = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
        if current == text:
            return 0
        print(f"{PAGE.name} is out of date; run python -m benchmarks.report", file=sys.stderr)
        return 1
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
