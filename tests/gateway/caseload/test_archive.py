"""What an XLSX may hide: macros, bombs, forged sizes, entities, cells at the end of the world."""

import io
import struct
import tracemalloc
import zipfile
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from geleit.gateway.caseload import refusals
from geleit.gateway.caseload.archive import clean_workbook
from geleit.gateway.caseload.limits import Limits
from geleit.gateway.caseload.opening import FileKind, OpenedFile
from geleit.gateway.caseload.rows import read_caseload
from geleit.gateway.caseload.sheets import sheets_of
from tests.gateway.caseload.workbooks import (
    HEADINGS,
    PERSON,
    TODAY,
    bomb,
    saved,
    sheet_xml,
    with_parts,
    workbook,
)

SHEET = "xl/worksheets/sheet1.xml"
GIGABYTE = 1024**3


@pytest.fixture
def plain() -> bytes:
    return workbook([HEADINGS, PERSON])


def archive_of(parts: dict[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", packing) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return stream.getvalue()


def test_a_plain_workbook_is_read(plain: bytes) -> None:
    caseload = read_caseload(plain, "liste.xlsx", today=TODAY)

    assert [row.fields["family_name"] for row in caseload.rows] == ["Muster"]


@pytest.mark.parametrize(
    "name",
    ["xl/vbaProject.bin", "XL/VBAPROJECT.BIN", "xl\\vbaProject.bin", "xl/macrosheets/sheet1.xml"],
)
def test_a_macro_part_is_refused_however_it_is_written(plain: bytes, name: str) -> None:
    with pytest.raises(refusals.MacroFile):
        clean_workbook(with_parts(plain, {name: b"\x00"}))


def test_a_renamed_macro_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "liste.xlsm"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet().write_row(0, 0, HEADINGS)
        project = tmp_path / "vbaProject.bin"
        project.write_bytes(b"\xd0\xcf\x11\xe0")
        book.add_vba_project(str(project))
    renamed = path.rename(tmp_path / "liste.xlsx")

    with pytest.raises(refusals.MacroFile) as refused:
        read_caseload(renamed)

    assert str(refused.value).startswith("Die Datei enthält Makros")


def test_a_macro_under_another_name_is_refused_by_its_declared_type(plain: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(plain)) as archive:
        types = archive.read("[Content_Types].xml").decode()
    declared = types.replace("spreadsheetml.sheet.main+xml", "ms-excel.sheet.macroEnabled.main+xml")

    with pytest.raises(refusals.MacroFile):
        clean_workbook(with_parts(plain, {"[Content_Types].xml": declared.encode()}))


@pytest.mark.parametrize(
    ("parts", "refusal"),
    [
        ({"liste.xlsx": b"inner"}, refusals.ArchiveFile),
        (
            {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<a/>"},
            refusals.OpenDocumentFile,
        ),
        ({"xl/workbook.bin": b"x"}, refusals.BinaryExcelFile),
        ({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<a/>"}, refusals.OtherFile),
        ({"[Content_Types].xml": b"<Types/>"}, refusals.DamagedFile),
        ({"xl/workbook.xml": b"<workbook/>"}, refusals.DamagedFile),
    ],
)
def test_other_archives_are_refused(
    parts: dict[str, bytes], refusal: type[refusals.Refusal]
) -> None:
    with pytest.raises(refusal):
        read_caseload(archive_of(parts))


@pytest.mark.slow
@pytest.mark.parametrize("part", [SHEET, "xl/sharedStrings.xml", "xl/media/image1.png"])
def test_a_bomb_of_two_gigabytes_is_refused_without_memory(
    tmp_path: Path, plain: bytes, part: str
) -> None:
    path = tmp_path / "bombe.xlsx"
    bomb(path, plain, part, 2 * GIGABYTE)
    tracemalloc.start()

    with pytest.raises(refusals.ZipBomb):
        read_caseload(path)

    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert path.stat().st_size < 20 * 1024 * 1024
    assert peak < 32 * 1024 * 1024


def test_a_bomb_that_declares_a_small_size_is_caught_while_unpacking(plain: bytes) -> None:
    # Spaces in the prologue are harmless XML, so that only the size can be the reason.
    padded = with_parts(
        plain, {SHEET: sheet_xml("").replace(b"<sheetData>", b" " * 5_000_000 + b"<sheetData>")}
    )
    with zipfile.ZipFile(io.BytesIO(padded)) as archive:
        true_size = archive.getinfo(SHEET).file_size
    forged = padded.replace(struct.pack("<L", true_size), struct.pack("<L", 500))

    with pytest.raises(refusals.ZipBomb):
        clean_workbook(forged, Limits(unpacked_bytes=2_000_000))


def test_many_entries_are_refused(plain: bytes) -> None:
    with pytest.raises(refusals.ZipBomb):
        clean_workbook(with_parts(plain, {f"xl/x{number}.xml": b"<a/>" for number in range(2_100)}))


def test_a_workbook_inside_a_workbook_is_never_opened(plain: bytes) -> None:
    nested = with_parts(
        plain, {"xl/embeddings/innen.xlsx": archive_of({"zeros": bytes(5_000_000)})}
    )

    clean = clean_workbook(nested)

    with clean.stream, zipfile.ZipFile(clean.stream) as archive:
        assert [name for name in archive.namelist() if "embeddings" in name] == []


@pytest.mark.parametrize("cut", [0.2, 0.5, 0.9, 0.99])
def test_a_broken_archive_is_refused(plain: bytes, cut: float) -> None:
    with pytest.raises(refusals.DamagedFile):
        read_caseload(plain[: int(len(plain) * cut)])


def test_an_encrypted_archive_is_refused(plain: bytes) -> None:
    encrypted = bytearray(plain)
    for sign, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        start = -1
        while (start := encrypted.find(sign, start + 1)) >= 0:
            encrypted[start + offset] |= 1

    with pytest.raises(refusals.PasswordProtectedFile):
        read_caseload(bytes(encrypted))


def test_two_parts_of_one_name_are_refused(plain: bytes) -> None:
    stream = io.BytesIO(plain)
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(stream, "a") as archive:
        archive.writestr(SHEET, sheet_xml(""))

    with pytest.raises(refusals.DamagedFile):
        clean_workbook(stream.getvalue())


def test_unusual_packing_is_refused(plain: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(plain)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}

    with pytest.raises(refusals.DamagedFile):
        clean_workbook(archive_of(parts, zipfile.ZIP_LZMA))


@pytest.mark.parametrize(
    "declaration",
    [
        '<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;">',
        '<!ENTITY c SYSTEM "file:///etc/passwd">',
        '<!ENTITY % c SYSTEM "http://example.invalid/x.dtd"> %c;',
    ],
)
def test_entities_are_refused_before_the_reader_sees_them(plain: bytes, declaration: str) -> None:
    cells = '<row r="1"><c r="A1" t="inlineStr"><is><t>&c;</t></is></c></row>'
    part = sheet_xml(cells).replace(
        b"<worksheet", f"<!DOCTYPE x [{declaration}]><worksheet".encode(), 1
    )

    with pytest.raises(refusals.DamagedFile):
        read_caseload(with_parts(plain, {SHEET: part}))


@pytest.mark.parametrize(
    ("cell", "named"),
    [("XFD1048576", "XFD1048576"), ("A1048576", "C1048576"), ("ALN3", "ALN3"), ("XFD3", "XFD3")],
)
def test_a_value_far_out_is_refused_with_its_cell(plain: bytes, cell: str, named: str) -> None:
    row = "".join(letter for letter in cell if letter.isdigit())
    cells = (
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>1</v></c><c r="C1"><v>1</v></c></row>'
        f'<row r="{row}"><c r="{cell}"><v>1</v></c></row>'
    )

    with pytest.raises(refusals.SheetTooLarge) as refused:
        clean_workbook(with_parts(plain, {SHEET: sheet_xml(cells)}), Limits(rectangle=3_000_000))

    assert f"bis Zelle {named} " in str(refused.value)


def test_formatting_far_out_does_no_harm(plain: bytes) -> None:
    cells = (
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="1"/></row>'
    )

    clean_workbook(with_parts(plain, {SHEET: sheet_xml(cells)})).stream.close()


def test_one_long_text_shared_by_many_cells_is_refused(plain: bytes) -> None:
    shared = f'<sst xmlns="x"><si><t>{"x" * 2_000_000}</t></si></sst>'.encode()
    cells = "".join(
        f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>' for row in range(1, 200)
    )
    content = with_parts(plain, {SHEET: sheet_xml(cells), "xl/sharedStrings.xml": shared})

    with pytest.raises(refusals.SheetTooLarge):
        clean_workbook(content)


@pytest.mark.parametrize(
    "cells",
    [
        '<row r="1"><c r="A1" t="s"><v>7</v></c></row>',
        '<row r="1"><c r="A1" t="s"><v>x</v></c></row>',
        '<row r="x"><c r="A1"><v>1</v></c></row>',
        '<row r="1"><c r="1A"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></row>',
    ],
)
def test_a_sheet_that_contradicts_itself_is_refused(plain: bytes, cells: str) -> None:
    with pytest.raises(refusals.DamagedFile):
        read_caseload(with_parts(plain, {SHEET: sheet_xml(cells)}))


def test_cells_in_which_excel_shows_an_error_are_known() -> None:
    book = openpyxl.Workbook()
    book.active.title = "Deckblatt"
    sheet = book.create_sheet("Liste")
    sheet["B3"] = "#N/A"
    sheet["C4"] = "Text"

    with sheets_of(OpenedFile(FileKind.XLSX, saved(book)), "x.xlsx") as sheets:
        rows = {sheet.name: list(sheet.rows()) for sheet in sheets}

    assert [cell.name for cell in rows["Liste"][2] if cell and not isinstance(cell, str)] == [
        "EXCEL_ERROR"
    ]
    assert rows["Liste"][3][2] == "Text"
    assert rows["Deckblatt"] == []
