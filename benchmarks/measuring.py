"""One measurement from beginning to end: data, web server, alone, mix, ramp, memory. Django is set up as owner here."""

import re
import statistics
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from benchmarks import alone, dataset, footprint, load, machine
from benchmarks.browser import Browser, Cookies
from benchmarks.pages import PAGES, client_list, search
from benchmarks.results import PAGE_HEADINGS, page_rows, table
from benchmarks.stage import GELEIT, Database, WebServer
from benchmarks.statements import Counter

PARTS = ("alone", "mix", "ramp")
_STATEMENT_WIDTH = 600
_COLUMNS = re.compile(r'("\w+"\."\w+")(?:, "\w+"\."\w+")+')


@dataclass(frozen=True)
class Extent:
    """How much is measured."""

    requests: int
    mix_rate: int
    mix_seconds: int
    ramp_first: int
    ramp_step: int
    ramp_last: int
    ramp_seconds: int
    settle_seconds: int
    counsellors: int = 1_200


FULL = Extent(200, 60, 90, 60, 20, 400, 20, 6)
QUICK = Extent(20, 20, 10, 20, 20, 100, 5, 2, 100)


@dataclass(frozen=True)
class Measuring:
    """Where and how much to measure."""

    database: Database
    folder: Path
    settings: dict[str, str]
    extent: Extent
    web_processes: int
    shows_statements: bool

    def result(self, parts: tuple[str, ...]) -> dict[str, Any]:
        """All figures of the wanted parts."""
        found: dict[str, Any] = {
            "machine": machine.facts(self.database.owner),
            "data": self._data(),
        }
        port = int(self.settings["GELEIT_PORT"])
        web = WebServer(self.folder, self.settings, self.database.app, port, self.web_processes)
        with dataset.traces_removed(), web:
            if "alone" in parts:
                found |= self._alone(web)
                found["figures command"] = self._figures_command()
            if "mix" in parts or "ramp" in parts:
                found |= self._together(web, parts)
        return found

    def _data(self) -> dict[str, Any]:
        note = dataset.note_of(self.database)
        return {"load": asdict(note) if note else None, **dataset.size(self.database)}

    # --- alone ----------------------------------------------------------------------------------

    def _alone(self, web: WebServer) -> dict[str, Any]:
        from benchmarks import desks

        found: dict[str, Any] = {"alone": []}
        with self._counter() as counter:
            for who in desks.measured_counsellors():
                found["alone"].append(self._one(web, who, counter, PAGES))
            with desks.SeesEverything() as who:
                found["sees everything"] = self._one(web, who, counter, (search, client_list))
        found["memory alone"] = self._memory(web)
        return found

    def _one(self, web: WebServer, who: Any, counter: Counter, pages: Any) -> dict[str, Any]:
        with Browser(web.port, _cookies(), who.desk) as browser:
            trial = alone.Trial(who.desk, browser, counter, self._spent(web), pages)
            seen = trial.measure(self.extent.requests)
        figures = {page: each.figures() for page, each in seen.items()}
        print(f"\nAlone, {who.label}: {who.team_clients:,} clients, {who.team_talks:,} talks")
        print(table(PAGE_HEADINGS, page_rows(figures)))
        if self.shows_statements:
            _show_statements(seen)
        return {
            "label": who.label,
            "clients": who.team_clients,
            "talks": who.team_talks,
            "all_talks": dataset.talks(self.database),
            "pages": figures,
        }

    def _spent(self, web: WebServer) -> alone.Spent:
        serving = web.processes()

        def spent() -> tuple[float, float]:
            database = self.database.processes()
            return footprint.processor_seconds(serving), footprint.processor_seconds(database)

        return spent

    @contextmanager
    def _counter(self) -> Iterator[Counter]:
        counter = Counter(self.database.reader, self.database.name, self.database.role)
        try:
            yield counter
        finally:
            counter.close()

    def _figures_command(self) -> dict[str, Any]:
        """`geleit figures` for the carrier with the most talks and the last full year, as its process takes it."""
        from django.db.models import Count
        from django.utils import timezone

        from geleit.casework.models import CounsellingSession

        year = timezone.localdate().year - 1
        of_year = CounsellingSession.objects.filter(held_on__year=year)
        most = (
            of_year.values_list("organisation__slug").annotate(talks=Count("pk")).order_by("-talks")
        )
        slug, talks = most[0]
        span = ["--from", f"{year}-01-01", "--to", f"{year}-12-31", "--format", "json"]
        taken = []
        for _ in range(3):
            began = time.monotonic()
            subprocess.run(
                [*GELEIT, "figures", "--organisation", slug, *span],
                env=self.settings | {"GELEIT_DATABASE_URL": self.database.app},
                check=True,
                stdout=subprocess.DEVNULL,
            )
            taken.append(time.monotonic() - began)
        print(
            f"\ngeleit figures, one carrier, one year, {talks:,} talks: {statistics.median(taken):.1f} s"
        )
        return {"year": year, "talks": talks, "seconds": round(statistics.median(taken), 2)}

    # --- together -------------------------------------------------------------------------------

    def _together(self, web: WebServer, parts: tuple[str, ...]) -> dict[str, Any]:
        from benchmarks import desks

        found: dict[str, Any] = {}
        at_work = desks.everybody_at_work(self.extent.counsellors)
        with load.Crowd(web.port, _cookies(), at_work) as crowd:
            if "mix" in parts:
                found["mix"] = self._mix(web, crowd) | {"counsellors": len(at_work)}
                found["memory mix"] = self._memory(web)
            if "ramp" in parts:
                found["ramp"] = self._ramp(crowd)
        return found

    def _mix(self, web: WebServer, crowd: load.Crowd) -> dict[str, Any]:
        from benchmarks.results import CROWD_HEADINGS, crowd_rows

        extent = self.extent
        shares = footprint.Shares(
            {
                "web server": web.processes,
                "PostgreSQL": self.database.processes,
                "load generator": lambda: crowd.processes,
            }
        )
        crowd.work(
            extent.mix_rate / 2, 0, extent.settle_seconds
        )  # every process has answered before
        shares.begin()
        figures = crowd.work(extent.mix_rate, extent.settle_seconds, extent.mix_seconds)
        figures["processor_percent"] = shares.end()
        print(f"\nMix at {extent.mix_rate} requests/s: {figures['served_per_second']}/s served")
        print(table(CROWD_HEADINGS, crowd_rows(figures)))
        print(
            "Processor:",
            ", ".join(f"{who} {part} %" for who, part in figures["processor_percent"].items()),
        )
        if figures["failures"]:
            print("Failed:", figures["failures"])
        return figures

    def _ramp(self, crowd: load.Crowd) -> dict[str, Any]:
        from benchmarks.results import STEP_HEADINGS, step_rows

        extent = self.extent

        def work(rate: float) -> dict[str, Any]:
            return crowd.work(rate, extent.settle_seconds, extent.ramp_seconds)

        steps = load.ramp(work, extent.ramp_first, extent.ramp_step, extent.ramp_last)
        print(
            f"\nHighest rate with p95 ≤ {load.LIMIT_MS:.0f} ms: {load.highest(steps):.0f} requests/s"
        )
        print(table(STEP_HEADINGS, step_rows(steps)))
        return {"limit_ms": load.LIMIT_MS, "highest": load.highest(steps), "steps": steps}

    def _memory(self, web: WebServer) -> dict[str, Any]:
        database = self.database.processes()
        return {
            "web_megabytes": footprint.megabytes(web.processes()),
            "largest_web_process_megabytes": footprint.largest_resident(web.processes()),
            "database_megabytes": footprint.megabytes(database) if database else None,
        }


def _cookies() -> Cookies:
    from django.conf import settings

    return Cookies(settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME)


def _show_statements(seen: dict[str, alone.Seen]) -> None:
    for page, each in seen.items():
        print(f"\n  {page}")
        for statement in alone.slowest_statements(each):
            text = _COLUMNS.sub(r"\1, …", statement.text).replace('"', "")
            print(
                f"    {statement.milliseconds:7.2f} ms  {statement.calls:3} ×  {text[:_STATEMENT_WIDTH]}"
            )
