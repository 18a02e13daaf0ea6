"""Phone, e-mail, address, housing and plain text."""

import pytest

from geleit.clients.choices import Housing
from geleit.gateway.caseload.fields import Cell
from geleit.gateway.caseload.outcomes import Address, Assumed, ContactFound, Unreadable
from geleit.gateway.caseload.values.contact import (
    read_address,
    read_contact,
    read_email,
    read_housing,
    read_phone,
    read_place,
    read_postcode,
    read_remarks,
    read_text,
)


@pytest.mark.parametrize(
    ("cell", "phone"),
    [
        ("0171 1234567", "0171 1234567"),
        ("+49 171/123 45-67", "+49 171/123 45-67"),
        (1711234567, "01711234567"),
        (1711234567.0, "01711234567"),
        (491711234567, "+491711234567"),
        ("0171 12345\n0172 12345", "0171 12345, 0172 12345"),
        ("0171 12345 (Ehemann)", "0171 12345 (Ehemann)"),
        ("kein Telefon", None),
        ("k.A.", None),
    ],
)
def test_a_phone_number_stays_as_given(cell: Cell, phone: str | None) -> None:
    assert read_phone(cell) == phone


@pytest.mark.parametrize("cell", ["siehe Ehemann", "12", "a@b.de 12345", 0.5, "1" * 90])
def test_what_is_no_phone_number_is_refused(cell: Cell) -> None:
    assert isinstance(read_phone(cell), Unreadable)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("0171 12345, a@muster.example", ContactFound("0171 12345", "a@muster.example")),
        ("a@muster.example\n0171 12345", ContactFound("0171 12345", "a@muster.example")),
        ("a@muster.example", ContactFound("", "a@muster.example")),
        ("0171 12345", ContactFound("0171 12345")),
    ],
)
def test_an_e_mail_address_beside_the_number_is_found(text: str, found: ContactFound) -> None:
    assert read_contact(text) == found


def test_the_first_of_several_addresses_is_taken_and_said() -> None:
    assert read_email(" Anna@Muster.example ") == "Anna@Muster.example"
    assert read_email("mailto:a@muster.example") == "a@muster.example"
    assert read_email("a@muster.example; b@muster.example") == Assumed(
        "a@muster.example",
        "email_several",
        "Mehrere E-Mail-Adressen: nur die erste wird übernommen.",
    )


@pytest.mark.parametrize("cell", ["Anna", "a@b", "a@@b.de", 5, "a@muster.example b@c"])
def test_what_is_no_e_mail_address_is_refused(cell: Cell) -> None:
    assert isinstance(read_email(cell), Unreadable)


@pytest.mark.parametrize(
    ("cell", "address"),
    [
        (78999, Address(postcode="78999")),
        (1067.0, Address(postcode="01067")),
        ("D-78999", Address(postcode="78999")),
        ("78999 Musterdorf", Address(postcode="78999", municipality="Musterdorf")),
    ],
)
def test_a_postcode_is_five_digits_and_may_bring_its_place(cell: Cell, address: Address) -> None:
    assert read_postcode(cell) == address


@pytest.mark.parametrize("cell", ["123", "789991", "Musterdorf", True])
def test_what_is_no_postcode_is_refused(cell: Cell) -> None:
    assert isinstance(read_postcode(cell), Unreadable)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Hauptstr. 1, 78999 Musterdorf", Address("Hauptstr. 1", "78999", "Musterdorf")),
        ("Hauptstr. 1\n78999 Musterdorf", Address("Hauptstr. 1", "78999", "Musterdorf")),
        ("78999 Musterdorf, Hauptstr. 1", Address("Hauptstr. 1", "78999", "Musterdorf")),
        ("Musterdorf, Hauptstr. 3", Address("Hauptstr. 3", "", "Musterdorf")),
        ("Hauptstr. 3", Address("Hauptstr. 3")),
        ("Musterdorf", Address(municipality="Musterdorf")),
    ],
)
def test_an_address_in_one_cell_is_taken_apart(text: str, address: Address) -> None:
    assert read_address(text) == address


def test_a_place_keeps_its_part_and_gives_its_postcode() -> None:
    assert read_place("Musterdorf, OT Beispielen") == Address(
        municipality="Musterdorf, OT Beispielen"
    )
    assert read_place("Musterdorf, Bergstr. 3") == Address("Bergstr. 3", "", "Musterdorf")
    assert read_place("78999 Musterdorf") == Address(postcode="78999", municipality="Musterdorf")
    assert isinstance(read_place(12), Unreadable)


@pytest.mark.parametrize(
    ("text", "housing"),
    [
        ("GU", Housing.SHARED), ("GU Bergstraße", Housing.SHARED), ("Gemeinschaftsunterkunft", Housing.SHARED),
        ("Obdachlosenunterkunft", Housing.SHARED), ("Privatwohnung", Housing.OWN_FLAT),
        ("eigene Whg.", Housing.OWN_FLAT), ("Whg. der Gemeinde", Housing.MUNICIPAL_FLAT),
        ("Wohnung der Gemeinde", Housing.MUNICIPAL_FLAT), ("bei Freunden", Housing.WITH_OTHERS),
        ("Jugendhilfeeinrichtung", Housing.FACILITY), ("wohnungslos", Housing.HOMELESS), ("-", None),
    ],
)  # fmt: skip
def test_the_form_of_housing_is_read_from_its_usual_words(
    text: str, housing: Housing | None
) -> None:
    assert read_housing(text) == housing


def test_an_unknown_form_of_housing_is_refused_by_name() -> None:
    assert read_housing("Schloss") == Unreadable(
        "housing_unreadable", "Wohnform „Schloss“ nicht erkannt."
    )


def test_text_is_tidied_and_limited() -> None:
    assert read_text(4711.0, 40) == "4711"
    assert read_text(" A \u00a0 17\t", 40) == "A 17"
    assert read_remarks("erste\r\nzweite_x000D_\n\n  dritte ") == "erste\nzweite\ndritte"
    assert read_text("x" * 41, 40) == Unreadable(
        "too_long", "Der Eintrag ist zu lang (höchstens 40 Zeichen)."
    )
