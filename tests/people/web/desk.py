"""A browser without scripts, signed in as somebody."""

from django.test import Client

from geleit.people.models import Account


def desk(account: Account) -> Client:
    """The client of a person who has just signed in."""
    client = Client()
    client.force_login(account)
    return client
