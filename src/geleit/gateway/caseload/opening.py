"""Taking a file in: how large it is and what it is, judged by its content and never by its name."""

import io
import os
import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

from geleit.gateway.caseload import refusals
from geleit.gateway.caseload.limits import LIMITS, MEGABYTE, Limits

Source = str | os.PathLike[str] | bytes | BinaryIO


class FileKind(StrEnum):
    XLSX = "xlsx"
    CSV = "csv"


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """The bytes of a file that is small enough and of a kind that can be read."""

    kind: FileKind
    content: bytes


_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD_EXCEL = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00", b"\x09\x08")
_ARCHIVES = (b"7z\xbc\xaf\x27\x1c", b"Rar!", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"(\xb5/\xfd", b"PK")
_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"\x00\x00\x01\x00")
_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_MARKUP = re.compile(rb"\s*(?:<\?xml|<!doctype|<html|<table|<head|<body|<svg|\{\\rtf|%!PS)", re.I)
# Control characters that no text file holds, whatever its encoding.
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def open_file(source: Source, limits: Limits = LIMITS) -> OpenedFile:
    """Read the file into memory and say what it is.

    Raises a `Refusal` where it is missing, empty, too large or neither XLSX nor CSV. An XLSX has
    so far only been recognised as an archive: what is inside is judged by `archive`.
    """
    content = _read(source, limits)
    if not content.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise refusals.EmptyFile
    if content.startswith(_ZIP):
        return OpenedFile(FileKind.XLSX, content)
    _refuse_other_kinds(content)
    return OpenedFile(FileKind.CSV, content)


def _read(source: Source, limits: Limits) -> bytes:
    """Return all bytes, reading never more than one over the limit."""
    if isinstance(source, bytes):
        content = source
    elif isinstance(source, (str, os.PathLike)):
        content = _read_path(Path(source), limits)
    else:
        content = _read_stream(source, limits)
    if len(content) > limits.file_bytes:
        raise refusals.FileTooLarge(limit=limits.file_bytes // MEGABYTE)
    return content


def _read_path(path: Path, limits: Limits) -> bytes:
    try:
        with path.open("rb") as stream:
            return _read_stream(stream, limits)
    except (OSError, ValueError) as error:
        raise refusals.FileNotReadable(name=path.name) from error


def _read_stream(stream: BinaryIO, limits: Limits) -> bytes:
    """Read piece by piece: an upload may hand over less than it was asked for."""
    gathered = io.BytesIO()
    while gathered.tell() <= limits.file_bytes:
        piece = stream.read(min(MEGABYTE, limits.file_bytes + 1 - gathered.tell()))
        if not piece:
            break
        gathered.write(piece)
    return gathered.getvalue()


def _refuse_other_kinds(content: bytes) -> None:
    """Refuse everything with a known beginning that is not text, then whatever else is binary."""
    if content.startswith(_COMPOUND):
        raise _compound_refusal(content)
    if content.startswith(_OLD_EXCEL):
        raise refusals.OldExcelFile
    if content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"%PDF") or b"%PDF-" in content[:1024]:
        raise refusals.PdfFile
    is_riff_picture = content.startswith(b"RIFF") and content[8:12] == b"WEBP"
    is_phone_picture = content[4:8] == b"ftyp"
    if content.startswith(_IMAGES) or is_riff_picture or is_phone_picture or _is_bitmap(content):
        raise refusals.ImageFile
    if content.startswith(_ARCHIVES):
        raise refusals.ArchiveFile
    if _MARKUP.match(content):
        raise (
            refusals.OldExcelFile
            if b"urn:schemas-microsoft-com:office" in content
            else refusals.OtherFile
        )
    if (
        not content.startswith(_BYTE_ORDER_MARKS)
        and not is_utf_16(content)
        and _BINARY.search(content)
    ):
        raise refusals.OtherFile


def _compound_refusal(content: bytes) -> refusals.Refusal:
    """Tell apart what Microsoft's container holds by the names in its directory."""
    if "EncryptedPackage".encode("utf-16-le") in content:
        return refusals.PasswordProtectedFile()
    if any(name.encode("utf-16-le") in content for name in ("Workbook", "Book")):
        return refusals.OldExcelFile()
    return refusals.OtherFile()


def _is_bitmap(content: bytes) -> bool:
    """«BM» alone could begin a list; a bitmap also carries its own length."""
    return content.startswith(b"BM") and int.from_bytes(content[2:6], "little") == len(content)


def is_utf_16(content: bytes) -> bool:
    """Whether bytes without a mark look like UTF-16: half of the start is zero, all on one side."""
    start = content[:2000]
    if len(start) < 8 or len(content) % 2:
        return False
    even, odd = start[0::2].count(0), start[1::2].count(0)
    most = len(start) // 2 * 0.7
    return (even == 0 and odd > most) or (odd == 0 and even > most)
