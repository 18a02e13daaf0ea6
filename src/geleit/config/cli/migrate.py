"""`geleit migrate`: bring the database up to date and lay down what each role may do."""

import click

from geleit.config.cli.surroundings import installation


@click.command("migrate")
@click.option("--quiet", "-q", is_flag=True, help="Nur sagen, was nicht geht.")
def command(quiet: bool) -> None:
    """Die Datenbank einrichten oder auf den Stand dieser Version bringen.

    Arbeitet als Eigentümerin der Tabellen (GELEIT_OWNER_DATABASE_URL). Kann beliebig oft laufen.
    """
    with installation("owner", migrated=False):
        migrate(verbosity=0 if quiet else 1)
    if not quiet:
        click.echo("Die Datenbank ist auf dem Stand dieser Version.")


def migrate(verbosity: int) -> None:
    """Apply all migrations and grants; needs an installation opened as owner."""
    from django.core.management import call_command  # noqa: PLC0415 - slow import

    from geleit.runtime import grants  # noqa: PLC0415 - slow import

    call_command("migrate", interactive=False, verbosity=verbosity)
    grants.apply()
