"""`geleit figures`: the figures of an organisation, the same as on its page and in its workbook."""

import datetime as dt
import json
import sys
from difflib import get_close_matches
from pathlib import Path

import click

from geleit.config.cli.surroundings import installation
from geleit.runtime.refusal import Refusal

EARLIEST, LATEST = dt.date(1900, 1, 1), dt.date(2199, 12, 31)


class Day(click.ParamType):
    """A day, as 2026-11-30 or 30.11.2026."""

    name = "Tag"

    def convert(
        self, value: str | dt.date, param: click.Parameter | None, ctx: click.Context | None
    ) -> dt.date:
        if isinstance(value, dt.date):
            return value
        for form in ("%Y-%m-%d", "%d.%m.%Y"):
            try:
                day = dt.datetime.strptime(value, form).date()  # noqa: DTZ007 - a day has no zone
            except ValueError:
                continue
            if EARLIEST <= day <= LATEST:
                return day
        self.fail(f"«{value}» ist kein Tag; bitte so: 2026-11-30", param, ctx)


@click.command("figures")
@click.option(
    "--organisation", required=True, metavar="KURZNAME", help="Kurzname der Organisation."
)
@click.option("--from", "first", required=True, type=Day(), help="Erster Tag des Zeitraums.")
@click.option("--to", "last", required=True, type=Day(), help="Letzter Tag, eingeschlossen.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["json", "xlsx"]),
    default="json",
    show_default=True,
    help="json für Programme, xlsx für Menschen.",
)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), metavar="DATEI",
              help="Datei, in die geschrieben wird; sonst die Standardausgabe.")  # fmt: skip
def command(organisation: str, first: dt.date, last: dt.date, form: str, out: Path | None) -> None:
    """Kennzahlen eines Zeitraums ausgeben.

    Dieselben Zahlen wie auf der Seite «Kennzahlen» der Organisation; es wird nur gezählt, keine Akte gelesen.
    """
    if first > last:
        raise click.UsageError(
            f"Der Zeitraum endet am {last:%d.%m.%Y} und beginnt erst am {first:%d.%m.%Y}"
        )
    if form == "xlsx" and out is None and sys.stdout.isatty():
        raise click.UsageError("Eine Excel-Datei braucht einen Ort: --out DATEI")
    if out and not out.absolute().parent.is_dir():
        raise Refusal(f"Den Ordner {out.absolute().parent} gibt es nicht.")
    with installation():
        written = _figures(organisation, first, last, form)
    if out:
        out.write_bytes(written)
    else:
        sys.stdout.buffer.write(written)


def _figures(slug: str, first: dt.date, last: dt.date, form: str) -> bytes:
    """Count under the sight that a carrier's grants clerk has: its figures and nothing else."""
    from django.db import transaction  # noqa: PLC0415 - slow import
    from django.utils import timezone  # noqa: PLC0415 - slow import

    from geleit.organisations.models import Organisation  # noqa: PLC0415 - slow import
    from geleit.people.viewer import Viewer  # noqa: PLC0415 - slow import
    from geleit.runtime import row_security  # noqa: PLC0415 - slow import
    from geleit.statistics.exports.plain import plain_figures  # noqa: PLC0415 - slow import
    from geleit.statistics.exports.workbook import workbook  # noqa: PLC0415 - slow import
    from geleit.statistics.periods import Period  # noqa: PLC0415 - slow import
    from geleit.statistics.queries import scopes  # noqa: PLC0415 - slow import
    from geleit.statistics.queries.figures import figures  # noqa: PLC0415 - slow import

    with transaction.atomic():
        carrier = Organisation.objects.filter(slug=slug).first()
        if carrier is None:
            raise _unknown(slug, list(Organisation.objects.values_list("slug", flat=True)))
        operator = Viewer(0, "geleit figures", figures_organisation_ids=(carrier.pk,))
        row_security.enter(operator.sight())
        counted = figures(
            scopes.carrier_scope(operator, carrier), Period(first, last), detailed=True
        )
    if form == "xlsx":
        return workbook(counted, timezone.localtime())
    return (json.dumps(plain_figures(counted), ensure_ascii=False, indent=2) + "\n").encode()


def _unknown(slug: str, known: list[str]) -> Refusal:
    near = get_close_matches(slug, known, n=1, cutoff=0.7)
    hint = f"; meinten Sie «{near[0]}»?" if near else "."
    return Refusal(f"Eine Organisation mit dem Kurznamen «{slug}» gibt es nicht{hint}")
