"""The search in the top bar: people and households in sight, while somebody types or as a page."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from geleit.clients import queries, vocabulary
from geleit.clients.models import Client, Household
from geleit.people.doors import for_teams
from geleit.people.viewer import StaffRequest
from geleit.shared.forms import Pick
from geleit.workspace.web.client_words import age_in_words, born_in_words

SUGGESTED_PEOPLE, SUGGESTED_HOUSEHOLDS = 6, 3
FOUND_PEOPLE, FOUND_HOUSEHOLDS = 30, 10
LONGEST_TEXT = 200


@require_GET
@for_teams
def hits(request: StaffRequest) -> HttpResponse:
    """What fits while somebody types, as options of the search field."""
    text = _typed(request)
    people = queries.search(request.viewer, text, SUGGESTED_PEOPLE) if text else []
    households = (
        queries.households_matching(request.viewer, text, SUGGESTED_HOUSEHOLDS) if text else []
    )
    found = [*map(_client_pick, people), *map(_household_pick, households)]
    return render(request, "shared/atoms/options.html", {"hits": found})


@require_GET
@for_teams
def page(request: StaffRequest) -> HttpResponse:
    """The same as a page of its own, for whoever presses Enter or has no scripts."""
    viewer, text, today = request.viewer, _typed(request), timezone.localdate()
    people = queries.search(viewer, text, FOUND_PEOPLE) if text else []
    households = queries.households_matching(viewer, text, FOUND_HOUSEHOLDS) if text else []
    current = (
        queries.current_statuses(viewer, [client.pk for client in people], today) if people else {}
    )
    context = {
        "text": text,
        "people": [_hit(client, current, today) for client in people],
        "households": [
            {"household": household, "members": _members(household)} for household in households
        ],
        "register_url": f"{reverse('workspace:client-new')}?{urlencode({'name': text})}"
        if viewer.counsels
        else "",
    }
    return render(request, "workspace/search.html", context)


def _typed(request: StaffRequest) -> str:
    return request.GET.get("q", "").strip()[:LONGEST_TEXT]


def _hit(client: Client, current: dict[int, Any], today: Any) -> dict[str, Any]:
    language = client.counselling_language or next(iter(client.languages), "")
    status = current.get(client.pk)
    facts: Sequence[str] = (
        age_in_words(client, today),
        born_in_words(client),
        vocabulary.country_names(client.citizenships),
        vocabulary.language_name(language),
        status.get_kind_display() if status else "",
        client.file_number,
    )
    return {"client": client, "facts": " · ".join(fact for fact in facts if fact)}


def _client_pick(client: Client) -> Pick:
    detail = " · ".join(filter(None, [born_in_words(client), client.file_number]))
    return Pick(
        str(client.pk),
        client.display_name,
        detail,
        reverse("workspace:client-file", args=[client.pk]),
    )


def _household_pick(household: Household) -> Pick:
    size = len(household.members.all())
    people = ngettext("%(size)d person", "%(size)d people", size) % {"size": size}
    url = reverse("workspace:household-detail", args=[household.pk])
    return Pick(f"h{household.pk}", household.name, f"{_('Household')} · {people}", url)


def _members(household: Household) -> str:
    return ", ".join(member.display_name for member in list(household.members.all())[:6])
