"""People who may be in the files already. Only those in sight: others' files are nobody's business."""

import datetime as dt
from dataclasses import dataclass

from geleit.clients import names
from geleit.clients.models import Client
from geleit.clients.names import Reason
from geleit.clients.queries import candidates
from geleit.clients.queries.files import clients_visible_to
from geleit.people.viewer import Viewer


@dataclass(frozen=True)
class LikelyDuplicate:
    """A client who may be the same person, how likely (0 to 1), and why."""

    client: Client
    score: float
    reasons: tuple[Reason, ...]


def likely_duplicates(
    viewer: Viewer,
    name: str,
    birth_date: dt.date | None,
    *,
    besides: int | None = None,
    limit: int = 5,
) -> list[LikelyDuplicate]:
    """Clients in sight who are likely the person of that name and birth date, the likeliest first.

    `name` holds all names in any order; `besides` leaves out a client, so that nobody is their own duplicate.
    At most two queries.
    """
    typed = names.prefix_keys(f"{name} ")
    if not typed.words or not viewer.team_ids:
        return []
    wanted = candidates.readings(typed, candidates.sounding)
    if birth_date:
        any_word = candidates.any_of([candidates.sounding(word) for word in typed.words])
        wanted.append([candidates.born_on(_readings(birth_date)), any_word])
    ids = [pk for pk in candidates.found("client", wanted) if pk != besides]
    if not ids:
        return []
    weighed = [
        _weigh(client, name, birth_date) for client in clients_visible_to(viewer).filter(pk__in=ids)
    ]
    likely = [duplicate for duplicate in weighed if duplicate.score >= names.LIKELY_SAME]
    return sorted(likely, key=lambda duplicate: (-duplicate.score, duplicate.client.sort_key))[
        :limit
    ]


def _readings(day: dt.date) -> list[dt.date]:
    """The day, and the one meant if day and month were swapped."""
    if day.day <= 12 and day.day != day.month:
        return [day, day.replace(month=day.day, day=day.month)]
    return [day]


def _weigh(client: Client, name: str, birth_date: dt.date | None) -> LikelyDuplicate:
    known = [f"{client.given_name} {client.family_name}"]
    if client.also_known_as:
        known.append(client.also_known_as)
    best = max(
        (names.likely_same(name, birth_date, other, client.birth_date) for other in known),
        key=lambda likeness: likeness.score,
    )
    return LikelyDuplicate(client, best.score, best.reasons)
