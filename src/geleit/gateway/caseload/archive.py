"""The archive an XLSX is: what is inside, whether it may be opened, and a clean copy for the reader.

The reader never sees the file that was handed in. It gets a new archive with only the parts it
needs, each of them unpacked and looked through here, so that a forged size, a doubled name or a
second directory inside the archive cannot mean something else to it than it meant to us.
"""

import copy
import io
import sys
import tempfile
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import IO

from geleit.gateway.caseload import refusals
from geleit.gateway.caseload.limits import LIMITS, MEGABYTE, Limits
from geleit.gateway.caseload.scanning import Findings, PartScanner
from geleit.gateway.caseload.text import words_of

_WORKBOOK = "xl/workbook.xml"
_CONTENT_TYPES = "[content_types].xml"
_PIECE = 64 * 1024
_READABLE_PACKING = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_DIRECTORY_ENTRY = b"PK\x01\x02"
_ENCRYPTED = 0x1
_NOT_NEEDED = words_of(
    """media drawings embeddings theme charts chartsheets comments threadedcomments persons
    pivottables pivotcache externallinks printersettings querytables slicers slicercaches tables
    timelines ctrlprops customxml revisions"""
)
_MACRO_SIGNS = (b"macroenabled", b"vbaproject", b"macrosheet")
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    EOFError,
    ValueError,
    NotImplementedError,
    RuntimeError,
    LookupError,
)


@dataclass(slots=True)
class CleanWorkbook:
    """A workbook of inspected parts only, and what was found in them."""

    stream: IO[bytes]
    findings: Findings

    def error_cells(self, sheet: str) -> frozenset[tuple[int, int]]:
        """Row and column, from 0, of the cells in which the sheet shows an error."""
        relation = self.findings.sheet_relations.get(sheet, "")
        target = self.findings.targets.get(relation, "").lstrip("/").casefold()
        part = target if target.startswith("xl/") else f"xl/{target}"
        return frozenset(self.findings.error_cells.get(part, ()))


def clean_workbook(content: bytes, limits: Limits = LIMITS) -> CleanWorkbook:
    """Inspect the archive and copy what a reader needs. Raises a `Refusal` saying what is wrong."""
    if content.count(_DIRECTORY_ENTRY) > 2 * limits.entries:
        raise refusals.ZipBomb
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = _inspected_parts(archive, limits)
            return _copy(archive, parts, limits)
    except _BROKEN as error:
        raise refusals.DamagedFile from error


def _inspected_parts(archive: zipfile.ZipFile, limits: Limits) -> dict[str, zipfile.ZipInfo]:
    """Return the parts by their name in lower case, or refuse the archive."""
    entries = archive.infolist()
    _refuse_bomb(entries, limits)
    parts = {entry.filename.replace("\\", "/").casefold(): entry for entry in entries}
    _refuse_other_archives(parts)
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise refusals.PasswordProtectedFile
    if len(parts) < len(entries):
        raise refusals.DamagedFile
    _refuse_macros(archive, parts)
    return parts


def _refuse_bomb(entries: list[zipfile.ZipInfo], limits: Limits) -> None:
    """Judge by the sizes the archive declares; those it really has are counted while copying."""
    if (
        len(entries) > limits.entries
        or sum(entry.file_size for entry in entries) > limits.unpacked_bytes
    ):
        raise refusals.ZipBomb
    for entry in entries:
        if _is_packed_too_well(entry.file_size, entry.compress_size, limits):
            raise refusals.ZipBomb


def _is_packed_too_well(unpacked: int, packed: int, limits: Limits) -> bool:
    return unpacked > limits.ratio_judged_above and unpacked > limits.packing_ratio * max(packed, 1)


def _refuse_other_archives(parts: dict[str, zipfile.ZipInfo]) -> None:
    if _WORKBOOK in parts:
        return
    if "xl/workbook.bin" in parts:
        raise refusals.BinaryExcelFile
    if "mimetype" in parts and "content.xml" in parts:
        raise refusals.OpenDocumentFile
    if "word/document.xml" in parts or "ppt/presentation.xml" in parts:
        raise refusals.OtherFile
    if _CONTENT_TYPES in parts:
        raise refusals.DamagedFile
    raise refusals.ArchiveFile


def _refuse_macros(archive: zipfile.ZipFile, parts: dict[str, zipfile.ZipInfo]) -> None:
    """A macro may sit under any part name, so the declared types count as well as the names."""
    if any(sign.decode() in name for name in parts for sign in _MACRO_SIGNS):
        raise refusals.MacroFile
    for name in (_CONTENT_TYPES, "xl/_rels/workbook.xml.rels"):
        if name in parts:
            with archive.open(parts[name]) as part:
                declared = part.read(MEGABYTE).lower()
            if any(sign in declared for sign in _MACRO_SIGNS):
                raise refusals.MacroFile


def _copy(
    archive: zipfile.ZipFile, parts: dict[str, zipfile.ZipInfo], limits: Limits
) -> CleanWorkbook:
    """Copy the needed parts, shared texts first because the cells refer to them."""
    needed = sorted(filter(_is_needed, parts), key=lambda name: "sharedstrings" not in name)
    findings = Findings()
    stream: IO[bytes] = tempfile.SpooledTemporaryFile(max_size=32 * MEGABYTE)  # noqa: SIM115 - closed by its owner
    left = limits.unpacked_bytes
    try:
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as clean:
            for name in needed:
                scanner = PartScanner(name, findings, limits)
                with clean.open(_clean_name(name, parts[name]), "w") as target:
                    left -= _copy_part(archive, parts[name], target, scanner, left, limits)
                scanner.finish()
    except BaseException:
        stream.close()
        raise
    stream.seek(0)
    return CleanWorkbook(stream, findings)


def _copy_part(
    archive: zipfile.ZipFile,
    entry: zipfile.ZipInfo,
    target: IO[bytes],
    scanner: PartScanner,
    left: int,
    limits: Limits,
) -> int:
    """Copy one part and return its true size, refusing it where it unpacks to more than is left."""
    if entry.compress_type not in _READABLE_PACKING:
        raise refusals.DamagedFile
    # The declared size would cut the part off unseen; without it we count what really comes.
    honest = copy.copy(entry)
    honest.file_size = sys.maxsize
    size = 0
    with archive.open(honest) as part:
        while piece := part.read(_PIECE):
            size += len(piece)
            if size > left or _is_packed_too_well(size, entry.compress_size, limits):
                raise refusals.ZipBomb
            scanner.feed(piece)
            target.write(piece)
    if size != entry.file_size:
        raise refusals.DamagedFile
    return size


def _is_needed(name: str) -> bool:
    if name in (_CONTENT_TYPES, "_rels/.rels", "xl/_rels/workbook.xml.rels"):
        return True
    folders = PurePosixPath(name).parts[:-1]
    return (
        folders[:1] == ("xl",)
        and name.endswith(".xml")
        and not any(folder in _NOT_NEEDED for folder in folders)
        and not name.startswith(("xl/comments", "xl/metadata", "xl/calcchain"))
    )


def _clean_name(name: str, entry: zipfile.ZipInfo) -> str:
    """Keep the spelling the workbook refers to, save for the two names every reader expects."""
    known = {_CONTENT_TYPES: "[Content_Types].xml", "xl/sharedstrings.xml": "xl/sharedStrings.xml"}
    return known.get(name, entry.filename.replace("\\", "/"))
