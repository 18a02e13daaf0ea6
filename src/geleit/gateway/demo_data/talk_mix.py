"""How talks are held and what about: shares by time, by who comes and by how long they have been coming.

Topics after the published yearly figures (DOMAIN § 1.8): housing, language, work and residence lead; families ask more
about children, newcomers more about letters and livelihood, later on work and training come up.
"""

import datetime as dt
from dataclasses import dataclass
from functools import cache

from geleit.casework.choices import Channel, Interpreting
from geleit.clients.choices import InterpretingNeed
from geleit.gateway.demo_data.chance import deck
from geleit.gateway.demo_data.workdays import PANDEMIC, is_lockdown

_CHANNELS = {Channel.OFFICE: 45, Channel.HOME_VISIT: 13, Channel.ACCOMPANIMENT: 6, Channel.PHONE: 19, Channel.VIDEO: 1,
             Channel.MESSAGE: 11, Channel.LETTER: 3, Channel.NOT_STATED: 2}  # fmt: skip
_CHANNELS_PANDEMIC = {Channel.OFFICE: 32, Channel.HOME_VISIT: 8, Channel.ACCOMPANIMENT: 4, Channel.PHONE: 32,
                      Channel.VIDEO: 3, Channel.MESSAGE: 16, Channel.LETTER: 3, Channel.NOT_STATED: 2}  # fmt: skip
_CHANNELS_LOCKDOWN = {Channel.OFFICE: 13, Channel.HOME_VISIT: 4, Channel.ACCOMPANIMENT: 2, Channel.PHONE: 51,
                      Channel.VIDEO: 6, Channel.MESSAGE: 19, Channel.LETTER: 3, Channel.NOT_STATED: 2}  # fmt: skip

_TOPICS = {"housing": 19, "language": 17, "work": 13, "residence": 13, "authorities": 11, "livelihood": 8, "health": 7,
           "training": 5, "school_children": 2, "participation": 3, "services": 3, "": 3}  # fmt: skip
_FAMILY = {"school_children": 5.0}
_BEGINNING = {"authorities": 1.6, "livelihood": 1.6, "housing": 1.2, "work": 0.5, "training": 0.4}
_LATER = {"work": 1.4, "training": 1.5, "authorities": 0.9, "participation": 1.3}
_BEGINNING_DAYS = 180

MINUTES = deck({45: 30, 30: 22, 60: 20, 20: 12, 15: 6, 90: 5, 10: 3, 120: 1}, 200)
SHORT_MINUTES = deck({20: 40, 10: 30, 15: 15, 30: 12, 5: 3}, 200)

_WITH_HELP = {Interpreting.VOLUNTEER: 26, Interpreting.FAMILY: 22, Interpreting.STAFF: 14, Interpreting.APP: 10,
              Interpreting.PROFESSIONAL: 11, Interpreting.PHONE: 9, Interpreting.NONE: 5,
              Interpreting.NOT_STATED: 3}  # fmt: skip
_SOMETIMES = {Interpreting.NONE: 52, Interpreting.FAMILY: 14, Interpreting.VOLUNTEER: 12, Interpreting.APP: 10,
              Interpreting.STAFF: 6, Interpreting.PHONE: 3, Interpreting.NOT_STATED: 3}  # fmt: skip
WITH_HELP, SOMETIMES = (
    deck({who.value: weight for who, weight in weights.items()}, 100)
    for weights in (_WITH_HELP, _SOMETIMES)
)
# In German: by need for interpreting, at the beginning and later.
SPEAKS_GERMAN = {
    InterpretingNeed.NEEDED.value: (0.12, 0.22),
    InterpretingNeed.HELPFUL.value: (0.4, 0.6),
    InterpretingNeed.NOT_NEEDED.value: (0.95, 1.0),
    InterpretingNeed.NOT_STATED.value: (0.45, 0.65),
}

PLACES: dict[str, tuple[str, ...]] = {
    Channel.OFFICE.value: ("", "", "Rathaus, Zimmer 12", "Beratungsstelle", "Beratungsraum"),
    Channel.HOME_VISIT.value: ("", "Unterkunft Musterstraße", "Wohnung"),
    Channel.ACCOMPANIMENT.value: ("Jobcenter", "Arztpraxis", "Musterschule", "Bürgerbüro", "Bank"),
}
NO_PLACE = ("",)


@dataclass(frozen=True)
class Funding:
    """A funding line as the database knows it; the upper bound is exclusive."""

    id: int
    code: str
    valid_from: dt.date
    valid_until: dt.date | None

    def is_valid(self, day: dt.date) -> bool:
        return self.valid_from <= day and (self.valid_until is None or day < self.valid_until)


_FUNDED_OTHERS = {"im-vwv": 93, "eigenmittel": 3, "soforthilfe-im": 2, "psychosozial": 1}
_FUNDED_UKRAINE = {
    "im-vwv": 52,
    "eigenmittel": 2,
    "soforthilfe-im": 32,
    "welcome-im": 11,
    "psychosozial": 3,
}
_FUNDING_NOT_STATED = 2


def channels(day: dt.date) -> list[str]:
    """Cards for the channel of a talk on that day."""
    in_pandemic = PANDEMIC[0] <= day <= PANDEMIC[1]
    return _channels("lockdown" if is_lockdown(day) else "pandemic" if in_pandemic else "usual")


@cache
def _channels(time: str) -> list[str]:
    weights = {"usual": _CHANNELS, "pandemic": _CHANNELS_PANDEMIC, "lockdown": _CHANNELS_LOCKDOWN}[
        time
    ]
    return [channel.value for channel in deck(weights, 200)]


def topics(days_since_start: int, *, is_family: bool) -> list[str]:
    """Cards for the main topic of a talk."""
    return _topics(days_since_start < _BEGINNING_DAYS, is_family)


@cache
def _topics(is_beginning: bool, is_family: bool) -> list[str]:
    times = (_BEGINNING if is_beginning else _LATER) | (_FAMILY if is_family else {})
    return deck({topic: weight * times.get(topic, 1) for topic, weight in _TOPICS.items()}, 400)


def known_topics() -> set[str]:
    return set(_TOPICS) - {""}


def funding_codes() -> set[str]:
    return set(_FUNDED_OTHERS) | set(_FUNDED_UKRAINE)


def funding(lines: list[Funding], day: dt.date, *, is_ukraine: bool) -> list[str]:
    """Cards for the funding line of a talk on that day, as COPY writes them: only lines that are valid."""
    weights = _FUNDED_UKRAINE if is_ukraine else _FUNDED_OTHERS
    valid = {str(line.id): float(weights.get(line.code, 0)) for line in lines if line.is_valid(day)}
    return deck(
        {key: weight for key, weight in valid.items() if weight} | {"\\N": _FUNDING_NOT_STATED}, 200
    )
