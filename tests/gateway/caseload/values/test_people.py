"""Names, sex and the need of interpreting."""

import pytest

from geleit.clients.choices import Sex
from geleit.gateway.caseload.fields import Cell, NameOrder
from geleit.gateway.caseload.outcomes import PersonName, Unreadable
from geleit.gateway.caseload.values.people import (
    read_full_name,
    read_name_part,
    read_sex,
    tidy_capitals,
)

GIVEN_FIRST, FAMILY_FIRST = NameOrder.GIVEN_FIRST, NameOrder.FAMILY_FIRST


@pytest.mark.parametrize(
    ("text", "order", "family", "given"),
    [
        ("Müller, Anna", GIVEN_FIRST, "Müller", "Anna"),
        ("Müller,\nAnna", GIVEN_FIRST, "Müller", "Anna"),
        ("Müller/Anna", GIVEN_FIRST, "Müller", "Anna"),
        ("Anna Müller", GIVEN_FIRST, "Müller", "Anna"),
        ("Müller Anna", FAMILY_FIRST, "Müller", "Anna"),
        ("Anna Maria Müller", GIVEN_FIRST, "Müller", "Anna Maria"),
        ("Müller Anna Maria", FAMILY_FIRST, "Müller", "Anna Maria"),
        ("Al-Hamwi Mohammed", GIVEN_FIRST, "Al-Hamwi", "Mohammed"),
        ("KOVALENKO Olena", GIVEN_FIRST, "Kovalenko", "Olena"),
        ("Olena KOVALENKO", FAMILY_FIRST, "Kovalenko", "Olena"),
        ("KOVALENKO, OLENA", GIVEN_FIRST, "Kovalenko", "Olena"),
        ("Dr. Anna von Berg", GIVEN_FIRST, "von Berg", "Anna"),
        ("von Berg Anna", GIVEN_FIRST, "von Berg", "Anna"),
        ("Ahmed Ben Ali", GIVEN_FIRST, "Ben Ali", "Ahmed"),
        ("Ben Müller", GIVEN_FIRST, "Müller", "Ben"),
        ("Frau Prof. Dr. med. Anna Muster", GIVEN_FIRST, "Muster", "Anna"),
        ("Phil Meyer", GIVEN_FIRST, "Meyer", "Phil"),
        ("Mohammed", GIVEN_FIRST, "", "Mohammed"),
        ("Müller, ?", GIVEN_FIRST, "Müller", ""),
        ("Na Li", GIVEN_FIRST, "Li", "Na"),
        ("محمد الحموي", GIVEN_FIRST, "الحموي", "محمد"),
        ("\u200bAnna\u00a0\u00a0Muster\ufeff", GIVEN_FIRST, "Muster", "Anna"),
        ("Kovalenko\nOlena", FAMILY_FIRST, "Kovalenko", "Olena"),
    ],
)
def test_a_full_name_is_split(text: str, order: NameOrder, family: str, given: str) -> None:
    assert read_full_name(text, order) == PersonName(family, given)


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("Anna und Tom Müller", "name_several"),
        ("Kovalenko Olena\nKovalenko Andrij", "name_several"),
        ("Muster, Anna; Muster, Tom", "name_several"),
        ("Familie Müller", "name_several"),
        ("123", "name_unreadable"),
        (123, "name_unreadable"),
        ("Anna2", "name_unreadable"),
        ("a@b.de", "name_unreadable"),
        ("=1+1", "name_unreadable"),
        ("Frau", "name_unreadable"),
        ("x" * 300, "too_long"),
        ("x" * 130 + " Muster", "too_long"),
    ],
)
def test_what_is_no_name_is_refused(cell: Cell, code: str) -> None:
    found = read_full_name(cell, GIVEN_FIRST)

    assert isinstance(found, Unreadable)
    assert found.code == code


@pytest.mark.parametrize("text", ["", "-", "?", "unbekannt", "N.N.", "k.A.", "--"])
def test_a_name_not_stated_is_nothing(text: str) -> None:
    assert read_full_name(text, GIVEN_FIRST) is None
    assert read_name_part(text) is None


@pytest.mark.parametrize("name", ["Na", "Ka", "Ohne", "Nb"])
def test_short_words_that_elsewhere_mean_nothing_are_names(name: str) -> None:
    assert read_name_part(name) == name


@pytest.mark.parametrize(
    ("given", "tidied"),
    [
        ("KOVALENKO", "Kovalenko"),
        ("AL-HAMWI", "Al-Hamwi"),
        ("O'NEIL", "O'Neil"),
        ("VON DER HEIDE", "von der Heide"),
        ("MÜLLER", "Müller"),
        ("McDonald", "McDonald"),
        ("van Dijk", "van Dijk"),
        ("A", "A"),
        ("КОВАЛЕНКО", "Коваленко"),
        ("محمد", "محمد"),
    ],
)
def test_only_names_wholly_in_capitals_are_changed(given: str, tidied: str) -> None:
    assert tidy_capitals(given) == tidied


@pytest.mark.parametrize(
    ("cell", "sex"),
    [
        ("m", Sex.MALE), ("M", Sex.MALE), ("männl.", Sex.MALE), ("männlich", Sex.MALE), ("♂", Sex.MALE),
        ("w", Sex.FEMALE), ("f", Sex.FEMALE), ("weibl.", Sex.FEMALE), ("Frau", Sex.FEMALE),
        ("d", Sex.DIVERSE), ("divers", Sex.DIVERSE),
        ("-", None), ("k.A.", None), ("unbekannt", None), (None, None), ("", None),
    ],
)  # fmt: skip
def test_sex_is_read_in_every_usual_spelling(cell: Cell, sex: Sex | None) -> None:
    assert read_sex(cell) == sex


@pytest.mark.parametrize("cell", ["ja", "Anna", 1, 0.5])
def test_other_words_are_no_sex(cell: Cell) -> None:
    assert read_sex(cell) == Unreadable(
        "sex_unreadable", "Geschlecht nicht erkannt. Möglich sind w, m, d oder keine Angabe."
    )
