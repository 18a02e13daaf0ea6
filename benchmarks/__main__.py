"""`make bench`: prepare the data, measure, write the result.

    python -m benchmarks --help

Exit code 1: a page takes more than 15 queries or was not answered as it should be. 2: it cannot be measured.
"""

import argparse
import datetime as dt
import json
import os
import resource
import secrets
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks import results, stage
from benchmarks.statements import NotCounted
from geleit.runtime.refusal import Refusal

_DATA = Path(
    os.environ.get("GELEIT_BENCH_DATA") or results.FOLDER.parents[1] / "var" / "bench"
).absolute()
_SCALES = ("county", "region", "state")
_OPEN_FILES = 8_192


def main() -> int:
    options = _options()
    _allow_many_connections()
    try:
        smaller = {scale: _elsewhere(scale, options) for scale in _SCALES[:-1] if options.scales}
        result = _measure(options)
    except (Refusal, NotCounted) as sentence:
        print(sentence, file=sys.stderr)
        return 2
    except subprocess.CalledProcessError as error:
        print(
            f"{' '.join(map(str, error.cmd[2:]))} ended with code {error.returncode}.",
            file=sys.stderr,
        )
        return 2
    if smaller:
        result["scales"] = {scale: found["alone"] for scale, found in smaller.items()}
        result["parts"].append("scales")
    file = results.write(
        result, options.into or (_DATA / "quick" if options.quick else results.FOLDER)
    )
    print(f"\n{file}")
    return _verdict(result)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks",
        description="Measure Geleit with the demo data; docs/reference/speed.md explains how.",
    )
    parser.add_argument(
        "--scale", choices=_SCALES, help="how much data (state; with --quick county)"
    )
    parser.add_argument("--only", choices=("alone", "mix", "ramp"), help="measure this part only")
    parser.add_argument(
        "--quick", action="store_true", help="few requests, to try it; kept out of results/"
    )
    parser.add_argument("--scales", action="store_true", help="also the same pages with less data")
    parser.add_argument(
        "--keep-data", action="store_true", help="do not load anew what was loaded on another day"
    )
    parser.add_argument(
        "--statements", action="store_true", help="show what each page spends in the database"
    )
    parser.add_argument("--requests", type=int, help="requests for each page alone (200)")
    parser.add_argument(
        "--processes", type=int, default=os.cpu_count() or 1, help="web processes (one a core)"
    )
    parser.add_argument("--seconds", type=int, help="length of the mix (90)")
    parser.add_argument("--into", type=Path, help="folder for the result")
    options = parser.parse_args()
    options.scale = options.scale or ("county" if options.quick else "state")
    return options


def _measure(options: argparse.Namespace) -> dict[str, Any]:
    from benchmarks.measuring import FULL, PARTS, QUICK, Measuring

    folder = _DATA / options.scale
    settings = stage.surroundings(folder, secrets.token_urlsafe(50), stage.free_port())
    os.environ.update({name: value for name, value in settings.items() if name != "GELEIT_PORT"})
    extent = QUICK if options.quick else FULL
    extent = replace(
        extent,
        requests=options.requests or extent.requests,
        mix_seconds=options.seconds or extent.mix_seconds,
    )
    parts = (options.only,) if options.only else PARTS
    with stage.database(folder) as (database, server):
        _prepare(database, server, settings, options)
        with _as_owner(database):
            measuring = Measuring(
                database, folder, settings, extent, options.processes, options.statements
            )
            found = measuring.result(parts)
    now = dt.datetime.now().astimezone()
    what = "-".join([options.scale, *([options.only] if options.only else [])])
    return {
        "what": what,
        "scale": options.scale,
        "day": now.date().isoformat(),
        "weekday": f"{now:%A}",
        "finished_at": now.isoformat(timespec="seconds"),
        "web_processes": options.processes,
        "parts": list(parts),
        **found,
    }


def _prepare(
    database: stage.Database,
    server: stage.EmbeddedServer | None,
    settings: dict[str, str],
    options: argparse.Namespace,
) -> None:
    """See to it that the database holds the wanted data, loaded today unless the old is to be kept."""
    from benchmarks import dataset

    note = dataset.note_of(database)
    if (
        note
        and note.scale == options.scale
        and (options.keep_data or not server or dataset.is_of_today(note))
    ):
        dataset.migrate(database, settings)
        print(f"Data of {note.day}, scale {note.scale}.")
        return
    if server:
        stage.empty(server)
    elif note:
        raise Refusal(
            f"The database named holds scale {note.scale}, not {options.scale}; give an empty one."
        )
    dataset.migrate(database, settings)
    print(f"Loading demo data, scale {options.scale} …", flush=True)
    done = dataset.load(database, settings, options.scale)
    print(f"Loaded in {done.seconds:.0f} s, {done.peak_megabytes:.0f} MB at most.")


def _as_owner(database: stage.Database) -> Any:
    """Django set up as the owner of the tables, for this process only."""
    from geleit.config.cli import surroundings

    os.environ["GELEIT_OWNER_DATABASE_URL"] = database.owner
    return surroundings.installation("owner")


def _elsewhere(scale: str, options: argparse.Namespace) -> dict[str, Any]:
    """The same measurement with less data, in a process of its own, since Django serves one database."""
    into = _DATA / "scales" / scale
    command = [
        sys.executable,
        "-m",
        "benchmarks",
        "--scale",
        scale,
        "--only",
        "alone",
        "--into",
        str(into),
    ]
    command += ["--processes", str(options.processes)]
    command += ["--requests", str(options.requests)] if options.requests else []
    command += ["--quick"] if options.quick else []
    command += ["--keep-data"] if options.keep_data else []
    subprocess.run(command, check=True)
    return results.newest(into)["alone"]


def _allow_many_connections() -> None:
    """Let server and load generator hold a connection for each of 1,200 browsers."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _OPEN_FILES if hard == resource.RLIM_INFINITY else min(_OPEN_FILES, hard)
    if soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def _verdict(result: dict[str, Any]) -> int:
    """Say what is wrong, if anything is; the exit code."""
    wrong = []
    for who in result.get("alone", []):
        wrong += [
            f"{who['label']}, {each}"
            for each in results.queries_above(who["pages"], results.MOST_QUERIES)
        ]
        wrong += [
            f"{who['label']}, {page}: answers {json.dumps(found['unexpected'])}"
            for page, found in who["pages"].items()
            if found["unexpected"]
        ]
    for each in wrong:
        print(each, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
