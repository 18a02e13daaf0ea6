"""Fixtures of the tests of pages."""

import pytest

from geleit.people.choices import Role
from geleit.people.models import Account
from tests.cast import Cast
from tests.conftest import as_owner
from tests.factories import people


@pytest.fixture
def lea(cast: Cast) -> Account:
    """Administers the county and so the carriers and municipalities below it."""
    with as_owner():
        return people.member("Lea Muster", Role.ADMINISTRATOR, organisation=cast.county)
