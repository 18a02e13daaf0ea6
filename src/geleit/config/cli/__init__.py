"""The command line `geleit`: starts, operates and feeds an installation.

Each command lies in a module of its own that is read only when it is called, so `geleit --help`
stays quick. A refusal is one German sentence on standard error and exit code 2; see `endings`.
"""

import gettext
import os
import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import click

from geleit.config.cli.endings import ending_of

# Name → what it does. The module is the name with underscores and holds a click command called
# `command`.
COMMANDS = {
    "demo": "Alles starten, was zum Ausprobieren nötig ist.",
    "serve": "Den Webserver starten.",
    "worker": "Die Hintergrundarbeiten starten.",
    "migrate": "Die Datenbank einrichten oder auf den Stand dieser Version bringen.",
    "check": "Einstellungen, Datenbank und Rechte prüfen.",
    "add-administrator": "Das erste Verwaltungskonto einer Organisation eröffnen.",
    "demo-data": "Erfundene Beispieldaten laden.",
    "import-caseload": "Eine Excel- oder CSV-Liste übernehmen.",
    "figures": "Kennzahlen eines Zeitraums ausgeben.",
}
INTERNAL = {"prepare-demo"}


class Commands(click.Group):
    """Lists commands from the table above and reads a command's module only to run it or to show
    its help.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [name for name in COMMANDS if find_spec(_module(name))]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        known = cmd_name in COMMANDS or cmd_name in INTERNAL
        if not known or not find_spec(_module(cmd_name)):
            return None
        command: click.Command = import_module(_module(cmd_name)).command
        command.options_metavar = "[OPTIONEN]"
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Befehle"):
            formatter.write_dl([(name, COMMANDS[name]) for name in self.list_commands(ctx)])


@click.command(
    cls=Commands,
    invoke_without_command=True,
    options_metavar="[OPTIONEN]",
    subcommand_metavar="BEFEHL",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.pass_context
def geleit(context: click.Context) -> None:
    """Geleit: das Arbeitssystem für das Integrationsmanagement."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


def main(arguments: list[str] | None = None) -> None:
    """Run a command and end the process with its exit code."""
    _speak_german()
    try:
        code = geleit.main(args=arguments, prog_name="geleit", standalone_mode=False)
    except Exception as error:
        ending = ending_of(error)
        if ending.sentence:
            click.echo(ending.sentence, err=True)
        code = ending.code
    sys.exit(code if isinstance(code, int) else 0)


def _module(name: str) -> str:
    return f"{__name__}.{name.replace('-', '_')}"


def _speak_german() -> None:
    """Have click find its German words, whatever language the terminal is set to."""
    os.environ["LANGUAGE"] = "de"
    gettext.bindtextdomain("click", str(Path(__file__).resolve().parents[1] / "locale"))
    gettext.textdomain("click")
