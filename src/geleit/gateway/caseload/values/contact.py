"""How and where to reach a person: phone, e-mail, address, housing; and plain text."""

import re

from geleit.clients.choices import Housing
from geleit.gateway.caseload.fields import Cell
from geleit.gateway.caseload.outcomes import (
    Address,
    Assumed,
    ContactFound,
    Unreadable,
    assumed,
    unreadable,
)
from geleit.gateway.caseload.text import fold, is_not_stated, tidy, tidy_lines

PHONE_LIMIT = 80
REMARKS_LIMIT = 20_000

_EMAIL = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+")
_EMAIL_SEPARATORS = re.compile(r"[\s,;<>()\[\]]+|(?i:mailto:)")
_POSTCODE = re.compile(r"(?:D\s*-?\s*)?(\d{5})", re.I)
_POSTCODE_INSIDE = re.compile(r"(?:\bD\s*-\s*)?(?<!\d)(\d{5})(?!\d)", re.I)
_FLAT = re.compile(r"\bwhg\b\.?", re.I)
_NO_PHONE = re.compile(r"^(?:kein\w*|ohne|hat kein\w*|nicht vorhanden)\b", re.I)

_HOUSING = (
    (Housing.HOMELESS, "wohnungslos ohnewohnung ohnefestenwohnsitz aufderstrasse"),
    (
        Housing.FACILITY,
        "einrichtung betreuteswohnen jugendhilfe frauenhaus pflegeheim kinderheim altenheim "
        "behindertenheim klinik wohngruppe",
    ),
    (
        Housing.WITH_OTHERS,
        "verwandte freund beibekannten angehoerig beifamilie beieltern privatunterkunft",
    ),
    (
        Housing.MUNICIPAL_FLAT,
        "zugewiesenewohnung eingewiesen einweisung gemeindewohnung kommunalewohnung "
        "staedtischewohnung auwohnung anschlussunterbringungwohnung wohnungdergemeinde wohnungderstadt",
    ),
    (
        Housing.SHARED,
        "gemeinschaftsunterkunft gemeinschaftsunterbringung sammelunterkunft unterkunft "
        "anschlussunterbringung vorlaeufigeunterbringung wohnheim container asylheim",
    ),
    (
        Housing.OWN_FLAT,
        "eigenewohnung eigenerwohnraum mietwohnung privat wohnung miete eigenheim wohngemeinschaft",
    ),
)
_HOUSING_SHORT = {
    "gu": Housing.SHARED,
    "au": Housing.SHARED,
    "vu": Housing.SHARED,
    "heim": Housing.SHARED,
    "pw": Housing.OWN_FLAT,
    "wg": Housing.OWN_FLAT,
    "uma": Housing.FACILITY,
    "umf": Housing.FACILITY,
    "ofw": Housing.HOMELESS,
    "obdachlos": Housing.HOMELESS,
}


def read_phone(value: Cell) -> str | Unreadable | None:
    """Return the number as given, tidied. A number typed as a number gets back its lost zero."""
    text = ", ".join(tidy_lines(value).split("\n"))
    if is_not_stated(text) or _NO_PHONE.match(text):
        return None
    digits = sum(letter.isdigit() for letter in text)
    if isinstance(value, (int, float)) and not isinstance(value, bool) and text.isdigit():
        text = f"+{text}" if text.startswith("49") and digits > 10 else f"0{text}"
    elif not isinstance(value, str) or "@" in text:
        return unreadable("phone_unreadable")
    if digits < 5:
        return unreadable("phone_unreadable")
    return text if len(text) <= PHONE_LIMIT else unreadable("too_long", limit=PHONE_LIMIT)


def read_contact(value: Cell) -> ContactFound | Unreadable | None:
    """Read a phone column, in which an e-mail address may stand beside the number or alone."""
    lines = tidy_lines(value)
    email = _EMAIL.search(lines) if isinstance(value, str) else None
    if email is None:
        phone = read_phone(value)
        return ContactFound(phone) if isinstance(phone, str) else phone
    rest = (lines[: email.start()] + lines[email.end() :]).strip(" ,;/|()\n-")
    phone = read_phone(rest)
    if isinstance(phone, Unreadable):
        return phone
    return ContactFound(phone or "", email.group(0))


def read_email(value: Cell) -> str | Assumed | Unreadable | None:
    """Return the address. Of several the first one is taken, and this is said."""
    text = tidy(value)
    if is_not_stated(text) or _NO_PHONE.match(text):
        return None
    parts = [part.strip(".") for part in _EMAIL_SEPARATORS.split(text)]
    found = [part for part in parts if _EMAIL.fullmatch(part) and len(part) <= 254]
    if not found or any("@" in part for part in parts if part not in found):
        return unreadable("email_unreadable")
    return found[0] if len(set(found)) == 1 else assumed(found[0], "email_several")


def read_postcode(value: Cell) -> Address | Unreadable | None:
    """Return the postcode, and the place where the same cell names it («78999 Musterdorf»)."""
    text = tidy(value)
    if is_not_stated(text):
        return None
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        text = text.zfill(5)
    match = _POSTCODE.match(text)
    rest = text[match.end() :] if match else text
    if match is None or rest[:1].isalnum():
        return unreadable("postcode_unreadable")
    return Address(postcode=match.group(1), municipality=rest.strip(" ,;/-"))


def read_address(value: Cell) -> Address | Unreadable | None:
    """Split street, postcode and place. Without a postcode a digit shows that it is a street."""
    text = ", ".join(tidy_lines(value).split("\n"))
    if is_not_stated(text):
        return None
    if not isinstance(value, str):
        return unreadable("text_unreadable")
    if len(text) > 300:
        return unreadable("too_long", limit=300)
    match = _POSTCODE_INSIDE.search(text)
    if match:
        street, place = (
            part.strip(" ,;/-") for part in (text[: match.start()], text[match.end() :])
        )
        if not street and _has_digit(place.partition(",")[2]):
            place, _, street = (part.strip() for part in place.partition(","))
        return Address(street, match.group(1), place)
    first, comma, second = (part.strip() for part in text.partition(","))
    if comma and _has_digit(second) and not _has_digit(first):
        first, second = second, first
    if comma or _has_digit(first):
        return Address(street=first, municipality=second)
    return Address(municipality=first)


def read_place(value: Cell) -> Address | Unreadable | None:
    """Return the municipality as given, the postcode where it stands before, a street behind it."""
    text = tidy(value)
    if is_not_stated(text):
        return None
    match = _POSTCODE.match(text)
    place = text[match.end() :].strip(" ,;/-") if match else text
    if not any(letter.isalpha() for letter in place):
        return unreadable("place_unreadable")
    if len(place) > 200:
        return unreadable("too_long", limit=200)
    if _has_digit(place.partition(",")[2]):
        return read_address(value)
    return Address(postcode=match.group(1) if match else "", municipality=place)


def _has_digit(text: str) -> bool:
    return any(letter.isdigit() for letter in text)


def read_housing(value: Cell) -> Housing | Unreadable | None:
    """Read the form of housing from its usual words."""
    text = tidy(value)
    if is_not_stated(text):
        return None
    text = _FLAT.sub("wohnung", text)
    folded = fold(text)
    if folded in _HOUSING_SHORT:
        return _HOUSING_SHORT[folded]
    for word in text.replace("/", " ").replace("-", " ").split():
        if fold(word) in _HOUSING_SHORT:
            return _HOUSING_SHORT[fold(word)]
    for housing, stems in _HOUSING:
        if any(stem in folded for stem in stems.split()):
            return housing
    return unreadable("housing_unreadable", word=text[:40])


def read_text(value: Cell, limit: int) -> str | Unreadable | None:
    """Return one line of text, such as a file number or a street, at most `limit` long."""
    text = tidy(value)
    if is_not_stated(text):
        return None
    return text if len(text) <= limit else unreadable("too_long", limit=limit)


def read_remarks(value: Cell) -> str | Unreadable | None:
    """Return free text with its line breaks."""
    text = tidy_lines(value)
    if is_not_stated(text):
        return None
    return text if len(text) <= REMARKS_LIMIT else unreadable("too_long", limit=REMARKS_LIMIT)
