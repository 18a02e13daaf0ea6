"""Whatever a file holds, the answer is values, reasons or a refusal; nothing else is ever raised."""

import datetime as dt
import io
import json
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geleit.gateway.caseload.fields import Cell, CellFault, Field, NameOrder
from geleit.gateway.caseload.headings import Mapping
from geleit.gateway.caseload.marking import write_marked_copy
from geleit.gateway.caseload.outcomes import Assumed, PartialDate, Unreadable
from geleit.gateway.caseload.refusals import Refusal
from geleit.gateway.caseload.rows import read_caseload
from geleit.gateway.caseload.text import tidy_lines
from geleit.gateway.caseload.values import Reading, read_value
from geleit.gateway.caseload.values.dates import BIRTH, read_date
from tests.gateway.caseload.messy_list import messy_list
from tests.gateway.caseload.workbooks import HEADINGS, PERSON, TODAY, csv_text, workbook

PLAIN = workbook([HEADINGS, PERSON])
MESSY = messy_list().content

# Words of the trade mixed with any characters come closer to the parsers' edges than noise alone.
WORDS = st.sampled_from(
    [
        *(
            "§ 25",
            "Abs. 2",
            "II",
            "bis",
            "ca.",
            "geb.",
            "*",
            "1.2.1990",
            "31.02.90",
            "1990",
            "00.00.",
        ),
        *(
            "Kinder:",
            "Ehefrau",
            "und",
            "(",
            ")",
            ",",
            ";",
            "/",
            "|",
            "-",
            "Dr.",
            "Frau",
            "Al-Hamwi",
            "von",
        ),
        *(
            "MUSTER",
            "Anna",
            "Summe",
            "Name",
            "Vorname",
            "Arabisch",
            "B1",
            "Dolmetscher",
            "nötig",
            "syrisch",
        ),
        *(
            "staatenlos",
            "k.A.",
            "?",
            "78999",
            "Hauptstr. 1",
            "a@b.de",
            "+49",
            "0171 12345",
            "Familie",
        ),
        *(
            "Stand:",
            "3 Personen",
            "\u200b",
            "\u00a0",
            "\u202e",
            "١٢٣",
            "²",
            "½",
            "_x000D_",
            "#NV",
            "=1+1",
        ),
    ]
)
TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(st.one_of(WORDS, st.text(max_size=4)), max_size=12).map(" ".join),
    st.lists(WORDS, max_size=6).map("\n".join),
)
CELLS: st.SearchStrategy[Cell] = st.one_of(
    st.none(),
    TEXTS,
    st.booleans(),
    st.integers(-(2**63), 2**63 - 1),
    st.integers(0, 60_000),
    st.floats(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
    st.just(CellFault.EXCEL_ERROR),
)
# What the library that writes the test's files can hold as what it is.
SHEET_CELLS: st.SearchStrategy[Cell] = st.one_of(
    st.none(),
    TEXTS.map(lambda text: "".join(c for c in text if c == "\n" or ord(c) > 31).lstrip("=")),
    st.booleans(),
    st.integers(-(2**50), 2**50),
    st.dates(dt.date(1901, 1, 1)),
    st.datetimes(dt.datetime.fromisoformat("1901-01-01")),
    st.times(),
)
MONTHS = (
    *("Januar", "Februar", "März", "April", "Mai", "Juni"),
    *("Juli", "August", "September", "Oktober", "November", "Dezember"),
)
UNHURRIED = settings(
    database=None, deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow]
)


@pytest.mark.slow
@settings(UNHURRIED, max_examples=1500)
@given(st.sampled_from(Field), CELLS, st.sampled_from(NameOrder), TEXTS)
def test_any_cell_is_a_value_nothing_or_a_reason(
    field: Field, cell: Cell, order: NameOrder, family_name: str
) -> None:
    outcome = read_value(field, cell, Reading(TODAY, order, family_name))

    if isinstance(outcome, Unreadable | Assumed):
        assert outcome.reason.endswith(".")
    else:
        assert outcome is None or outcome != ""


@pytest.mark.parametrize(
    "piece", ["(", "1", "B1 ", "1.1.", "Kinder: ", "a,", "§ 25 ", "Dr. ", "\n", " "]
)
def test_a_cell_of_any_length_is_answered_at_once(piece: str) -> None:
    started = time.process_time()

    for field in Field:
        read_value(field, piece * 30_000 + "!", Reading(TODAY))

    assert time.process_time() - started < 2


@UNHURRIED
@given(
    st.dates(dt.date(1900, 1, 1), TODAY),
    st.sampled_from(["%d.%m.%Y", "%Y-%m-%d", "%d/%m/%Y", "%Y%m%d", "%d. %B %Y"]),
)
def test_any_day_written_out_is_read_as_that_day(day: dt.date, form: str) -> None:
    text = day.strftime(form.replace("%B", MONTHS[day.month - 1]))

    assert read_date(text, TODAY, BIRTH) == PartialDate(day)


@UNHURRIED
@given(TEXTS)
def test_tidying_twice_changes_nothing_more(text: str) -> None:
    tidied = tidy_lines(text)

    assert tidy_lines(tidied) == tidied


@UNHURRIED
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    _read_or_refuse(content)


@pytest.mark.slow
@settings(UNHURRIED, max_examples=100)
@given(
    st.lists(st.lists(TEXTS, max_size=8), max_size=12),
    st.sampled_from([";", ",", "\t"]),
    st.booleans(),
)
def test_any_csv_is_read_or_refused(
    rows: list[list[str]], delimiter: str, with_headings: bool
) -> None:
    lines = [HEADINGS, *rows] if with_headings else rows

    _read_or_refuse(csv_text(lines, delimiter).encode("utf-8", "replace"))


@pytest.mark.slow
@UNHURRIED
@given(st.integers(0, len(PLAIN) - 1), st.binary(min_size=1, max_size=6))
def test_a_workbook_with_changed_bytes_is_read_or_refused(start: int, change: bytes) -> None:
    _read_or_refuse(PLAIN[:start] + change + PLAIN[start + len(change) :])


@pytest.mark.slow
@settings(UNHURRIED, max_examples=50)
@given(st.lists(st.lists(SHEET_CELLS, max_size=9), max_size=6))
def test_any_sheet_of_cells_is_read_and_copied(rows: list[list[Cell]]) -> None:
    content = workbook([HEADINGS, *rows])

    caseload = read_caseload(content, "liste.xlsx", today=TODAY)
    stream = io.BytesIO()
    write_marked_copy(content, caseload, stream)
    again = read_caseload(stream.getvalue(), "liste.xlsx", today=TODAY)

    assert [row.stays_out for row in again.rows] == [row.stays_out for row in caseload.rows]


@UNHURRIED
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=8),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(["sheet", "columns", "0", "x"]), inner)
        ),
        max_leaves=8,
    )
)
def test_any_json_is_a_mapping_or_refused(stored: object) -> None:
    try:
        mapping = Mapping.from_json(json.dumps(stored))
    except Refusal:
        return
    assert Mapping.from_json(mapping.to_json()) == mapping


@pytest.mark.slow
@settings(UNHURRIED, max_examples=50)
@given(
    st.lists(st.sampled_from(Field), min_size=12, max_size=12, unique=True),
    st.sampled_from([(), (1,), (5,), (4, 5), (0,), (300,), (5, 4)]),
    st.sampled_from(["Fallliste 2026", "Hinweise", "Fehlt"]),
)
def test_any_mapping_is_used_or_refused(
    fields: list[Field], headings: tuple[int, ...], sheet: str
) -> None:
    try:
        mapping = Mapping(sheet, dict(enumerate(fields)), headings)
        caseload = read_caseload(MESSY, "liste.xlsx", mapping, today=TODAY)
    except Refusal:
        return
    assert len(caseload.rows) + len(caseload.skipped) > 0


def _read_or_refuse(content: bytes) -> None:
    try:
        caseload = read_caseload(content, "liste.csv", today=TODAY)
    except Refusal:
        return
    assert caseload.mapping.columns
