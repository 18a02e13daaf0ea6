"""`geleit demo` on a real folder: from nothing to the first page, and through every kind of death.

One installation serves the whole module, because loading the demo county takes longer than all
tests.
"""

import http.client
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from geleit.runtime import processes
from geleit.runtime.embedded import EmbeddedServer
from geleit.runtime.supervisor import MARK
from tests.operations.conftest import GELEIT, free_port, geleit, surroundings

pytestmark = pytest.mark.slow


class Installation:
    """A data folder with a port, and the process of `geleit demo` while it runs."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = free_port()
        self.lines: list[str] = []
        self.process: subprocess.Popen[str] | None = None

    def start(self) -> float:
        """Start and wait until all is printed; the seconds it took."""
        begin = time.monotonic()
        settings = surroundings(GELEIT_DATA=str(self.folder), GELEIT_PORT=str(self.port))
        self.process = subprocess.Popen(
            [*GELEIT, "demo"],
            env=settings,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        assert self.process.stdout is not None
        self.lines = []
        for line in self.process.stdout:
            self.lines.append(line.rstrip())
            if line.startswith("Beenden mit"):
                return time.monotonic() - begin
        raise AssertionError("\n".join(self.lines))

    def stop(self, how: signal.Signals) -> int:
        """Send a signal and wait for the end; the exit code."""
        assert self.process is not None
        self.process.send_signal(how)
        self.process.communicate(timeout=60)
        return self.process.returncode

    def see_to_it_that_it_runs(self) -> None:
        if self.process is None or self.process.poll() is not None:
            self.start()

    def see_to_it_that_it_is_stopped(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.stop(signal.SIGTERM)

    def serves(self) -> bool:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", "/gesund")
            return connection.getresponse().status == 200
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()

    def serves_again(self) -> bool:
        return processes.wait_until_gone(lambda: [] if self.serves() else [1], 30)

    def running(self, command: str) -> list[int]:
        """Child processes of this installation that run a command of geleit."""
        found = processes.with_environment(f"{MARK}={self.folder}")
        return [each for each in found if command in _command_line(each)]

    def mains(self, command: str) -> list[int]:
        """Those among them that the supervisor itself started: one, or none for a moment."""
        assert self.process is not None
        return [each for each in self.running(command) if _parent(each) == self.process.pid]

    def accounts(self) -> list[str]:
        with psycopg.connect(EmbeddedServer(self.folder).urls().owner) as connection:
            rows = connection.execute("SELECT email FROM people_account ORDER BY 1").fetchall()
        return [row[0] for row in rows]


def _command_line(process: int) -> list[str]:
    return Path(f"/proc/{process}/cmdline").read_text().split("\0")


def _parent(process: int) -> int:
    return int(Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[1])


@pytest.fixture(scope="module")
def installation() -> Iterator[Installation]:
    """An installation of the module's own; the first start loads its county."""
    made = Path(tempfile.mkdtemp(prefix="geleit-demo-"))
    made.chmod(0o755)
    installation = Installation(made / "data")
    yield installation
    installation.see_to_it_that_it_is_stopped()
    shutil.rmtree(made)


@pytest.fixture
def demo(installation: Installation) -> Installation:
    """The installation, running."""
    installation.see_to_it_that_it_runs()
    return installation


@pytest.fixture
def stopped(installation: Installation) -> Installation:
    """The installation, loaded and stopped."""
    installation.see_to_it_that_it_runs()
    installation.see_to_it_that_it_is_stopped()
    return installation


def test_start_prints_address_and_log_ins(demo: Installation) -> None:
    logins = [line for line in demo.lines if "@" in line]

    assert f"Geleit läuft: http://localhost:{demo.port}/" in demo.lines
    assert len(logins) > 1
    assert {line.split()[-2] for line in logins} <= set(demo.accounts())
    assert demo.serves()


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_stop_leaves_nothing_running(demo: Installation, how: signal.Signals) -> None:
    data = EmbeddedServer(demo.folder).places.data
    assert processes.working_in(data) != []

    code = demo.stop(how)

    assert code == 0
    assert processes.with_environment(f"{MARK}={demo.folder}") == []
    assert processes.working_in(data) == []


def test_second_start_keeps_the_data(stopped: Installation) -> None:
    with EmbeddedServer(stopped.folder):
        before = stopped.accounts()

    stopped.start()

    assert stopped.accounts() == before


@pytest.mark.parametrize("command", ["serve", "worker"])
def test_killed_part_is_started_again(demo: Installation, command: str) -> None:
    killed = demo.mains(command)

    processes.send(killed, signal.SIGKILL)

    assert processes.wait_until_gone(
        lambda: killed if demo.mains(command) in ([], killed) else [], 20
    )
    assert demo.serves_again()


def test_killed_database_is_started_again(demo: Installation) -> None:
    places = EmbeddedServer(demo.folder).places
    before = demo.accounts()

    os.kill(int(places.process_file.read_text().splitlines()[0]), signal.SIGKILL)
    assert processes.wait_until_gone(lambda: [] if not demo.serves() else [1], 10)

    assert demo.serves_again()
    assert demo.accounts() == before


def test_start_works_at_once_after_the_supervisor_was_killed(demo: Installation) -> None:
    demo.stop(signal.SIGKILL)

    demo.start()

    assert demo.serves()


def test_start_works_at_once_after_everything_was_killed(demo: Installation) -> None:
    data = EmbeddedServer(demo.folder).places.data
    assert demo.process is not None
    everything = [*processes.with_environment(f"{MARK}={demo.folder}"), *processes.working_in(data)]
    processes.send([demo.process.pid, *everything], signal.SIGKILL)
    demo.stop(signal.SIGKILL)

    demo.start()

    assert demo.serves()


def test_second_demo_on_the_same_folder_is_refused(demo: Installation) -> None:
    assert demo.process is not None

    done = geleit("demo", GELEIT_DATA=str(demo.folder), GELEIT_PORT=str(free_port()))

    assert (done.returncode, done.stderr) == (
        2,
        f"Geleit läuft mit diesem Datenordner schon (Prozess {demo.process.pid}).\n",
    )


def test_commands_use_the_running_database(demo: Installation) -> None:
    done = geleit("check", GELEIT_DATA=str(demo.folder))

    assert (done.returncode, done.stderr) == (0, "")


def test_port_in_use_is_named(stopped: Installation) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = geleit("demo", GELEIT_DATA=str(stopped.folder), GELEIT_PORT=str(port))

    assert (done.returncode, done.stderr) == (
        2,
        f"Port {port} ist schon belegt; GELEIT_PORT wählt einen anderen.\n",
    )
