"""Tables people take along."""

import datetime as dt
import io

import pytest
from python_calamine import CalamineWorkbook

from geleit.shared import spreadsheet


@pytest.mark.parametrize("text", ["=1+1", "+49 7751", "-5", "@SUM(A1)", "\t=1", "\r=1"])
def test_text_that_looks_like_a_formula_is_disarmed(text) -> None:
    assert spreadsheet.harmless(text) == f"'{text}"


def test_csv_opens_in_german_spreadsheet_programs() -> None:
    written = spreadsheet.as_csv(
        ["Datum", "Name"], [[dt.date(2026, 11, 5), "Müller; Anna"], [None, "=cmd"]]
    )

    assert written.decode("utf-8") == '\ufeffDatum;Name\r\n05.11.2026;"Müller; Anna"\r\n;\'=cmd\r\n'


def test_xlsx_keeps_dates_and_numbers() -> None:
    written = spreadsheet.as_xlsx(
        "Gespräche", ["Datum", "Minuten", "Ort"], [[dt.date(2026, 11, 5), 45, "=A1"]]
    )

    book = CalamineWorkbook.from_filelike(io.BytesIO(written))
    assert book.get_sheet_by_name("Gespräche").to_python() == [
        ["Datum", "Minuten", "Ort"],
        [dt.date(2026, 11, 5), 45.0, "'=A1"],
    ]
