"""What a counsellor sees of the day: deadlines, planned talks, the own month."""

import datetime as dt

import pytest
from django.utils import timezone

from geleit.casework.models import PlannedSession, ShortContact
from geleit.casework.queries import day
from geleit.clients.models import ResidenceStatus
from geleit.runtime import row_security
from tests.cast import TODAY, Cast
from tests.conftest import as_owner
from tests.factories import casework, clients


@pytest.fixture
def miriam(cast: Cast):
    viewer = cast.viewer(cast.miriam)
    row_security.enter(viewer.sight())
    return viewer


def counselled(cast: Cast, given: str, *, until: dt.date | None = None, **case_fields):
    """A client of Miriam's with an open case and, if given, a permit until that day."""
    client = clients.client(cast.north, given, "Beispiel", counsellor=cast.miriam)
    casework.case(client, **case_fields)
    if until:
        ResidenceStatus.objects.create(client=client, kind="temporary_24", valid_until=until)
    return client


@pytest.mark.parametrize(
    ("days", "is_shown"), [(-400, True), (-1, True), (0, True), (90, True), (91, False)]
)
def test_permit_shows_from_ninety_days_before_its_end(cast, miriam, days, is_shown) -> None:
    with as_owner():
        counselled(cast, "Ana", until=TODAY + dt.timedelta(days=days))

    assert [d.days_left for d in day.deadlines(miriam, TODAY)] == ([days] if is_shown else [])


def test_only_the_latest_permit_counts(cast, miriam) -> None:
    with as_owner():
        ana = counselled(cast, "Ana", until=TODAY)
        ResidenceStatus.objects.create(
            client=ana,
            kind="refugee_25_2_1",
            valid_from=TODAY,
            valid_until=TODAY + dt.timedelta(days=900),
        )
        ResidenceStatus.objects.filter(client=ana, kind="temporary_24").update(
            valid_from=dt.date(2024, 1, 1)
        )

    assert day.deadlines(miriam, TODAY) == []


def test_counselling_period_shows_half_a_year_before_its_end(cast, miriam) -> None:
    with as_owner():
        counselled(cast, "Ana", ends_on=TODAY + dt.timedelta(days=183))
        counselled(cast, "Ben", ends_on=TODAY + dt.timedelta(days=184))

    assert [(d.client.given_name, d.kind) for d in day.deadlines(miriam, TODAY)] == [
        ("Ana", "period")
    ]


def test_ended_cases_have_no_deadlines(cast, miriam) -> None:
    with as_owner():
        counselled(cast, "Ana", until=TODAY, ends_on=TODAY, ended_on=TODAY, end_reason="moved")

    assert day.deadlines(miriam, TODAY) == []


def test_colleagues_clients_show_only_team_wide(cast) -> None:
    with as_owner():
        counselled(cast, "Ana", until=TODAY)
    jonas = cast.viewer(cast.jonas)
    row_security.enter(jonas.sight())

    assert day.deadlines(jonas, TODAY) == []
    assert len(day.deadlines(jonas, TODAY, team_wide=True)) == 1


def test_most_urgent_comes_first(cast, miriam) -> None:
    with as_owner():
        counselled(cast, "Ana", until=TODAY + dt.timedelta(days=20))
        counselled(cast, "Ben", until=TODAY + dt.timedelta(days=5))

    assert [d.client.given_name for d in day.deadlines(miriam, TODAY)] == ["Ben", "Ana"]


def test_month_counts_talks_once_and_persons_distinct(cast, miriam) -> None:
    with as_owner():
        ana, ben = (clients.client(cast.north, name, "Beispiel") for name in ("Ana", "Ben"))
        casework.session(cast.miriam, ana, ben, held_on=TODAY, minutes=30)
        casework.session(cast.miriam, ana, held_on=TODAY.replace(day=1), minutes=45)
        casework.session(cast.miriam, ana, held_on=TODAY, minutes=10, is_counted=False)
        casework.session(cast.miriam, ana, held_on=dt.date(2026, 10, 31))
        casework.session(cast.jonas, ben, held_on=TODAY)
        casework.session(cast.miriam, ben, held_on=TODAY, voided_at=timezone.now())
        ShortContact.objects.create(
            team=cast.north, organisation=cast.carrier, counsellor=cast.miriam, held_on=TODAY
        )

    month = day.month_figures(miriam, TODAY)

    assert (month.talks, month.persons, month.minutes, month.short_contacts) == (2, 2, 75, 1)


def test_day_holds_own_planned_talks_without_cancelled_ones(cast, miriam) -> None:
    noon = timezone.make_aware(dt.datetime.combine(TODAY, dt.time(12)))
    with as_owner():
        for who, outcome, starts in [
            (cast.miriam, "planned", noon),
            (cast.miriam, "cancelled", noon),
            (cast.jonas, "planned", noon),
            (cast.miriam, "planned", noon + dt.timedelta(days=1)),
            (cast.miriam, "no_show", noon - dt.timedelta(hours=2)),
        ]:
            PlannedSession.objects.create(
                team=cast.north, counsellor=who, outcome=outcome, starts_at=starts
            )

    assert [p.outcome for p in day.planned_on(miriam, TODAY)] == ["no_show", "planned"]


def test_long_overdue_deadlines_come_after_what_can_still_be_done(cast, miriam) -> None:
    with as_owner():
        counselled(cast, "Ana", until=TODAY - dt.timedelta(days=300))
        counselled(cast, "Ben", until=TODAY - dt.timedelta(days=3))
        counselled(cast, "Cem", until=TODAY + dt.timedelta(days=30))

    assert [d.client.given_name for d in day.deadlines(miriam, TODAY)] == ["Ben", "Cem", "Ana"]
