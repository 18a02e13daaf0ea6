"""`geleit check`: whether an installation is set up as it must be, one line per question."""

from collections.abc import Iterator
from dataclasses import dataclass

import click

from geleit.config import environment
from geleit.config.cli.surroundings import has_own_database, installation

_SHORTEST_KEY = 50

_ROLE = """
SELECT rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
       EXISTS (SELECT FROM pg_class t JOIN pg_namespace n ON n.oid = t.relnamespace
               WHERE pg_has_role(current_user, t.relowner, 'MEMBER')
                 AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema')
FROM pg_roles WHERE rolname = current_user
"""


@dataclass(frozen=True)
class Finding:
    """One question and its answer; `fault` is empty if all is well."""

    question: str
    fault: str = ""


@click.command("check")
@click.option(
    "--deploy", is_flag=True, help="Auch prüfen, was nur im Betrieb mit echten Daten zählt."
)
def command(deploy: bool) -> None:
    """Einstellungen, Datenbank und Rechte prüfen.

    Endet mit 0, wenn alles stimmt, mit 1, wenn nicht, und mit 2, wenn nicht geprüft werden kann.
    """
    own_database = has_own_database()  # asked first: an open installation names one in any case
    with installation(migrated=False):
        findings = [Finding("Datenbank erreichbar"), *_migrations(), *_roles(), *_settings(deploy)]
        findings += _deployment(own_database) if deploy else []
    for finding in findings:
        click.echo(
            f"  {'FEHLER' if finding.fault else 'gut   '}  {finding.question}"
            + (f": {finding.fault}" if finding.fault else "")
        )
    if any(finding.fault for finding in findings):
        raise click.exceptions.Exit(1)


def _migrations() -> Iterator[Finding]:
    from django.db import connection  # noqa: PLC0415 - slow import
    from django.db.migrations.executor import MigrationExecutor  # noqa: PLC0415 - slow import

    executor = MigrationExecutor(connection)
    missing = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    yield Finding(
        "Datenbank auf dem Stand dieser Version",
        f"{missing} Migrationen fehlen, «geleit migrate» holt sie nach" if missing else "",
    )


def _roles() -> Iterator[Finding]:
    """The application must be subject to row security and unable to lift it."""
    from django.db import connection  # noqa: PLC0415 - slow import

    with connection.cursor() as cursor:
        cursor.execute(_ROLE)
        name, superuser, bypasses, creates_roles, creates_databases, owns = cursor.fetchone()
    powers = {
        "ist Superuser": superuser,
        "umgeht die Zeilenrechte (BYPASSRLS)": bypasses,
        "kann Rollen anlegen": creates_roles,
        "kann Datenbanken anlegen": creates_databases,
        "ist Eigentümerin von Tabellen oder Mitglied ihrer Rolle": owns,
    }
    too_much = [power for power, held in powers.items() if held]
    yield Finding(f"Datenbankrolle {name} darf nur, was die Anwendung braucht", ", ".join(too_much))


def _settings(deploy: bool) -> Iterator[Finding]:
    from django.core import checks  # noqa: PLC0415 - slow import

    found = checks.run_checks(include_deployment_checks=deploy)
    faults = [each for each in found if each.level >= checks.WARNING and not each.is_silenced()]
    for each in faults:
        yield Finding(f"Einstellungen ({each.id})", str(each.msg))
    if not faults:
        yield Finding("Einstellungen")


def _deployment(own_database: bool) -> Iterator[Finding]:
    """What a demo may do and an installation with real people's data must not."""
    key = environment.text("GELEIT_SECRET_KEY")
    yield Finding(
        "Geheimer Schlüssel gesetzt",
        "" if len(key) >= _SHORTEST_KEY else f"GELEIT_SECRET_KEY braucht {_SHORTEST_KEY} Zeichen",
    )
    yield Finding(
        "Keine Demo", "GELEIT_DEMO ist eingeschaltet" if environment.flag("GELEIT_DEMO") else ""
    )
    yield Finding(
        "Eigene Datenbank",
        "" if own_database else "GELEIT_DATABASE_URL fehlt, es antwortet die eingebettete",
    )
    yield Finding(
        "Anwendung kennt die Eigentümerin der Tabellen nicht",
        "GELEIT_OWNER_DATABASE_URL gehört nur zu «geleit migrate»"
        if environment.text("GELEIT_OWNER_DATABASE_URL")
        else "",
    )
