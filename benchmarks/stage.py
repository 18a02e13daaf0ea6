"""Database and web server as in production, on this machine, for the time of a measurement."""

import http.client
import os
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import psycopg

from benchmarks.browser import HOST
from geleit.runtime import cluster, processes
from geleit.runtime.embedded import EmbeddedServer
from geleit.runtime.refusal import Refusal
from geleit.runtime.supervisor import Program

GELEIT = [sys.executable, "-m", "geleit.config.cli"]
_OWN = ("GELEIT_BENCH_DATABASE_URL", "GELEIT_BENCH_OWNER_DATABASE_URL")
_MARK = "GELEIT_BENCH_PART"
_PATIENCE = 60.0


@dataclass(frozen=True)
class Database:
    """Where the application, the owner and whoever may read statistics reach the database under test.

    `folder` is the working folder of its processes, None if it is a server of somebody else's.
    """

    app: str
    owner: str
    reader: str
    folder: Path | None

    @property
    def name(self) -> str:
        return urlsplit(self.app).path.lstrip("/")

    @property
    def role(self) -> str:
        return urlsplit(self.app).username or ""

    def processes(self) -> list[int]:
        return processes.working_in(self.folder) if self.folder else []


@contextmanager
def database(folder: Path) -> Iterator[tuple[Database, EmbeddedServer | None]]:
    """The server two variables name, else an embedded one with its cluster in the folder."""
    addresses = [os.environ.get(name, "") for name in _OWN]
    if any(addresses):
        if not all(addresses):
            raise Refusal(f"Both {' and '.join(_OWN)} are needed, or neither.")
        yield Database(addresses[0], addresses[1], addresses[1], None), None
        return
    with EmbeddedServer(folder) as server:
        urls = server.urls()
        yield Database(urls.app, urls.owner, urls.superuser, server.places.data), server


def empty(server: EmbeddedServer) -> None:
    """Drop the embedded database; afterwards there is a new one without tables."""
    with psycopg.connect(server.urls().superuser, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {cluster.DATABASE} WITH (FORCE)")
    server.stop()
    server.start()


def surroundings(folder: Path, secret: str, port: int) -> dict[str, str]:
    """Environment of every process here: an installation in service, not a demo; this machine has no TLS."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GELEIT_")}
    kept.setdefault("DJANGO_SETTINGS_MODULE", "geleit.config.settings")
    return kept | {
        "GELEIT_DATA": str(folder),
        "GELEIT_SECRET_KEY": secret,
        "GELEIT_HTTPS": "no",
        "GELEIT_PORT": str(port),
    }


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


class WebServer:
    """`geleit serve` as the application's role. Use it as a context manager."""

    def __init__(
        self, folder: Path, settings: dict[str, str], app: str, port: int, count: int
    ) -> None:
        self.port = port
        self._mark = f"web-{os.getpid()}"
        self._program = Program(
            [*GELEIT, "serve", "--processes", str(count)],
            settings | {"GELEIT_DATABASE_URL": app, _MARK: self._mark},
            folder / "log" / "web.log",
        )

    def __enter__(self) -> "WebServer":
        self._program.start()
        end = time.monotonic() + _PATIENCE
        while not self._serves():
            if not self._program.is_running() or time.monotonic() > end:
                words = self._program.last_words()
                self._program.stop()
                raise Refusal(f"The web server does not start: {words}")
            time.sleep(0.05)
        return self

    def __exit__(self, *reason: object) -> None:
        self._program.stop()

    def processes(self) -> list[int]:
        return processes.with_environment(f"{_MARK}={self._mark}")

    def _serves(self) -> bool:
        connection = http.client.HTTPConnection(HOST, self.port, timeout=10)
        try:
            connection.request("GET", "/gesund")
            return connection.getresponse().status == http.HTTPStatus.OK
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()
