"""Turning one line of cells into the values of one person."""

import datetime as dt
from dataclasses import dataclass, field, replace
from typing import Any

from geleit.gateway.caseload.fields import HOUSEHOLD_WIDE_FIELDS, Cell, CellFault, Field
from geleit.gateway.caseload.headings import Mapping
from geleit.gateway.caseload.outcomes import (
    Address,
    Assumed,
    ContactFound,
    LanguagesFound,
    Member,
    PersonName,
    ResidenceFound,
    Unreadable,
    unreadable,
)
from geleit.gateway.caseload.results import CaseloadRow, CellProblem
from geleit.gateway.caseload.sheets import Area, MergedAreas
from geleit.gateway.caseload.text import is_blank, tidy, tidy_lines
from geleit.gateway.caseload.values import Reading, read_value
from geleit.gateway.caseload.values.contact import read_phone
from geleit.gateway.caseload.values.household_words import ROLE_AT_START

_SHOWN_LENGTH = 200
_NAME_FIELDS = (Field.FULL_NAME, Field.FAMILY_NAME, Field.GIVEN_NAME)


class HouseholdCells:
    """Hands the value of a cell merged down a household to each of its lines.

    Only for fields that a household shares; a merged date or list of people counts once.
    """

    def __init__(self, merged: MergedAreas, mapping: Mapping) -> None:
        self._merged = merged
        self._columns = {
            column for column, meant in mapping.columns.items() if meant in HOUSEHOLD_WIDE_FIELDS
        }
        self._open: dict[int, tuple[Area, Cell]] = {}

    def fill(self, row: int, cells: list[Cell]) -> list[Cell]:
        """Return the line with the shared cells filled in. Lines must come in their order."""
        self._open = {column: held for column, held in self._open.items() if held[0][1][0] >= row}
        filled = cells
        for column, (_, value) in self._open.items():
            if column >= len(filled) or is_blank(filled[column]):
                filled = (
                    filled + [None] * (column + 1 - len(filled))
                    if column >= len(filled)
                    else list(filled)
                )
                filled[column] = value
        for area in self._merged.starting_in(row):
            (top, left), (bottom, _) = area
            if left in self._columns and bottom > top and left < len(cells):
                self._open[left] = (area, cells[left])
        return filled


@dataclass(slots=True)
class RowReader:
    """Reads the lines of one sheet under its mapping."""

    sheet: str
    mapping: Mapping
    headings: dict[int, str]
    today: dt.date
    _reading: Reading = field(init=False)
    _order: list[tuple[int, Field]] = field(init=False)

    def __post_init__(self) -> None:
        self._reading = Reading(self.today, self.mapping.name_order)
        # Names first: the list of household members is read with the family name at hand.
        self._order = sorted(
            self.mapping.columns.items(), key=lambda item: (item[1] not in _NAME_FIELDS, item[0])
        )

    def read(self, row: int, cells: list[Cell]) -> CaseloadRow:
        """Read one line, `row` counted from 0. Cells that cannot be read become its problems."""
        found = CaseloadRow(self.sheet, row + 1)
        for column, meant in self._order:
            cell = cells[column] if column < len(cells) else None
            if cell is None or cell == "":
                continue
            self._read_cell(found, column, meant, cell)
        self._first_member_where_no_name(found)
        if not found.fields.get(Field.FAMILY_NAME) and not found.fields.get(Field.GIVEN_NAME):
            self._add_missing_name(found, cells)
        return found

    def _read_cell(self, found: CaseloadRow, column: int, meant: Field, cell: Cell) -> None:
        reading = self._reading
        if meant == Field.HOUSEHOLD_MEMBERS:
            reading = replace(reading, family_name=found.fields.get(Field.FAMILY_NAME, ""))
            cell = self._with_role_of_heading(column, cell)
        outcome = read_value(meant, cell, reading)
        if isinstance(outcome, ContactFound):
            outcome = _with_other_numbers(found, outcome)
        if isinstance(outcome, Unreadable):
            found.problems.append(self._problem(found, column, cell, outcome))
            return
        if isinstance(outcome, Assumed):
            found.notices.append(self._problem(found, column, cell, outcome))
            outcome = outcome.value
        if outcome is not None:
            _store(found.fields, meant, outcome)

    def _with_role_of_heading(self, column: int, cell: Cell) -> Cell:
        """Under a heading «Kinder» the people are children, without each cell saying so."""
        role = ROLE_AT_START.match(self.headings.get(column, ""))
        if role is None or isinstance(cell, CellFault) or is_blank(cell):
            return cell
        return f"{role.group(1)}:\n{tidy_lines(cell)}"

    def _problem(
        self, found: CaseloadRow, column: int, cell: Cell, about: Unreadable | Assumed
    ) -> CellProblem:
        heading = self.headings.get(column, "")
        return CellProblem(
            self.sheet,
            found.row_number,
            column,
            heading,
            tidy(cell)[:_SHOWN_LENGTH],
            about.code,
            about.reason,
        )

    def _first_member_where_no_name(self, found: CaseloadRow) -> None:
        """Where the list of people is the only column of names, the line is about the first of them."""
        if any(name in self.mapping.columns.values() for name in _NAME_FIELDS):
            _without_self(found.fields)
            return
        members: tuple[Member, ...] = found.fields.pop(Field.HOUSEHOLD_MEMBERS, ())
        if not members:
            return
        first, *others = members
        _store(found.fields, Field.FULL_NAME, first.name)
        if first.birth_date:
            found.fields.setdefault(Field.BIRTH_DATE, first.birth_date)
        if first.sex:
            found.fields.setdefault(Field.SEX, first.sex)
        if others:
            found.fields[Field.HOUSEHOLD_MEMBERS] = tuple(others)

    def _add_missing_name(self, found: CaseloadRow, cells: list[Cell]) -> None:
        """Say that the name is missing, unless its cell already has a problem."""
        columns = [
            column
            for column, meant in self._order
            if meant in _NAME_FIELDS or meant == Field.HOUSEHOLD_MEMBERS
        ]
        if any(problem.column in columns for problem in found.problems):
            return
        cell = cells[columns[0]] if columns[0] < len(cells) else None
        found.problems.append(self._problem(found, columns[0], cell, unreadable("name_missing")))


def _store(fields: dict[Field, Any], meant: Field, value: Any) -> None:
    """Put a value under the fields it fills. What a column of its own says wins over a by-product."""
    if isinstance(value, PersonName):
        for name_field in (Field.FAMILY_NAME, Field.GIVEN_NAME):
            _fill(fields, name_field, getattr(value, name_field.value))
    elif isinstance(value, Address):
        _store_address(fields, meant, value)
    elif isinstance(value, ContactFound):
        if value.phone:
            fields[Field.PHONE] = value.phone
        _fill(fields, Field.EMAIL, value.email)
    elif isinstance(value, ResidenceFound):
        fields[Field.RESIDENCE_KIND] = value.kind
        _fill(fields, Field.RESIDENCE_VALID_UNTIL, value.valid_until)
    elif isinstance(value, LanguagesFound):
        _store_languages(fields, meant, value)
    elif meant in (Field.CITIZENSHIPS, Field.HOUSEHOLD_MEMBERS):
        _fill_tuple(fields, meant, value)
    elif meant == Field.REMARKS and meant in fields:
        fields[meant] += "\n" + value
    else:
        fields[meant] = value


def _with_other_numbers(found: CaseloadRow, contact: ContactFound) -> ContactFound | Unreadable:
    """Put the number behind those of other columns."""
    numbers = filter(None, (found.fields.get(Field.PHONE, ""), contact.phone))
    phone = read_phone(", ".join(numbers))
    return phone if isinstance(phone, Unreadable) else replace(contact, phone=phone or "")


def _fill(fields: dict[Field, Any], meant: Field, value: Any) -> None:
    if value and not fields.get(meant):
        fields[meant] = value


def _fill_tuple(fields: dict[Field, Any], meant: Field, values: tuple[Any, ...]) -> None:
    """Append what is not there yet; an empty list leaves the field unstated."""
    together = tuple(dict.fromkeys((*fields.get(meant, ()), *values)))
    if together:
        fields[meant] = together


def _store_address(fields: dict[Field, Any], meant: Field, value: Address) -> None:
    """Take the parts of an address; the part a column is for replaces one found in passing."""
    for part in (Field.STREET, Field.POSTCODE, Field.MUNICIPALITY):
        text = getattr(value, part.value)
        if text and part == meant:
            fields[part] = text
        else:
            _fill(fields, part, text)


def _store_languages(fields: dict[Field, Any], meant: Field, value: LanguagesFound) -> None:
    _fill_tuple(fields, Field.LANGUAGES, value.codes)
    if value.interpreting and (meant == Field.INTERPRETING or Field.INTERPRETING not in fields):
        fields[Field.INTERPRETING] = value.interpreting


def _without_self(fields: dict[Field, Any]) -> None:
    """Leave the person of the line out of the list of further people, where it repeats them."""
    members: tuple[Member, ...] = fields.get(Field.HOUSEHOLD_MEMBERS, ())
    given, family = fields.get(Field.GIVEN_NAME, ""), fields.get(Field.FAMILY_NAME, "")
    birth_date = fields.get(Field.BIRTH_DATE)
    others = tuple(
        member
        for member in members
        if (member.name.given_name, member.name.family_name) != (given, family)
        or (
            birth_date and member.birth_date and member.birth_date.date.year != birth_date.date.year
        )
    )
    if members and not others:
        del fields[Field.HOUSEHOLD_MEMBERS]
    elif members:
        fields[Field.HOUSEHOLD_MEMBERS] = others
