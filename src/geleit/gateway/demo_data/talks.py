"""The talks of one month: who came when, how and about what, with participations and notes."""

import datetime as dt
from bisect import bisect
from dataclasses import dataclass
from itertools import accumulate

from geleit.casework.choices import Channel, Interpreting, PlannedOutcome
from geleit.clients.choices import InterpretingNeed
from geleit.gateway.demo_data import notes, tables, talk_mix
from geleit.gateway.demo_data.chance import dice
from geleit.gateway.demo_data.communities import COMMUNITIES
from geleit.gateway.demo_data.stories import STORIES, Appointment
from geleit.gateway.demo_data.tables import Batch, day_text
from geleit.gateway.demo_data.talk_mix import Funding
from geleit.gateway.demo_data.units import Setting, Team, Unit
from geleit.gateway.demo_data.workdays import is_workday, load_of

# On the day of the load only the morning has been; the rest of the day is still planned.
TODAYS_LOAD = 0.45
# So many days back the day page shows what became of a planned talk.
PLANNED_PAST_DAYS = 14

_BRIEF = {Channel.PHONE.value, Channel.MESSAGE.value, Channel.LETTER.value}
_BY_APPOINTMENT = {
    Channel.OFFICE.value,
    Channel.HOME_VISIT.value,
    Channel.ACCOMPANIMENT.value,
    Channel.PHONE.value,
}
_NULL = "\\N"
_CLOCK = [f"{minute // 60:02d}:{minute % 60:02d}" for minute in range(24 * 60)]
_SLOTS = [slot for hour in range(8, 18) for slot in range(hour * 60, hour * 60 + 60, 15)
          for _ in range(1 if hour in (12, 13, 17) else 3)]  # fmt: skip
_MORNING = list(range(480, 570, 15))
_FAMILY = 1.4
_COLLEAGUE = 0.12
_NOTE = 0.6
_NOT_COUNTED, _VOIDED = 0.015, 0.0015
_PLANNED_BEFORE = 0.5


@dataclass(frozen=True)
class MonthPlan:
    """Which days, how many talks, and the number of the first one."""

    days: tuple[dt.date, ...]
    count: int
    first_id: int


@dataclass
class Day:
    """What is the same for all talks of a day."""

    ordinal: int
    text: str
    channels: list[str]
    funding: list[str]
    funding_ukraine: list[str]


@dataclass(frozen=True, slots=True)
class _Talk:
    """A talk to be written: when and with whom; an appointment only if it was written beforehand."""

    day: int
    minute: int
    unit: Unit
    appointment: Appointment | None = None


def load_by_day(days: tuple[dt.date, ...], today: dt.date) -> list[float]:
    """How many talks each day of a month takes, against a common day."""
    return [load_of(day) * (TODAYS_LOAD if day == today else 1.0) for day in days]


def weight_of(unit: Unit, first: int, last: int) -> float:
    """How much of a month's talks goes to a unit: by its intensity and the days it is counselled in the month."""
    intensity = unit.intensity * (_FAMILY if unit.size > 1 else 1.0)
    return intensity * (min(unit.end, last) - max(unit.start, first) + 1)


def talks_of_month(setting: Setting, lines: list[Funding], plan: MonthPlan, batch: Batch) -> None:
    """Add the month's talks to the batch, in the order in which they took place."""
    writer = _Writer(setting, lines, plan, batch)
    for number, talk in enumerate(writer.choose(plan.count), start=plan.first_id):
        writer.write(number, talk)


class _Writer:
    """Draws and writes one month. Holds what is looked up again and again."""

    def __init__(
        self, setting: Setting, lines: list[Funding], plan: MonthPlan, batch: Batch
    ) -> None:
        self.throw = dice(setting.seed, "talks", plan.days[0])
        self.random = self.throw.random
        self.setting, self.plan, self.batch = setting, plan, batch
        self.today = setting.today.toordinal()
        self.days = {day.toordinal(): _day(day, lines) for day in plan.days}

    def choose(self, count: int) -> list[_Talk]:
        """So many talks, by day and time of day; those written beforehand are among them."""
        first, last = self.plan.days[0].toordinal(), self.plan.days[-1].toordinal()
        active = [unit for unit in self.setting.units if unit.start <= last and unit.end >= first]
        by_unit = list(accumulate(weight_of(unit, first, last) for unit in active))
        by_day = list(accumulate(load_by_day(self.plan.days, self.setting.today)))
        chosen = self._written_beforehand(active)[:count]
        while len(chosen) < count:
            for unit in self.throw.choices(active, cum_weights=by_unit, k=count - len(chosen)):
                day = first + bisect(by_day, self.random() * by_day[-1])
                if unit.start <= day <= unit.end:
                    slots = _MORNING if day == self.today else _SLOTS
                    chosen.append(_Talk(day, slots[int(self.random() * len(slots))], unit))
        chosen.sort(key=lambda talk: (talk.day, talk.minute))
        return chosen

    def _written_beforehand(self, active: list[Unit]) -> list[_Talk]:
        """Today's talks of the stories that have been held already; on a day off nobody works."""
        if self.setting.today not in self.plan.days or not is_workday(self.setting.today):
            return []
        told = [(unit, STORIES[unit.story].today) for unit in active if unit.story >= 0]
        return [
            _Talk(self.today, _minute(what.at), unit, what)
            for unit, what in told
            if what and what.is_held
        ]

    def write(self, number: int, talk: _Talk) -> None:
        """Add the talk's rows."""
        unit, day, random = talk.unit, self.days[talk.day], self.random
        team = self.setting.teams[unit.team]
        channel = (
            talk.appointment.channel.value if talk.appointment else _card(day.channels, random())
        )
        topic, topics = self._topics(unit, talk.day)
        main = topic if random() > 0.05 else ""
        language, interpreting = self._language(unit, talk.day)
        members = self._members(unit, talk.day)
        counsellor = self._counsellor(unit, team, talk.day)
        household = unit.household if len(members) > 1 else _NULL
        recorded = self._recorded(talk.day, talk.minute)
        started = _CLOCK[talk.minute] if random() > 0.18 or talk.appointment else _NULL
        places = talk_mix.PLACES.get(channel, talk_mix.NO_PLACE)
        rows = self.batch.lines
        rows[tables.SESSIONS.name].append(
            f"{number}\t{day.text}\t{self._minutes(channel)}\t{channel}\t{_card(places, random())}\t{{{topics}}}\t"
            f"{language}\t{recorded}\t{started}\t{main}\t{interpreting}\t{'f' if random() < _NOT_COUNTED else 't'}\t"
            f"{recorded if random() < _VOIDED else _NULL}\t1\t{counsellor}\t{self._funding(unit, day)}\t{household}\t"
            f"{team.organisation_id}\t{team.id}\n"
        )
        tail = f"\t{number}\t{team.id}\t{team.organisation_id}\t{day.text}\n"
        rows[tables.PARTICIPATIONS.name] += [f"{member}{tail}" for member in members]
        if random() < _NOTE:
            self._add_note(number, team, topic, counsellor, recorded)
        is_recent = talk.day > self.today - PLANNED_PAST_DAYS
        may_be_planned = is_recent and channel in _BY_APPOINTMENT
        if talk.appointment or (may_be_planned and random() < _PLANNED_BEFORE):
            self._add_planned(number, talk, team, counsellor, channel, topic)

    def _add_note(
        self, number: int, team: Team, topic: str, counsellor: int, recorded: str
    ) -> None:
        text = notes.note(self.throw, topic)
        self.batch.lines[tables.NOTES.name].append(
            f"{number}\t{team.id}\t{text}\t1\t{counsellor}\t{recorded}\n"
        )

    def _topics(self, unit: Unit, day: int) -> tuple[str, str]:
        """The main topic and all of them as an array's content."""
        cards = talk_mix.topics(day - unit.start, is_family=unit.size > 1)
        main, chance = _card(cards, self.random()), self.random()
        if not main or chance < 0.45:
            return main, main
        others = [_card(cards, self.random()) for _ in range(1 if chance < 0.85 else 2)]
        return main, ",".join(dict.fromkeys([main, *filter(None, others)]))

    def _language(self, unit: Unit, day: int) -> tuple[str, str]:
        """Language of the talk and who interpreted."""
        early, later = talk_mix.SPEAKS_GERMAN[unit.need]
        chance = self.random()
        if chance < (later if day - unit.start > 365 else early):
            return "de", Interpreting.NONE.value if chance > 0.02 else ""
        if chance > 0.98:
            return "", ""
        needed = unit.need == InterpretingNeed.NEEDED.value
        return unit.tongue, _card(
            talk_mix.WITH_HELP if needed else talk_mix.SOMETIMES, self.random()
        )

    def _members(self, unit: Unit, day: int) -> list[int]:
        """Who took part: one adult, both, one with a child, or the family, six at most."""
        first = unit.first_client
        if unit.size == 1:
            return [first]
        present, chance = unit.members_on(day), self.random()
        if chance < 0.42 or present == 1:
            return [first + int(self.random() * unit.adults)]
        if chance < 0.66:
            return [first, first + 1]
        if chance < 0.8:
            return [first, first + 1 + int(self.random() * (present - 1))]
        return [first + place for place in range(min(present, 6))]

    def _counsellor(self, unit: Unit, team: Team, day: int) -> int:
        who = unit.counsellor
        if self.random() < _COLLEAGUE and unit.story < 0:
            who = team.counsellors[int(self.random() * len(team.counsellors))]
        return who if team.joined[who] <= day else team.counsellors[0]

    def _recorded(self, day: int, minute: int) -> str:
        """Mostly an hour after the beginning, sometimes days later, never after today."""
        chance = self.random()
        if chance < 0.15 and day < self.today:
            return f"{day_text(min(day + 1 + int(chance * 30), self.today))} 08:{int(chance * 300):02d}"
        return f"{self.days[day].text} {_CLOCK[minute + 50]}"

    def _minutes(self, channel: str) -> int | str:
        if self.random() < 0.03:
            return _NULL
        return _card(
            talk_mix.SHORT_MINUTES if channel in _BRIEF else talk_mix.MINUTES, self.random()
        )

    def _funding(self, unit: Unit, day: Day) -> str:
        is_ukraine = COMMUNITIES[unit.community].is_ukraine
        return _card(day.funding_ukraine if is_ukraine else day.funding, self.random())

    def _add_planned(
        self, number: int, talk: _Talk, team: Team, counsellor: int, channel: str, topic: str
    ) -> None:
        """The appointment this talk came from."""
        unit, what = talk.unit, talk.appointment
        is_family = unit.size > 1 and self.random() < 0.5
        self.batch.add(
            tables.PLANNED, team.id, counsellor, f"{day_text(talk.day)} {_CLOCK[talk.minute]}",
            what.minutes if what else 45, None if is_family else unit.first_client,
            unit.household if is_family else None, channel, what.place if what else "",
            what.subject if what else self.throw.choice(notes.SUBJECTS[topic]), PlannedOutcome.HELD.value, number,
        )  # fmt: skip


def _card(cards: list[str] | tuple[str, ...] | list[int], chance: float) -> str:
    return cards[int(chance * len(cards))]  # type: ignore[return-value]


def _day(day: dt.date, lines: list[Funding]) -> Day:
    return Day(
        ordinal=day.toordinal(),
        text=day.isoformat(),
        channels=talk_mix.channels(day),
        funding=talk_mix.funding(lines, day, is_ukraine=False),
        funding_ukraine=talk_mix.funding(lines, day, is_ukraine=True),
    )


def _minute(clock: str) -> int:
    hour, minute = clock.split(":")
    return int(hour) * 60 + int(minute)
