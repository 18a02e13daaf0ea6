"""Warning before somebody gets a second file."""

import datetime as dt

import pytest

from geleit.clients import queries
from tests.clients.people import person
from tests.conftest import as_owner

BORN = dt.date(1990, 3, 12)


@pytest.mark.parametrize(
    ("name", "born"),
    [
        ("Mohammed Al-Hassan", BORN),
        ("Muhammad Alhassan", BORN),
        ("محمد الحسن", BORN),
        ("Al-Hassan Mohammed", BORN),
        ("Mohammed Al-Hassan", None),
        ("Mohammed Al-Hassan", dt.date(1990, 12, 3)),
        ("Mohamed Ali Al-Hassan", BORN),
    ],
)
def test_likely_same_person_is_named(cast, miriam, name, born) -> None:
    with as_owner():
        known = person(cast.north, "Mohammad", "Al Hassan", birth_date=BORN)

    assert [d.client for d in queries.likely_duplicates(miriam, name, born)] == [known]


@pytest.mark.parametrize(
    ("name", "born"),
    [
        ("Mohammad Al Hassan", dt.date(1975, 6, 20)),
        ("Ibrahim Al Hassan", BORN),
        ("Olena Kovalenko", BORN),
        ("", BORN),
        ("-", None),
    ],
)
def test_others_are_not(cast, miriam, name, born) -> None:
    with as_owner():
        person(cast.north, "Mohammad", "Al Hassan", birth_date=BORN)

    assert queries.likely_duplicates(miriam, name, born) == []


def test_files_of_other_teams_are_nobodys_business(cast, miriam) -> None:
    with as_owner():
        person(cast.south, birth_date=BORN)
        person(cast.elsewhere, birth_date=BORN)
        own = person(cast.north, birth_date=BORN)

    found = queries.likely_duplicates(miriam, "Olena Musterenko", BORN)

    assert [duplicate.client for duplicate in found] == [own]


def test_nobody_is_their_own_duplicate(cast, miriam) -> None:
    with as_owner():
        own = person(cast.north, birth_date=BORN)

    assert queries.likely_duplicates(miriam, "Olena Musterenko", BORN, besides=own.pk) == []


def test_other_spelling_in_the_file_counts_too(cast, miriam) -> None:
    with as_owner():
        known = person(cast.north, "Tesfay", "Hagos", also_known_as="Selam Kidane", birth_date=BORN)

    found = queries.likely_duplicates(miriam, "Selam Kidane", BORN)

    assert [duplicate.client for duplicate in found] == [known]
