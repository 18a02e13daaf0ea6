"""Dated residence statuses of a family: what their papers said one after the other, and until when."""

import datetime as dt
from functools import cache
from random import Random
from typing import NamedTuple

from geleit.clients.choices import ResidenceKind as Kind
from geleit.gateway.demo_data.chance import deck
from geleit.gateway.demo_data.communities import Community

# For how many days a paper is usually made out.
_TERMS: dict[Kind, tuple[int, ...]] = {
    Kind.REFUGEE: (1095,),
    Kind.ASYLUM: (1095,),
    Kind.RESETTLEMENT: (1095,),
    Kind.SUBSIDIARY: (365, 730, 730),
    Kind.REMOVAL_BAN: (365,),
    Kind.INTEGRATION: (730,),
    Kind.CHANCE: (548,),
    Kind.PERMISSION_TO_STAY: (182,),
    Kind.FICTION: (90,),
    Kind.TOLERATION: (92, 182),
    Kind.TOLERATION_TRAINING: (365,),
    Kind.TOLERATION_WORK: (912,),
    Kind.OTHER: (365,),
}
# A paper is sometimes prolonged late: it ran out, and nobody has noted the new date yet.
_LATE = 21
_NONE, _UNKNOWN = 0.05, 0.06
_TEMPORARY_FIXED = 0.85


class Status(NamedTuple):
    """One row of the history; days are ordinals, 0 stands for not stated."""

    kind: Kind
    valid_from: int
    valid_until: int


def history(throw: Random, community: Community, arrived: int, last: int) -> list[Status]:
    """The statuses from arrival to the last day of counselling; the newest may run out soon after it."""
    chance = throw.random()
    if chance < _NONE:
        return []
    if chance < _NONE + _UNKNOWN:
        return [Status(Kind.UNKNOWN, 0, 0)]
    final = throw.choice(_cards(community))
    begun = arrived + throw.randint(5, 40)
    if community.is_ukraine:
        return [_temporary(throw, final, begun, last)]
    if final == Kind.PERMISSION_TO_STAY:
        return [_running(throw, final, begun, last)]
    decided = min(begun + throw.randint(90, 900), last - 5)
    if decided <= begun:
        return [_running(throw, final, begun, last)]
    return [Status(Kind.PERMISSION_TO_STAY, begun, decided), _running(throw, final, decided, last)]


@cache
def _cards(community: Community) -> list[Kind]:
    return deck(community.residence, 100)


def _running(throw: Random, kind: Kind, begun: int, last: int) -> Status:
    """A paper that is prolonged term by term until the last day."""
    if kind in (Kind.SETTLEMENT, Kind.OBLIGED_TO_LEAVE):
        return Status(kind, begun, 0)
    term = throw.choice(_TERMS[kind])
    until = begun + term
    while until < last - _LATE:
        until += term
    return Status(kind, begun, until)


def _temporary(throw: Random, kind: Kind, begun: int, last: int) -> Status:
    """Temporary protection is prolonged for all to the same 4 March; some cards still show another day."""
    if kind != Kind.TEMPORARY:
        return _running(throw, kind, begun, last)
    if throw.random() < _TEMPORARY_FIXED:
        return Status(kind, begun, fourth_of_march_after(last))
    return Status(kind, begun, last + throw.randint(8, 120))


def fourth_of_march_after(ordinal: int) -> int:
    """The day to which the EU's Council last prolonged temporary protection, seen from a given day."""
    day = dt.date.fromordinal(ordinal)
    end = dt.date(day.year, 3, 4)
    return (end if end > day else end.replace(year=day.year + 1)).toordinal()
