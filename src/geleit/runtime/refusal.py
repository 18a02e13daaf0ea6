"""What the person at the keyboard can put right."""

import errno
from pathlib import Path

_REASONS = {
    errno.ENOSPC: "der Datenträger ist voll",
    errno.EDQUOT: "das Speicherkontingent ist erschöpft",
    errno.EROFS: "der Datenträger ist schreibgeschützt",
    errno.EACCES: "die Berechtigung fehlt",
    errno.EPERM: "die Berechtigung fehlt",
    errno.EEXIST: "dort liegt eine Datei",
    errno.ENOTDIR: "ein Teil des Pfads ist eine Datei",
}


class Refusal(Exception):
    """Geleit cannot do what was asked; the text is one German sentence that says why and what
    helps.

    The command line prints it without a traceback and ends with exit code 2.
    """


def reason(error: OSError) -> str:
    """Why the system refused, in German where the reason is a usual one."""
    return _REASONS.get(error.errno or 0, error.strerror or str(error))


def cannot_write(folder: Path, error: OSError) -> Refusal:
    """The refusal for a data folder that cannot be written to."""
    return Refusal(
        f"In den Datenordner {folder} kann nicht geschrieben werden: {reason(error)}"
        " (GELEIT_DATA wählt einen anderen)."
    )
