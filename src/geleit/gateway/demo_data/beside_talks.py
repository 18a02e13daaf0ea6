"""Short contacts without a file and group events, month by month."""

import datetime as dt
from bisect import bisect
from itertools import accumulate
from random import Random

from geleit.casework.choices import Channel
from geleit.gateway.demo_data import tables, talk_mix
from geleit.gateway.demo_data.chance import deck, dice
from geleit.gateway.demo_data.tables import Batch
from geleit.gateway.demo_data.talk_mix import Funding
from geleit.gateway.demo_data.talks import MonthPlan, load_by_day
from geleit.gateway.demo_data.units import Setting, Team
from geleit.gateway.demo_data.workdays import is_lockdown

_SHORT_CONTACTS_PER_TALK = 0.07
_CHANNELS = deck(
    {Channel.OFFICE.value: 50, Channel.PHONE.value: 30, Channel.MESSAGE.value: 18, "": 2}, 100
)
_LANGUAGES = deck({"de": 55, "ar": 14, "uk": 8, "prs": 6, "ru": 4, "tr": 4, "en": 6, "": 3}, 100)
_MINUTES = deck({5: 50, 10: 40, 15: 10}, 100)

_EVENTS_PER_TEAM = 0.6
_EVENTS_IN_LOCKDOWN = 0.05
_EVENTS = (
    ("Café Miteinander", "participation", 12, 80),
    ("Sprachtreff", "language", 5, 18),
    ("Kochabend", "participation", 6, 20),
    ("Informationsabend Wohnen", "housing", 8, 35),
    ("Bewerbungstraining", "work", 4, 12),
    ("Frauenfrühstück", "participation", 5, 16),
    ("Fahrradwerkstatt", "participation", 4, 15),
    ("Elternabend Kita und Schule", "school_children", 8, 30),
    ("Gartenzaungespräche", "services", 3, 14),
)


def beside_talks(setting: Setting, lines: list[Funding], plan: MonthPlan, batch: Batch) -> None:
    """Add the month's short contacts and group events."""
    throw = dice(setting.seed, "beside talks", plan.days[0])
    by_day = list(accumulate(load_by_day(plan.days, setting.today)))
    if not by_day[-1]:
        return
    for _ in range(round(plan.count * _SHORT_CONTACTS_PER_TALK)):
        _add_short_contact(
            batch, throw, lines, throw.choice(setting.teams), _draw(throw, plan, by_day)
        )
    for team in setting.teams:
        day = _draw(throw, plan, by_day)
        if throw.random() < (
            _EVENTS_IN_LOCKDOWN if is_lockdown(day) else _EVENTS_PER_TEAM * len(plan.days) / 30
        ):
            _add_event(batch, throw, lines, team, day)


def _draw(throw: Random, plan: MonthPlan, by_day: list[float]) -> dt.date:
    return plan.days[bisect(by_day, throw.random() * by_day[-1])]


def _who(throw: Random, team: Team, day: dt.date) -> int:
    who = throw.choice(team.counsellors)
    return who if team.joined[who] <= day.toordinal() else team.counsellors[0]


def _line(throw: Random, lines: list[Funding], day: dt.date) -> str | None:
    drawn = throw.choice(talk_mix.funding(lines, day, is_ukraine=False))
    return drawn if drawn.isdecimal() else None


def _add_short_contact(
    batch: Batch, throw: Random, lines: list[Funding], team: Team, day: dt.date
) -> None:
    topic = throw.choice(talk_mix.topics(0, is_family=False))
    batch.add(
        tables.SHORT_CONTACTS, day, throw.choice(_MINUTES), throw.choice(_CHANNELS), "", [topic] if topic else [],
        throw.choice(_LANGUAGES), f"{day} 12:00", _who(throw, team, day), _line(throw, lines, day),
        team.organisation_id, team.id,
    )  # fmt: skip


def _add_event(batch: Batch, throw: Random, lines: list[Funding], team: Team, day: dt.date) -> None:
    title, topic, fewest, most = throw.choice(_EVENTS)
    batch.add(
        tables.GROUP_EVENTS, title, throw.randint(fewest, most), day, throw.choice((60, 90, 120, 180)),
        Channel.OFFICE.value, throw.choice(("Gemeindehaus", "Familienzentrum", "Stadtbücherei", "")), [topic], "de",
        f"{day} 16:30", _who(throw, team, day), _line(throw, lines, day), team.organisation_id, team.id,
    )  # fmt: skip
