"""Processes of this installation: tie their lives together, find those a killed parent left behind.

Linux only where it says so; elsewhere the functions find nothing and tie nothing, and what
PostgreSQL itself checks at start remains.
"""

import ctypes
import os
import signal
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

_SET_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG in <sys/prctl.h>
_LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None
_PROC = Path("/proc")


def end_with_parent(how: signal.Signals = signal.SIGTERM) -> None:
    """Have the system send this process `how` once the thread that started it is gone."""
    if _LIBC is not None:
        _LIBC.prctl(_SET_DEATH_SIGNAL, int(how), 0, 0, 0)


def ends_with_parent(how: signal.Signals) -> Callable[[], None]:
    """A `preexec_fn` that ties a child to this process, also if this process dies before the child
    is ready.

    It must run after the child has changed its user, which clears the setting; `subprocess` keeps
    that order.
    """
    parent = os.getpid()

    def tie() -> None:
        end_with_parent(how)
        if os.getppid() != parent:
            os._exit(1)

    return tie


def can_be_found() -> bool:
    """Whether this system lets us look for processes; if not, the searches below find none."""
    return _PROC.is_dir()


def working_in(folder: Path) -> list[int]:
    """Processes whose working folder is this one. Every PostgreSQL process works in its cluster."""
    return _processes(lambda process: os.readlink(process / "cwd") == str(folder))


def with_environment(entry: str) -> list[int]:
    """Processes started with this entry (`NAME=value`) in their environment, except this one."""
    wanted = entry.encode()
    found = _processes(lambda process: wanted in (process / "environ").read_bytes().split(b"\0"))
    return [process for process in found if process != os.getpid()]


def _processes(fits: Callable[[Path], bool]) -> list[int]:
    found = []
    for process in _PROC.iterdir() if can_be_found() else ():
        if process.name.isdecimal():
            try:
                if fits(process):
                    found.append(int(process.name))
            except OSError:
                continue  # ended meanwhile, or another user's
    return found


def send(processes: Iterable[int], what: signal.Signals) -> None:
    """Signal processes, some of which may be gone already."""
    for process in processes:
        try:
            os.kill(process, what)
        except (ProcessLookupError, PermissionError):
            continue


def wait_until_gone(processes: Callable[[], list[int]], seconds: float) -> bool:
    """Whether `processes` finds none any more within the given time."""
    end = time.monotonic() + seconds
    while processes():
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True
