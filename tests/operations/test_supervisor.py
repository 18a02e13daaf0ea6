"""The supervisor starts again what dies, ends what it started, and finds what a killed one left."""

import os
import signal
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from geleit.runtime import processes
from geleit.runtime.locking import FolderLock
from geleit.runtime.refusal import Refusal
from geleit.runtime.supervisor import MARK, Program, Supervisor, end_leftovers, run_step
from tests.operations.conftest import surroundings

SLEEP = "import time; time.sleep(600)"
# A program with a child of its own, as the web server has.
FAMILY = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {SLEEP!r}])"


@pytest.fixture
def mark(tmp_path: Path) -> Iterator[str]:
    """What marks the test's processes; none of them outlives it."""
    yield f"{MARK}={tmp_path}"
    processes.send(processes.with_environment(f"{MARK}={tmp_path}"), signal.SIGKILL)


def program(folder: Path, code: str) -> Program:
    environment = surroundings(**{MARK: str(folder)})
    return Program([sys.executable, "-c", code], environment, folder / "program.log")


def wait_for(number: int, mark: str) -> None:
    """Return once that many marked processes run."""

    def missing() -> list[int]:
        return [1] if len(processes.with_environment(mark)) != number else []

    assert processes.wait_until_gone(missing, 10)


def test_program_that_ends_is_started_again(tmp_path: Path) -> None:
    part = program(tmp_path, "print('up')")
    told = []

    def tell(sentence: str) -> None:
        told.append(sentence)
        if len(told) == 2:
            raise KeyboardInterrupt

    supervisor = Supervisor(tell)
    supervisor.look_after("Der Webserver", part)
    part.start()
    with pytest.raises(KeyboardInterrupt):
        supervisor.watch()

    assert told == ["Der Webserver wurde unerwartet beendet und startet neu."] * 2
    assert part.log.read_text().splitlines() == ["up", "up"]


def test_part_that_cannot_be_started_is_tried_again(tmp_path: Path) -> None:
    class Stubborn:
        """A part that refuses the first restart, as the database does on a full disk."""

        tries = 0

        def is_running(self) -> bool:
            return False

        def restart(self) -> None:
            self.tries += 1
            if self.tries == 1:
                raise Refusal("Der Datenträger ist voll.")
            raise KeyboardInterrupt

    told: list[str] = []
    supervisor = Supervisor(told.append)
    supervisor.look_after("Die Datenbank", Stubborn())
    with pytest.raises(KeyboardInterrupt):
        supervisor.watch()

    assert told == [
        "Die Datenbank wurde unerwartet beendet und startet neu.",
        "Der Datenträger ist voll.",
    ]


def test_stopping_a_program_ends_its_children_too(tmp_path: Path, mark: str) -> None:
    part = program(tmp_path, FAMILY)
    part.start()
    wait_for(2, mark)

    part.stop()

    wait_for(0, mark)


def test_restart_clears_what_the_dead_program_left(tmp_path: Path, mark: str) -> None:
    part = program(tmp_path, FAMILY)
    part.start()
    wait_for(2, mark)
    before = set(processes.with_environment(mark))
    main = next(each for each in before if os.getpgid(each) == each)
    os.kill(main, signal.SIGKILL)

    part.restart()

    assert processes.wait_until_gone(
        lambda: sorted(before & set(processes.with_environment(mark))), 10
    )
    wait_for(2, mark)


def test_children_of_a_killed_supervisor_are_found_and_ended(tmp_path: Path, mark: str) -> None:
    part = program(tmp_path, FAMILY)
    part.start()
    wait_for(2, mark)

    end_leftovers(tmp_path)

    assert processes.with_environment(mark) == []


def test_step_runs_to_its_end_with_its_exit_code(tmp_path: Path) -> None:
    assert run_step([sys.executable, "-c", "raise SystemExit(3)"], surroundings()) == 3


def test_overlong_log_is_set_aside(tmp_path: Path) -> None:
    part = program(tmp_path, "print('new')")
    part.log.write_bytes(bytes(5_000_001))

    part.start()
    processes.wait_until_gone(lambda: [1] if part.is_running() else [], 10)

    assert part.log.read_text() == "new\n"
    assert (tmp_path / "program.log.1").stat().st_size == 5_000_001


def test_lock_waits_for_a_holder_that_is_ending(tmp_path: Path) -> None:
    holder = FolderLock(tmp_path)
    holder.acquire()
    holder.announce_end()
    release = threading.Timer(1.5, holder.release)  # longer than a holder in doubt is waited for
    release.start()

    waiting = FolderLock(tmp_path)
    waiting.acquire()

    assert waiting.path.read_text() == str(os.getpid())
    assert waiting.is_held_by_another() is False
    assert FolderLock(tmp_path).is_held_by_another() is True
    waiting.release()
    release.join()


def test_lock_of_a_holder_that_stays_is_refused(tmp_path: Path) -> None:
    holder = FolderLock(tmp_path)
    holder.acquire()

    with pytest.raises(Refusal) as refusal:
        FolderLock(tmp_path).acquire()

    assert str(refusal.value) == (
        f"Geleit läuft mit diesem Datenordner schon (Prozess {os.getpid()})."
    )
    holder.release()
