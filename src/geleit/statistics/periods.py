"""Periods that figures are asked for: a month, a quarter, a year, or any range of days."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from django.utils.formats import date_format
from django.utils.translation import gettext as _

Kind = Literal["month", "quarter", "year", "range"]
Unit = Literal["month", "quarter", "year"]

UNITS: tuple[Unit, ...] = ("month", "quarter", "year")
MONTHS: dict[Unit, int] = {"month": 1, "quarter": 3, "year": 12}
CODE = re.compile(r"(?P<year>[12]\d{3})(?:-(?:(?P<month>0[1-9]|1[0-2])|Q(?P<quarter>[1-4])))?")


@dataclass(frozen=True)
class Period:
    """All days from the first to the last, both included."""

    first: dt.date
    last: dt.date

    def __post_init__(self) -> None:
        if self.first > self.last:
            raise ValueError("A period ends on or after its first day.")

    @classmethod
    def around(cls, day: dt.date, unit: Unit) -> "Period":
        """The month, quarter or year a day lies in."""
        first = start_of(day, unit)
        return cls(first, _months_later(first, MONTHS[unit]) - dt.timedelta(days=1))

    @classmethod
    def from_code(cls, code: str) -> "Period | None":
        """The period that `2026`, `2026-Q4` or `2026-11` names; None if it names none."""
        found = CODE.fullmatch(code)
        if found is None:
            return None
        year = int(found["year"])
        if found["month"]:
            return cls.around(dt.date(year, int(found["month"]), 1), "month")
        if found["quarter"]:
            return cls.around(dt.date(year, 3 * int(found["quarter"]), 1), "quarter")
        return cls.around(dt.date(year, 1, 1), "year")

    @property
    def kind(self) -> Kind:
        """What the period is; a range of days that fills a month, quarter or year is one."""
        return next((unit for unit in UNITS if self == Period.around(self.first, unit)), "range")

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def code(self) -> str:
        """How addresses and file names call it."""
        if self.kind == "month":
            return f"{self.first:%Y-%m}"
        if self.kind == "quarter":
            return f"{self.first.year}-Q{quarter_of(self.first)}"
        if self.kind == "year":
            return str(self.first.year)
        return f"{self.first}_{self.last}"

    @property
    def query(self) -> str:
        """The same as the query of an address."""
        if self.kind == "range":
            return f"von={self.first}&bis={self.last}"
        return f"zeitraum={self.code}"

    def label(self) -> str:
        """In words, in the language in force."""
        if self.kind == "range":
            dates = {"first": day_label(self.first), "last": day_label(self.last)}
            return _("%(first)s to %(last)s") % dates
        return stretch_label(self.first, self.kind)

    def previous(self) -> "Period":
        """The period of the same kind before this one; for a range one of as many days."""
        before = self.first - dt.timedelta(days=1)
        if self.kind == "range":
            return Period(self.first - dt.timedelta(days=self.days), before)
        return Period.around(before, self.kind)

    def next(self) -> "Period":
        """The period of the same kind after this one; for a range one of as many days."""
        after = self.last + dt.timedelta(days=1)
        if self.kind == "range":
            return Period(after, self.last + dt.timedelta(days=self.days))
        return Period.around(after, self.kind)

    def starts(self, unit: Unit) -> Iterator[dt.date]:
        """First days of the months, quarters or years it touches; the first may lie before the period."""
        start = start_of(self.first, unit)
        while start <= self.last:
            yield start
            start = _months_later(start, MONTHS[unit])


def start_of(day: dt.date, unit: Unit) -> dt.date:
    """First day of the month, quarter or year a day lies in."""
    months = MONTHS[unit]
    return dt.date(day.year, (day.month - 1) // months * months + 1, 1)


def quarter_of(day: dt.date) -> int:
    """Number of the quarter a day lies in, 1 to 4."""
    return (day.month + 2) // 3


def stretch_label(start: dt.date, unit: Unit) -> str:
    """A month, quarter or year by its first day, in words."""
    if unit == "month":
        return date_format(start, "F Y")
    if unit == "quarter":
        return _("Quarter %(number)s of %(year)s") % {
            "number": quarter_of(start),
            "year": start.year,
        }
    return str(start.year)


def day_label(day: dt.date) -> str:
    """A day as figures show it."""
    return date_format(day, "SHORT_DATE_FORMAT")


def _months_later(first: dt.date, months: int) -> dt.date:
    """The first of the month so many months later."""
    month = first.month - 1 + months
    return dt.date(first.year + month // 12, month % 12 + 1, 1)
