"""`geleit demo`: the whole of Geleit on this machine, from an empty folder to the first page."""

import http.client
import json
import os
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

import click

from geleit.config.cli import surroundings
from geleit.runtime import processes, supervisor
from geleit.runtime.embedded import EmbeddedServer
from geleit.runtime.locking import FolderLock
from geleit.runtime.places import open_data_folder
from geleit.runtime.refusal import Refusal
from geleit.runtime.supervisor import Program, Supervisor

_HOST = "127.0.0.1"
_HEALTH = "/gesund"
_PATIENCE = 60.0
_GELEIT = [sys.executable, "-m", "geleit.config.cli"]


class _Database(NamedTuple):
    """Addresses for the application and for the owner; what to call when the end begins."""

    app: str
    owner: str
    announce_end: Callable[[], None]


@click.command("demo")
@click.option("--end-with-parent", is_flag=True, hidden=True)
def command(end_with_parent: bool) -> None:
    """Alles starten, was zum Ausprobieren nötig ist.

    Datenbank, Beispielkreis, Webserver und Hintergrundarbeiten laufen, bis Strg+C sie beendet. Die
    Daten bleiben im Ordner GELEIT_DATA (sonst var); GELEIT_PORT wählt den Port.
    """
    if end_with_parent:
        processes.end_with_parent()
    folder = surroundings.data_folder()
    number = surroundings.port()
    try:
        with supervisor.interrupted_by_signals(), ExitStack() as stack:
            _run(folder, number, stack)
    except KeyboardInterrupt:
        click.echo("Geleit ist beendet.")


def _run(folder: Path, port: int, stack: ExitStack) -> None:
    """Start everything and look after it until interrupted; the stack ends all of it in reverse."""
    open_data_folder(folder)
    supervised = Supervisor(click.echo)
    database = _start_database(folder, stack, supervised)
    supervisor.end_leftovers(folder)
    surroundings.refuse_taken_port(_HOST, port)
    settings = _settings(folder, port)
    application = {"GELEIT_DATABASE_URL": database.app}
    owner = {"GELEIT_OWNER_DATABASE_URL": database.owner}
    log_ins = _prepare(folder, {**settings, **application, **owner})
    web = _start_programs(folder, {**settings, **application}, stack, supervised)
    stack.callback(database.announce_end)
    _wait_for(web, port)
    _greet(folder, port, log_ins)
    supervised.watch()


def _settings(folder: Path, port: int) -> dict[str, str]:
    """Environment of every child; the owner's address is left out, most must not have it."""
    addresses = ("GELEIT_DATABASE_URL", "GELEIT_OWNER_DATABASE_URL")
    left_out = {*addresses, *(f"{name}_FILE" for name in addresses)}
    return {
        **{name: value for name, value in os.environ.items() if name not in left_out},
        **surroundings.embedded_settings(folder),
        "GELEIT_PORT": str(port),
        supervisor.MARK: str(folder),
    }


def _start_programs(
    folder: Path, settings: dict[str, str], stack: ExitStack, supervised: Supervisor
) -> Program:
    """Start web server and background work; both end with the stack. The web server."""
    click.echo("Webserver und Hintergrundarbeiten starten …")
    web = Program([*_GELEIT, "serve"], settings, folder / "log" / "web.log")
    worker = Program([*_GELEIT, "worker"], settings, folder / "log" / "worker.log")
    for name, program in (("Der Webserver", web), ("Die Hintergrundarbeit", worker)):
        stack.callback(program.stop)
        program.start()
        supervised.look_after(name, program)
    for program in (web, worker):
        stack.callback(program.ask_to_end)  # both end at the same time; the waiting comes after
    return web


def _start_database(folder: Path, stack: ExitStack, supervised: Supervisor) -> _Database:
    """The database the environment names, else the embedded one, started here."""
    if surroundings.has_own_database():
        lock = FolderLock(folder)
        lock.acquire()
        stack.callback(lock.release)
        return _Database(
            surroundings.address_of("app"), surroundings.address_of("owner"), lock.announce_end
        )
    click.echo("Datenbank startet …")
    server = EmbeddedServer(folder)
    stack.enter_context(server)
    supervised.look_after("Die Datenbank", server)
    urls = server.urls()
    return _Database(urls.app, urls.owner, server.announce_end)


def _prepare(folder: Path, settings: dict[str, str]) -> list[tuple[str, str, str]]:
    """Migrate and fill the database in a process of its own; its log-ins."""
    click.echo("Datenbank wird vorbereitet …")
    kept = folder / "demo-log-ins.json"
    code = supervisor.run_step([*_GELEIT, "prepare-demo", str(kept)], settings)
    if code:
        raise click.exceptions.Exit(code)
    return [tuple(row) for row in json.loads(kept.read_text(encoding="utf-8"))]


def _wait_for(web: Program, port: int) -> None:
    """Return once the web server serves; raise `Refusal` if it ends or stays silent."""
    end = time.monotonic() + _PATIENCE
    while not _serves(port):
        if not web.is_running():
            raise Refusal(f"Der Webserver startet nicht: {web.last_words()}")
        if time.monotonic() > end:
            raise Refusal(f"Der Webserver antwortet nicht; Näheres in {web.log}.")
        time.sleep(0.05)


def _serves(port: int) -> bool:
    connection = http.client.HTTPConnection(_HOST, port, timeout=10)
    try:
        connection.request("GET", _HEALTH)
        return connection.getresponse().status == http.HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _greet(folder: Path, port: int, log_ins: list[tuple[str, str, str]]) -> None:
    click.echo(f"\nGeleit läuft: http://localhost:{port}/\n")
    wide = [max(len(row[column]) for row in log_ins) for column in (0, 1)] if log_ins else [0, 0]
    click.echo("Zum Anmelden (erfundene Personen):")
    for role, mail, password in log_ins:
        click.echo(f"  {role:<{wide[0]}}  {mail:<{wide[1]}}  {password}")
    click.echo(f"\nDaten und Protokolle: {folder}\nBeenden mit Strg+C.")
