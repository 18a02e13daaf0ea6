"""What reading one cell can come to: a value, nothing stated, a value with a doubt, or a reason."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from geleit.clients.choices import BirthDatePrecision, HouseholdRole, ResidenceKind, Sex
from geleit.gateway.caseload import wording


@dataclass(frozen=True, slots=True)
class Unreadable:
    """The cell says something, but not what its column asks for."""

    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class Assumed:
    """The value was read with an assumption which the person taking over should see."""

    value: Any
    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A calendar day and how much of it is known.

    `date` is the first day of the month or year where only that is known.
    """

    date: dt.date
    precision: str = BirthDatePrecision.DAY.value

    @property
    def is_exact(self) -> bool:
        return self.precision == BirthDatePrecision.DAY.value


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name as given. People with one name only have the other part empty."""

    family_name: str = ""
    given_name: str = ""


@dataclass(frozen=True, slots=True)
class Address:
    """The parts of an address that stood in one cell; parts not found are empty."""

    street: str = ""
    postcode: str = ""
    municipality: str = ""


@dataclass(frozen=True, slots=True)
class ContactFound:
    """A phone number and, where the same cell holds one, an e-mail address; either may be empty."""

    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class ResidenceFound:
    """A residence status and, where the same cell says so, the last day on the paper."""

    kind: ResidenceKind
    valid_until: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class LanguagesFound:
    """Language codes in the order given and, where the same cell says so, the need of interpreting."""

    codes: tuple[str, ...]
    interpreting: str = ""


@dataclass(frozen=True, slots=True)
class Member:
    """One more person of the household, named in the line of somebody else."""

    name: PersonName
    role: HouseholdRole = HouseholdRole.NOT_STATED
    birth_date: PartialDate | None = None
    sex: Sex = Sex.NOT_STATED
    family_name_assumed: bool = False


def unreadable(code: str, **values: object) -> Unreadable:
    """Say in German why a cell cannot be read."""
    return Unreadable(code, wording.reason(code, **values))


def assumed(value: object, code: str, **values: object) -> Assumed:
    """Hand over a value together with the assumption made, said in German."""
    return Assumed(value, code, wording.reason(code, **values))
