"""Clients as the actions store them: found and sorted by their names."""

from typing import Any

from geleit.clients.keys import client_keys, household_keys
from geleit.clients.models import Client, Household
from geleit.organisations.models import Team


def person(team: Team, given: str = "Olena", family: str = "Musterenko", **fields: Any) -> Client:
    return Client.objects.create(**_columns(team, given, family, **fields))


def people(team: Team, *names: str, **fields: Any) -> dict[str, Client]:
    """Several at once by their whole name; the last word is the family name."""
    made = Client.objects.bulk_create(
        Client(**_columns(team, name.rpartition(" ")[0], name.rpartition(" ")[2], **fields))
        for name in names
    )
    return dict(zip(names, made, strict=True))


def household(team: Team, name: str = "Familie Rahimi", **fields: Any) -> Household:
    return Household.objects.create(team=team, name=name, **household_keys(name=name), **fields)


def _columns(team: Team, given: str, family: str, **fields: Any) -> dict[str, Any]:
    keys = client_keys(
        given_name=given,
        family_name=family,
        also_known_as=fields.get("also_known_as", ""),
        phone=fields.get("phone", ""),
    )
    return {"team": team, "given_name": given, "family_name": family, **keys, **fields}
