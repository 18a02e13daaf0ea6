"""Several people in one cell."""

import datetime as dt

import pytest

from geleit.gateway.caseload.fields import Cell, NameOrder
from geleit.gateway.caseload.outcomes import Assumed, Member, Unreadable
from geleit.gateway.caseload.values.household import read_members
from tests.gateway.caseload.workbooks import TODAY


def told(
    text: Cell, family_name: str = "Muster", order: NameOrder = NameOrder.GIVEN_FIRST
) -> list[tuple[str, ...]]:
    """Family name, given name, role and birth date of each person read, in short."""
    found = read_members(text, TODAY, family_name, order)
    members: tuple[Member, ...] = found.value if isinstance(found, Assumed) else found
    assert isinstance(members, tuple)
    return [
        (one.name.family_name, one.name.given_name, str(one.role), _in_short(one))
        for one in members
    ]


def _in_short(member: Member) -> str:
    if member.birth_date is None:
        return ""
    form = "%d.%m.%Y" if member.birth_date.is_exact else "%Y"
    return member.birth_date.date.strftime(form)


@pytest.mark.parametrize(
    "text",
    [
        "Ehefrau: Fatima (1990), Kinder: Ali 2012, Sara 2015",
        "Ehefrau Fatima 1990; Kinder: Ali 2012 und Sara 2015",
        "Ehefrau: Fatima, geb. 1990, Kinder: Ali (2012), Sara (2015)",
        "EF: Fatima *1990\nKind 1: Ali *2012\nKind 2: Sara *2015",
        "Frau Fatima Muster 1990, Sohn Ali 2012, Tochter Sara 2015",
        "Fatima (Ehefrau, 1990), Ali (Sohn, 2012), Sara (Tochter, 2015)",
        "Ehefrau: Muster, Fatima (1990)\nKinder:\nAli 2012\nSara 2015",
    ],
)
def test_a_family_is_read_from_one_cell(text: str) -> None:
    assert told(text) == [
        ("Muster", "Fatima", "partner", "1990"),
        ("Muster", "Ali", "child", "2012"),
        ("Muster", "Sara", "child", "2015"),
    ]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "Fatima Al-Hamwi *1990 / Ali Al-Hamwi *2012",
            [("Al-Hamwi", "Fatima", "", "1990"), ("Al-Hamwi", "Ali", "", "2012")],
        ),
        (
            "Beispiel, Olena 1980; Beispiel, Maksym 2010",
            [("Beispiel", "Olena", "", "1980"), ("Beispiel", "Maksym", "", "2010")],
        ),
        (
            "Muster Olena, 01.01.1980; Muster Max, 2010",
            [("Muster", "Olena", "", "01.01.1980"), ("Muster", "Max", "", "2010")],
        ),
        ("Muster, Olena", [("Muster", "Olena", "", "")]),
        ("Ali, Sara", [("Muster", "Ali", "", ""), ("Muster", "Sara", "", "")]),
        ("Ali (12 J.)", [("Muster", "Ali", "", "2014")]),
        ("Bruder Yusuf 1/2/2001", [("Muster", "Yusuf", "other", "01.02.2001")]),
        (
            "Vater: Omar 1980, Mutter: Amal, Kind: Ali",
            [
                ("Muster", "Omar", "adult", "1980"),
                ("Muster", "Amal", "adult", ""),
                ("Muster", "Ali", "child", ""),
            ],
        ),
        ("Mutter: Amal", [("Muster", "Amal", "parent", "")]),
        (
            "Ehemann Omar (1985), Tom 2012",
            [("Muster", "Omar", "partner", "1985"), ("Muster", "Tom", "", "2012")],
        ),
        (
            "Ehefrau:\nRana 1990\nTom 2012",
            [("Muster", "Rana", "partner", "1990"), ("Muster", "Tom", "", "2012")],
        ),
        ("mit Ehefrau Rana (1990) und 3 Kindern", [("Muster", "Rana", "partner", "1990")]),
        ("verh. mit Rana 1990, 2 Kinder", [("Muster", "Rana", "", "1990")]),
        (
            "1. Rana 1990; 2. Tom 2012",
            [("Muster", "Rana", "", "1990"), ("Muster", "Tom", "", "2012")],
        ),
        ("Rana, geb. 1.2.1990, w", [("Muster", "Rana", "", "01.02.1990")]),
        (
            "von Berg, Anna; von Berg, Tom",
            [("von Berg", "Anna", "", ""), ("von Berg", "Tom", "", "")],
        ),
        ("ali 2012", [("Muster", "ali", "", "2012")]),
    ],
)
def test_people_are_read_in_many_ways_of_writing(text: str, people: list[tuple[str, ...]]) -> None:
    assert told(text) == people


def test_the_order_of_names_follows_the_list() -> None:
    assert told("Beispiel Olena 1980", "Muster", NameOrder.FAMILY_FIRST) == [
        ("Beispiel", "Olena", "", "1980")
    ]
    assert told("Olena Beispiel 1980", "Muster") == [("Beispiel", "Olena", "", "1980")]


def test_a_family_named_in_front_gives_its_name() -> None:
    assert told("Familie Beispiel: Rana (1990), Tom (2012)", "") == [
        ("Beispiel", "Rana", "", "1990"),
        ("Beispiel", "Tom", "", "2012"),
    ]


def test_a_family_name_lent_by_the_line_is_marked() -> None:
    found = read_members("Ali 2012, Sara Beispiel 2015", TODAY, "Muster")

    assert isinstance(found, tuple)
    assert [member.family_name_assumed for member in found] == [True, False]


def test_sex_follows_from_the_role_or_stands_in_brackets() -> None:
    found = read_members("Ehefrau: Fatima, Kinder: Ali (m), Sara (2015, w), Kim", TODAY)

    assert isinstance(found, tuple)
    assert [member.sex.value for member in found] == ["f", "m", "f", ""]


@pytest.mark.parametrize(
    "cell",
    [
        "4",
        3.0,
        "3 Kinder",
        "Ehefrau und 2 Kinder",
        "2 Erwachsene, 3 Kinder",
        "Ehefrau",
        "verheiratet, 3 Kinder",
    ],
)
def test_a_mere_number_of_people_is_passed_over_and_said(cell: Cell) -> None:
    assert read_members(cell, TODAY) == Assumed(
        (), "members_counted", "Nur eine Anzahl ohne Namen: Weitere Personen werden nicht angelegt."
    )


def test_named_people_are_kept_beside_counted_ones() -> None:
    found = read_members("Ehemann Ahmad, geb. 1.2.1985; 3 Kinder", TODAY, "Muster")

    assert isinstance(found, Assumed)
    assert [(member.name.given_name, member.birth_date.date) for member in found.value] == [
        ("Ahmad", dt.date(1985, 2, 1))
    ]


@pytest.mark.parametrize("cell", ["-", "keine", "ledig", "alleinstehend", "1", 1, ""])
def test_somebody_alone_has_no_further_people(cell: Cell) -> None:
    assert read_members(cell, TODAY) is None


@pytest.mark.parametrize(
    "cell",
    [
        "Ali 12",
        "xx 45 ???",
        "Fatima (Dolmetscherin)",
        "Ali 31.02.2012",
        "Ali 2031",
        True,
        dt.date(2020, 1, 1),
    ],
)
def test_what_is_no_list_of_people_is_refused(cell: Cell) -> None:
    assert isinstance(read_members(cell, TODAY), Unreadable)


def test_more_people_than_a_household_can_have_are_refused() -> None:
    assert isinstance(read_members(", ".join(["Ali 2012"] * 31), TODAY), Unreadable)
