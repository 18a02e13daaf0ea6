"""Choosing whom a talk was with: persons and households in sight, found by typing."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from geleit.clients import queries as clients
from geleit.clients.models import Client, Household
from geleit.people.queries import Viewer
from geleit.shared.forms import Pick, PickField

# How values are written in the form: c12 is client 12, h7 household 7.
CLIENT, HOUSEHOLD = "c", "h"
SUGGESTIONS = 8


@dataclass(frozen=True)
class Chosen:
    """Who was chosen: clients, and the household if the talk was with exactly one."""

    client_ids: tuple[int, ...]
    household_id: int | None
    team_id: int | None


class PeopleField(PickField):
    """One or several persons or households that the viewer sees. Cleans to `Chosen`."""

    def __init__(self, viewer: Viewer, **kwargs: object) -> None:
        self.viewer = viewer
        super().__init__(
            url=str(reverse_lazy("casework:people-search")),
            search=lambda text: suggestions(viewer, text),
            labels=lambda values: labels(viewer, values),
            multiple=True,
            **kwargs,
        )
        self.widget.attrs["placeholder"] = _("Name, birth date or file number")

    def clean(self, value: object) -> Chosen:
        return chosen(self.viewer, super().clean(value))


def suggestions(viewer: Viewer, text: str) -> list[Pick]:
    """Persons, then households, that match what was typed."""
    people = [_client_pick(client) for client in clients.search(viewer, text, limit=SUGGESTIONS)]
    households = clients.households_matching(viewer, text, limit=3)
    return people + [_household_pick(household) for household in households]


def labels(viewer: Viewer, values: Sequence[str]) -> list[Pick]:
    """The picks for these values, in order; values out of sight are missing."""
    wanted = _numbers(values)
    found = {
        f"{CLIENT}{c.pk}": _client_pick(c)
        for c in clients.clients_visible_to(viewer).filter(pk__in=wanted[CLIENT])
    }
    if wanted[HOUSEHOLD]:
        households = clients.households_visible_to(viewer).filter(pk__in=wanted[HOUSEHOLD])
        found |= {
            f"{HOUSEHOLD}{h.pk}": _household_pick(h) for h in households.prefetch_related("members")
        }
    return [found[value] for value in dict.fromkeys(values) if value in found]


def chosen(viewer: Viewer, values: Sequence[str]) -> Chosen:
    """Resolve chosen values; a household stands for its members."""
    wanted = _numbers(values)
    members = (
        clients.clients_visible_to(viewer).filter(household_id__in=wanted[HOUSEHOLD])
        if wanted[HOUSEHOLD]
        else []
    )
    single = (
        clients.clients_visible_to(viewer).filter(pk__in=wanted[CLIENT]) if wanted[CLIENT] else []
    )
    people = {client.pk: client for client in [*single, *members]}
    teams = {client.team_id for client in people.values()}
    return Chosen(
        client_ids=tuple(people),
        household_id=wanted[HOUSEHOLD][0] if len(wanted[HOUSEHOLD]) == 1 else None,
        team_id=teams.pop() if len(teams) == 1 else None,
    )


def _numbers(values: Sequence[str]) -> dict[str, list[int]]:
    numbers: dict[str, list[int]] = {CLIENT: [], HOUSEHOLD: []}
    for value in values:
        if value[:1] in numbers and value[1:].isdecimal() and len(value) < 20:
            numbers[value[0]].append(int(value[1:]))
    return numbers


def _client_pick(client: Client) -> Pick:
    born = f"{client.birth_date:%Y}" if client.birth_date else ""
    return Pick(
        f"{CLIENT}{client.pk}",
        client.display_name,
        " · ".join(filter(None, [born, client.file_number])),
    )


def _household_pick(household: Household) -> Pick:
    size = len(household.members.all())
    people = ngettext("%(size)d person", "%(size)d people", size) % {"size": size}
    return Pick(f"{HOUSEHOLD}{household.pk}", f"{household.name} ({people})", str(_("Household")))
