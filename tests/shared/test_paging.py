"""Paging by the last row seen."""

import datetime as dt

import pytest

from geleit.casework.models import CounsellingSession
from geleit.shared import paging
from tests.cast import Cast
from tests.conftest import as_owner
from tests.factories import casework, clients

ORDER = ("-held_on", "-id")


@pytest.fixture
def talks(cast: Cast) -> list[int]:
    """Seven talks on three days, newest first."""
    with as_owner():
        client = clients.client(cast.north)
        days = [dt.date(2026, 11, day) for day in (3, 3, 4, 4, 4, 5, 5)]
        made = [casework.session(cast.miriam, client, held_on=day) for day in days]
    return [talk.pk for talk in sorted(made, key=lambda t: (t.held_on, t.pk), reverse=True)]


def rows(cursor: str = "") -> paging.Page[CounsellingSession]:
    with as_owner():
        return paging.page(CounsellingSession.objects.all(), order=ORDER, cursor=cursor, size=3)


def ids(page: paging.Page[CounsellingSession]) -> list[int]:
    return [row.pk for row in page.rows]


def test_pages_follow_each_other_without_gap_or_repetition(talks) -> None:
    first = rows()
    second = rows(first.next)
    third = rows(second.next)

    assert [ids(first), ids(second), ids(third)] == [talks[:3], talks[3:6], talks[6:]]
    assert (first.previous, third.next) == ("", "")


def test_going_back_shows_the_same_pages(talks) -> None:
    second = rows(rows().next)
    third = rows(second.next)

    assert ids(rows(third.previous)) == talks[3:6]
    assert ids(rows(second.previous)) == talks[:3]
    assert rows(second.previous).previous == ""


@pytest.mark.parametrize(
    "cursor", ["x", "%%%", "WyJuIl0", "WyJuIiwgImtlaW4gRGF0dW0iLCAxXQ", "a" * 5000]
)
def test_tampered_cursor_shows_the_first_page(talks, cursor) -> None:
    assert ids(rows(cursor)) == talks[:3]


def test_count_stops_at_its_limit(talks, monkeypatch) -> None:
    monkeypatch.setattr(paging, "COUNT_LIMIT", 4)

    with as_owner():
        assert paging.capped_count(CounsellingSession.objects.all()) == 5
