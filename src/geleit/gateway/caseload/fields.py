"""What a column of a caseload can hold, and the kinds of cell a sheet knows."""

import datetime as dt
from enum import Enum, StrEnum


class Field(StrEnum):
    """One kind of content. Names follow the client's record where it has the same field."""

    FILE_NUMBER = "file_number"
    FULL_NAME = "full_name"
    FAMILY_NAME = "family_name"
    GIVEN_NAME = "given_name"
    BIRTH_DATE = "birth_date"
    SEX = "sex"
    CITIZENSHIPS = "citizenships"
    LANGUAGES = "languages"
    INTERPRETING = "interpreting"
    RESIDENCE_KIND = "residence_kind"
    RESIDENCE_VALID_UNTIL = "residence_valid_until"
    PHONE = "phone"
    EMAIL = "email"
    MUNICIPALITY = "municipality"
    STREET = "street"
    POSTCODE = "postcode"
    ADDRESS = "address"
    HOUSING = "housing"
    ARRIVED_ON = "arrived_on"
    ALLOCATED_ON = "allocated_on"
    COUNSELLING_SINCE = "counselling_since"
    LAST_COUNSELLED_ON = "last_counselled_on"
    HOUSEHOLD_MEMBERS = "household_members"
    HOUSEHOLD_REFERENCE = "household_reference"
    COUNSELLOR = "counsellor"
    REMARKS = "remarks"


NAME_FIELDS = frozenset(
    {Field.FULL_NAME, Field.FAMILY_NAME, Field.GIVEN_NAME, Field.HOUSEHOLD_MEMBERS}
)

# Several columns may feed one of these: two telephone columns, a column of partners and one of children.
REPEATABLE_FIELDS = frozenset(
    {Field.CITIZENSHIPS, Field.LANGUAGES, Field.PHONE, Field.REMARKS, Field.HOUSEHOLD_MEMBERS}
)

# A cell merged down the lines of a household means each of them only for these. A merged member
# list or date would otherwise be counted once per line.
HOUSEHOLD_WIDE_FIELDS = frozenset(
    {
        Field.HOUSEHOLD_REFERENCE,
        Field.ADDRESS,
        Field.STREET,
        Field.POSTCODE,
        Field.MUNICIPALITY,
        Field.HOUSING,
        Field.COUNSELLOR,
        Field.FAMILY_NAME,
    }
)


class NameOrder(StrEnum):
    """Which name comes first where one column holds both and no comma says so."""

    FAMILY_FIRST = "family_first"
    GIVEN_FIRST = "given_first"


class CellFault(Enum):
    """Stands in a row where the spreadsheet itself shows an error such as #NV or #BEZUG!."""

    EXCEL_ERROR = "#FEHLER"


Cell = str | int | float | bool | dt.date | dt.datetime | dt.time | dt.timedelta | CellFault | None


def column_letter(index: int) -> str:
    """Name the column as a spreadsheet does: 0 → A, 26 → AA."""
    letters = ""
    number = index + 1
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def cell_name(row_number: int, column: int) -> str:
    """Name a cell as a spreadsheet does, the row counted from 1 and the column from 0."""
    return f"{column_letter(column)}{row_number}"
