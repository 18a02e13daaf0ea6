"""The real product for journeys: started, asked, killed and started again as an operator would."""

import contextlib
import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

import psycopg

from geleit.runtime.embedded import EmbeddedServer

PROJECT = Path(__file__).resolve().parents[2]
GELEIT = [sys.executable, "-m", "geleit.config.cli"]
START_SECONDS = 180
RETURN_SECONDS = 60
LINK = re.compile(r"http://localhost:\d+/\S+")


@dataclass
class Product:
    """A running `geleit demo`: its address, its log-ins by role, its data folder."""

    data: Path
    port: int
    logins: dict[str, tuple[str, str]] = field(default_factory=dict)
    signed_in: dict[str, Any] = field(default_factory=dict)  # cookies by role
    process: subprocess.Popen[str] | None = None

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}"

    def start(self) -> float:
        """Start as `make demo` does and wait until all is printed; the seconds it took."""
        begin = time.monotonic()
        output = self.data.parent / f"{self.data.name}.log"
        with output.open("w") as written:
            self.process = subprocess.Popen(
                [*GELEIT, "demo", "--end-with-parent"],
                env=self._environment() | {"PYTHONUNBUFFERED": "1"},
                cwd=PROJECT,
                stdin=subprocess.DEVNULL,
                stdout=written,
                stderr=subprocess.STDOUT,
                text=True,
            )
        while "Beenden mit" not in output.read_text():
            assert self.process.poll() is None, output.read_text()
            assert time.monotonic() - begin < START_SECONDS, output.read_text()
            time.sleep(0.1)
        self.logins = printed_logins(output.read_text())
        return time.monotonic() - begin

    def stop(self) -> None:
        if self.process and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(timeout=60)

    def see_to_it_that_it_runs(self) -> None:
        if self.process is None or self.process.poll() is not None:
            self.start()

    def _environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("GELEIT_")}
        return kept | {"GELEIT_DATA": str(self.data), "GELEIT_PORT": str(self.port)}

    def command(self, *arguments: str) -> str:
        """What a command of Geleit prints about this installation."""
        done = subprocess.run(
            [*GELEIT, *arguments],
            env=self._environment(),
            cwd=PROJECT,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def rows(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        """Rows of the database as they are, without row security."""
        address = EmbeddedServer(self.data).urls().superuser
        with psycopg.connect(address, dbname="geleit", connect_timeout=10) as connection:
            return connection.execute(query, values).fetchall()  # type: ignore[arg-type]

    def value(self, query: str, *values: Any) -> Any:
        """The first value of the first row; there must be one."""
        found = self.rows(query, *values)
        assert found, f"nothing in the demo fits: {query} {values}"
        return found[0][0]

    def link_in_mail(self, address: str) -> str:
        """The link in the newest mail to an address; waits until the background work has written it."""
        deadline = time.monotonic() + RETURN_SECONDS
        while True:
            for file in sorted(self.data.glob("mail/*"), key=lambda one: one.stat().st_mtime)[::-1]:
                mail = message_from_bytes(file.read_bytes(), policy=policy.default)
                if mail["To"] == address and (link := LINK.search(mail.get_content())):
                    return link[0]
            assert time.monotonic() < deadline, f"no mail to {address}"
            time.sleep(0.2)

    def serves(self) -> bool:
        connection = http.client.HTTPConnection("localhost", self.port, timeout=5)
        try:
            connection.request("GET", "/gesund")
            return connection.getresponse().status == 200
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()

    def wait_until_it_serves(self) -> None:
        deadline = time.monotonic() + RETURN_SECONDS
        while not self.serves():
            assert time.monotonic() < deadline, "the product did not come back"
            time.sleep(0.1)

    def kill(self, what: str) -> None:
        """Kill, without warning, every process below the demo whose command line holds the words."""
        assert self.process is not None
        deadline = time.monotonic() + RETURN_SECONDS
        while not (victims := self._below(what)):  # killed a moment ago, and not yet started again
            assert time.monotonic() < deadline, f"no process of {what}"
            time.sleep(0.02)
        for pid in victims:
            kill(pid)

    def _below(self, what: str) -> list[int]:
        assert self.process is not None
        return [pid for pid, line in descendants(self.process.pid).items() if what in line]

    def kill_everything(self) -> None:
        assert self.process is not None
        for pid in [self.process.pid, *descendants(self.process.pid)]:
            kill(pid)
        self.process.wait(timeout=30)


def kill(pid: int) -> None:
    with contextlib.suppress(ProcessLookupError):  # it went with its parent
        os.kill(pid, signal.SIGKILL)


def printed_logins(output: str) -> dict[str, tuple[str, str]]:
    """Log-ins as the demo prints them for a new user: address and password by role."""
    found = re.findall(r"^\s+(\S.*?)\s{2,}(\S+@\S+)\s+(\S+)\s*$", output, re.MULTILINE)
    return {role: (address, password) for role, address, password in found}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def descendants(parent: int) -> dict[int, str]:
    """Living processes below one, with their command lines."""
    children: dict[int, list[int]] = {}
    lines: dict[int, str] = {}
    for entry in Path("/proc").iterdir():
        if not entry.name.isdecimal():
            continue
        try:
            stat = (entry / "stat").read_text()
            lines[int(entry.name)] = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode()
        except OSError:
            continue  # it ended meanwhile
        above = int(stat.rpartition(")")[2].split()[1])
        children.setdefault(above, []).append(int(entry.name))
    found, waiting = {}, [parent]
    while waiting:
        for child in children.get(waiting.pop(), []):
            found[child] = lines[child]
            waiting.append(child)
    return found
