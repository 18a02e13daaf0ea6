"""Refuses passwords known from leaks, without asking anybody on the internet."""

import bisect
import hashlib
import mmap
from pathlib import Path

from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _


class LeakedPasswordValidator:
    """A password must not stand in a list of leaked ones.

    The list that comes with Django always counts. `file` may name the large list of Have I Been Pwned (one SHA-1
    hash per line, sorted, as its downloader writes it); it is searched on disk in a few microseconds.
    """

    def __init__(self, file: str = "") -> None:
        self.common = CommonPasswordValidator()
        self.file = Path(file) if file else None

    def validate(self, password: str, user: object | None = None) -> None:
        try:
            self.common.validate(password)
        except ValidationError as error:
            raise self._refusal() from error
        if self.file and is_listed(self.file, password):
            raise self._refusal()

    def get_help_text(self) -> str:
        return _("The password must not be known from a data leak.")

    @staticmethod
    def _refusal() -> ValidationError:
        return ValidationError(
            _("This password is known from a data leak. Please choose another one."),
            code="password_leaked",
        )


class _Lines:
    """Sorted hash lines of equal meaning but unequal length, addressed by byte offset for `bisect`."""

    def __init__(self, data: mmap.mmap) -> None:
        self.data = data

    def __len__(self) -> int:
        return len(self.data)

    def __getitem__(self, offset: int) -> bytes:
        start = self.data.rfind(b"\n", 0, offset) + 1
        return self.data[start : start + 40].upper()


def is_listed(file: Path, password: str) -> bool:
    """Whether the password's SHA-1 hash is a line of the sorted file.

    Raises OSError if it cannot be read or is empty: a list that lists nothing must not look like a pass.
    """
    if not file.stat().st_size:
        raise OSError(f"{file} is empty")
    digest = hashlib.sha1(password.encode(), usedforsecurity=False).hexdigest().upper().encode()
    with file.open("rb") as handle, mmap.mmap(handle.fileno(), 0, access=mmap.ACCESS_READ) as data:
        lines = _Lines(data)
        offset = bisect.bisect_left(lines, digest)
        return offset < len(lines) and lines[offset] == digest
