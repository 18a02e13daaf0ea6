"""Fixtures of the tests about organisations: administrators of several trees, acting."""

from collections.abc import Callable

import pytest

from geleit.organisations.models import Organisation
from geleit.people.choices import Role
from geleit.people.queries import Viewer, viewer_of
from geleit.runtime import row_security
from tests.cast import TODAY
from tests.conftest import as_owner
from tests.factories import people


@pytest.fixture
def administrator_of(db: None) -> Callable[[str], Viewer]:
    """The administrator of an organisation, named by its short name, acting on the day of the tests."""

    def enter(slug: str) -> Viewer:
        with as_owner():
            organisation = Organisation.objects.get(slug=slug)
            account = people.member(
                f"Adm {slug} Muster", Role.ADMINISTRATOR, organisation=organisation
            )
        viewer = viewer_of(account, TODAY)
        row_security.enter(viewer.sight())
        return viewer

    return enter


@pytest.fixture
def state(administrator_of: Callable[[str], Viewer]) -> Viewer:
    """Administers the whole state."""
    return administrator_of("baden-wuerttemberg")
