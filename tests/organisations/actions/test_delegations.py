"""Handing the counselling over: who may, for how much, and from when to when."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from hypothesis import given
from hypothesis import strategies as st

from geleit.organisations.actions import delegations
from geleit.organisations.models import Delegation, Organisation
from geleit.organisations.rules import holds, largest_share
from geleit.privacy.models import AuditEntry
from tests.cast import TODAY
from tests.conftest import as_owner
from tests.factories import organisations

DAY = dt.timedelta(days=1)


@pytest.fixture
def county(db):
    return Organisation.objects.get(slug="landkreis-waldshut")


@pytest.fixture
def first(county):
    with as_owner():
        return organisations.carrier("Träger Eins")


@pytest.fixture
def second(county):
    with as_owner():
        return organisations.carrier("Träger Zwei")


def hand_over(actor, principal, agent, share=None, start=TODAY, end=None):
    return delegations.delegate(
        actor=actor,
        principal=principal,
        agent=agent,
        share_percent=share,
        valid_from=start,
        valid_until=end,
    )


def test_delegation_leaves_one_audit_entry(county, first, administrator_of) -> None:
    made = hand_over(administrator_of(county.slug), county, first, 80)

    assert list(
        AuditEntry.objects.values_list("action", "object_id", "organisation_id", "changes")
    ) == [
        (
            "organisations.delegation.given",
            made.pk,
            county.pk,
            {"agent": [None, first.pk], "share_percent": [None, 80]},
        )
    ]


def test_shares_of_one_day_never_exceed_the_whole(county, first, second, administrator_of) -> None:
    actor = administrator_of(county.slug)
    hand_over(actor, county, first, 60, end=TODAY + 10 * DAY)

    with pytest.raises(delegations.SharesExceedWhole):
        hand_over(actor, county, second, 50)
    assert hand_over(actor, county, second, 50, start=TODAY + 10 * DAY).share_percent == 50


def test_same_agent_takes_over_once_at_a_time(county, first, administrator_of) -> None:
    actor = administrator_of(county.slug)
    hand_over(actor, county, first, end=TODAY + 10 * DAY)

    with pytest.raises(delegations.AlreadyDelegated):
        hand_over(actor, county, first, start=TODAY + 9 * DAY)
    assert hand_over(actor, county, first, start=TODAY + 10 * DAY).agent == first


def test_end_must_lie_after_the_beginning(county, first, administrator_of) -> None:
    actor = administrator_of(county.slug)

    with pytest.raises(delegations.EndsBeforeStart):
        hand_over(actor, county, first, end=TODAY)
    made = hand_over(actor, county, first)
    with pytest.raises(delegations.EndsBeforeStart):
        delegations.end_delegation(actor=actor, delegation=made, valid_until=TODAY)


def test_municipality_hands_up_to_its_county_by_itself(county, administrator_of) -> None:
    town = Organisation.objects.get(slug="wehr")

    assert hand_over(administrator_of("wehr"), town, county).agent == county


@pytest.mark.parametrize("agent", ["landkreis-karlsruhe", "murg"])
def test_nobody_takes_over_without_agreeing(county, administrator_of, agent) -> None:
    town = Organisation.objects.get(slug="wehr")

    with pytest.raises(PermissionDenied):
        hand_over(administrator_of("wehr"), town, Organisation.objects.get(slug=agent))


def test_county_gets_no_figures_of_a_carrier_that_did_not_agree(administrator_of, county) -> None:
    with as_owner():
        foreign = organisations.carrier("Träger Fern", county="landkreis-ravensburg")

    with pytest.raises(PermissionDenied):
        hand_over(administrator_of(county.slug), county, foreign)


def test_nobody_hands_over_what_is_not_theirs(county, first, administrator_of) -> None:
    with pytest.raises(PermissionDenied):
        hand_over(administrator_of("landkreis-karlsruhe"), county, first)
    with pytest.raises(PermissionDenied):
        hand_over(administrator_of(first.slug), county, first)


@pytest.mark.parametrize("side", ["county", "first"])
def test_either_side_may_end_it(county, first, administrator_of, side) -> None:
    made = hand_over(administrator_of(county.slug), county, first)
    who = {"county": "baden-wuerttemberg", "first": first.slug}[side]

    delegations.end_delegation(
        actor=administrator_of(who), delegation=made, valid_until=TODAY + DAY
    )

    made.refresh_from_db()
    assert made.valid_until == TODAY + DAY


def test_strangers_do_not_end_it(county, first, administrator_of) -> None:
    made = hand_over(administrator_of(county.slug), county, first)

    with pytest.raises(PermissionDenied):
        delegations.end_delegation(
            actor=administrator_of("landkreis-karlsruhe"), delegation=made, valid_until=TODAY + DAY
        )


def test_only_what_has_not_begun_is_taken_back(county, first, second, administrator_of) -> None:
    actor = administrator_of(county.slug)
    running = hand_over(actor, county, first)
    coming = hand_over(actor, county, second, start=TODAY + DAY)

    delegations.withdraw_delegation(actor=actor, delegation=coming, today=TODAY)
    with pytest.raises(PermissionDenied):
        delegations.withdraw_delegation(actor=actor, delegation=running, today=TODAY)

    assert list(Delegation.objects.filter(principal=county)) == [running]


days = st.integers(0, 60).map(lambda n: TODAY + n * DAY)


@given(
    periods=st.lists(
        st.tuples(days, st.none() | days, st.none() | st.integers(1, 100)), max_size=6
    ),
    start=days,
    length=st.none() | st.integers(1, 60),
)
def test_largest_share_is_the_highest_sum_of_any_day(periods, start, length) -> None:
    given_out = [
        Delegation(valid_from=begin, valid_until=end, share_percent=share)
        for begin, end, share in periods
        if end is None or end > begin
    ]
    end = None if length is None else start + length * DAY
    last = end or TODAY + 130 * DAY

    day_by_day = max(
        sum(d.share_percent or 0 for d in given_out if holds(d, start + n * DAY))
        for n in range((last - start).days)
    )

    assert largest_share(given_out, start, end) == day_by_day
