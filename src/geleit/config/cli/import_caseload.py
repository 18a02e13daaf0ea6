"""`geleit import-caseload`: take over a list from a spreadsheet."""

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from geleit.config.cli.surroundings import installation
from geleit.runtime.refusal import Refusal

if TYPE_CHECKING:
    from geleit.gateway.takeover.planning import TakeoverPlan
    from geleit.organisations.models import Team
    from geleit.people.viewer import Viewer


@dataclass(frozen=True)
class _Wish:
    """What was asked for on the command line."""

    file: Path
    organisation: str
    team: str
    is_dry_run: bool
    is_json: bool
    marked_copy: Path | None


@click.command("import-caseload")
@click.argument("file", metavar="DATEI", type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--organisation", required=True, metavar="KURZNAME", help="Träger, z. B. landkreis-waldshut."
)
@click.option(
    "--team",
    default="",
    metavar="NAME",
    help="Team, falls der Träger mehrere hat; sonst das erste.",
)
@click.option("--dry-run", is_flag=True, help="Nur sagen, was geschähe; nichts schreiben.")
@click.option("--json", "as_json", is_flag=True, help="Ergebnis als JSON ausgeben.")
@click.option(
    "--marked-copy", type=click.Path(dir_okay=False, path_type=Path), metavar="DATEI",
    help="Kopie der Liste (XLSX), in der neben jeder fehlerhaften Zelle der Grund steht.",
)  # fmt: skip
def command(
    file: Path, organisation: str, team: str, dry_run: bool, as_json: bool, marked_copy: Path | None
) -> None:
    """Eine Excel- oder CSV-Liste übernehmen.

    Zeilen mit einer Zelle, die sich nicht lesen lässt, bleiben ganz draußen; die anderen werden angelegt.
    Dieselbe Datei noch einmal zu übernehmen, ändert nichts.
    """
    with installation("app"):
        _run(_Wish(file, organisation, team, dry_run, as_json, marked_copy))


def _run(wish: _Wish) -> None:
    from django.db import transaction  # noqa: PLC0415 - slow import

    from geleit.gateway import actions  # noqa: PLC0415 - slow import
    from geleit.gateway.caseload import refusals  # noqa: PLC0415 - slow import
    from geleit.gateway.caseload.marking import write_marked_copy  # noqa: PLC0415 - slow import
    from geleit.gateway.caseload.rows import read_caseload  # noqa: PLC0415 - slow import
    from geleit.runtime import row_security  # noqa: PLC0415 - slow import

    team = _team(wish)
    actor = _operator(team)
    try:
        caseload = read_caseload(wish.file)
    except refusals.Refusal as refused:
        raise Refusal(str(refused)) from refused
    with transaction.atomic():
        row_security.enter(actor.sight())
        planned = actions.plan(actor, team, caseload)
        if not wish.is_dry_run:
            _take_over(actor, team, planned, is_quiet=wish.is_json)
    if wish.marked_copy:
        write_marked_copy(wish.file, caseload, str(wish.marked_copy), problems=planned.problems)
    _tell(actions.summary(planned), wish)


def _take_over(actor: "Viewer", team: "Team", planned: "TakeoverPlan", *, is_quiet: bool) -> None:
    from geleit.gateway import actions  # noqa: PLC0415 - slow import

    with click.progressbar(
        length=max(1, len(planned.new)),
        label="" if is_quiet else f"Übernahme in {team.name}",
        file=sys.stderr,
        item_show_func=_nothing,
    ) as bar:
        shown = 0

        def progress(done: int, total: int) -> None:
            nonlocal shown
            bar.update(done - shown)
            shown = done

        actions.take_over(actor=actor, team=team, planned=planned, progress=progress)


def _nothing(_item: object) -> str:
    """The bar says how far it is, not whom it is about."""
    return ""


def _team(wish: _Wish) -> "Team":
    from geleit.organisations.models import Organisation, Team  # noqa: PLC0415 - slow import

    organisation = Organisation.objects.filter(slug=wish.organisation).first()
    if organisation is None:
        raise Refusal(f"--organisation: «{wish.organisation}» gibt es nicht.")
    teams = Team.objects.filter(organisation=organisation, is_active=True).order_by("pk")
    if wish.team:
        teams = teams.filter(name__iexact=wish.team)
    team = teams.first()
    if team is None:
        what = f"kein Team «{wish.team}»" if wish.team else "noch kein Team"
        raise Refusal(
            f"{organisation.name} hat {what}; bitte zuerst unter Verwaltung, Teams anlegen."
        )
    return team


def _operator(team: "Team") -> "Viewer":
    """Whoever sits at the server acts for one team and sees its files, nothing else; the audit trail says so."""
    from geleit.people.viewer import Viewer  # noqa: PLC0415 - slow import

    return Viewer(account_id=0, name="Befehlszeile", teams=(team,), sealed_team_ids=(team.pk,))


def _tell(summary: dict[str, Any], wish: _Wish) -> None:
    if wish.is_json:
        click.echo(json.dumps(summary, ensure_ascii=False, indent=2, default=str))
        return
    verb = "würden angelegt" if wish.is_dry_run else "angelegt"
    click.echo(f"Zeilen gelesen: {summary['rows_read']}")
    click.echo(
        f"Personen {verb}: {summary['clients_created']}, schon da: {summary['clients_unchanged']}"
    )
    click.echo(f"Haushalte {verb}: {summary['households_created']}")
    if summary["likely_duplicates"]:
        click.echo(f"Davon vermutlich doppelt, bitte ansehen: {summary['likely_duplicates']}")
    for error in summary["errors"]:
        place = f"{error['sheet']}!{error['column']}{error['row']}"
        click.echo(f"  {place}  «{error['value']}»  {error['reason']}")
