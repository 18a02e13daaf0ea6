"""On which days counselling happens, and how much of it: weekday, season, pandemic, public holidays."""

import datetime as dt
from functools import cache

import holidays

# Monday to Sunday. Some open their office on a Saturday, nobody on a Sunday.
_WEEKDAYS = (1.0, 1.15, 0.9, 1.15, 0.65, 0.02, 0.0)
_MONTHS = (1.05, 1.05, 1.05, 1.0, 0.95, 0.95, 0.9, 0.75, 1.05, 1.05, 1.1, 0.85)
_BRIDGE = 0.15

# Offices closed to visitors; between the two, with masks and by appointment.
LOCKDOWNS = (
    (dt.date(2020, 3, 16), dt.date(2020, 5, 31)),
    (dt.date(2020, 11, 2), dt.date(2021, 5, 31)),
)
PANDEMIC = (dt.date(2020, 3, 16), dt.date(2022, 3, 31))
_LOCKDOWN_LOAD = 0.8

# From the first applications to «about 1,200» (DOMAIN § 1.1); the Soforthilfe's posts: DOMAIN § 2.
_POSTS_BEGIN, _POSTS_FILLED, _POSTS_AT_FIRST = dt.date(2017, 6, 1), dt.date(2018, 12, 1), 0.15
_MORE_POSTS_TIME, _MORE_POSTS = (dt.date(2022, 4, 8), dt.date(2024, 12, 31)), 1.15


def is_lockdown(day: dt.date) -> bool:
    return any(first <= day <= last for first, last in LOCKDOWNS)


@cache
def public_holidays(year: int) -> frozenset[dt.date]:
    """Public holidays of Baden-Württemberg."""
    return frozenset(holidays.country_holidays("DE", subdiv="BW", years=year))


def is_workday(day: dt.date) -> bool:
    """Monday to Friday and no public holiday."""
    return day.weekday() < 5 and day not in public_holidays(day.year)


def load_of(day: dt.date) -> float:
    """How many talks a day has against a common one; 0 on Sundays and public holidays."""
    if day in public_holidays(day.year):
        return 0.0
    load = _WEEKDAYS[day.weekday()] * _MONTHS[day.month - 1]
    if (day.month, day.day) >= (12, 24) or (day.month, day.day) <= (1, 5):
        load *= _BRIDGE
    return load * _LOCKDOWN_LOAD if is_lockdown(day) else load


def capacity_on(day: dt.date) -> float:
    """How many counsellors there are against the later 1,200: the posts were filled within a year and a half.

    While the Soforthilfe paid for more posts, there were more.
    """
    filled = (day - _POSTS_BEGIN).days / (_POSTS_FILLED - _POSTS_BEGIN).days
    capacity = min(1.0, _POSTS_AT_FIRST + (1 - _POSTS_AT_FIRST) * filled)
    return capacity * (_MORE_POSTS if _MORE_POSTS_TIME[0] <= day <= _MORE_POSTS_TIME[1] else 1.0)


def months(first: dt.date, last: dt.date) -> list[list[dt.date]]:
    """The days from first to last, month by month."""
    found: list[list[dt.date]] = []
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        day = dt.date.fromordinal(ordinal)
        if not found or found[-1][-1].month != day.month:
            found.append([])
        found[-1].append(day)
    return found
