"""Birth dates as people type and read them: a day, a month or only a year."""

import datetime as dt
import re
import unicodedata

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from geleit.clients.choices import BirthDatePrecision

_DAY = re.compile(r"(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{4}|\d{2})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_MONTH = re.compile(r"(\d{1,2})\s*[./-]\s*(\d{4})")
_YEAR = re.compile(r"\d{4}")


def read_birth_date(text: str, today: dt.date) -> tuple[dt.date | None, str]:
    """The date a typed text means, and how exact it is; nothing typed is nothing stated.

    Of a year the 1 January stands for it, of a month its first day. Raises ValueError for what is no date.
    """
    plain = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text).strip()
    if not plain:
        return None, BirthDatePrecision.NOT_STATED
    if _YEAR.fullmatch(plain):
        return dt.date(int(plain), 1, 1), BirthDatePrecision.YEAR
    if found := _MONTH.fullmatch(plain):
        return dt.date(int(found[2]), int(found[1]), 1), BirthDatePrecision.MONTH
    if found := _ISO.fullmatch(plain):
        return dt.date(int(found[1]), int(found[2]), int(found[3])), BirthDatePrecision.DAY
    if found := _DAY.fullmatch(plain):
        year = _full_year(found[3], today)
        return dt.date(year, int(found[2]), int(found[1])), BirthDatePrecision.DAY
    raise ValueError(text)


def typed_birth_date(born: dt.date | None, precision: str) -> str:
    """A stored birth date as it stands in the form."""
    if born is None:
        return ""
    if precision == BirthDatePrecision.YEAR:
        return f"{born.year:04}"
    if precision == BirthDatePrecision.MONTH:
        return f"{born:%m.%Y}"
    return f"{born:%d.%m.%Y}"


def birth_date_in_words(born: dt.date | None, precision: str) -> str:
    """A stored birth date to read; says when it is not exact."""
    if born is None:
        return ""
    if precision == BirthDatePrecision.YEAR:
        return _("born %(year)s") % {"year": born.year}
    if precision == BirthDatePrecision.MONTH:
        return _("born %(month)s") % {"month": date_format(born, "F Y")}
    if precision == BirthDatePrecision.ESTIMATED:
        return _("%(day)s, estimated") % {"day": f"{born:%d.%m.%Y}"}
    return f"{born:%d.%m.%Y}"


def _full_year(digits: str, today: dt.date) -> int:
    """A year in two digits lies in the past: 05 is 2005, 90 is 1990."""
    if len(digits) == 4:
        return int(digits)
    year = today.year - today.year % 100 + int(digits)
    return year if year <= today.year else year - 100
