"""How a command ends when it cannot do what was asked: one sentence, one exit code, decided in one
place.

Exit code 2: the person at the keyboard can put it right. 1: a fault in Geleit, with details in the
log.
"""

import sys
import traceback
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import click

from geleit.config import environment
from geleit.config.cli.surroundings import data_folder
from geleit.config.environment import BadEnvironment
from geleit.runtime.refusal import Refusal, reason

_INTERRUPTED: Final = 130
# Words of PostgreSQL's client library → what they mean for the person who set the address.
_UNREACHABLE: Final = {
    "Connection refused": "unter der genannten Adresse antwortet niemand",
    "No such file or directory": "am genannten Socket antwortet niemand",
    "could not translate host name": "den genannten Rechner gibt es nicht",
    "failed to resolve host": "den genannten Rechner gibt es nicht",
    "timeout expired": "sie antwortet nicht rechtzeitig",
    "password authentication failed": "Rolle oder Passwort stimmen nicht",
    "no password supplied": "in der Adresse fehlt das Passwort",
    "does not exist": "die genannte Datenbank oder Rolle gibt es dort nicht",
    "too many clients": "sie hat keine Verbindung mehr frei",
    "starting up": "sie startet gerade erst",
    "shutting down": "sie wird gerade beendet",
}


@dataclass(frozen=True)
class Ending:
    """What is said on standard error (may be nothing) and the exit code."""

    sentence: str
    code: int


def ending_of(error: Exception) -> Ending:
    """The ending for any exception a command let through."""
    if isinstance(error, click.exceptions.Exit):
        return Ending("", error.exit_code)
    if isinstance(error, click.Abort):
        return Ending("", _INTERRUPTED)
    if _debugging():
        sys.stderr.write("".join(traceback.format_exception(error)))
    if sentence := _sentence(error):
        return Ending(" ".join(sentence.split()), 2)
    return _fault(error)


def _sentence(error: Exception) -> str:
    """The sentence for what a person can put right; empty for a fault of Geleit's."""
    if isinstance(error, click.UsageError):
        command = error.ctx.command_path if error.ctx else "geleit"
        return f"{error.format_message().rstrip('.')}. Hilfe: {command} --help"
    if isinstance(error, click.ClickException):
        return error.format_message()
    if isinstance(error, Refusal | BadEnvironment):
        return str(error)
    if _is(error, "django.core.exceptions.ImproperlyConfigured"):
        return f"Eine Einstellung stimmt nicht: {error}"
    if _is(error, "psycopg.errors.UndefinedTable") or _caused_by(
        error, "psycopg.errors.UndefinedTable"
    ):
        return "Die Datenbank ist noch nicht eingerichtet; bitte zuerst «geleit migrate» ausführen."
    if _is(error, "psycopg.OperationalError") or _is(error, "django.db.utils.OperationalError"):
        return unreachable(error)
    if isinstance(error, OSError) and error.filename:
        return f"{error.filename}: {reason(error)}."
    return ""


def unreachable(error: Exception) -> str:
    """The sentence for a database that does not answer: a usual reason in German, else its own."""
    text = " ".join(str(error).split())
    for words, why in _UNREACHABLE.items():
        if words in text:
            return f"Die Datenbank ist nicht erreichbar: {why}."
    first = str(error).strip().partition("\n")[0] or type(error).__name__
    return f"Die Datenbank ist nicht erreichbar: {first.removeprefix('connection failed: ')}"


def _is(error: BaseException, name: str) -> bool:
    """Whether the exception is of this class, without importing the library it comes from."""
    return any(f"{kind.__module__}.{kind.__qualname__}" == name for kind in type(error).__mro__)


def _caused_by(error: Exception, name: str) -> bool:
    return error.__cause__ is not None and _is(error.__cause__, name)


def _fault(error: Exception) -> Ending:
    details = "".join(traceback.format_exception(error))
    kept = _keep(details)
    where = f"; Einzelheiten in {kept}" if kept else "; Einzelheiten zeigt GELEIT_DEBUG=1"
    return Ending(f"Unerwarteter Fehler ({type(error).__name__}){where}.", 1)


def _debugging() -> bool:
    try:
        return environment.flag("GELEIT_DEBUG")
    except BadEnvironment:
        return False


def _keep(details: str) -> Path | None:
    """Add the details to the log of the data folder; None if it cannot be written."""
    file = data_folder() / "log" / "geleit.log"
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with file.open("a", encoding="utf-8") as log:
            called = " ".join(["geleit", *sys.argv[1:2]])
            log.write(f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} {called}\n{details}\n")
    except OSError:
        return None
    return file
