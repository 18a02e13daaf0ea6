"""Internal step of `geleit demo`: migrate, fill an empty database, write down the log-ins."""

import json
from pathlib import Path

import click

from geleit.config.cli import geleit
from geleit.config.cli.migrate import migrate
from geleit.config.cli.surroundings import installation


@click.command("prepare-demo", hidden=True)
@click.argument("log_ins", type=click.Path(path_type=Path))
@click.pass_context
def command(context: click.Context, log_ins: Path) -> None:
    """Die Datenbank für «geleit demo» vorbereiten; LOG_INS nimmt die Zugänge auf."""
    with installation("owner", migrated=False):
        migrate(verbosity=0)
        from django.contrib.auth import get_user_model  # noqa: PLC0415 - slow import

        if not get_user_model()._default_manager.exists():
            _load_demo_county(context)
        from geleit.gateway.demo_data.logins import demo_logins  # noqa: PLC0415 - slow import

        log_ins.write_text(json.dumps(demo_logins()), encoding="utf-8")


def _load_demo_county(context: click.Context) -> None:
    loader = geleit.get_command(context, "demo-data")
    if loader is None:
        raise LookupError("The command demo-data is not part of this installation.")
    loader.main(["--scale", "county"], prog_name="geleit demo-data", standalone_mode=False)
