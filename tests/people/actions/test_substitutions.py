"""Standing in for somebody who is absent."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied

from geleit.people.actions import substitutions
from geleit.people.models import Substitution
from geleit.privacy.models import AuditEntry
from tests.cast import TODAY
from tests.conftest import as_owner

DAY = dt.timedelta(days=1)


def arrange(
    cast,
    actor,
    *,
    team="north",
    absent="miriam",
    substitute="samir",
    first=TODAY,
    last=TODAY + 7 * DAY,
):
    return substitutions.arrange_substitution(
        actor=actor,
        team=getattr(cast, team),
        absent=getattr(cast, absent),
        substitute=getattr(cast, substitute),
        first_day=first,
        last_day=last,
        today=TODAY,
    )


@pytest.mark.parametrize("who", ["petra", "miriam"], ids=["the lead", "the absent person"])
def test_substitution_opens_the_team_to_the_substitute(cast, act_as, who) -> None:
    made = arrange(cast, act_as(getattr(cast, who)))

    assert set(cast.viewer(cast.samir).sealed_team_ids) == {cast.south.pk, cast.north.pk}
    assert list(AuditEntry.objects.values_list("action", "object_id", "team_id")) == [
        ("people.substitution.arranged", made.pk, cast.north.pk)
    ]


@pytest.mark.parametrize("who", ["jonas", "samir", "adam", "greta", "otto", "dora", "nina"])
def test_nobody_else_arranges_one(cast, act_as, who) -> None:
    with pytest.raises(PermissionDenied):
        arrange(cast, act_as(getattr(cast, who)))


def test_lead_does_not_arrange_for_another_team(cast, act_as) -> None:
    with pytest.raises(PermissionDenied):
        arrange(cast, act_as(cast.petra), team="south", absent="samir", substitute="miriam")


def test_substitute_does_not_pass_the_substitution_on(cast, act_as) -> None:
    arrange(cast, act_as(cast.petra))

    with pytest.raises(PermissionDenied):
        arrange(cast, act_as(cast.samir), absent="samir", substitute="jonas")


@pytest.mark.parametrize("substitute", ["otto", "greta", "petra", "adam", "nina"])
def test_only_counsellors_of_the_same_carrier_stand_in(cast, act_as, substitute) -> None:
    with pytest.raises(substitutions.CannotSubstitute):
        arrange(cast, act_as(cast.miriam), substitute=substitute)


def test_lead_cannot_reach_notes_by_standing_in(cast, act_as) -> None:
    with pytest.raises(substitutions.CannotSubstitute):
        arrange(cast, act_as(cast.petra), substitute="petra")
    assert cast.viewer(cast.petra).sealed_team_ids == ()


def test_nobody_stands_in_for_themselves(cast, act_as) -> None:
    with pytest.raises(substitutions.CannotSubstitute):
        arrange(cast, act_as(cast.miriam), substitute="miriam")


def test_absent_person_must_counsel_in_the_team(cast, act_as) -> None:
    with pytest.raises(substitutions.NotACounsellorHere):
        arrange(cast, act_as(cast.petra), absent="samir", substitute="jonas")


@pytest.mark.parametrize(
    ("first", "last"),
    [(TODAY - DAY, TODAY + DAY), (TODAY + 2 * DAY, TODAY + DAY), (TODAY, TODAY + 367 * DAY)],
    ids=["begins in the past", "ends before it begins", "longer than a year"],
)
def test_impossible_period_is_refused(cast, act_as, first, last) -> None:
    with pytest.raises(substitutions.BadPeriod):
        arrange(cast, act_as(cast.miriam), first=first, last=last)


def test_overlapping_arrangement_with_the_same_substitute_is_refused(cast, act_as) -> None:
    arrange(cast, act_as(cast.petra))

    with pytest.raises(substitutions.AlreadyArranged):
        arrange(cast, act_as(cast.petra), first=TODAY + 7 * DAY, last=TODAY + 9 * DAY)
    assert arrange(cast, act_as(cast.petra), substitute="jonas").substitute == cast.jonas


@pytest.mark.parametrize("who", ["petra", "miriam"])
def test_cancelled_substitution_closes_sight_at_once(cast, act_as, who) -> None:
    made = arrange(cast, act_as(cast.petra))

    substitutions.cancel_substitution(
        actor=act_as(getattr(cast, who)), substitution=made, today=TODAY
    )

    assert cast.viewer(cast.samir).team_ids == (cast.south.pk,)


def test_days_already_stood_in_stay_on_record(cast, act_as) -> None:
    made = arrange(cast, act_as(cast.petra))

    substitutions.cancel_substitution(
        actor=act_as(cast.petra), substitution=made, today=TODAY + 3 * DAY
    )

    assert Substitution.objects.get().last_day == TODAY + 2 * DAY
    actions = AuditEntry.objects.order_by("pk").values_list("action", flat=True)
    assert list(actions) == ["people.substitution.arranged", "people.substitution.cancelled"]


@pytest.mark.parametrize("who", ["samir", "jonas", "adam", "otto"])
def test_nobody_else_cancels_one(cast, act_as, who) -> None:
    made = arrange(cast, act_as(cast.petra))

    with pytest.raises(PermissionDenied):
        substitutions.cancel_substitution(
            actor=act_as(getattr(cast, who)), substitution=made, today=TODAY
        )


def test_substitution_that_is_over_is_history(cast, act_as) -> None:
    made = arrange(cast, act_as(cast.petra))

    with pytest.raises(PermissionDenied):
        substitutions.cancel_substitution(
            actor=act_as(cast.petra), substitution=made, today=TODAY + 8 * DAY
        )


def test_closed_account_cannot_stand_in(cast, act_as) -> None:
    with as_owner():
        cast.samir.is_active = False
        cast.samir.save()

    with pytest.raises(substitutions.CannotSubstitute):
        arrange(cast, act_as(cast.petra))
