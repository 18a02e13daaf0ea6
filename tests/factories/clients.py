"""Clients and households."""

from typing import Any

from geleit.clients.models import Client, Household
from geleit.organisations.models import Team


def client(team: Team, given: str = "Olena", family: str = "Musterenko", **fields: Any) -> Client:
    sort_key = f"{family} {given}".lower()
    return Client.objects.create(
        team=team,
        given_name=given,
        family_name=family,
        sort_key=sort_key,
        search_text=f" {sort_key}",
        **fields,
    )


def household(team: Team, name: str = "Familie Beispiel", **fields: Any) -> Household:
    return Household.objects.create(team=team, name=name, **fields)
