"""A carrier's year to count: a few talks, contacts and cases whose figures are plain to see."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.test import Client as Browser

from geleit.casework.models import GroupEvent, ShortContact
from geleit.clients.models import Client
from geleit.people.models import Account
from geleit.people.queries import Viewer
from geleit.runtime import row_security
from tests.cast import Cast
from tests.conftest import as_owner
from tests.factories import casework, clients


@pytest.fixture
def looking(cast: Cast) -> Callable[[str], Viewer]:
    """Become somebody of the cast, with their sight in the database."""

    def become(who: str) -> Viewer:
        viewer = cast.viewer(getattr(cast, who))
        row_security.enter(viewer.sight())
        return viewer

    return become


@pytest.fixture
def signed_in(cast: Cast, settings) -> Callable[[str], Browser]:
    """A browser in which somebody of the cast has signed in."""
    settings.DEMO = True  # no second factor

    def sign_in(who: str) -> Browser:
        browser = Browser()
        with as_owner():
            browser.force_login(getattr(cast, who))
        return browser

    return sign_in


@pytest.fixture
def year(cast: Cast) -> dict[str, Client]:
    """2026 at Träger Hochrhein: five talks of team Nord, one of team Süd; and one talk of another carrier."""
    with as_owner():
        people = {
            "olena": clients.client(cast.north, counsellor=cast.miriam),
            "tesfay": clients.client(cast.north, "Tesfay", "Beispiel", counsellor=cast.jonas),
            "yusuf": clients.client(cast.north, "Yusuf", "Probe"),
            "amina": clients.client(cast.south, "Amina", "Muster", counsellor=cast.samir),
            "fern": clients.client(cast.elsewhere, "Fern", "Muster"),
        }
        _talks(cast, people)
        _besides(cast.miriam, cast)
        casework.case(people["olena"], started_on=dt.date(2026, 3, 1))
        casework.case(people["tesfay"], started_on=dt.date(2025, 6, 1))
        casework.case(
            people["yusuf"], started_on=dt.date(2024, 2, 1), ended_on=dt.date(2026, 9, 30)
        )
        casework.case(
            people["amina"], started_on=dt.date(2024, 2, 1), ended_on=dt.date(2025, 12, 31)
        )
        casework.case(people["fern"], started_on=dt.date(2026, 3, 1))
    return people


def _talks(cast: Cast, people: dict[str, Client]) -> None:
    olena, tesfay = people["olena"], people["tesfay"]

    def talk(counsellor: Account, *who: Client, month: int, **fields: object) -> None:
        casework.session(
            counsellor, *who, held_on=dt.date(2026, month, 10), note="vertraulich", **fields
        )

    talk(
        cast.miriam,
        olena,
        month=1,
        minutes=30,
        channel="office",
        topics=["housing", "work"],
        main_topic="housing",
    )
    talk(
        cast.miriam,
        olena,
        tesfay,
        month=1,
        minutes=45,
        channel="phone",
        language="uk",
        interpreting="family",
    )
    talk(cast.miriam, olena, month=5, topics=["housing"], main_topic="housing", funding_line_id=1)
    talk(cast.jonas, tesfay, month=5, minutes=20, channel="office")
    talk(cast.jonas, tesfay, month=5, minutes=500, is_counted=False)
    talk(cast.samir, people["amina"], month=11, minutes=15, channel="office", topics=["health"])
    casework.session(cast.otto, people["fern"], held_on=dt.date(2026, 5, 4), minutes=99)
    casework.session(
        cast.miriam,
        olena,
        held_on=dt.date(2026, 5, 5),
        voided_at=dt.datetime(2026, 5, 6, tzinfo=dt.UTC),
    )
    casework.session(cast.miriam, olena, held_on=dt.date(2025, 12, 31), minutes=10)


def _besides(counsellor: Account, cast: Cast) -> None:
    both = {"team": cast.north, "organisation": cast.carrier, "counsellor": counsellor}
    ShortContact.objects.create(**both, held_on=dt.date(2026, 2, 2), minutes=5)
    GroupEvent.objects.create(
        **both, held_on=dt.date(2026, 2, 3), minutes=90, title="Frühstück", head_count=12
    )
