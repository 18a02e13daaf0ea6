"""A caseload of 200 lines as it grows over years: every habit at once. All people in it are invented."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from tests.gateway.caseload.workbooks import saved

GIVEN = ["Olena", "Mohammed", "Fatima", "Anna", "Yusuf", "Sara", "Ali", "Daria", "Maksym", "Amal"]
FAMILY = ["Muster", "Beispiel", "Al-Muster", "Probst", "Vorlage"]
PEOPLE = 200

# Every seventh birth date is written in another way; all of them mean the year 1990 or a day in it.
BIRTH_DATES: tuple[Any, ...] = (
    dt.date(1990, 2, 1), "1.2.1990", "01.02.90", "1990-02-01", "1/2/1990", 1990, "02/1990",
    "ca. 1990", "Feb. 1990", 32905,
)  # fmt: skip
STATUSES = (
    "§ 24", "Duldung", "25 III", "subs. Schutz", "Aufenthaltsgestattung", "NE", "k.A.",
    "§ 24 bis 4.3.2027", "Fiktion", "§104c",
)  # fmt: skip
STATES = (
    "syrisch",
    "Ukraine",
    "AFG",
    "türk.",
    "Eritreer",
    "syrisch/irakisch",
    "ungeklärt",
    "-",
    "Gambia",
    "staatenlos",
)
# Person number → the column and value that keep the line out.
FAULTS: dict[int, tuple[str, Any]] = {
    7: ("Geb.-\nDatum", "31.02.1990"),
    50: ("Geb.-\nDatum", "morgen"),
    81: ("Status", "verheiratet"),
    120: ("Staatsang.", "kurdisch"),
    150: ("Tel.", "siehe Akte"),
    199: ("Name, Vorname", None),
}
HEADINGS = ["lfd. Nr.", "AZ", "Name, Vorname", "Geb.-\nDatum", "m/w/d", "Staatsang.", "Status", "Tel.", "PLZ/Ort",
            "Haushalt", "letzte Beratung", "Bem."]  # fmt: skip


@dataclass
class MessyList:
    """The file, the spreadsheet row of each person, and of the lines that are no people."""

    content: bytes = b""
    row_of: dict[int, int] = field(default_factory=dict)
    other_rows: dict[str, list[int]] = field(default_factory=dict)


def messy_list() -> MessyList:
    """Build the file: titles, two heading lines, gaps, headings again, sections, sums, notes, a second sheet."""
    made = MessyList()
    book = openpyxl.Workbook()
    notes = book.active
    notes.title = "Hinweise"
    notes.append(["Name", "bitte immer zuerst den Familiennamen"])
    sheet = book.create_sheet("Fallliste 2026")
    sheet.append(["Fallliste Integrationsmanagement Musterdorf"])
    sheet.append(["Stand: 01.03.2026"])
    sheet.append([])
    sheet.append(["", "", "Person", "", "", "", "Aufenthalt", "Kontakt", "", "", "Beratung", ""])
    sheet.append([*HEADINGS[:10], "letzte", "Bem."])
    for area in ("A1:L1", "C4:F4", "H4:I4"):
        sheet.merge_cells(area)
    for number in range(1, PEOPLE + 1):
        _between(sheet, number, made)
        sheet.append(_person(number))
        made.row_of[number] = sheet.max_row
    sheet.append(["", "", "Anzahl Personen:", PEOPLE])
    made.other_rows.setdefault("sum_line", []).append(sheet.max_row)
    sheet.cell(sheet.max_row + 2, 3, "gelb markiert: bald umgezogen")
    made.other_rows["note"] = [sheet.max_row]
    made.content = saved(book)
    return made


def _between(sheet: Worksheet, number: int, made: MessyList) -> None:
    """Put something other than a person before some of them."""
    if number in (11, 12, 90):
        sheet.cell(sheet.max_row + 1, 1, " ")
        made.other_rows.setdefault("blank", []).append(sheet.max_row)
    if number in (60, 130):
        sheet.append([*HEADINGS[:10], "letzte", "Bem."])
        made.other_rows.setdefault("heading_repeated", []).append(sheet.max_row)
    if number == 100:
        sheet.append(["Wohnheim Bergstraße"])
        sheet.merge_cells(
            start_row=sheet.max_row, start_column=1, end_row=sheet.max_row, end_column=12
        )
        made.other_rows["section"] = [sheet.max_row]
    if number == 140:
        sheet.append([None] * 11 + ["zieht im Sommer um"])
        made.other_rows["remark_only"] = [sheet.max_row]


def _person(number: int) -> list[Any]:
    """One line; the person's number decides how each cell is written."""
    turn = number % 10
    cells = {
        "lfd. Nr.": number,
        "AZ": f"M-{number:03}",
        "Name, Vorname": name_of(number),
        "Geb.-\nDatum": BIRTH_DATES[turn],
        "m/w/d": ("m", "w", "männl.", "weiblich", "d", "-", "W ", "k.A.", "M", None)[turn],
        "Staatsang.": STATES[turn],
        "Status": STATUSES[turn],
        "Tel.": (f"0171 555{number:04}", 17155500000 + number, "kein Telefon", None, "-")[
            number % 5
        ],
        "PLZ/Ort": "78999 Musterdorf",
        "Haushalt": "Ehefrau: Amal (1992), Kinder: Tom 2012, Mia 2015"
        if number % 20 == 0
        else None,
        "letzte Beratung": dt.date(2026, 1, 1 + number % 28),
        "Bem.": "zu Hause" if turn == 3 else None,
    }
    if number in FAULTS:
        column, value = FAULTS[number]
        cells[column] = value
    return list(cells.values())


def name_of(number: int) -> str:
    """Most names are «Family, Given»; some in capitals, without comma, or one name only."""
    family, given = FAMILY[number % 5], GIVEN[number // 5 % 10]
    if number % 25 == 0:
        return given
    if number % 9 == 0:
        return f"{family.upper()}, {given.upper()}"
    return f"{family} {given}" if number % 8 == 0 else f"{family}, {given}"
