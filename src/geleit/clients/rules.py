"""Who may change what in a client's file, and what a date of a file may be."""

import datetime as dt

from geleit.clients.choices import BirthDatePrecision
from geleit.people.viewer import Viewer

# Nobody alive was born before; an earlier date is a typing error.
EARLIEST_BIRTH = dt.date(1900, 1, 1)
# The oldest statuses in the files are from the reception of the late 1980s.
EARLIEST_STATUS = dt.date(1980, 1, 1)


def can_keep_files(viewer: Viewer, team_id: int) -> bool:
    """Only those who counsel in a team, or stand in for somebody there, write into its files."""
    return team_id in viewer.sealed_team_ids


def is_possible_birth(born: dt.date, today: dt.date) -> bool:
    """A birth date lies in the past and within a lifetime."""
    return EARLIEST_BIRTH <= born <= today


def exact_to(born: dt.date | None, precision: str) -> tuple[dt.date | None, str]:
    """Store a birth date as far as it is known: of a year the 1 January, of a month its first day.

    A date without precision is taken as exact; a precision without date says nothing.
    """
    if born is None:
        return None, BirthDatePrecision.NOT_STATED
    if precision == BirthDatePrecision.YEAR:
        return born.replace(month=1, day=1), precision
    if precision == BirthDatePrecision.MONTH:
        return born.replace(day=1), precision
    return born, precision or BirthDatePrecision.DAY


def age_on(born: dt.date | None, day: dt.date) -> int | None:
    """Full years on a day; None if the birth date is missing or still to come."""
    if born is None or born > day:
        return None
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
