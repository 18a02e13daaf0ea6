"""Real installations for the tests of operations: folders, free ports, commands in processes."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from geleit.runtime.embedded import EmbeddedServer

GELEIT = [sys.executable, "-m", "geleit.config.cli"]


def surroundings(**settings: str) -> dict[str, str]:
    """This process's environment without settings of Geleit, plus the given ones."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GELEIT_")}
    return {**kept, **settings}


def geleit(*arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run a command to its end."""
    return subprocess.run(
        [*GELEIT, *arguments],
        env=surroundings(**settings),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
    )


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder every user can enter, as the data folder of an ordinary installation."""
    made = _open_folder()
    yield made / "data"
    shutil.rmtree(made)


@pytest.fixture(scope="module")
def server() -> Iterator[EmbeddedServer]:
    """A running server, fresh for the module: roles and an empty database, nothing migrated."""
    made = _open_folder()
    server = EmbeddedServer(made / "data", durable=False)
    server.start()
    yield server
    server.remove()
    shutil.rmtree(made)


def _open_folder() -> Path:
    made = Path(tempfile.mkdtemp(prefix="geleit-operations-"))
    made.chmod(0o755)
    return made
