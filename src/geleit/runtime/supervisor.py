"""Keeps the parts of an installation alive: starts them, starts again what dies, ends all of them
together.
"""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from geleit.runtime import processes
from geleit.runtime.refusal import Refusal

MARK = "GELEIT_SUPERVISED"  # in the environment of every child; its value is the data folder
_LOOK_EVERY = 0.25
_LONGEST_PAUSE = 30.0
_STEADY_AFTER = 60.0  # running this long, a part starts again at once when it dies
_GRACE = 10.0
_LARGEST_LOG = 5_000_000


class Part(Protocol):
    """What the supervisor can look after: a child process, or the embedded database."""

    def is_running(self) -> bool: ...

    def restart(self) -> None: ...


class Program:
    """A child process with a log of its own. It ends with this process, however this one ends.

    Start it from the main thread: the system ties it to the thread that started it.
    """

    def __init__(self, command: list[str], environment: dict[str, str], log: Path) -> None:
        self.command, self.environment, self.log = command, environment, log
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start the program; an overlong log of earlier runs is set aside first."""
        if self.log.exists() and self.log.stat().st_size > _LARGEST_LOG:
            self.log.replace(self.log.with_suffix(".log.1"))
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                self.command,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                umask=0o077,
                process_group=0,
                preexec_fn=processes.ends_with_parent(signal.SIGTERM),
            )

    def restart(self) -> None:
        """Start again after an unexpected end; what is left of the dead one's group goes first."""
        if self._process is not None:
            _end_group(self._process)
        self.start()

    def is_running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def ask_to_end(self) -> None:
        """Begin a clean end; `stop` waits for it."""
        if self._process is not None and self.is_running():
            self._process.terminate()

    def stop(self) -> None:
        """Afterwards the program and everything it started is gone; it had ten seconds to end
        cleanly.
        """
        if self._process is None:
            return
        self.ask_to_end()
        try:
            self._process.wait(_GRACE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        _end_group(self._process)
        self._process = None

    def last_words(self) -> str:
        """The last line of the log, for a sentence about a program that does not start."""
        lines = self.log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
        return lines[-1] if lines else "kein Grund genannt"


@dataclass
class _Watched:
    name: str
    part: Part
    started: float
    failures: int = 0
    next_try: float | None = None


class Supervisor:
    """Looks after parts until it is interrupted. `tell` gets one sentence for everything worth
    knowing.
    """

    def __init__(self, tell: Callable[[str], None]) -> None:
        self._tell = tell
        self._watched: list[_Watched] = []

    def look_after(self, name: str, part: Part) -> None:
        """Add a part that has been started; it will be started again whenever it dies."""
        self._watched.append(_Watched(name, part, time.monotonic()))

    def watch(self) -> None:
        """Look after all parts; ends only by an exception such as `KeyboardInterrupt`."""
        while True:
            time.sleep(_LOOK_EVERY)
            for watched in self._watched:
                self._look(watched, time.monotonic())

    def _look(self, watched: _Watched, now: float) -> None:
        if watched.part.is_running():
            return
        if watched.next_try is None:
            watched.failures = 0 if now - watched.started > _STEADY_AFTER else watched.failures + 1
            watched.next_try = now + _pause(watched.failures)
            self._tell(f"{watched.name} wurde unerwartet beendet und startet neu.")
        elif now >= watched.next_try:
            self._start_again(watched, now)

    def _start_again(self, watched: _Watched, now: float) -> None:
        try:
            watched.part.restart()
        except (Refusal, OSError) as error:
            watched.failures += 1
            watched.next_try = now + _pause(watched.failures)
            self._tell(str(error))
        else:
            watched.started, watched.next_try = time.monotonic(), None


def _end_group(leader: subprocess.Popen[bytes]) -> None:
    """End every process of the group this one led, dead or alive."""
    try:
        os.killpg(leader.pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        return


def _pause(failures: int) -> float:
    """Seconds to wait before the next try: none at first, then doubling."""
    return 0.0 if failures == 0 else float(min(0.5 * 2 ** (failures - 1), _LONGEST_PAUSE))


def run_step(command: list[str], environment: dict[str, str]) -> int:
    """Run a program to its end on this terminal; its exit code. An interrupt ends it and all it
    started.
    """
    with subprocess.Popen(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        umask=0o077,
        process_group=0,
        preexec_fn=processes.ends_with_parent(signal.SIGTERM),
    ) as step:
        try:
            return step.wait()
        finally:
            _end_group(step)


def end_leftovers(folder: Path) -> None:
    """End children of a supervisor that was killed, so that they keep neither port nor database."""

    def left() -> list[int]:
        return processes.with_environment(f"{MARK}={folder}")

    for what in (signal.SIGTERM, signal.SIGKILL):
        processes.send(left(), what)
        if processes.wait_until_gone(left, _GRACE):
            return


@contextmanager
def interrupted_by_signals() -> Iterator[None]:
    """Inside, Ctrl-C, a polite kill and a closed terminal all raise `KeyboardInterrupt`, once.

    Afterwards they are ignored, so that ending cleanly is not cut short by impatience.
    """
    signals = [signal.SIGINT, signal.SIGTERM]
    if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:  # nohup wants it ignored
        signals.append(signal.SIGHUP)

    def interrupt(number: int, frame: object) -> None:
        for each in signals:
            signal.signal(each, signal.SIG_IGN)
        raise KeyboardInterrupt

    for each in signals:
        signal.signal(each, interrupt)
    yield
