"""One Geleit per data folder."""

import fcntl
import os
import time
from pathlib import Path

from geleit.runtime.refusal import Refusal, cannot_write

_ENDING = "endet"
_END_SECONDS = 45.0  # a clean end takes less, see `Program.stop` and `EmbeddedServer.stop`
_DOUBT_SECONDS = 1.0  # a holder that has just lost its parent may not have said so yet


class FolderLock:
    """An exclusive hold on a folder. The system lets go of it when the process ends, however it
    ends.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._file: int | None = None

    @property
    def path(self) -> Path:
        return self.folder / "geleit.lock"

    def acquire(self) -> None:
        """Take the lock or raise `Refusal` that names the process which holds it.

        A holder that is ending is waited for, so that a start right after a stop works.
        """
        try:
            file = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError as error:
            raise cannot_write(self.folder, error) from error
        begin = time.monotonic()
        while not _taken(file):
            holder, _, ending = os.pread(file, 40, 0).decode().partition(" ")
            if time.monotonic() - begin > (_END_SECONDS if ending else _DOUBT_SECONDS):
                os.close(file)
                raise Refusal(
                    f"Geleit läuft mit diesem Datenordner schon (Prozess {holder or 'unbekannt'})."
                )
            time.sleep(0.05)
        self._file = file
        self._write(str(os.getpid()))

    def announce_end(self) -> None:
        """Tell whoever wants the folder next that waiting is worth it."""
        if self._file is not None:
            self._write(f"{os.getpid()} {_ENDING}")

    def _write(self, text: str) -> None:
        if self._file is not None:
            os.ftruncate(self._file, 0)
            os.pwrite(self._file, text.encode(), 0)

    def release(self) -> None:
        """Let go. The file stays: without it two processes could hold two locks of one name."""
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def is_held_by_another(self) -> bool:
        """Whether some other process holds the folder now."""
        try:
            file = os.open(self.path, os.O_RDONLY | os.O_CLOEXEC)
        except OSError:
            return False
        try:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return self._file is None
        finally:
            os.close(file)
        return False


def _taken(file: int) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
