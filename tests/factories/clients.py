"""Clients and households, with the keys they are found by."""

from typing import Any

from geleit.clients.keys import client_keys, household_keys
from geleit.clients.models import Client, Household
from geleit.organisations.models import Team


def client(team: Team, given: str = "Olena", family: str = "Musterenko", **fields: Any) -> Client:
    keys = client_keys(
        given_name=given,
        family_name=family,
        also_known_as=fields.get("also_known_as", ""),
        phone=fields.get("phone", ""),
    )
    return Client.objects.create(team=team, given_name=given, family_name=family, **keys, **fields)


def household(team: Team, name: str = "Familie Beispiel", **fields: Any) -> Household:
    return Household.objects.create(team=team, name=name, **household_keys(name=name), **fields)
