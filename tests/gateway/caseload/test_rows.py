"""From the file to the people in it."""

import datetime as dt
import time
import tracemalloc
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter

from geleit.clients.choices import ResidenceKind, Sex
from geleit.gateway.caseload import refusals
from geleit.gateway.caseload.fields import Field, NameOrder
from geleit.gateway.caseload.headings import Mapping
from geleit.gateway.caseload.limits import Limits
from geleit.gateway.caseload.outcomes import PartialDate
from geleit.gateway.caseload.results import Caseload
from geleit.gateway.caseload.rows import read_caseload
from tests.gateway.caseload.messy_list import FAULTS, PEOPLE, messy_list
from tests.gateway.caseload.workbooks import HEADINGS, PERSON, TODAY, csv_text, saved, workbook


def read(content: bytes, mapping: Mapping | None = None) -> Caseload:
    return read_caseload(content, "liste.xlsx", mapping, today=TODAY)


def names(caseload: Caseload) -> list[tuple[str, str]]:
    return [
        (row.fields.get(Field.FAMILY_NAME, ""), row.fields.get(Field.GIVEN_NAME, ""))
        for row in caseload.rows
    ]


def skipped(caseload: Caseload) -> list[tuple[int, str]]:
    return [(row.row_number, row.kind) for row in caseload.skipped]


def test_a_plain_line_becomes_values() -> None:
    row = read(workbook([HEADINGS, PERSON])).rows[0]

    assert (row.sheet, row.row_number, row.problems, row.notices) == ("Liste", 2, [], [])
    assert row.fields == {
        Field.FAMILY_NAME: "Muster",
        Field.GIVEN_NAME: "Anna",
        Field.BIRTH_DATE: PartialDate(dt.date(1990, 2, 1)),
        Field.CITIZENSHIPS: ("SY",),
        Field.RESIDENCE_KIND: ResidenceKind.TOLERATION,
        Field.PHONE: "0171 1234567",
        Field.MUNICIPALITY: "Musterdorf",
    }


def test_two_hundred_messy_lines_are_told_apart() -> None:
    made = messy_list()

    caseload = read(made.content)

    assert [row.row_number for row in caseload.rows] == [
        made.row_of[number] for number in range(1, PEOPLE + 1)
    ]
    assert [row.row_number for row in caseload.faulty_rows] == [
        made.row_of[number] for number in FAULTS
    ]
    assert sorted(skipped(caseload)) == sorted(
        (row, kind) for kind, rows in made.other_rows.items() if kind != "blank" for row in rows
    )
    assert [(sheet.name, sheet.is_read) for sheet in caseload.sheets] == [
        ("Hinweise", False),
        ("Fallliste 2026", True),
    ]


def test_the_values_of_the_messy_lines_are_right() -> None:
    caseload = read(messy_list().content)
    rows = {row.fields[Field.FILE_NUMBER]: row for row in caseload.rows}
    first, single, capitals, no_comma = rows["M-001"], rows["M-025"], rows["M-009"], rows["M-008"]

    assert {row.fields[Field.BIRTH_DATE].date.year for row in caseload.good_rows} == {1990}
    assert (first.fields[Field.FAMILY_NAME], first.fields[Field.GIVEN_NAME]) == (
        "Beispiel",
        "Olena",
    )
    assert (Field.FAMILY_NAME in single.fields, single.fields[Field.GIVEN_NAME]) == (False, "Sara")
    assert (capitals.fields[Field.FAMILY_NAME], capitals.fields[Field.GIVEN_NAME]) == (
        "Vorlage",
        "Mohammed",
    )
    assert (no_comma.fields[Field.FAMILY_NAME], no_comma.fields[Field.GIVEN_NAME]) == (
        "Probst",
        "Mohammed",
    )
    assert (first.fields[Field.SEX], Field.SEX in rows["M-005"].fields) == (Sex.FEMALE, False)
    assert rows["M-017"].fields[Field.RESIDENCE_VALID_UNTIL] == PartialDate(dt.date(2027, 3, 4))
    assert [member.name.given_name for member in rows["M-020"].fields[Field.HOUSEHOLD_MEMBERS]] == [
        "Amal",
        "Tom",
        "Mia",
    ]
    assert (first.fields[Field.POSTCODE], first.fields[Field.MUNICIPALITY]) == (
        "78999",
        "Musterdorf",
    )
    assert first.fields[Field.LAST_COUNSELLED_ON] == PartialDate(dt.date(2026, 1, 2))


def test_each_faulty_cell_is_named_with_its_reason() -> None:
    caseload = read(messy_list().content)

    assert [
        (problem.letter, problem.heading, problem.value, problem.reason)
        for problem in caseload.problems
    ] == [
        ("D", "Geb.- Datum", "31.02.1990", "Diesen Tag gibt es nicht. Bitte Tag und Monat prüfen."),
        (
            "D",
            "Geb.- Datum",
            "morgen",
            "Das ist kein Datum. Bitte so schreiben: 31.12.1990 oder nur das Jahr.",
        ),
        ("G", "Status", "verheiratet", "Aufenthaltsstatus „verheiratet“ nicht erkannt."),
        (
            "F",
            "Staatsang.",
            "kurdisch",
            "„kurdisch“ ist keine Staatsangehörigkeit. Bitte den Staat nennen.",
        ),
        ("H", "Tel.", "siehe Akte", "Keine Telefonnummer erkannt."),
        ("C", "Name, Vorname", "", "In dieser Zeile fehlt der Name."),
    ]


def test_columns_may_stand_in_any_order() -> None:
    turned = read(workbook([HEADINGS[::-1], PERSON[::-1]]))

    assert turned.rows[0].fields == read(workbook([HEADINGS, PERSON])).rows[0].fields


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-16"])
def test_a_csv_gives_the_same_as_a_workbook(encoding: str) -> None:
    content = csv_text([HEADINGS, ["Müßig", *PERSON[1:]]]).encode(encoding)

    row = read_caseload(content, "Fälle 2026.csv", today=TODAY).rows[0]

    assert (row.sheet, row.row_number, row.fields[Field.FAMILY_NAME]) == ("Fälle 2026", 2, "Müßig")


def test_a_second_sheet_of_the_same_kind_is_read_too_in_its_own_order() -> None:
    book = openpyxl.Workbook()
    book.active.title = "2025"
    book.active.append(HEADINGS)
    book.active.append(PERSON)
    second = book.create_sheet("2026")
    second.append(HEADINGS[::-1])
    second.append(["Musterdorf", "0171 7654321", "§ 24", "Ukraine", "1991", "Tom", "Beispiel"])
    hidden = book.create_sheet("Kopie")
    hidden.append(HEADINGS)
    hidden.append(PERSON)
    hidden.sheet_state = "hidden"
    book.create_sheet("Auswertung").append(["Name", "Anzahl"])
    book.create_sheet("Leer")

    caseload = read(saved(book))

    assert names(caseload) == [("Muster", "Anna"), ("Beispiel", "Tom")]
    assert [(sheet.name, sheet.is_read, sheet.reason) for sheet in caseload.sheets] == [
        ("2025", True, "Liste gefunden"),
        ("2026", True, "Gleiche Überschriften wie „2025“"),
        ("Kopie", False, "Ausgeblendetes Blatt"),
        ("Auswertung", False, "Andere Überschriften als „2025“"),
        ("Leer", False, "Leeres Blatt"),
    ]


def test_cells_merged_down_a_household_count_for_each_line_only_where_that_is_meant() -> None:
    rows = [
        ["Fam.-Nr.", "Name", "Vorname", "Anschrift", "letzte Beratung", "Haushaltsmitglieder"],
        ["F-1", "Muster", "Anna", "Hauptstr. 1, 78999 Musterdorf", "1.2.2026", "Mia 2015"],
        [None, None, "Tom", None, None, None],
        ["F-2", "Beispiel", "Ida", "Nebenstr. 2, 78999 Musterdorf", "2.2.2026", None],
        [None, None, "Max", None, None, None],
    ]

    def merge(sheet: Any) -> None:
        for area in ("A2:A3", "B2:B3", "D2:D3", "E2:E3", "F2:F3"):
            sheet.merge_cells(area)

    filled, _, not_merged = read(workbook(rows, arrange=merge)).rows[1:]

    assert filled.fields == {
        Field.HOUSEHOLD_REFERENCE: "F-1",
        Field.FAMILY_NAME: "Muster",
        Field.GIVEN_NAME: "Tom",
        Field.STREET: "Hauptstr. 1",
        Field.POSTCODE: "78999",
        Field.MUNICIPALITY: "Musterdorf",
    }
    assert not_merged.fields == {Field.GIVEN_NAME: "Max"}


def test_a_list_of_people_may_be_the_only_column_of_names() -> None:
    rows = [["Haushalt", "Ort"], ["Muster, Anna (1990); Muster, Tom (2012)", "Musterdorf"]]

    fields = read(workbook(rows)).rows[0].fields

    assert (fields[Field.FAMILY_NAME], fields[Field.GIVEN_NAME]) == ("Muster", "Anna")
    assert fields[Field.BIRTH_DATE] == PartialDate(dt.date(1990, 1, 1), "year")
    assert [member.name.given_name for member in fields[Field.HOUSEHOLD_MEMBERS]] == ["Tom"]


def test_a_list_of_people_does_not_repeat_the_person_of_the_line() -> None:
    rows = [
        ["Name, Vorname", "Geb.", "im Haushalt"],
        ["Muster, Anna", "1.2.1990", "Muster Anna 1990, Muster Tom 2012"],
    ]

    members = read(workbook(rows)).rows[0].fields[Field.HOUSEHOLD_MEMBERS]

    assert [member.name.given_name for member in members] == ["Tom"]


def test_a_column_of_partners_and_one_of_children_give_the_roles() -> None:
    rows = [["Name", "Ehepartner", "Kinder"], ["Anna Muster", "Omar 1985", "Mia 2015\nTom 2017"]]

    members = read(workbook(rows)).rows[0].fields[Field.HOUSEHOLD_MEMBERS]

    assert [(member.name.given_name, member.role.value) for member in members] == [
        ("Omar", "partner"),
        ("Mia", "child"),
        ("Tom", "child"),
    ]


def test_several_columns_feed_one_field() -> None:
    rows = [
        ["Name", "Telefon", "Handy", "Muttersprache", "weitere Sprachen", "Bem.", "Notiz"],
        ["Anna", "07531 12345", 1711234567, "Arabisch", "Deutsch B1, Arabisch", "eins", "zwei"],
    ]

    fields = read(workbook(rows)).rows[0].fields

    assert fields[Field.PHONE] == "07531 12345, 01711234567"
    assert fields[Field.LANGUAGES] == ("ar", "de")
    assert fields[Field.REMARKS] == "eins\nzwei"


def test_a_column_of_its_own_wins_over_what_was_found_in_passing() -> None:
    rows = [
        ["Name", "Status", "gültig bis", "PLZ/Ort", "Gemeinde"],
        ["Anna", "§ 24 bis 1.1.2027", "4.3.2027", "78999 Musterdorf-Oberdorf", "Musterdorf"],
        ["Tom", "§ 24 bis 1.1.2027", None, "78999 Beispielstadt", None],
    ]

    first, second = (row.fields for row in read(workbook(rows)).rows)

    assert first[Field.RESIDENCE_VALID_UNTIL].date == dt.date(2027, 3, 4)
    assert first[Field.MUNICIPALITY] == "Musterdorf"
    assert second[Field.RESIDENCE_VALID_UNTIL].date == dt.date(2027, 1, 1)
    assert second[Field.MUNICIPALITY] == "Beispielstadt"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        (["", "Summe", 3], "sum_line"),
        (["Gesamt:", "", "", 57], "sum_line"),
        (["Anzahl: 57"], "sum_line"),
        (["57 Personen insgesamt"], "sum_line"),
        (["", "Insgesamt", "57 Personen", "", 4], "sum_line"),
        (HEADINGS, "heading_repeated"),
        (["Familie Muster"], "section"),
        (["Stand: 1.3.2026"], "note"),
        (["erstellt von der Verwaltung am Montag"], "note"),
        (["", "", "", "", "", "", "Musterdorf"], "prepared"),
    ],
)
def test_a_line_that_is_no_person_is_skipped_and_listed(line: list[Any], kind: str) -> None:
    caseload = read(workbook([HEADINGS, PERSON, line, PERSON]))

    assert [row.row_number for row in caseload.rows] == [2, 4]
    assert skipped(caseload) == [(3, kind)]


@pytest.mark.parametrize("name", ["Mohammed", "Gu", "Summer", "Gesa", "Standa"])
def test_somebody_with_one_name_and_nothing_else_is_a_person(name: str) -> None:
    caseload = read(workbook([HEADINGS, PERSON, [name], PERSON]))

    assert names(caseload)[1] == (name, "")
    assert caseload.skipped == []


def test_a_cell_with_an_error_of_excel_keeps_its_line_out() -> None:
    rows = [HEADINGS, ["Muster", "Anna", "#N/A", "syrisch"], ["Muster", "Tom", "1990", "#REF!"]]

    caseload = read(workbook(rows))

    assert [(problem.row, problem.letter, problem.code) for problem in caseload.problems] == [
        (2, "C", "excel_error"),
        (3, "D", "excel_error"),
    ]


def test_an_assumption_is_a_notice_and_keeps_nothing_out() -> None:
    row = read(workbook([["Name", "Status"], ["Anna Muster", "§ 25 Abs. 2"]])).rows[0]

    assert row.stays_out is False
    assert [(notice.letter, notice.code) for notice in row.notices] == [("B", "residence_25_2")]


def test_a_problem_is_told_in_the_words_of_the_command_line() -> None:
    problem = next(read(workbook([HEADINGS, ["Muster", "Anna", "abc"]])).problems)

    assert problem.as_dict() == {
        "sheet": "Liste",
        "row": 2,
        "column": "C",
        "heading": "Geb.-Datum",
        "value": "abc",
        "reason": "Das ist kein Datum. Bitte so schreiben: 31.12.1990 oder nur das Jahr.",
    }


def test_the_user_may_say_what_the_columns_mean() -> None:
    content = workbook(
        [["A", "B", "C"], ["Muster Anna", "Duldung", "x"], ["Beispiel Tom", "§ 24", "y"]]
    )
    mapping = Mapping(
        "Liste", {0: Field.FULL_NAME, 1: Field.RESIDENCE_KIND}, (1,), NameOrder.FAMILY_FIRST
    )

    caseload = read(content, mapping)

    assert names(caseload) == [("Muster", "Anna"), ("Beispiel", "Tom")]
    assert caseload.mapping == mapping
    assert [(guess.letter, guess.field, guess.reason) for guess in caseload.columns] == [
        ("A", Field.FULL_NAME, "Von Ihnen gewählt"),
        ("B", Field.RESIDENCE_KIND, "Von Ihnen gewählt"),
        ("C", None, "Von Ihnen gewählt"),
    ]


def test_a_list_without_headings_is_read_by_a_mapping() -> None:
    mapping = Mapping("Liste", {0: Field.FULL_NAME})

    assert names(read(workbook([["Anna Muster"], ["Tom Beispiel"]]), mapping)) == [
        ("Muster", "Anna"),
        ("Beispiel", "Tom"),
    ]


@pytest.mark.parametrize(
    ("mapping", "detail"),
    [
        (Mapping("Fehlt", {0: Field.FULL_NAME}, (1,)), "Das Blatt „Fehlt“ gibt es nicht."),
        (
            Mapping("Liste", {0: Field.FULL_NAME, 30: Field.SEX}, (1,)),
            "Die Spalte AE gibt es nicht.",
        ),
        (Mapping("Liste", {-1: Field.FULL_NAME}, (1,)), "Die Spalte A gibt es nicht."),
        (
            Mapping("Liste", {0: Field.FULL_NAME}, (99,)),
            "Die Zeile mit den Überschriften gibt es nicht.",
        ),
        (
            Mapping("Liste", {0: Field.FULL_NAME}, (1, 3)),
            "Die Zeile mit den Überschriften gibt es nicht.",
        ),
    ],
)
def test_a_mapping_that_does_not_fit_the_file_is_refused(mapping: Mapping, detail: str) -> None:
    with pytest.raises(refusals.MappingNotUsable) as refused:
        read(workbook([HEADINGS, PERSON, PERSON]), mapping)

    assert str(refused.value).endswith(detail)


@pytest.mark.parametrize(
    "rows", [[["Kassenbuch"], ["Datum", "Betrag"], ["1.2.2026", 17]], [["nur ein Satz"]]]
)
def test_a_file_without_a_list_is_refused(rows: list[list[Any]]) -> None:
    with pytest.raises(refusals.NoTableFound):
        read(workbook(rows))


@pytest.mark.parametrize("as_csv", [True, False])
def test_too_many_lines_are_refused(as_csv: bool) -> None:
    rows = [HEADINGS, *([PERSON] * 300)]
    content = csv_text(rows).encode() if as_csv else workbook(rows)

    with pytest.raises(refusals.TooManyRows) as refused:
        read_caseload(content, today=TODAY, limits=Limits(rows=50))

    assert str(refused.value).startswith("Die Liste hat mehr als 50 Zeilen.")


def test_progress_is_told_up_to_the_end() -> None:
    told: list[tuple[int, int]] = []

    read_caseload(
        workbook([HEADINGS, *([PERSON] * 600)]),
        today=TODAY,
        progress=lambda *step: told.append(step),
    )

    assert told == [(250, 601), (500, 601), (601, 601)]


def large_list(path: Path, people: int) -> Path:
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        sheet = book.add_worksheet("Liste")
        day = book.add_format({"num_format": "dd.mm.yyyy"})
        sheet.write_row(
            0,
            0,
            [
                *HEADINGS,
                "AZ",
                "Haushaltsmitglieder",
                "letzte Beratung",
                "Bem.",
                "E-Mail",
                "Sprachen",
            ],
        )
        for number in range(1, people + 1):
            line = [
                *PERSON,
                f"M-{number}",
                "Tom 2012, Mia 2015",
                "",
                "x" * (number % 90),
                "a@muster.example",
                "Arabisch",
            ]
            sheet.write_row(number, 0, line)
            sheet.write_datetime(number, 9, dt.date(2026, 1, 1 + number % 28), day)
    return path


@pytest.mark.slow
def test_five_thousand_lines_are_read_well_under_five_seconds(tmp_path: Path) -> None:
    path = large_list(tmp_path / "liste.xlsx", 5_000)
    started = time.process_time()

    caseload = read_caseload(path, today=TODAY)

    assert time.process_time() - started < 4
    assert (len(caseload.rows), list(caseload.problems)) == (5_000, [])


@pytest.mark.slow
def test_memory_grows_with_the_people_read_and_not_with_the_file(tmp_path: Path) -> None:
    path = large_list(tmp_path / "liste.xlsx", 3_000)
    tracemalloc.start()

    read_caseload(path, today=TODAY)

    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 40 * 1024 * 1024
