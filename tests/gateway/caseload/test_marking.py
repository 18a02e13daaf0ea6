"""The marked copy: reasons beside the cells, nothing that runs, and ready to be taken over again."""

import datetime as dt
import io
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from geleit.gateway.caseload.marking import write_marked_copy
from geleit.gateway.caseload.results import Caseload, CellProblem
from geleit.gateway.caseload.rows import read_caseload
from tests.gateway.caseload.messy_list import messy_list
from tests.gateway.caseload.workbooks import HEADINGS, PERSON, TODAY, csv_text, workbook

FAULTY = ["Beispiel", "Tom", "31.02.1990", "kurdisch", "Duldung", "0171 12345", "Musterdorf"]


def copied(content: bytes, filename: str = "liste.xlsx", **options: Any) -> tuple[bytes, Caseload]:
    caseload = read_caseload(content, filename, today=TODAY)
    stream = io.BytesIO()
    write_marked_copy(content, caseload, stream, **options)
    return stream.getvalue(), caseload


def opened(content: bytes) -> Worksheet:
    return openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]


def fill_of(sheet: Worksheet, cell: str) -> str:
    return str(sheet[cell].fill.fgColor.rgb)


def test_the_reasons_stand_beside_the_line_and_at_the_cell() -> None:
    sheet = opened(copied(workbook([["Fallliste"], HEADINGS, PERSON, FAULTY]))[0])

    assert sheet["H2"].value == "Hinweis zur Übernahme"
    assert sheet["H3"].value is None
    assert sheet["H4"].value == (
        "Geb.-Datum: Diesen Tag gibt es nicht. Bitte Tag und Monat prüfen. "
        "Staatsangehörigkeit: „kurdisch“ ist keine Staatsangehörigkeit. Bitte den Staat nennen."
    )
    assert sheet["C4"].comment.text.endswith(
        "Diesen Tag gibt es nicht. Bitte Tag und Monat prüfen."
    )
    assert (fill_of(sheet, "C4"), fill_of(sheet, "D4"), fill_of(sheet, "C3")) == (
        "FFFFD9D6",
        "FFFFD9D6",
        "00000000",
    )


def test_an_empty_cell_that_is_missing_is_marked_too() -> None:
    sheet = opened(
        copied(workbook([["Name", "Ort", "Status"], [None, "Musterdorf", "Duldung"]]))[0]
    )

    assert (fill_of(sheet, "A2"), sheet["D2"].value) == (
        "FFFFD9D6",
        "Name: In dieser Zeile fehlt der Name.",
    )


def test_the_rows_of_the_whole_copy_keep_their_numbers_and_values() -> None:
    content = workbook(
        [
            ["Titel"],
            [],
            HEADINGS,
            ["Muster", "Anna", dt.date(1990, 2, 1), None, None, 1711234567],
            FAULTY,
        ]
    )

    sheet = opened(copied(content)[0])

    assert [cell.value for cell in sheet[4]][:6] == [
        "Muster",
        "Anna",
        dt.datetime.fromisoformat("1990-02-01"),
        None,
        None,
        1711234567,
    ]
    assert [cell.value for cell in sheet[5]][:7] == FAULTY


def test_only_faulty_lines_name_the_line_of_the_original() -> None:
    content = workbook([["Titel"], HEADINGS, *([PERSON] * 10), FAULTY, PERSON])

    sheet = opened(copied(content, only_faulty_rows=True)[0])

    assert [row[0].value for row in sheet.rows] == ["Titel", "Name", "Beispiel"]
    assert str(sheet["H3"].value).startswith("Zeile 13: Geb.-Datum: ")


FORMULAS = [
    '=HYPERLINK("http://x.invalid","klick")',
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1+1",
    "=cmd|' /C calc'!A0",
]


def test_what_begins_like_a_formula_stays_text() -> None:
    lines = [[*FAULTY[:6], "Musterdorf", formula] for formula in FORMULAS]
    content = csv_text([[*HEADINGS, "Bem."], *lines]).encode()

    sheet = opened(copied(content, "liste.csv")[0])

    cells = [sheet.cell(row, 8) for row in range(2, 2 + len(FORMULAS))]
    assert [cell.value for cell in cells] == FORMULAS
    assert {(cell.data_type, cell.quotePrefix) for cell in cells} == {("s", True)}


def test_a_formula_of_the_input_leaves_only_its_value() -> None:
    content = workbook([HEADINGS, [*FAULTY[:6], '=WEBSERVICE("http://x.invalid")']])

    sheet = opened(copied(content)[0])

    assert [cell.data_type for row in sheet.rows for cell in row if cell.data_type == "f"] == []


def test_the_copy_is_read_like_the_original() -> None:
    made = messy_list()
    content, original = copied(made.content, "fälle.xlsx")

    again = read_caseload(content, today=TODAY)

    assert [(row.row_number, row.fields) for row in again.rows] == [
        (row.row_number, row.fields) for row in original.rows
    ]
    assert [problem.as_dict() for problem in again.problems] == [
        problem.as_dict() for problem in original.problems
    ]
    assert again.mapping.columns == original.mapping.columns


def test_a_copy_of_a_copy_has_one_column_of_hints() -> None:
    first, _ = copied(workbook([HEADINGS, FAULTY]))
    corrected = openpyxl.load_workbook(io.BytesIO(first))
    corrected.worksheets[0]["C2"] = "1.2.1990"
    stream = io.BytesIO()
    corrected.save(stream)

    sheet = opened(copied(stream.getvalue())[0])

    assert [cell.value for cell in sheet[1]].count("Hinweis zur Übernahme") == 1
    assert str(sheet["H2"].value).startswith("Staatsangehörigkeit: ")


def test_household_cells_merged_downwards_are_written_out() -> None:
    rows = [["Fam.-Nr.", "Name", "Geb."], ["F-1", "Anna", "1990"], [None, "Tom", "abc"]]

    content, original = copied(
        workbook(rows, arrange=lambda sheet: sheet.merge_cells("A2:A3")), only_faulty_rows=True
    )

    assert [cell.value for cell in opened(content)[2]][:3] == ["F-1", "Tom", "abc"]
    assert [row.fields.get("household_reference") for row in original.rows] == ["F-1", "F-1"]


def test_headings_over_two_columns_stay_merged() -> None:
    rows = [["Name, Vorname", None, "Geb."], ["Muster", "Anna", "abc"]]
    content, _ = copied(workbook(rows, arrange=lambda sheet: sheet.merge_cells("A1:B1")))

    again = read_caseload(content, today=TODAY)

    assert [str(area) for area in opened(content).merged_cells.ranges] == ["A1:B1"]
    assert [row.fields["given_name"] for row in again.rows] == ["Anna"]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_a_csv_becomes_a_workbook(encoding: str) -> None:
    content = csv_text([HEADINGS, ["Müßig", *FAULTY[1:]]]).encode(encoding)

    copy, _ = copied(content, "Fälle: 2026/27 [alt] mit einem sehr langen Namen.csv")

    assert opened(copy).title == "27 _alt_ mit einem sehr langen"
    assert opened(copy)["A2"].value == "Müßig"


def test_problems_of_others_can_be_marked_as_well() -> None:
    content = workbook([HEADINGS, PERSON])
    unknown = CellProblem(
        "Liste",
        2,
        6,
        "Gemeinde",
        "Musterdorf",
        "municipality_unknown",
        "Diese Gemeinde gibt es nicht.",
    )

    sheet = opened(copied(content, problems=[unknown])[0])

    assert sheet["H2"].value == "Gemeinde: Diese Gemeinde gibt es nicht."


def test_other_sheets_are_copied_without_hints() -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook([HEADINGS, FAULTY])))
    book.create_sheet("Notizen").append(["bitte anrufen"])
    stream = io.BytesIO()
    book.save(stream)

    whole, _ = copied(stream.getvalue())
    faulty, _ = copied(stream.getvalue(), only_faulty_rows=True)

    assert openpyxl.load_workbook(io.BytesIO(whole)).sheetnames == ["Liste", "Notizen"]
    assert openpyxl.load_workbook(io.BytesIO(faulty)).sheetnames == ["Liste"]


def test_a_list_without_faults_gives_an_empty_copy_of_faulty_lines() -> None:
    copy, _ = copied(workbook([HEADINGS, PERSON]), only_faulty_rows=True)

    assert list(opened(copy).values) == []
