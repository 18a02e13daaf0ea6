"""How each field's cell is read: one parser per field, under one signature.

`read_value` never raises: what a cell holds is a value, nothing stated (None), `Assumed` or
`Unreadable`.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from geleit.gateway.caseload.fields import Cell, CellFault, Field, NameOrder
from geleit.gateway.caseload.outcomes import unreadable
from geleit.gateway.caseload.text import is_blank, words_of
from geleit.gateway.caseload.values.contact import (
    REMARKS_LIMIT,
    read_address,
    read_contact,
    read_email,
    read_housing,
    read_place,
    read_postcode,
    read_remarks,
    read_text,
)
from geleit.gateway.caseload.values.countries import read_citizenships
from geleit.gateway.caseload.values.dates import BIRTH, EXPIRY, PAST, PLANNED, DateRule, read_date
from geleit.gateway.caseload.values.household import read_members
from geleit.gateway.caseload.values.languages import read_interpreting, read_languages
from geleit.gateway.caseload.values.people import read_full_name, read_name_part, read_sex
from geleit.gateway.caseload.values.residence import read_residence


@dataclass(frozen=True, slots=True)
class Reading:
    """What a parser may know besides the cell: the day, the order of names, the line's family name."""

    today: dt.date
    name_order: NameOrder = NameOrder.GIVEN_FIRST
    family_name: str = ""


# What a spreadsheet shows for a failed formula. A CSV and our marked copy hold it as text.
_ERROR_TEXTS = words_of(
    """#FEHLER #NV #N/A #BEZUG! #REF! #WERT! #VALUE! #NAME? #DIV/0! #ZAHL! #NUM! #NULL! #ÜBERLAUF! #SPILL!
    #GETTING_DATA #KALK! #CALC!"""
)

# Patterns take ever longer over long texts, and no such cell is longer in earnest.
_LONGEST = 300
_LONGEST_OF = {Field.HOUSEHOLD_MEMBERS: 2_000, Field.REMARKS: REMARKS_LIMIT}

Parser = Callable[[Cell, Reading], Any]


def _date(rule: DateRule) -> Parser:
    return lambda cell, reading: read_date(cell, reading.today, rule)


def _plain(parser: Callable[..., Any], **options: object) -> Parser:
    parse = partial(parser, **options)
    return lambda cell, reading: parse(cell)


PARSERS: dict[Field, Parser] = {
    Field.FILE_NUMBER: _plain(read_text, limit=40),
    Field.FULL_NAME: lambda cell, reading: read_full_name(cell, reading.name_order),
    Field.FAMILY_NAME: _plain(read_name_part),
    Field.GIVEN_NAME: _plain(read_name_part),
    Field.BIRTH_DATE: _date(BIRTH),
    Field.SEX: _plain(read_sex),
    Field.CITIZENSHIPS: _plain(read_citizenships),
    Field.LANGUAGES: _plain(read_languages),
    Field.INTERPRETING: _plain(read_interpreting),
    Field.RESIDENCE_KIND: lambda cell, reading: read_residence(cell, reading.today),
    Field.RESIDENCE_VALID_UNTIL: _date(EXPIRY),
    Field.PHONE: _plain(read_contact),
    Field.EMAIL: _plain(read_email),
    Field.MUNICIPALITY: _plain(read_place),
    Field.STREET: _plain(read_text, limit=200),
    Field.POSTCODE: _plain(read_postcode),
    Field.ADDRESS: _plain(read_address),
    Field.HOUSING: _plain(read_housing),
    Field.ARRIVED_ON: _date(PAST),
    Field.ALLOCATED_ON: _date(PLANNED),
    Field.COUNSELLING_SINCE: _date(PAST),
    Field.LAST_COUNSELLED_ON: _date(PAST),
    Field.HOUSEHOLD_MEMBERS: lambda cell, reading: read_members(
        cell, reading.today, reading.family_name, reading.name_order
    ),
    Field.HOUSEHOLD_REFERENCE: _plain(read_text, limit=40),
    Field.COUNSELLOR: _plain(read_text, limit=200),
    Field.REMARKS: _plain(read_remarks),
}


def read_value(field: Field, cell: Cell, reading: Reading) -> Any:
    """Read one cell for its field."""
    if isinstance(cell, CellFault) or (
        isinstance(cell, str) and cell.strip().upper() in _ERROR_TEXTS
    ):
        return unreadable("excel_error")
    if is_blank(cell):
        return None
    longest = _LONGEST_OF.get(field, _LONGEST)
    if isinstance(cell, str) and len(cell) > longest and len(cell.strip()) > longest:
        return unreadable("too_long", limit=longest)
    return PARSERS[field](cell, reading)
