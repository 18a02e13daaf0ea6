"""PostgreSQL that comes along: a server with its cluster in the data folder, for a first look and
for tests.

`EmbeddedServer(folder)` starts in about a second and ends with the process that started it, however
that ends. Web, worker and commands reach it by socket; nothing listens on the network.
"""

import shutil
import signal
import subprocess
import time
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from geleit.runtime import cluster, processes, server_user
from geleit.runtime.cluster import Urls
from geleit.runtime.locking import FolderLock
from geleit.runtime.places import SOCKET, Places, open_data_folder
from geleit.runtime.refusal import Refusal, cannot_write

_ROOM_FIRST = 300 * 1024 * 1024
_ROOM_LATER = 50 * 1024 * 1024
_RECOVERY_SECONDS = 300.0  # after a crash PostgreSQL may have to replay gigabytes first
_TIME_ZONES = Path("/usr/share/zoneinfo/UTC")  # the programs were built to look there


class EmbeddedServer:
    """A PostgreSQL server for one data folder.

    Start it from the main thread: the system ends it together with the thread that started it.
    `durable=False` trades safety against power cuts for speed; only tests may.
    """

    def __init__(self, folder: Path, *, durable: bool = True) -> None:
        self.folder = folder.absolute()
        self.durable = durable
        self.places = Places(self.folder)
        self._locks: list[FolderLock] = []
        self._process: subprocess.Popen[Any] | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def start(self) -> None:
        """Afterwards the server takes connections and holds Geleit's roles and database.

        Raises `Refusal` if the folder is in use, cannot be written to, or the server does not
        start.
        """
        open_data_folder(self.folder)
        try:
            self._lock(self.folder)
            self.places.make_home(passing=not self.durable)
            if self.places.home.parent != self.folder:
                self._lock(self.places.home)
            words = cluster.passwords(self.places.passwords)
            self._end_leftovers()
            self._check_machine()
            self._create_if_missing(words[cluster.SUPERUSER])
            self._launch()
            cluster.furnish(self.urls(), words)
        except OSError as error:
            self.stop()
            raise cannot_write(self.folder, error) from error
        except BaseException:
            self.stop()
            raise

    def restart(self) -> None:
        """Start the server again after it was killed; the folder stays locked throughout."""
        self._end_leftovers()
        self._launch()

    def is_running(self) -> bool:
        """Whether the server this object started is still there."""
        return self._process is not None and self._process.poll() is None

    def announce_end(self) -> None:
        """Say that a stop is under way, so that the next start waits for it."""
        for lock in self._locks:
            lock.announce_end()

    def stop(self) -> None:
        """End the server, with everything confirmed kept, and free the folder."""
        self.announce_end()
        if self._process is not None:
            for what, seconds in ((signal.SIGINT, 30), (signal.SIGQUIT, 10), (signal.SIGKILL, 10)):
                self._process.send_signal(what)
                try:
                    self._process.wait(seconds)
                    break
                except subprocess.TimeoutExpired:
                    continue
            self._process = None
            self.places.clear_sockets()
        while self._locks:
            self._locks.pop().release()

    def remove(self) -> None:
        """Stop the server and delete data folder and cluster, wherever they lie. For tests."""
        self.stop()
        shutil.rmtree(self.places.home, ignore_errors=True)
        shutil.rmtree(self.folder, ignore_errors=True)

    def urls(self) -> Urls:
        """Where each role reaches the database."""
        return cluster.urls(cluster.passwords(self.places.passwords), self.places.sockets)

    def runs_elsewhere(self) -> bool:
        """Whether another process runs this folder's server and it takes connections."""
        if not FolderLock(self.folder).is_held_by_another():
            return False
        end = time.monotonic() + 30
        while self._status() != "ready":
            if time.monotonic() > end:
                return False
            time.sleep(0.05)
        return True

    def _lock(self, folder: Path) -> None:
        lock = FolderLock(folder)
        lock.acquire()
        self._locks.append(lock)

    def _check_machine(self) -> None:
        """Refuse to start where PostgreSQL would stop half-way."""
        if not _TIME_ZONES.exists():
            raise Refusal(
                "Auf diesem Rechner fehlen die Zeitzonen; bitte das Paket tzdata installieren."
            )
        needed = _ROOM_LATER if self.places.data.exists() else _ROOM_FIRST
        if shutil.disk_usage(self.places.home).free < needed:
            raise Refusal(
                f"Auf dem Datenträger von {self.places.home} ist zu wenig Platz:"
                f" nötig sind {needed // 1024 // 1024} MB."
            )

    def _create_if_missing(self, password: str) -> None:
        data = self.places.data
        if not data.exists():
            user = server_user.server_user(data)
            cluster.create(data, server_user.programs(user), user, password, self.durable)

    def _launch(self) -> None:
        places = self.places
        user = server_user.server_user(places.data)
        places.make_sockets(user)
        cluster.write_configuration(places.configuration, places.sockets, self.durable)
        program = server_user.programs(user) / "postgres"
        configured = f"config_file={places.configuration}"
        with places.log.open("ab") as log, cluster.programs_runnable():
            begin = log.tell()
            self._process = subprocess.Popen(
                [program, "-D", places.data, "-c", configured],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env=cluster.environment(),
                process_group=0,
                preexec_fn=processes.ends_with_parent(signal.SIGINT),
                **server_user.started_as(user),
            )
        self._wait_until_ready(begin)

    def _wait_until_ready(self, begin: int) -> None:
        log = self.places.log
        end = time.monotonic() + _RECOVERY_SECONDS
        while self._status() != "ready":
            if not self.is_running():
                output = log.read_bytes()[begin:].decode(errors="replace")
                raise Refusal(cluster.why_it_failed("Die Datenbank startet nicht", output))
            if time.monotonic() > end:
                raise Refusal(
                    f"Die Datenbank ist nach fünf Minuten nicht bereit; Näheres in {log}."
                )
            time.sleep(0.02)

    def _status(self) -> str:
        """What the server says of itself: starting, ready, stopping; empty if not running."""
        lines = self._process_lines()
        return lines[7].strip() if len(lines) > 7 else ""

    def _process_lines(self) -> list[str]:
        """The server's process file; empty if there is none or an earlier server's."""
        try:
            lines = self.places.process_file.read_text(encoding="utf-8").splitlines()
        except OSError:
            return []
        if self._process is not None and lines[:1] != [str(self._process.pid)]:
            return []
        return lines

    def _end_leftovers(self) -> None:
        """End what a killed parent left of this cluster's server, then clear its process files.

        Every PostgreSQL process works in its cluster's folder. Only when none is left there may the
        files go which keep two servers off one cluster. They must: the number in them may by now be
        another program's, or a dead process nobody has collected, and PostgreSQL would not start.
        """
        self._process = None

        def left() -> list[int]:
            return processes.working_in(self.places.data)

        main = self._process_lines()[:1]
        processes.send([each for each in left() if [str(each)] == main], signal.SIGINT)
        for what in (signal.SIGTERM, signal.SIGQUIT, signal.SIGKILL):
            if processes.wait_until_gone(left, 10):
                break
            processes.send(left(), what)
        if not processes.wait_until_gone(left, 10):
            raise Refusal("Der frühere Datenbankserver dieses Ordners lässt sich nicht beenden.")
        if processes.can_be_found():
            self.places.process_file.unlink(missing_ok=True)
            for name in (SOCKET, f"{SOCKET}.lock"):
                (self.places.sockets / name).unlink(missing_ok=True)
