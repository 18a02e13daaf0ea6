"""Finding people and households while somebody types, in any spelling, within sight only.

The database gathers candidates by index (`candidates`); the names themselves are compared here. What is spelled as
typed comes before what only sounds like it.
"""

import json

from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from geleit.clients import names
from geleit.clients.models import Client, Household
from geleit.clients.names import QueryWords
from geleit.clients.queries import candidates
from geleit.clients.queries.candidates import Term
from geleit.clients.queries.files import clients_visible_to, households_visible_to
from geleit.people.viewer import Viewer

# Nobody types more; it bounds the work on pasted text.
LONGEST_TEXT = 200

_ALL_FOUND = "SELECT * FROM clients_found('client', %s::jsonb)"


def search(viewer: Viewer, text: str, limit: int = 8) -> list[Client]:
    """The clients in sight that fit what is typed, the best first.

    Words are beginnings of names in any order, script and spelling; besides, birth dates, years, file numbers
    and phone numbers are understood. Two queries; four if only a name with most of the letters is left.
    """
    typed = names.prefix_keys(text[:LONGEST_TEXT])
    if not typed or not viewer.team_ids:
        return []
    fitting = _clients(viewer, candidates.found("client", _tiers(typed)))
    if not fitting and typed.words:
        fitting = _clients(
            viewer, candidates.found("client", candidates.readings(typed, candidates.slipped))
        )
    return _best_first(viewer, typed, fitting)[:limit]


def clients_matching(viewer: Viewer, text: str) -> QuerySet[Client]:
    """All clients in sight that fit what is typed by spelling or sound, in no order; for lists and their export.

    An empty text fits all, one that says nothing («-») nobody.
    """
    visible = clients_visible_to(viewer)
    typed = names.prefix_keys(text[:LONGEST_TEXT])
    if not typed:
        return visible.none() if text.strip() else visible
    wanted = json.dumps(candidates.readings(typed, candidates.listed))
    return visible.filter(pk__in=RawSQL(_ALL_FOUND, [wanted]))  # noqa: S611 - fixed text, conditions as parameter


def households_matching(viewer: Viewer, text: str, limit: int = 5) -> list[Household]:
    """Households in sight whose name or family number fits what is typed, with their members at hand."""
    typed = names.prefix_keys(text[:LONGEST_TEXT])
    if typed.births or not typed or not viewer.team_ids:
        return []
    ids = candidates.found(
        "household", [*_spelled(typed), *candidates.readings(typed, candidates.sounding)]
    )
    if not ids:
        return []
    fitting = households_visible_to(viewer).filter(pk__in=ids).prefetch_related("members")
    return sorted(fitting, key=lambda h: (-names.typed_likeness(typed, h.name), h.name, h.pk))[
        :limit
    ]


def _clients(viewer: Viewer, ids: list[int]) -> list[Client]:
    return list(clients_visible_to(viewer).filter(pk__in=ids)) if ids else []


def _tiers(typed: QueryWords) -> list[list[Term]]:
    """Own clients that fit in any way; then whole words, beginnings and sounds, so that none crowds out the others."""
    sounding = candidates.readings(typed, candidates.sounding)
    own = [[*terms, candidates.OWN] for terms in sounding]
    if not typed.words:
        return [*own, *sounding]
    return [*own, *_spelled(typed), *sounding]


def _spelled(typed: QueryWords) -> list[list[Term]]:
    return [candidates.readings(typed, way)[0] for way in (candidates.whole, candidates.begun)]


def _best_first(viewer: Viewer, typed: QueryWords, fitting: list[Client]) -> list[Client]:
    def rank(client: Client) -> tuple[float, bool, str, int]:
        name = f"{client.given_name} {client.family_name}"
        fit = names.typed_likeness(typed, name)
        if client.also_known_as:
            fit = max(fit, names.typed_likeness(typed, f"{name} {client.also_known_as}"))
        return (-fit, client.counsellor_id != viewer.account_id, client.sort_key, client.pk)

    return sorted(fitting, key=rank)
