"""Where the parts of an embedded database lie, starting from its data folder.

<data folder>/
    geleit.lock               held while the server runs
    database-passwords.json   of all roles, readable by the starting user only
    log/                      of the database, the web server, the worker and the commands
    postgresql/               the home: data (the cluster), run (the socket), postgresql.conf
    postgresql.location       instead of the home, if that lies elsewhere; see `server_user`
"""

import hashlib
import os
import secrets
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from geleit.runtime import server_user
from geleit.runtime.locking import FolderLock
from geleit.runtime.refusal import Refusal, cannot_write
from geleit.runtime.server_user import ServerUser

SOCKET = ".s.PGSQL.5432"
_SHORT = Path("/tmp")  # noqa: S108 - not from TMPDIR: every shell must find the same socket
_LONGEST_SOCKET_FOLDER = 90  # the system allows 107 bytes with the socket's own name


@dataclass(frozen=True)
class Places:
    """The files and folders of one data folder's database."""

    folder: Path

    @property
    def log(self) -> Path:
        return self.folder / "log" / "database.log"

    @property
    def passwords(self) -> Path:
        return self.folder / "database-passwords.json"

    @property
    def pointer(self) -> Path:
        return self.folder / "postgresql.location"

    @property
    def home(self) -> Path:
        """Folder that holds the cluster: in the data folder, or where its pointer says."""
        try:
            return Path(self.pointer.read_text(encoding="utf-8").strip())
        except FileNotFoundError:
            return self.folder / "postgresql"

    @property
    def data(self) -> Path:
        return self.home / "data"

    @property
    def configuration(self) -> Path:
        return self.home / "postgresql.conf"

    @property
    def process_file(self) -> Path:
        return self.data / "postmaster.pid"

    @property
    def sockets(self) -> Path:
        """Folder of the socket: in the home, or a private one where that is too long for one."""
        sockets = self.home / "run"
        if len(os.fsencode(sockets)) <= _LONGEST_SOCKET_FOLDER:
            return sockets
        digest = hashlib.sha256(os.fsencode(self.home)).hexdigest()[:16]
        return _SHORT / f"geleit-{os.geteuid()}-{digest}"

    def make_home(self, *, passing: bool) -> None:
        """See to it that the home exists, where the server's user can reach it.

        A `passing` home is one that may go as soon as its data folder is gone, as those of tests.
        """
        home = self.home
        if self.pointer.exists() and not home.is_dir():
            raise Refusal(
                f"Die Datenbank dieses Datenordners lag in {home} und ist dort nicht mehr;"
                f" wer neu anfangen will, löscht {self.pointer}."
            )
        user = server_user.server_user(self.data)
        if not home.exists() and user is not None and not user.can_enter(self.folder):
            home = _shared_home(self.folder, passing)
            self.pointer.write_text(f"{home}\n", encoding="utf-8")
        home.mkdir(exist_ok=True)
        home.chmod(0o755 if user else 0o700)
        if self.data.exists() and not self.passwords.exists():
            raise Refusal(f"Zur Datenbank in {home} fehlt die Datei {self.passwords}.")

    def make_sockets(self, user: ServerUser | None) -> None:
        """A folder for the socket that only the server's user and root can enter.

        Raises `Refusal` if somebody else has put one there, as anybody can in a shared folder.
        """
        self.sockets.mkdir(mode=0o700, exist_ok=True)
        owners = {os.geteuid(), user.uid if user else os.geteuid()}
        if self.sockets.is_symlink() or self.sockets.lstat().st_uid not in owners:
            raise Refusal(f"{self.sockets} gehört einem anderen Benutzer; bitte löschen.")
        if user:
            user.own(self.sockets)
        else:
            self.sockets.chmod(0o700)

    def clear_sockets(self) -> None:
        """Remove the socket's folder if it lies outside the home."""
        if self.sockets.parent == _SHORT:
            shutil.rmtree(self.sockets, ignore_errors=True)


def open_data_folder(folder: Path) -> None:
    """See to it that data folder and log folder exist and can be written to, or raise `Refusal`."""
    try:
        if not folder.exists():
            # Root's database server runs as another user: it may pass through, but not look around.
            folder.mkdir(parents=True, mode=0o711 if os.geteuid() == 0 else 0o700)
        (folder / "log").mkdir(mode=0o700, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as probe:
            probe.write(bytes(4096))
    except OSError as error:
        raise cannot_write(folder, error) from error


def _shared_home(folder: Path, passing: bool) -> Path:
    """A new home outside the data folder; passing ones that have lost theirs are cleared away."""
    homes = server_user.shared_folder("clusters")
    for note in homes.glob("*/passing"):
        lost = not Path(note.read_text(encoding="utf-8")).exists()
        if lost and not FolderLock(note.parent).is_held_by_another():
            shutil.rmtree(note.parent, ignore_errors=True)
    home = homes / secrets.token_hex(8)
    home.mkdir()
    if passing:
        (home / "passing").write_text(str(folder), encoding="utf-8")
    return home
