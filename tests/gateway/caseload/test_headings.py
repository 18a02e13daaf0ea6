"""Headings as people write them, wherever they stand, and the mapping the user makes of them."""

import json

import pytest

from geleit.gateway.caseload import refusals
from geleit.gateway.caseload.fields import Cell, Field, NameOrder
from geleit.gateway.caseload.heading_match import match_heading
from geleit.gateway.caseload.heading_rows import find_headings
from geleit.gateway.caseload.headings import ColumnGuess, Mapping, guess_columns
from geleit.gateway.caseload.sheets import Area, MergedAreas
from geleit.gateway.caseload.values import Reading
from tests.gateway.caseload.workbooks import TODAY


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Aktenzeichen", Field.FILE_NUMBER),
        ("Az.", Field.FILE_NUMBER),
        ("NACHNAME", Field.FAMILY_NAME),
        ("Fam.-Name", Field.FAMILY_NAME),
        ("Vorname(n)", Field.GIVEN_NAME),
        ("Name, Vorname", Field.FULL_NAME),
        ("Vor- und Nachname", Field.FULL_NAME),
        ("Geb.-Datum", Field.BIRTH_DATE),
        ("Geburts-\ndatum", Field.BIRTH_DATE),
        ("geb. am", Field.BIRTH_DATE),
        ("Geburtsdatum (TT.MM.JJJJ)", Field.BIRTH_DATE),
        ("Geburstdatum", Field.BIRTH_DATE),
        ("m/w/d", Field.SEX),
        ("Staatsang.", Field.CITIZENSHIPS),
        ("Stattsangehörigkeit", Field.CITIZENSHIPS),
        ("STAATSANGEHOERIGKEIT", Field.CITIZENSHIPS),
        ("Muttersprache", Field.LANGUAGES),
        ("Dolmetscher nötig?", Field.INTERPRETING),
        ("Aufenth.status", Field.RESIDENCE_KIND),
        ("Aufenthaltsstatus (§)", Field.RESIDENCE_KIND),
        ("gültig bis:", Field.RESIDENCE_VALID_UNTIL),
        ("Aufenthaltstitel gültig bis", Field.RESIDENCE_VALID_UNTIL),
        ("Tel.Nr.", Field.PHONE),
        ("Handy 2", Field.PHONE),
        ("E-Mail-Adresse", Field.EMAIL),
        ("Wohnort", Field.MUNICIPALITY),
        ("Gemeinde\n(AU)", Field.MUNICIPALITY),
        ("Straße, Nr.", Field.STREET),
        ("PLZ", Field.POSTCODE),
        ("PLZ/Ort", Field.POSTCODE),
        ("Anschrift", Field.ADDRESS),
        ("Wohnform", Field.HOUSING),
        ("Einreisedatum", Field.ARRIVED_ON),
        ("Einzug AU", Field.ALLOCATED_ON),
        ("Zuteilung am", Field.ALLOCATED_ON),
        ("Beratung seit", Field.COUNSELLING_SINCE),
        ("letzte Beratung", Field.LAST_COUNSELLED_ON),
        ("Letzter Kontakt", Field.LAST_COUNSELLED_ON),
        ("Haushaltsmitglieder", Field.HOUSEHOLD_MEMBERS),
        ("Fam.-Nr.", Field.HOUSEHOLD_REFERENCE),
        ("BG-Nummer", Field.HOUSEHOLD_REFERENCE),
        ("zust. IM", Field.COUNSELLOR),
        ("Bem.", Field.REMARKS),
        ("first name", Field.GIVEN_NAME),
        ("date of birth", Field.BIRTH_DATE),
        ("lfd. Nr.", None),
        ("Geburtsort", None),
        ("Alter", None),
        ("Hinweis zur Übernahme", None),
    ],
)
def test_a_heading_is_understood(heading: str, field: Field | None) -> None:
    match = match_heading(heading)

    assert match is not None
    assert match.field == field


@pytest.mark.parametrize("text", ["", "Syrien", "Kovalenko", "x" * 200, "12", "Blutgruppe"])
def test_other_words_are_no_headings(text: str) -> None:
    assert match_heading(text) is None


def test_a_guess_says_how_sure_it_is_and_why() -> None:
    told = [
        (match.confidence, match.reason)
        for text in ("Wohnort", "Wohnort (Stand 2025)", "Wohnrt")
        if (match := match_heading(text))
    ]

    assert told == [
        (1.0, "Überschrift „Wohnort“ erkannt"),
        (0.9, "Überschrift „Wohnort (Stand 2025)“ ohne Zusatz erkannt"),
        (0.6, "„Wohnrt“ ähnelt „Wohnort“"),
    ]


def guessed(
    rows: list[list[Cell]], areas: list[Area] | None = None
) -> tuple[tuple[ColumnGuess, ...], NameOrder]:
    found = find_headings(rows, MergedAreas(areas or []))
    assert found is not None
    return guess_columns(found, rows[found.rows[-1] + 1 :], Reading(TODAY))


def fields_of(rows: list[list[Cell]], areas: list[Area] | None = None) -> list[Field | None]:
    return [guess.field for guess in guessed(rows, areas)[0]]


def test_headings_are_found_below_titles_and_blank_lines() -> None:
    rows: list[list[Cell]] = [
        ["Klientenliste Gemeinde Musterdorf"],
        [],
        ["Stand:", "01.03.2026"],
        ["Name", "Geb."],
        ["A", "1990"],
    ]

    found = find_headings(rows, MergedAreas())

    assert found is not None
    assert found.rows == (3,)


def test_group_headings_above_give_the_lower_ones_their_meaning() -> None:
    rows: list[list[Cell]] = [
        ["Person", "", "", "Aufenthalt", "", "Beratung", "", "Bem."],
        ["Name", "Vorname", "geb.", "Status", "bis", "seit", "letzte", ""],
        ["Muster", "Anna", "1990", "Duldung", "1.5.2027", "2024", "1.2.2026", "x"],
    ]
    areas: list[Area] = [((0, 0), (0, 2)), ((0, 3), (0, 4)), ((0, 5), (0, 6)), ((0, 7), (1, 7))]
    meant = [
        Field.FAMILY_NAME,
        Field.GIVEN_NAME,
        Field.BIRTH_DATE,
        Field.RESIDENCE_KIND,
        Field.RESIDENCE_VALID_UNTIL,
        Field.COUNSELLING_SINCE,
        Field.LAST_COUNSELLED_ON,
        Field.REMARKS,
    ]

    assert fields_of(rows, areas) == meant
    # A CSV of the same list has no merged cells.
    assert fields_of(rows) == meant


def test_a_first_line_of_people_is_not_taken_for_headings() -> None:
    rows: list[list[Cell]] = [["Name", "Ort", "Status"], ["Muster Anna", "Musterdorf", "Duldung"]]

    found = find_headings(rows, MergedAreas())

    assert found is not None
    assert (found.rows, found.texts) == ((0,), ("Name", "Ort", "Status"))


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [["Notizen"], ["bitte Herrn Muster anrufen"]],
        [["Datum", "Betrag"], ["1.2.2026", "17"]],
        [["Muster", "Anna", "1.2.1990"], ["Muster", "Max", "1.2.1991"]],
    ],
)
def test_without_headings_there_is_no_list(rows: list[list[Cell]]) -> None:
    assert find_headings(rows, MergedAreas()) is None


def test_name_beside_given_name_is_the_family_name_and_alone_it_is_both() -> None:
    both = fields_of([["Name", "Vorname"], ["Muster", "Anna"]])
    alone = fields_of([["Name", "Ort"], ["Anna Muster", "Musterdorf"]])

    assert both == [Field.FAMILY_NAME, Field.GIVEN_NAME]
    assert alone == [Field.FULL_NAME, Field.MUNICIPALITY]


def test_one_heading_over_two_columns_names_both() -> None:
    rows: list[list[Cell]] = [["Name, Vorname", "", "Ort"], ["Muster", "Anna", "Musterdorf"]]

    assert fields_of(rows, [((0, 0), (0, 1))]) == [
        Field.FAMILY_NAME,
        Field.GIVEN_NAME,
        Field.MUNICIPALITY,
    ]


@pytest.mark.parametrize(
    ("heading", "values", "order"),
    [
        ("Name, Vorname", ["Muster Anna"], NameOrder.FAMILY_FIRST),
        ("Vorname Nachname", ["Anna Muster"], NameOrder.GIVEN_FIRST),
        ("Name", ["Anna Muster", "Max Muster"], NameOrder.GIVEN_FIRST),
        ("Name", ["Muster, Anna", "Muster, Max", "Beispiel Tom"], NameOrder.FAMILY_FIRST),
    ],
)
def test_the_order_of_names_follows_the_heading_then_the_commas(
    heading: str, values: list[str], order: NameOrder
) -> None:
    rows: list[list[Cell]] = [[heading, "Ort"], *([value, "Musterdorf"] for value in values)]

    assert guessed(rows)[1] == order


def test_a_number_that_only_counts_the_lines_is_left_out() -> None:
    counting = fields_of([["Nr.", "Name"], [1, "A"], [2, "B"], [3, "C"]])
    naming = fields_of([["Nr.", "Name"], ["M-17", "A"], ["M-3", "B"]])

    assert counting == [None, Field.FULL_NAME]
    assert naming == [Field.FILE_NUMBER, Field.FULL_NAME]


def test_a_vague_heading_is_believed_only_if_its_values_fit() -> None:
    fitting = fields_of([["Name", "Status"], ["A", "Duldung"], ["B", "§ 24"]])
    other = fields_of([["Name", "Status"], ["A", "aktiv"], ["B", "ruht"]])

    assert fitting == [Field.FULL_NAME, Field.RESIDENCE_KIND]
    assert other == [Field.FULL_NAME, None]


def test_a_heading_for_two_things_is_read_as_what_its_values_are() -> None:
    rows: list[list[Cell]] = [
        ["Name", "Titel / gültig bis"],
        ["A", "§ 24 bis 1.5.2027"],
        ["B", "Duldung"],
    ]

    assert fields_of(rows) == [Field.FULL_NAME, Field.RESIDENCE_KIND]


def test_a_clear_heading_with_odd_values_stays_and_says_so() -> None:
    guess = guessed([["Name", "Geburtsdatum"], ["A", "abc"], ["B", "xyz"], ["C", "1990"]])[0][1]

    assert (guess.field, guess.confidence) == (Field.BIRTH_DATE, 0.5)
    assert guess.reason == "Überschrift „Geburtsdatum“ erkannt; aber nur 1 von 3 Werten passen"


def test_household_is_a_number_or_a_list_of_people_by_its_values() -> None:
    numbers = fields_of([["Name", "Haushalt"], ["A", "H-12"], ["B", "H-12"]])
    people = fields_of(
        [["Name", "Haushalt"], ["A", "Ehefrau: Fatima (1990)"], ["B", "Ali 2012, Sara 2015"]]
    )

    assert numbers == [Field.FULL_NAME, Field.HOUSEHOLD_REFERENCE]
    assert people == [Field.FULL_NAME, Field.HOUSEHOLD_MEMBERS]


def test_a_column_that_only_counts_people_is_left_out() -> None:
    assert fields_of([["Name", "Personen im Haushalt"], ["A", 3], ["B", "5"]]) == [
        Field.FULL_NAME,
        None,
    ]


def test_two_phone_columns_are_both_taken_but_only_one_birth_date() -> None:
    guesses = guessed(
        [
            ["Name", "Telefon", "Handy", "Geb.dat.", "Geburtsjahr"],
            ["A", "0171 12345", "0172 12345", "1.2.1990", "1990"],
        ]
    )[0]

    assert [guess.field for guess in guesses] == [
        Field.FULL_NAME,
        Field.PHONE,
        Field.PHONE,
        Field.BIRTH_DATE,
        None,
    ]
    assert guesses[4].reason == "„Geburtsjahr“ kommt schon aus Spalte D"


def test_addresses_under_an_unknown_heading_are_taken_for_e_mail() -> None:
    assert fields_of(
        [["Name", "Erreichbar unter"], ["A", "a@muster.example"], ["B", "b@muster.example"]]
    ) == [
        Field.FULL_NAME,
        Field.EMAIL,
    ]


def test_samples_and_letters_are_shown_for_confirming() -> None:
    guess = guessed(
        [["Name", "Ort"], ["A", "Musterdorf"], ["B", "Musterdorf"], ["C", "Beispielstadt"]]
    )[0][1]

    assert (guess.letter, guess.heading, guess.samples) == (
        "B",
        "Ort",
        ("Musterdorf", "Beispielstadt"),
    )


def test_a_mapping_survives_being_written_and_read() -> None:
    mapping = Mapping(
        "Liste", {0: Field.FULL_NAME, 3: Field.BIRTH_DATE}, (2, 3), NameOrder.FAMILY_FIRST
    )

    assert Mapping.from_json(mapping.to_json()) == mapping


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "null",
        "{}",
        '{"sheet": "x", "columns": {"a": "full_name"}}',
        '{"sheet": "x", "columns": {"0": "shoe_size"}}',
        '{"sheet": "x", "columns": {"0": "birth_date"}}',
        '{"sheet": "x", "columns": {"0": "full_name", "1": "birth_date", "2": "birth_date"}}',
        '{"sheet": "x", "columns": {"0": "full_name"}, "name_order": "sideways"}',
        '{"sheet": "x", "columns": {"0": "full_name"}, "heading_rows": ["a"]}',
        "[" * 100_000,
    ],
)
def test_a_mapping_that_makes_no_sense_is_refused(text: str) -> None:
    with pytest.raises(refusals.MappingNotUsable):
        Mapping.from_json(text)


def test_a_mapping_names_the_field_given_twice() -> None:
    stored = json.dumps({"sheet": "x", "columns": {"0": "full_name", "1": "sex", "2": "sex"}})

    with pytest.raises(refusals.MappingNotUsable) as refused:
        Mapping.from_json(stored)

    assert (
        str(refused.value)
        == "Die Zuordnung der Spalten passt nicht: „Geschlecht“ ist mehreren Spalten zugeordnet."
    )
