"""`geleit serve`: the web server in the foreground, for systemd or a container."""

import os
from importlib import import_module
from typing import Any

import click

from geleit.config.cli import surroundings
from geleit.runtime import processes

_APPLICATION = "geleit.config.wsgi:application"
_THIS_MACHINE = "127.0.0.1"


@click.command("serve")
@click.option(
    "--host", default=_THIS_MACHINE, show_default=True, help="Adresse, an der Geleit lauscht."
)
@click.option("--port", type=click.IntRange(1, 65535), help="Port; sonst GELEIT_PORT.")
@click.option(
    "--processes", "count", type=click.IntRange(1, 64), help="Prozesse; sonst so viele wie Kerne."
)
@click.option(
    "--threads",
    type=click.IntRange(1, 64),
    default=4,
    show_default=True,
    help="Anfragen, die ein Prozess zugleich bearbeitet.",
)
def command(host: str, port: int | None, count: int | None, threads: int) -> None:
    """Den Webserver im Vordergrund starten.

    Die Datenbank nennt GELEIT_DATABASE_URL. Davor gehört ein Webserver mit TLS.
    """
    surroundings.require_address()
    number = port or surroundings.port()
    surroundings.refuse_taken_port(host, number)
    with surroundings.installation():
        _load_application()
    _serve(host, number, count or min(os.cpu_count() or 1, 8), threads)


def _load_application() -> None:
    """Read the whole application once; the server's processes are forked from here and share it."""
    from django.db import connections  # noqa: PLC0415 - slow import
    from django.urls import get_resolver  # noqa: PLC0415 - slow import

    from geleit.config import wsgi  # noqa: F401, PLC0415 - slow import

    _ = get_resolver().url_patterns
    # A connection must not be shared by two processes, nor a pool's threads be lost in a fork.
    for connection in connections.all(initialized_only=True):
        connection.close()
        if getattr(connection, "pool", None):
            connection.close_pool()  # type: ignore[attr-defined]


def _serve(host: str, port: int, count: int, threads: int) -> None:
    from granian import Granian  # noqa: PLC0415 - slow import
    from granian.constants import HTTPModes, Interfaces  # noqa: PLC0415 - slow import

    Granian(
        _APPLICATION,
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        http=HTTPModes.http1,
        websockets=False,
        workers=count,
        blocking_threads=threads,
        blocking_threads_idle_timeout=600,
        respawn_failed_workers=True,
        workers_kill_timeout=8,
        # Granian counts open connections, not requests: by default some thousand idle browsers would lock out all.
        backlog=4096,
        backpressure=2048,
    ).serve(target_loader=load_in_process)


def load_in_process(target: str) -> Any:
    """The application for one server process, which ends with the process that forked it."""
    processes.end_with_parent()
    module, _, name = target.partition(":")
    return getattr(import_module(module), name)
