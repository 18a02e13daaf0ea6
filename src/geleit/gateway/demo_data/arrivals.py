"""When families and single people came to counselling, to which team, and until when they stayed."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from random import Random

from geleit.casework.choices import EndReason
from geleit.casework.rules import PERIOD_YEARS, period_end
from geleit.clients.choices import InterpretingNeed
from geleit.gateway.demo_data import communities
from geleit.gateway.demo_data.chance import deck, dice, shares
from geleit.gateway.demo_data.communities import COMMUNITIES, Community
from geleit.gateway.demo_data.scale import FIRST_DAY
from geleit.gateway.demo_data.stories import Story
from geleit.gateway.demo_data.units import Team, Unit
from geleit.gateway.demo_data.workdays import is_workday, months

# Newcomers by year: many at once in the beginning, few in the pandemic, many again from 2022.
_NEWCOMERS = {
    2017: 1.35,
    2018: 1.05,
    2019: 0.8,
    2020: 0.6,
    2021: 0.6,
    2022: 1.65,
    2023: 1.6,
    2024: 1.3,
    2025: 1.2,
}
_NEWCOMERS_LATER = 1.1

_TO_THE_END, _EXTENDED = 0.72, 0.06
_AT_THE_END = deck(
    {EndReason.PERIOD_OVER: 45, EndReason.SERVICES_SUFFICE: 30, EndReason.GOALS_REACHED: 25}
)
_BEFORE_THE_END = deck(
    {EndReason.MOVED: 350, EndReason.NO_CONTACT: 300, EndReason.SERVICES_SUFFICE: 130, EndReason.GOALS_REACHED: 120,
     EndReason.DECLINED: 60, EndReason.LEFT_COUNTRY: 35, EndReason.DIED: 5}, 1_000,
)  # fmt: skip
# A file that should have been closed some weeks ago: the day page must show it as overdue.
_OVERDUE_DAYS, _OVERDUE_SHARE = 45, 0.25
_COMES_BACK = 0.05
_NEED = deck({InterpretingNeed.NEEDED: 44, InterpretingNeed.HELPFUL: 26, InterpretingNeed.NOT_NEEDED: 18,
              InterpretingNeed.NOT_STATED: 12})  # fmt: skip
# How much more some are counselled than others.
_INTENSITY = (0.3, 0.5, 0.7, 1.0, 1.0, 1.3, 1.7, 2.5, 4.0)
_TWO_ADULTS, _TWO_ADULTS_UKRAINE = 0.78, 0.45
_CHILD_COMES_LATER = 0.15
_MUNICIPALITY_NOT_STATED = 0.03
_GOLDEN_RATIO = (5**0.5 - 1) / 2


def plan_units(
    seed: int, teams: list[Team], quotas: list[int], today: dt.date, stories: dict[int, list[Story]]
) -> list[Unit]:
    """All units, in the order in which they came; clients get their numbers in that order.

    `quotas` says how many people each team counsels in all, `stories` the written ones among them, by team.
    """
    days = _days_of_coming(today)
    found: list[Unit] = []
    for place, (team, quota) in enumerate(zip(teams, quotas, strict=True)):
        throw = dice(seed, "units", place)
        told = [
            _of_story(number, story, place, team, today)
            for number, story in enumerate(stories.get(team.id, []))
        ]
        found += told
        found += _units_of(throw, place, team, quota - sum(unit.size for unit in told), days, today)
    found.sort(key=lambda unit: (unit.start, unit.team))
    number = 1
    for unit in found:
        unit.first_client = number
        number += unit.size
    back = dice(seed, "come back")
    found += [again for unit in found if (again := _later_case(back, unit, today))]
    return found


def _days_of_coming(today: dt.date) -> list[int]:
    """Cards to draw the first day of counselling from."""
    cards: list[int] = []
    for days in months(FIRST_DAY, today):
        open_days = [day.toordinal() for day in days if is_workday(day)]
        # In 2017 there were seven months to come in.
        parts = 7 if days[0].year == FIRST_DAY.year else 12
        weight = _NEWCOMERS.get(days[0].year, _NEWCOMERS_LATER) / parts * len(days) / 30.4
        if open_days:
            picks = shares(round(weight * 3_000), [1.0] * len(open_days))
            cards += [
                day for day, times in zip(open_days, picks, strict=True) for _ in range(times)
            ]
    return cards


def _units_of(
    throw: Random, place: int, team: Team, people: int, days: list[int], today: dt.date
) -> Iterator[Unit]:
    # Spread evenly, whatever their number: a small team shall not be empty today by chance.
    place_in_time = throw.random()
    while people > 0:
        place_in_time = (place_in_time + _GOLDEN_RATIO) % 1
        start = days[int(place_in_time * len(days))]
        community = _community(throw, dt.date.fromordinal(start))
        size = 1
        if throw.random() < community.families:
            size = min(throw.choice(communities.family_sizes(community.is_ukraine)), people)
        people -= size
        yield _unit(throw, place, team, community, size, start, today)


def _community(throw: Random, day: dt.date) -> Community:
    cards = communities.units_by_community(day.year)
    while True:
        community = throw.choice(cards)
        if not community.is_ukraine or day >= communities.UKRAINE_FROM:
            return community


def _unit(
    throw: Random,
    place: int,
    team: Team,
    community: Community,
    size: int,
    start: int,
    today: dt.date,
) -> Unit:
    tongue = throw.choice(communities.tongues_of(community))
    end, ends_on, reason = _ending(throw, start, today)
    two = _TWO_ADULTS_UKRAINE if community.is_ukraine else _TWO_ADULTS
    unit = Unit(
        team=place,
        counsellor=throw.choice(team.counsellors),
        community=COMMUNITIES.index(community),
        tongue=tongue.code,
        names=tongue.names,
        size=size,
        adults=1 if size == 1 else 1 + (throw.random() < two),
        start=start,
        end=end,
        ends_on=ends_on,
        reason=reason,
        need=throw.choice(_NEED).value,
        intensity=throw.choice(_INTENSITY),
        municipality=0
        if throw.random() < _MUNICIPALITY_NOT_STATED
        else throw.choice(team.municipalities),
    )
    if size > 2 and throw.random() < _CHILD_COMES_LATER:
        unit.late_from = throw.randint(start, end)
    return unit


def _ending(throw: Random, start: int, today: dt.date) -> tuple[int, int, str]:
    """Last day of counselling, last day of the period, and why it ended ('' while it goes on)."""
    ends_on = period_end(dt.date.fromordinal(start)).toordinal()
    chance = throw.random()
    now = today.toordinal()
    if chance < _TO_THE_END + _EXTENDED:
        if chance > _TO_THE_END:
            ends_on += 365
        end, reason = ends_on - throw.randint(0, 20), throw.choice(_AT_THE_END)
        if now - _OVERDUE_DAYS < end < now and throw.random() < _OVERDUE_SHARE:
            end = now
    else:
        end, reason = throw.randint(start + 14, ends_on), throw.choice(_BEFORE_THE_END)
    return (now, ends_on, "") if end >= now else (end, ends_on, reason.value)


def _later_case(throw: Random, unit: Unit, today: dt.date) -> Unit | None:
    """A second period of somebody who comes back at least half a year after the first one ended."""
    now = today.toordinal()
    if unit.is_open or unit.end + 200 > now or throw.random() > _COMES_BACK:
        return None
    start = throw.randint(unit.end + 190, now - 5)
    end, ends_on, reason = _ending(throw, start, today)
    return replace(
        unit, start=start, end=end, ends_on=ends_on, reason=reason, late_from=0, comes_back=True
    )


def _of_story(number: int, story: Story, place: int, team: Team, today: dt.date) -> Unit:
    """The unit of a written story: open today, its period ends in so many days."""
    now = today.toordinal()
    ends_on = now + story.period_ends_in
    start = _start_of_period(dt.date.fromordinal(ends_on)).toordinal()
    community = next(
        i for i, each in enumerate(COMMUNITIES) if each.citizenship == story.citizenship
    )
    return Unit(
        team=place,
        counsellor=team.counsellors[0],
        community=community,
        tongue=story.tongue,
        names="",
        size=len(story.people),
        adults=story.adults,
        start=start,
        end=now,
        ends_on=period_end(dt.date.fromordinal(start)).toordinal(),
        reason="",
        need=story.need,
        intensity=story.intensity,
        municipality=team.municipalities[0],
        story=number,
    )


def _start_of_period(last: dt.date) -> dt.date:
    """The day on which a counselling period began that ends on this day."""
    following = last + dt.timedelta(days=1)
    if (following.month, following.day) == (2, 29):
        following = following.replace(day=28)
    return following.replace(year=following.year - PERIOD_YEARS)
