"""Dates as people type them: whole, month and year, the year alone, or 'about'."""

import datetime as dt
import re
from dataclasses import dataclass

from geleit.clients.choices import BirthDatePrecision
from geleit.gateway.caseload.fields import Cell
from geleit.gateway.caseload.outcomes import Assumed, PartialDate, Unreadable, assumed, unreadable
from geleit.gateway.caseload.text import fold, is_not_stated, tidy

Parsed = PartialDate | Assumed | Unreadable | None

DAY, MONTH, YEAR = (
    BirthDatePrecision.DAY.value,
    BirthDatePrecision.MONTH.value,
    BirthDatePrecision.YEAR.value,
)
ESTIMATED = BirthDatePrecision.ESTIMATED.value

EARLIEST_YEAR = 1900
# A year typed into a cell formatted as a date becomes a day in 1905 (serial number 1990).
_YEAR_SERIALS = range(1920, 2031)
_EXCEL_EPOCH = dt.date(1899, 12, 30)
_LAST_SERIAL = 73415  # 31.12.2100

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januar jan jaenner january",
            "februar feb feber february",
            "maerz maer mrz mar march",
            "april apr",
            "mai may",
            "juni jun june",
            "juli jul july",
            "august aug",
            "september sept sep",
            "oktober okt oct october",
            "november nov",
            "dezember dez dec december",
        ),
        start=1,
    )
    for name in names.split()
}
_WITHOUT_END = frozenset({"unbefristet", "unbegrenzt", "dauerhaft", "laufend", "offen"})
_ABOUT = re.compile(
    r"^(?:ca|circa|zirka|etwa|ungefähr|ungef|um|gegen|geschätzt|gesch|approx|~|≈)[\s.:]*", re.I
)
_ABOUT_AFTER = re.compile(
    r"[\s,(]*\b(?:ca|circa|etwa|geschätzt|gesch)\b\.?\)?$|\s*\(?\?+\)?$", re.I
)
_LEAD = re.compile(
    r"^(?:geboren am|geb\. am|geboren|geb|seit dem|seit|bis zum|bis|vom|am|ab|jahrgang|jg|\*)[\s.:]*"
    r"|^(?:mo|di|mi|do|fr|sa|so)(?:[a-z]*tag|ittwoch)?[.,]+\s*",
    re.I,
)
_TIME = re.compile(r"[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:\s*(?:uhr|z))?$", re.I)
_UNKNOWN_PART = r"0{1,2}|[x?_\-]{1,2}"
_NUMERIC = re.compile(
    rf"^(\d{{1,2}}|{_UNKNOWN_PART})\s*[./\-\s]\s*(\d{{1,2}}|{_UNKNOWN_PART})\s*[./\-\s]\s*(\d{{4}}|\d{{2}})\.?$",
    re.I,
)
_ISO = re.compile(r"^(\d{4})\s*[-./]\s*(\d{1,2})\s*[-./]\s*(\d{1,2})$")
_WORDS = re.compile(r"^(?:(\d{1,2})\s*[.\-/ ]\s*)?([^\W\d_]{3,9})[.\-/ ]*\s*(\d{4}|\d{2})$")
_MONTH_YEAR = re.compile(r"^(\d{1,2})\s*[./\-]\s*(\d{4})$")
_YEAR_MONTH = re.compile(r"^(\d{4})\s*[./\-]\s*(\d{1,2})$")
_COMPACT = re.compile(r"^(\d{4})(\d{2})(\d{2})$")


@dataclass(frozen=True, slots=True)
class DateRule:
    """What a column's dates may be. Years beyond `today` plus `years_ahead` are refused."""

    years_ahead: int = 0
    partial: bool = True
    is_birth: bool = False


BIRTH = DateRule(is_birth=True)
PAST = DateRule()
PLANNED = DateRule(years_ahead=2)
EXPIRY = DateRule(years_ahead=30, partial=False)


def read_date(value: Cell, today: dt.date, rule: DateRule) -> Parsed:
    """Read one cell as a date under the rule of its column."""
    if isinstance(value, bool):
        return unreadable("date_unreadable")
    if isinstance(value, dt.date):
        return _read_calendar_day(value, today, rule)
    if isinstance(value, (dt.time, dt.timedelta)):
        return unreadable("date_time_only")
    if isinstance(value, (int, float)):
        return _checked(_from_number(value), today, rule)
    text = tidy(value)
    if is_not_stated(text) or (rule is EXPIRY and fold(text) in _WITHOUT_END):
        return None
    return _read_text(text, today, rule)


def _read_calendar_day(value: dt.date, today: dt.date, rule: DateRule) -> Parsed:
    day = value.date() if isinstance(value, dt.datetime) else value
    serial = (day - _EXCEL_EPOCH).days
    if rule.is_birth and serial in _YEAR_SERIALS and serial <= today.year:
        found = PartialDate(dt.date(serial, 1, 1), YEAR)
        return assumed(found, "date_year_from_serial", year=serial)
    return _checked(PartialDate(day), today, rule)


def _read_text(text: str, today: dt.date, rule: DateRule) -> Parsed:
    plain, about = _without_additions(text)
    found = _from_text(plain, today, rule)
    if about and isinstance(found, PartialDate):
        found = PartialDate(found.date, ESTIMATED)
    return _checked(found, today, rule)


def _without_additions(text: str) -> tuple[str, bool]:
    """Take off 'geb.', 'ca.', weekday and time of day; say whether the date is only about right."""
    plain = text
    about = False
    for pattern in (_LEAD, _ABOUT, _LEAD, _ABOUT_AFTER, _TIME):
        shorter = pattern.sub("", plain, count=1).strip()
        about = about or (pattern in (_ABOUT, _ABOUT_AFTER) and shorter != plain)
        plain = shorter
    return plain, about


def _from_text(text: str, today: dt.date, rule: DateRule) -> PartialDate | Unreadable:
    if match := _ISO.match(text) or _COMPACT.match(text):
        year, month, day = match.groups()
        return _build(int(year), month, day)
    if match := _NUMERIC.match(text):
        day, month, year = match.groups()
        return _build(_full_year(year, today, rule), month, day)
    if match := _MONTH_YEAR.match(text):
        return _build(int(match.group(2)), match.group(1), "0")
    if match := _YEAR_MONTH.match(text):
        return _build(int(match.group(1)), match.group(2), "0")
    if match := _WORDS.match(text):
        day_or_none, name, year = match.groups()
        month = _MONTHS.get(fold(name), 0)
        if month:
            return _build(_full_year(year, today, rule), str(month), day_or_none or "0")
    return _from_digits(text)


def _from_digits(text: str) -> PartialDate | Unreadable:
    try:
        return (
            _from_number(float(text.replace(",", ".")))
            if text[:1].isdigit()
            else unreadable("date_unreadable")
        )
    except ValueError:
        return unreadable("date_unreadable")


def _from_number(number: float) -> PartialDate | Unreadable:
    """Read a bare number: a year, YYYYMMDD, or the serial number of a day."""
    if not 1 <= number < 1e9:
        return unreadable("date_unreadable")
    whole = int(number)
    if EARLIEST_YEAR <= whole <= 2100:
        return PartialDate(dt.date(whole, 1, 1), YEAR)
    if 1000 < whole < EARLIEST_YEAR:
        return unreadable("date_too_early", year=EARLIEST_YEAR)
    if 2100 < whole <= _LAST_SERIAL:
        return PartialDate(_EXCEL_EPOCH + dt.timedelta(days=whole))
    if match := _COMPACT.match(str(whole)):
        year, month, day = match.groups()
        return _build(int(year), month, day)
    return unreadable("date_unreadable")


def _full_year(digits: str, today: dt.date, rule: DateRule) -> int:
    """Complete two digits: nobody is born in the future, other dates lie in this programme's time."""
    if len(digits) == 4:
        return int(digits)
    recent = today.year // 100 * 100 + int(digits)
    latest = today.year if rule.is_birth else today.year + max(rule.years_ahead, 1)
    return recent if recent <= latest else recent - 100


def _build(year: int, month: str, day: str) -> PartialDate | Unreadable:
    """Make a date; an unknown day or month (00, xx, ??) widens it to the month or year."""
    month_number = int(month) if month.isdigit() else 0
    day_number = int(day) if day.isdigit() else 0
    precision = DAY if day_number and month_number else MONTH if month_number else YEAR
    try:
        return PartialDate(
            dt.date(year, month_number or 1, day_number if precision == DAY else 1), precision
        )
    except (ValueError, OverflowError):
        return unreadable("date_no_such_day")


def _checked(found: PartialDate | Unreadable, today: dt.date, rule: DateRule) -> Parsed:
    """Refuse what cannot be: before 1900, after the latest day, too vague for the column."""
    if isinstance(found, Unreadable):
        return found
    if found.date.year < EARLIEST_YEAR:
        return unreadable("date_too_early", year=EARLIEST_YEAR)
    if not rule.years_ahead and found.date > today:
        return unreadable("date_in_future")
    if found.date.year > today.year + rule.years_ahead:
        return unreadable("date_too_late")
    if not rule.partial and not found.is_exact:
        return unreadable("date_incomplete")
    return found
