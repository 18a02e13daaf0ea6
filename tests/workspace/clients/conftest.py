"""People of the tests signed in, and ready-made files."""

from collections.abc import Callable

import pytest
from django.test import Client as Browser

from geleit.clients.models import Client
from geleit.people.models import Account
from tests.cast import Cast
from tests.clients.people import person
from tests.conftest import as_owner
from tests.factories import casework


@pytest.fixture
def sign_in() -> Callable[[Account], Browser]:
    def signed_in(account: Account) -> Browser:
        browser = Browser()
        with as_owner():
            browser.force_login(account)
        return browser

    return signed_in


@pytest.fixture
def miriam(cast: Cast, sign_in: Callable[[Account], Browser]) -> Browser:
    return sign_in(cast.miriam)


@pytest.fixture
def olena(cast: Cast) -> Client:
    """Miriam's client, counselled since January 2026."""
    with as_owner():
        made = person(
            cast.north, counsellor=cast.miriam, languages=["uk"], counselling_language="uk"
        )
        casework.case(made)
        return made
