"""Languages, states, municipalities, people and households as something to pick in a form."""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from geleit.clients import queries, vocabulary
from geleit.clients.birth_dates import birth_date_in_words
from geleit.clients.models import Client, Household
from geleit.clients.queries import places
from geleit.clients.queries.places import Place
from geleit.people.viewer import Viewer
from geleit.shared.forms import Pick


def languages_found(text: str) -> list[Pick]:
    return [Pick(*choice) for choice in vocabulary.languages_beginning(text)]


def languages_labelled(codes: Iterable[str]) -> list[Pick]:
    return [
        Pick(code, vocabulary.language_name(code)) for code in codes if vocabulary.is_language(code)
    ]


def countries_found(text: str) -> list[Pick]:
    return [Pick(*choice) for choice in vocabulary.countries_beginning(text)]


def countries_labelled(codes: Iterable[str]) -> list[Pick]:
    return [
        Pick(code, vocabulary.country_name(code)) for code in codes if vocabulary.is_country(code)
    ]


def municipalities_found(viewer: Viewer, text: str) -> list[Pick]:
    return [_place(place) for place in places.municipalities_beginning(viewer, text)]


def municipalities_labelled(numbers: Sequence[str]) -> list[Pick]:
    found = [places.municipality_named(int(number)) for number in numbers if number.isdecimal()]
    return [_place(place) for place in found if place]


def clients_found(viewer: Viewer, text: str) -> list[Pick]:
    return [_client(client) for client in queries.search(viewer, text)]


def clients_labelled(viewer: Viewer, numbers: Sequence[str]) -> list[Pick]:
    wanted = [int(number) for number in numbers if number.isdecimal() and len(number) < 19]
    return (
        [_client(client) for client in queries.clients_visible_to(viewer).filter(pk__in=wanted)]
        if wanted
        else []
    )


def households_found(viewer: Viewer, text: str) -> list[Pick]:
    return [
        _household(household) for household in queries.households_matching(viewer, text, limit=8)
    ]


def households_labelled(viewer: Viewer, numbers: Sequence[str]) -> list[Pick]:
    wanted = [int(number) for number in numbers if number.isdecimal() and len(number) < 19]
    if not wanted:
        return []
    found = queries.households_visible_to(viewer).filter(pk__in=wanted).prefetch_related("members")
    return [_household(household) for household in found]


def _place(place: Place) -> Pick:
    return Pick(str(place.pk), place.name, place.county)


def _client(client: Client) -> Pick:
    born = birth_date_in_words(client.birth_date, client.birth_date_precision)
    return Pick(
        str(client.pk), client.display_name, " · ".join(filter(None, [born, client.file_number]))
    )


def _household(household: Household) -> Pick:
    members = [member.display_name for member in household.members.all()]
    size = ngettext("%(size)d person", "%(size)d people", len(members)) % {"size": len(members)}
    detail = ", ".join(members[:4]) if members else _("no members yet")
    return Pick(str(household.pk), f"{household.name} ({size})", detail)
