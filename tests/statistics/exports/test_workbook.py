"""The workbook: what its sheets say, that it prints, and that nothing in it runs."""

import datetime as dt
import io

import pytest
from openpyxl import Workbook, load_workbook

from geleit.people.models import Account
from geleit.statistics.exports.workbook import file_name, workbook
from geleit.statistics.periods import Period
from geleit.statistics.queries import scopes
from geleit.statistics.queries.figures import Figures, figures
from tests.conftest import as_owner

MADE_AT = dt.datetime(2027, 1, 31, 9, 30, tzinfo=dt.UTC)


@pytest.fixture
def counted(cast, year, looking) -> Figures:
    scope = scopes.carrier_scope(looking("greta"), cast.carrier)
    return figures(scope, Period.from_code("2026"), detailed=True)


def read(counted: Figures) -> Workbook:
    return load_workbook(io.BytesIO(workbook(counted, MADE_AT)))


def report(book: Workbook) -> dict[str, dict[tuple[str, str], object]]:
    """The report's rows by name: (group, column) → value."""
    rows = list(book["Auswertung Zeitraum"].iter_rows(values_only=True))
    at = next(place for place, row in enumerate(rows) if row[0] == "Integrationsmanagende")
    groups, group = [], ""
    for title in rows[at - 1]:
        group = title or group
        groups.append(group)
    keys = list(zip(groups, rows[at], strict=True))
    return {row[0]: dict(zip(keys, row, strict=True)) for row in rows[at + 1 :]}


def test_sheets_are_the_ones_the_office_knows(counted) -> None:
    assert read(counted).sheetnames == ["Auswertung Zeitraum", "Übersicht", "Definitionen"]


def test_report_has_a_row_each_and_one_for_all(counted) -> None:
    rows = report(read(counted))

    assert list(rows) == [
        "Jonas Muster",
        "Miriam Muster",
        "Samir Muster",
        "niemand zuständig",
        "Zusammen",
    ]
    miriam = rows["Miriam Muster"]
    assert (miriam["", "Zeitraum von"], miriam["", "bis"]) == ("01.01.2026", "31.12.2026")
    assert {
        name: miriam["Im Zeitraum", name]
        for name in ("Gespräche", "Beratene Personen", "Neue Fälle")
    } == {
        "Gespräche": 3,
        "Beratene Personen": 2,
        "Neue Fälle": 1,
    }
    assert miriam["Gespräche nach Thema", "Wohnen"] == 2
    assert miriam["Gespräche nach Art", "ohne Angabe"] == 1
    assert rows["niemand zuständig"]["Im Zeitraum", "Fortgeführte Fälle"] == 1


def test_columns_of_the_report_add_up_except_persons(counted) -> None:
    rows = report(read(counted))
    whole = rows.pop("Zusammen")

    for key, value in whole.items():
        if isinstance(value, int) and key[1] != "Beratene Personen":
            assert (key, sum(row[key] for row in rows.values())) == (key, value)
    assert whole["Im Zeitraum", "Beratene Personen"] == counted.totals.distinct_persons


def test_heading_says_whose_figures_of_when_and_made_when(counted) -> None:
    sheet = read(counted)["Auswertung Zeitraum"]

    assert [sheet.cell(row, 1).value for row in range(2, 5)] == [
        "Träger: Träger Hochrhein",
        "Zeitraum: 01.01.2026 – 31.12.2026",
        "Erstellt am: 31.01.2027 09:30",
    ]


def test_report_prints_on_a4_landscape_with_names_and_titles_repeated(counted) -> None:
    sheet = read(counted)["Auswertung Zeitraum"]

    assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", 9)
    assert (sheet.print_title_cols, sheet.print_title_rows) == ("$A:$A", "$11:$12")
    assert len(sheet.col_breaks.brk) >= 1


def test_overview_shows_both_ways_of_counting_persons(counted) -> None:
    overview = {
        row[0]: row[1]
        for row in read(counted)["Übersicht"].iter_rows(values_only=True)
        if row[1] is not None
    }

    assert (overview["Beratene Personen"], overview["Personen je Monat, zusammengezählt"]) == (3, 5)


@pytest.mark.parametrize("name", ['=HYPERLINK("http://x")', "+49 Muster", "-1+1", "@SUM(A1)"])
def test_names_that_look_like_formulas_stay_text(cast, year, looking, name: str) -> None:
    with as_owner():
        Account.objects.filter(pk=cast.miriam.pk).update(name=name)
        type(cast.carrier).objects.filter(pk=cast.carrier.pk).update(name=name)
    cast.carrier.refresh_from_db()
    scope = scopes.carrier_scope(looking("greta"), cast.carrier)

    book = read(figures(scope, Period.from_code("2026"), detailed=True))

    cells = [
        cell
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    ]
    assert f"'{name}" in {cell.value for cell in cells}
    assert {cell.data_type for cell in cells} == {"s", "n"}
    assert not [cell.value for cell in cells if str(cell.value).startswith(("=", "+", "-", "@"))]


def test_file_is_named_after_carrier_and_period(counted) -> None:
    assert file_name(counted) == "kennzahlen-traeger-hochrhein-2026-01-01-2026-12-31.xlsx"


def test_own_workbook_has_one_row(year, looking) -> None:
    own = figures(scopes.own_scope(looking("miriam")), Period.from_code("2026"), detailed=True)

    rows = report(read(own))

    assert list(rows) == ["Miriam Muster"]
    assert rows["Miriam Muster"]["Gespräche nach Thema", "Wohnen"] == 2
