"""What casework knows of one client."""

import datetime as dt

import pytest
from django.utils import timezone

from geleit.casework.models import PlannedSession
from geleit.casework.queries import of_client
from geleit.clients import queries as clients_queries
from geleit.runtime import row_security
from tests.cast import TODAY, Cast
from tests.conftest import as_owner
from tests.factories import casework, clients


@pytest.fixture
def miriam(cast: Cast):
    viewer = cast.viewer(cast.miriam)
    row_security.enter(viewer.sight())
    return viewer


@pytest.fixture
def olena(cast: Cast):
    with as_owner():
        return clients.client(cast.north)


def test_open_case_comes_before_the_ended_one(cast, miriam, olena) -> None:
    with as_owner():
        ended = casework.case(
            olena,
            started_on=dt.date(2020, 1, 1),
            ended_on=dt.date(2022, 1, 1),
            end_reason="moved",
        )
        opened = casework.case(olena)

    assert of_client.cases_of(miriam, olena) == [opened, ended]
    assert of_client.open_case_of(miriam, olena) == opened


@pytest.mark.parametrize(
    ("day", "gone", "left"),
    [
        (dt.date(2026, 1, 15), 0, 1096),
        (dt.date(2029, 1, 14), 1095, 1),
        (dt.date(2029, 1, 15), 1096, 0),
        (dt.date(2029, 1, 16), 1097, -1),
    ],
)
def test_period_says_how_far_it_has_come(cast, olena, day, gone, left) -> None:
    with as_owner():
        case = casework.case(olena)

    period = of_client.period_of(case, day)

    assert (period.days_gone, period.days_left) == (gone, left)


def test_withdrawn_talks_are_neither_shown_nor_counted(cast, miriam, olena) -> None:
    with as_owner():
        kept = casework.session(cast.miriam, olena)
        casework.session(cast.miriam, olena, voided_at=timezone.now())

    counted = of_client.with_talk_count(clients_queries.client_for(miriam, olena.pk)).get()

    assert list(of_client.talks_of(miriam, olena)) == [kept]
    assert counted.talk_count == 1  # type: ignore[attr-defined]


def test_lead_sees_talks_on_the_time_line_without_their_notes(cast, olena) -> None:
    with as_owner():
        talk = casework.session(cast.miriam, olena, note="vertraulich", topics=["work", "housing"])
        talk.main_topic = "housing"
        talk.save()

    row_security.enter(cast.viewer(cast.jonas).sight())
    seen_by_jonas = of_client.timeline(cast.viewer(cast.jonas), [talk])
    row_security.enter(cast.viewer(cast.petra).sight())
    seen_by_petra = of_client.timeline(cast.viewer(cast.petra), [talk])

    assert [(t.topics, t.note) for t in seen_by_jonas] == [(["Wohnen", "Arbeit"], "vertraulich")]
    assert [(t.topics, t.note) for t in seen_by_petra] == [(["Wohnen", "Arbeit"], "")]


def test_planned_talks_of_the_household_are_the_clients_too(cast, miriam, olena) -> None:
    now = timezone.make_aware(dt.datetime.combine(TODAY, dt.time(9)))
    with as_owner():
        home = clients.household(cast.north)
        olena.household = home
        olena.save()
        common = {"team": cast.north, "counsellor": cast.miriam}
        hour = dt.timedelta(hours=1)
        own = PlannedSession.objects.create(client=olena, starts_at=now + 2 * hour, **common)
        shared = PlannedSession.objects.create(household=home, starts_at=now + hour, **common)
        PlannedSession.objects.create(client=olena, starts_at=now - hour, **common)
        PlannedSession.objects.create(
            client=olena, starts_at=now + hour, outcome="cancelled", **common
        )

    assert of_client.planned_for(miriam, olena, now) == [shared, own]
