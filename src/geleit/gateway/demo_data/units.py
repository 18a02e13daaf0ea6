"""Teams and the families and single people they counsel: the frame everything else hangs on.

Handed to the processes that invent people and talks, so nothing here may need a database.
"""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Team:
    """A team as the database knows it, with its counsellors and the day each of them joined."""

    id: int
    organisation_id: int
    county: str
    name: str
    counsellors: tuple[int, ...]
    joined: dict[int, int]
    municipalities: tuple[int, ...]


@dataclass(slots=True)
class Unit:
    """Who is counselled together in one period. Days are ordinals; clients have consecutive numbers.

    `end` is the last day of counselling, today if it goes on; `ends_on` the last day of the period.
    """

    team: int
    counsellor: int
    community: int
    tongue: str
    names: str
    size: int
    adults: int
    start: int
    end: int
    ends_on: int
    reason: str
    need: str
    intensity: float
    municipality: int
    late_from: int = 0
    first_client: int = 0
    comes_back: bool = False
    story: int = -1

    @property
    def is_open(self) -> bool:
        return not self.reason

    @property
    def household(self) -> int:
        """Households take the number of their first member; single people have none."""
        return self.first_client if self.size > 1 else 0

    def members_on(self, day: int) -> int:
        """How many of them are there: the youngest may have come later."""
        return self.size - 1 if self.late_from > day else self.size


@dataclass(frozen=True)
class Setting:
    """What a process needs to know to invent people and talks."""

    seed: int
    today: dt.date
    teams: list[Team]
    units: list[Unit]
