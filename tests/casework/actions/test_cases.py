"""Beginning, ending and resuming counselling."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied

from geleit.casework.actions import cases
from geleit.casework.choices import EndReason
from geleit.casework.models import Case
from geleit.privacy.models import AuditEntry
from geleit.runtime import row_security
from tests.cast import Cast
from tests.conftest import as_owner
from tests.factories import clients

START = dt.date(2024, 2, 29)


@pytest.fixture
def olena(cast: Cast):
    with as_owner():
        return clients.client(cast.north)


@pytest.fixture
def miriam(cast: Cast):
    viewer = cast.viewer(cast.miriam)
    row_security.enter(viewer.sight())
    return viewer


def test_period_ends_three_years_after_its_first_day(olena, miriam) -> None:
    case = cases.open_case(actor=miriam, client=olena, started_on=START)

    assert case.ends_on == dt.date(2027, 2, 28)


def test_second_case_of_the_same_person_is_refused(olena, miriam) -> None:
    cases.open_case(actor=miriam, client=olena, started_on=START)

    with pytest.raises(cases.CaseAlreadyOpen):
        cases.open_case(actor=miriam, client=olena, started_on=START)


def test_ended_case_cannot_end_again_but_goes_on_as_before(olena, miriam) -> None:
    case = cases.open_case(actor=miriam, client=olena, started_on=START)
    cases.end_case(actor=miriam, case=case, ended_on=dt.date(2026, 1, 1), reason=EndReason.MOVED)
    with pytest.raises(cases.CaseAlreadyEnded):
        cases.end_case(actor=miriam, case=case, ended_on=dt.date(2026, 2, 1), reason=EndReason.DIED)

    cases.reopen_case(actor=miriam, case=case)

    again = Case.objects.get()
    assert (again.started_on, again.ends_on, again.ended_on, again.end_reason) == (
        START,
        dt.date(2027, 2, 28),
        None,
        "",
    )
    assert list(AuditEntry.objects.order_by("pk").values_list("action", flat=True)) == [
        "casework.case.opened",
        "casework.case.ended",
        "casework.case.reopened",
    ]


def test_team_lead_neither_opens_nor_ends(cast, olena, miriam) -> None:
    case = cases.open_case(actor=miriam, client=olena, started_on=START)
    petra = cast.viewer(cast.petra)
    row_security.enter(petra.sight())

    for attempt in (
        lambda: cases.end_case(actor=petra, case=case, ended_on=START, reason=EndReason.MOVED),
        lambda: cases.reopen_case(actor=petra, case=case),
        lambda: cases.open_case(actor=petra, client=olena, started_on=START),
    ):
        with pytest.raises(PermissionDenied):
            attempt()
