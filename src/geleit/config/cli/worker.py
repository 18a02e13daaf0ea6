"""`geleit worker`: background jobs in the foreground, for systemd or a container."""

import click

from geleit.config.cli import surroundings


@click.command("worker")
@click.option(
    "--concurrency",
    type=click.IntRange(1, 64),
    default=2,
    show_default=True,
    help="Aufträge, die zugleich laufen.",
)
def command(concurrency: int) -> None:
    """Die Hintergrundarbeiten im Vordergrund starten.

    Die Datenbank nennt GELEIT_DATABASE_URL.
    """
    surroundings.require_address()
    with surroundings.installation():
        from django.core.management import call_command  # noqa: PLC0415 - slow import

        call_command(
            "procrastinate",
            "worker",
            "--concurrency",
            str(concurrency),
            "--shutdown-graceful-timeout",
            "8",
        )
