"""A file is judged by its content; each refusal is one German sentence."""

import io
from pathlib import Path

import pytest

from geleit.gateway.caseload import refusals
from geleit.gateway.caseload.limits import Limits
from geleit.gateway.caseload.opening import FileKind, open_file
from tests.gateway.caseload.workbooks import HEADINGS, PERSON, csv_text, workbook


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"", refusals.EmptyFile),
        (b"\xef\xbb\xbf\r\n \r\n", refusals.EmptyFile),
        (bytes(1000), refusals.EmptyFile),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3 obj", refusals.PdfFile),
        (b"\x89PNG\r\n\x1a\n\x00\x00", refusals.ImageFile),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", refusals.ImageFile),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", refusals.ImageFile),
        (b"\x00\x00\x00\x18ftypheic\x00\x00", refusals.ImageFile),
        (b"\x1f\x8b\x08\x00\x00", refusals.ArchiveFile),
        (b"Rar!\x1a\x07\x01\x00", refusals.ArchiveFile),
        (b"\x09\x08\x10\x00\x00\x06\x05\x00", refusals.OldExcelFile),
        (
            b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
            refusals.OldExcelFile,
        ),
        (b"<html><table><tr><td>Name</td></tr></table></html>", refusals.OtherFile),
        (b"{\\rtf1 Name}", refusals.OtherFile),
        (b"Name;Vorname\x00\x01\x02\x03 odd", refusals.OtherFile),
    ],
)
def test_what_is_no_list_is_refused(content: bytes, refusal: type[refusals.Refusal]) -> None:
    with pytest.raises(refusal) as refused:
        open_file(content)

    assert str(refused.value) == refusal.sentence


def compound_file(name: str) -> bytes:
    """The beginning of Microsoft's container with one name in its directory."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + name.encode("utf-16-le") + bytes(100)


@pytest.mark.parametrize(
    ("name", "refusal"),
    [
        ("EncryptedPackage", refusals.PasswordProtectedFile),
        ("Workbook", refusals.OldExcelFile),
        ("Book", refusals.OldExcelFile),
        ("WordDocument", refusals.OtherFile),
    ],
)
def test_old_container_is_refused_by_what_it_holds(
    name: str, refusal: type[refusals.Refusal]
) -> None:
    with pytest.raises(refusal):
        open_file(compound_file(name))


def test_the_name_of_a_file_does_not_matter(tmp_path: Path) -> None:
    pdf = tmp_path / "liste.xlsx"
    pdf.write_bytes(b"%PDF-1.4 renamed")
    table = tmp_path / "liste.pdf"
    table.write_bytes(workbook([HEADINGS, PERSON]))

    with pytest.raises(refusals.PdfFile):
        open_file(pdf)

    assert open_file(table).kind == FileKind.XLSX


def test_a_list_is_taken_from_path_bytes_and_stream(tmp_path: Path) -> None:
    content = csv_text([HEADINGS, PERSON]).encode()
    path = tmp_path / "liste.csv"
    path.write_bytes(content)

    opened = [open_file(source) for source in (path, str(path), content, io.BytesIO(content))]

    assert [(found.kind, found.content) for found in opened] == [(FileKind.CSV, content)] * 4


def test_a_stream_is_never_read_beyond_the_limit() -> None:
    class Endless(io.RawIOBase):
        given = 0

        def read(self, size: int = -1) -> bytes:
            self.given += size
            return b"x" * size

    endless = Endless()

    with pytest.raises(refusals.FileTooLarge) as refused:
        open_file(endless, Limits(file_bytes=3 * 1024 * 1024))

    assert endless.given == 3 * 1024 * 1024 + 1
    assert str(refused.value).startswith("Die Datei ist größer als 3 MB.")


@pytest.mark.parametrize("path", ["/nicht/da.xlsx", "/", "liste\x00.xlsx"])
def test_a_path_that_cannot_be_read_is_refused(path: str) -> None:
    with pytest.raises(refusals.FileNotReadable):
        open_file(path)


def test_every_refusal_has_its_own_code_and_one_german_sentence_or_two() -> None:
    kinds = refusals.Refusal.__subclasses__()

    assert len({kind.code for kind in kinds}) == len(kinds)
    assert [kind for kind in kinds if not kind.sentence.endswith((".", "{detail}"))] == []
    assert [kind for kind in kinds if kind.sentence.count(". ") > 1] == []
