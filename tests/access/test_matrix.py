"""Every address of the product, tried by every role: the table in matrix.toml, which the manual shows too."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client as Browser

from tests.access.doors import ROLES, Door, browsers, doors, knock, names_of_all_addresses
from tests.access.world import committed_world

MATRIX = Path(__file__).with_name("matrix.toml")
PAGES: dict[str, dict[str, str]] = tomllib.loads(MATRIX.read_text(encoding="utf-8"))["pages"]


@pytest.fixture(scope="module")
def house(
    django_db_setup: None, django_db_blocker
) -> Iterator[tuple[dict[str, Door], dict[str, Browser]]]:
    """All doors by name, and a browser for each role; the application's role in the database."""
    with django_db_blocker.unblock(), committed_world() as world:
        found = {door.name: door for door in doors(world)}
        opened = browsers(world)
        with connection.cursor() as cursor:
            cursor.execute("SET ROLE geleit_app")
        yield found, opened
        with connection.cursor() as cursor:
            cursor.execute("RESET ROLE")
    connection.close()


def test_every_address_stands_in_the_matrix_and_is_tried(house) -> None:
    found, _browsers = house

    assert set(PAGES) == names_of_all_addresses()
    assert set(found) == names_of_all_addresses()


@pytest.mark.parametrize("name", sorted(PAGES))
def test_each_role_gets_what_the_matrix_says(house, name) -> None:
    found, opened = house
    row = PAGES[name]
    expected = {who: row.get(who, row["default"]) for who in ROLES}

    assert {who: knock(opened[who], found[name]) for who in ROLES} == expected
