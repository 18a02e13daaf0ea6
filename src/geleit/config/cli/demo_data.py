"""`geleit demo-data`: fill an empty database with invented data."""

import datetime as dt
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from geleit.config.cli.surroundings import installation
from geleit.runtime.refusal import Refusal

if TYPE_CHECKING:
    from geleit.gateway.demo_data.loading import Report


@click.command("demo-data")
@click.option(
    "--scale",
    type=click.Choice(["county", "region", "state"]),
    default="county",
    show_default=True,
    help="Ein Kreis (17 Beratende), ein Regierungsbezirk (300) oder das ganze Land (1.200).",
)
@click.option(
    "--seed", type=click.IntRange(min=0), default=1, show_default=True,
    help="Gleiche Zahl und gleicher Tag ergeben gleiche Daten.",
)  # fmt: skip
@click.option(
    "--today", type=click.DateTime(["%Y-%m-%d"]), default=None, metavar="JJJJ-MM-TT",
    help="Tag, bis zu dem erfunden wird; sonst der heutige.",
)  # fmt: skip
def command(scale: str, seed: int, today: dt.datetime | None) -> None:
    """Erfundene Beispieldaten laden, zum Ausprobieren und Messen.

    Nur in eine leere Datenbank, als Eigentümerin der Tabellen (GELEIT_OWNER_DATABASE_URL). Wird der Befehl
    abgebrochen, bleibt die Datenbank, wie sie war.
    """
    with installation("owner"):
        _load(scale, seed, today.date() if today else None)


def _load(scale: str, seed: int, today: dt.date | None) -> None:
    from django.utils import timezone  # noqa: PLC0415 - slow import

    from geleit.gateway.demo_data.emptiness import refuse_unless_empty  # noqa: PLC0415 - slow import
    from geleit.gateway.demo_data.loading import load  # noqa: PLC0415 - slow import
    from geleit.gateway.demo_data.scale import EARLIEST_TODAY, SCALES  # noqa: PLC0415 - slow import

    day = today or timezone.localdate()
    if day < EARLIEST_TODAY:
        raise Refusal(f"--today: vor dem {EARLIEST_TODAY:%d.%m.%Y} gibt es zu wenig zu erfinden.")
    refuse_unless_empty()
    with _progress() as report:
        counts = load(SCALES[scale], seed=seed, today=day, report=report)
    people, talks = counts["clients_client"], counts["casework_counsellingsession"]
    click.echo(f"Geladen: {_number(people)} erfundene Personen, {_number(talks)} Gespräche.")


@contextmanager
def _progress() -> Iterator["Report"]:
    """A bar on standard error that says what is being made."""
    from geleit.gateway.demo_data.loading import WHOLE  # noqa: PLC0415 - slow import

    with click.progressbar(
        length=round(WHOLE * 1000),
        label="Beispieldaten",
        file=sys.stderr,
        item_show_func=_said,
    ) as bar:

        def report(what: str, part: float) -> None:
            bar.update(round(part * 1000), what)

        yield report
        bar.update(bar.length - bar.pos if bar.length else 0)


def _said(what: str | None) -> str:
    return what or ""


def _number(value: int) -> str:
    return f"{value:,}".replace(",", ".")
