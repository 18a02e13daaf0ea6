"""Planned talks: what is on each counsellor's pages today and in the next two weeks, and what fell through lately."""

import datetime as dt
from collections import defaultdict
from random import Random

from geleit.casework.choices import Channel, PlannedOutcome
from geleit.gateway.demo_data import notes, tables
from geleit.gateway.demo_data.chance import deck, dice
from geleit.gateway.demo_data.stories import OPEN_HOURS, STORIES, Appointment
from geleit.gateway.demo_data.tables import Batch
from geleit.gateway.demo_data.talks import PLANNED_PAST_DAYS
from geleit.gateway.demo_data.units import Setting, Team, Unit
from geleit.gateway.demo_data.workdays import is_workday

DAYS_AHEAD = 14
_TODAY = (1, 2, 2, 3)
_SOON, _LATER = (0, 1, 2, 2, 3), (0, 0, 1, 1, 2)
_SOON_DAYS = 4
_HOURS = ("10:00", "10:45", "11:30", "13:00", "14:00", "14:45", "15:30", "16:15")
_CHANNELS = deck({Channel.OFFICE.value: 60, Channel.HOME_VISIT.value: 18, Channel.PHONE.value: 14,
                  Channel.ACCOMPANIMENT.value: 8}, 100)  # fmt: skip
_OPEN_HOURS_SHARE = 0.08
_NO_SHOW, _CANCELLED = 0.1, 0.07


def add_plans(batch: Batch, setting: Setting, busy_every_day: set[int]) -> None:
    """Add planned talks for everybody.

    Whoever is in `busy_every_day` has some today even on a Sunday: a demo is looked at on any day.
    """
    by_counsellor: dict[int, list[Unit]] = defaultdict(list)
    for unit in setting.units:
        if unit.is_open:
            by_counsellor[unit.counsellor].append(unit)
    for team in setting.teams:
        for counsellor in team.counsellors:
            _Pages(batch, setting, team, counsellor, by_counsellor[counsellor]).fill(
                also_on_days_off=counsellor in busy_every_day
            )


class _Pages:
    """One counsellor's diary."""

    def __init__(
        self, batch: Batch, setting: Setting, team: Team, counsellor: int, units: list[Unit]
    ) -> None:
        self.batch, self.team, self.counsellor, self.units = batch, team, counsellor, units
        self.today = setting.today
        self.throw: Random = dice(setting.seed, "plans", counsellor)

    def fill(self, *, also_on_days_off: bool) -> None:
        written = [unit for unit in self.units if unit.story >= 0]
        if written:
            self._write_today(written)
        for offset in range(1 if written else 0, DAYS_AHEAD + 1):
            day = self.today + dt.timedelta(days=offset)
            if is_workday(day) or (offset == 0 and also_on_days_off):
                counts = _TODAY if offset == 0 else _SOON if offset <= _SOON_DAYS else _LATER
                self._fill_day(day, self.throw.choice(counts))
        self._fall_through()

    def _write_today(self, written: list[Unit]) -> None:
        """The day of the demo counsellor; on a working day the first talk has been held and is there already."""
        for unit in written:
            what = STORIES[unit.story].today
            if what and not (what.is_held and is_workday(self.today)):
                self._add(self.today, what, unit)
        self._add(self.today, OPEN_HOURS, None)

    def _fill_day(self, day: dt.date, count: int) -> None:
        for clock in sorted(self.throw.sample(_HOURS, count)):
            if self.throw.random() < _OPEN_HOURS_SHARE or not self.units:
                self._add(day, OPEN_HOURS, None, clock)
            else:
                self._add(day, self._appointment(clock), self.throw.choice(self.units))

    def _appointment(self, clock: str) -> Appointment:
        channel = Channel(self.throw.choice(_CHANNELS))
        topic = self.throw.choice(list(notes.SUBJECTS))
        subject = self.throw.choice(notes.SUBJECTS[topic]) if topic else ""
        place = "Beratungsstelle" if channel == Channel.OFFICE else ""
        return Appointment(clock, channel, subject, place, self.throw.choice((30, 45, 60)))

    def _fall_through(self) -> None:
        """Appointments of the past days to which nobody came, or that were cancelled."""
        for offset in range(1, PLANNED_PAST_DAYS):
            day, chance = self.today - dt.timedelta(days=offset), self.throw.random()
            if is_workday(day) and chance < _NO_SHOW + _CANCELLED and self.units:
                outcome = PlannedOutcome.NO_SHOW if chance < _NO_SHOW else PlannedOutcome.CANCELLED
                self._add(
                    day, self._appointment("16:15"), self.throw.choice(self.units), outcome=outcome
                )

    def _add(
        self,
        day: dt.date,
        what: Appointment,
        unit: Unit | None,
        clock: str = "",
        outcome: PlannedOutcome = PlannedOutcome.PLANNED,
    ) -> None:
        as_household = (
            unit is not None and unit.size > 1 and (unit.story >= 0 or self.throw.random() < 0.5)
        )
        self.batch.add(
            tables.PLANNED, self.team.id, self.counsellor, f"{day} {clock or what.at}", what.minutes,
            unit.first_client if unit and not as_household else None,
            unit.household if unit and as_household else None,
            what.channel.value, what.place, what.subject, outcome.value, None,
        )  # fmt: skip
