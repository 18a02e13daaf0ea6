"""Every file becomes rows that begin in column A and row 1."""

import datetime as dt

import openpyxl
import pytest

from geleit.gateway.caseload import refusals
from geleit.gateway.caseload.delimited import decode, guess_delimiter
from geleit.gateway.caseload.fields import Cell
from geleit.gateway.caseload.opening import open_file
from geleit.gateway.caseload.sheets import sheets_of
from tests.gateway.caseload.workbooks import csv_text, saved, workbook

UMLAUTS = [["Nachname", "Straße"], ["Müßig", "Königsgäßchen 3"]]


def rows_of(content: bytes) -> list[list[Cell]]:
    with sheets_of(open_file(content), "liste.csv") as sheets:
        return list(sheets[0].rows())


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"]
)
@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_csv_is_read_in_every_encoding_and_with_every_delimiter(
    encoding: str, delimiter: str
) -> None:
    assert rows_of(csv_text(UMLAUTS, delimiter).encode(encoding)) == UMLAUTS


def test_a_direction_of_excel_chooses_the_delimiter_and_is_no_row() -> None:
    assert rows_of(b"sep=,\r\na,b;c\r\n") == [[], ["a", "b;c"]]


def test_commas_inside_names_do_not_win_over_semicolons() -> None:
    text = "Name;Geb.\r\n" + "Muster, Anna;1990\r\n" * 5

    assert guess_delimiter(text) == ";"


def test_quotes_hold_delimiters_line_breaks_and_quotes() -> None:
    text = 'Name;Bemerkung\r\n"Muster; Anna";"sagt ""ja""\nund geht"\r\n'

    assert rows_of(text.encode()) == [
        ["Name", "Bemerkung"],
        ["Muster; Anna", 'sagt "ja"\nund geht'],
    ]


def test_blank_lines_keep_their_place() -> None:
    assert rows_of(b"\r\n\r\nName;Ort\r\nA;B\r\n") == [[], [], ["Name", "Ort"], ["A", "B"]]


def test_a_quote_that_never_closes_is_refused_with_its_line() -> None:
    text = "Name;Ort;Tel\r\n" + 'A;"B;C\r\n' + "A;B;C\r\n" * 60

    with pytest.raises(refusals.UnclosedQuote) as refused:
        rows_of(text.encode())

    assert str(refused.value).startswith("In Zeile 2 der CSV-Datei")


def test_bytes_without_meaning_in_windows_do_not_stop_the_reading() -> None:
    assert decode(b"M\xfcller \x81") == "Müller \ufffd"


def test_broken_utf_16_is_refused() -> None:
    with pytest.raises(refusals.DamagedFile):
        rows_of(b"\xff\xfeN\x00a\x00m")


def test_a_table_away_from_the_corner_keeps_its_cells() -> None:
    book = openpyxl.Workbook()
    book.active["C4"] = "Name"
    book.active["D5"] = dt.date(1990, 2, 1)

    assert rows_of(saved(book)) == [
        [None, None, "", ""],
        [None, None, "", ""],
        [None, None, "", ""],
        [None, None, "Name", ""],
        [None, None, "", dt.date(1990, 2, 1)],
    ]


def test_merged_areas_and_hidden_sheets_are_known() -> None:
    book = openpyxl.Workbook()
    book.active.append(["Titel"])
    book.active.merge_cells("A1:C1")
    book.create_sheet("Alt").sheet_state = "hidden"
    book.create_chartsheet("Bild")

    with sheets_of(open_file(saved(book)), "x.xlsx") as sheets:
        about = [(sheet.name, sheet.is_hidden, sheet.merged.starting_in(0)) for sheet in sheets]

    assert about == [("Sheet", False, [((0, 0), (0, 2))]), ("Alt", True, [])]


def test_rows_can_be_asked_for_again() -> None:
    with sheets_of(open_file(workbook([["a"], ["b"]])), "x.xlsx") as sheets:
        first, second = list(sheets[0].rows()), list(sheets[0].rows())

    assert first == second == [["a"], ["b"]]
