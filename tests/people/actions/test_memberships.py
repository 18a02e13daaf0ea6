"""Giving, changing and ending roles."""

import datetime as dt

import pytest
from allauth.mfa.models import Authenticator
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from geleit.organisations.models import Organisation
from geleit.people.actions import memberships
from geleit.people.actions.memberships import Assignment
from geleit.people.choices import Role
from geleit.people.models import Membership
from geleit.privacy.models import AuditEntry
from tests.cast import TODAY
from tests.conftest import as_owner
from tests.factories import people

TOMORROW = TODAY + dt.timedelta(days=1)


def test_given_role_holds_from_its_day_and_leaves_one_audit_entry(cast, adam) -> None:
    made = memberships.add_membership(
        actor=adam,
        account=cast.samir,
        assignment=Assignment(Role.TEAM_LEAD, cast.carrier, cast.south),
        valid_from=TODAY,
    )

    assert cast.viewer(cast.samir).lead_team_ids == (cast.south.pk,)
    assert _entries() == [
        (
            "people.membership.given",
            made.pk,
            {"account": [None, cast.samir.pk], "role": [None, "team_lead"]},
        )
    ]


def test_role_ended_today_no_longer_shows_anything(cast, adam) -> None:
    membership = Membership.objects.get(account=cast.miriam)

    memberships.end_membership(actor=adam, membership=membership, valid_until=TODAY, today=TODAY)

    assert cast.viewer(cast.miriam).sight().teams == ()
    assert _entries() == [
        ("people.membership.ended", membership.pk, {"valid_until": [None, "2026-11-25"]})
    ]


def test_role_ended_tomorrow_still_holds_today(cast, adam) -> None:
    membership = Membership.objects.get(account=cast.miriam)

    memberships.end_membership(actor=adam, membership=membership, valid_until=TOMORROW, today=TODAY)

    assert cast.viewer(cast.miriam).team_ids == (cast.north.pk,)
    assert cast.viewer(cast.miriam, TOMORROW).team_ids == ()


def test_changed_role_keeps_the_old_one_in_the_history(cast, adam) -> None:
    before = Membership.objects.get(account=cast.miriam)

    after = memberships.change_role(
        actor=adam, membership=before, role=Role.COUNSELLOR, team=cast.south, today=TODAY
    )

    before.refresh_from_db()
    assert (before.team, before.valid_until) == (cast.north, TODAY)
    assert (after.team, after.valid_from, after.valid_until) == (cast.south, TODAY, None)
    assert cast.viewer(cast.miriam).team_ids == (cast.south.pk,)
    assert _entries() == [
        (
            "people.membership.changed",
            after.pk,
            {"role": ["counsellor", "counsellor"], "team": [cast.north.pk, cast.south.pk]},
        )
    ]


def test_changing_to_what_it_is_leaves_no_trace(cast, adam) -> None:
    membership = Membership.objects.get(account=cast.miriam)

    memberships.change_role(
        actor=adam, membership=membership, role=Role.COUNSELLOR, team=cast.north, today=TODAY
    )

    assert (Membership.objects.filter(account=cast.miriam).count(), _entries()) == (1, [])


def test_nobody_changes_their_own_rights(cast, adam) -> None:
    own = Membership.objects.get(account=cast.adam)

    with pytest.raises(PermissionDenied):
        memberships.add_membership(
            actor=adam,
            account=cast.adam,
            assignment=Assignment(Role.COUNSELLOR, cast.carrier, cast.north),
            valid_from=TODAY,
        )
    with pytest.raises(PermissionDenied):
        memberships.change_role(
            actor=adam, membership=own, role=Role.GRANTS_CLERK, team=None, today=TODAY
        )
    with pytest.raises(PermissionDenied):
        memberships.end_membership(actor=adam, membership=own, valid_until=TODAY, today=TODAY)


def test_organisations_outside_the_tree_are_out_of_reach(cast, adam) -> None:
    foreign = Membership.objects.get(account=cast.otto)

    with pytest.raises(PermissionDenied):
        memberships.add_membership(
            actor=adam,
            account=cast.miriam,
            assignment=Assignment(Role.COUNSELLOR, foreign.organisation, cast.elsewhere),
            valid_from=TODAY,
        )
    with pytest.raises(PermissionDenied):
        memberships.end_membership(actor=adam, membership=foreign, valid_until=TODAY, today=TODAY)


def test_people_who_never_were_members_are_invited_not_taken(cast, adam) -> None:
    with pytest.raises(PermissionDenied):
        memberships.add_membership(
            actor=adam,
            account=cast.otto,
            assignment=Assignment(Role.COUNSELLOR, cast.carrier, cast.north),
            valid_from=TODAY,
        )


def test_administrator_of_the_county_reaches_the_carriers_below_it(cast, act_as) -> None:
    with as_owner():
        lea = people.member("Lea Muster", Role.ADMINISTRATOR, organisation=cast.county)
    membership = Membership.objects.get(account=cast.miriam)

    memberships.end_membership(
        actor=act_as(lea), membership=membership, valid_until=TODAY, today=TODAY
    )

    assert cast.viewer(cast.miriam).teams == ()


@pytest.mark.parametrize(
    "name", ["miriam", "petra", "greta", "kerstin", "ruth", "moritz", "dora", "otto", "nina"]
)
def test_only_administrators_give_roles(cast, act_as, name) -> None:
    with pytest.raises(PermissionDenied):
        memberships.add_membership(
            actor=act_as(getattr(cast, name)),
            account=cast.jonas,
            assignment=Assignment(Role.TEAM_LEAD, cast.carrier, cast.north),
            valid_from=TODAY,
        )


@pytest.mark.parametrize(
    "role", [Role.MINISTRY, Role.GRANTING_AUTHORITY, Role.COUNTY_COORDINATOR], ids=str
)
def test_carrier_cannot_make_a_ministry_of_anybody(cast, adam, role) -> None:
    with pytest.raises(memberships.ImpossibleAssignment):
        memberships.add_membership(
            actor=adam,
            account=cast.jonas,
            assignment=Assignment(role, cast.carrier),
            valid_from=TODAY,
        )


@pytest.mark.parametrize(
    ("role", "team"),
    [
        (Role.COUNSELLOR, None),
        (Role.TEAM_LEAD, None),
        (Role.GRANTS_CLERK, "north"),
        (Role.COUNSELLOR, "elsewhere"),
    ],
)
def test_role_and_team_must_go_together(cast, adam, role, team) -> None:
    with pytest.raises(memberships.ImpossibleAssignment):
        memberships.add_membership(
            actor=adam,
            account=cast.jonas,
            assignment=Assignment(role, cast.carrier, team and getattr(cast, team)),
            valid_from=TODAY,
        )


def test_same_role_is_not_given_twice_for_one_time(cast, adam) -> None:
    with pytest.raises(memberships.AlreadyMember):
        memberships.add_membership(
            actor=adam,
            account=cast.jonas,
            assignment=Assignment(Role.COUNSELLOR, cast.carrier, cast.north),
            valid_from=TOMORROW,
        )


def test_ended_membership_cannot_be_changed(cast, adam) -> None:
    membership = Membership.objects.get(account=cast.miriam)
    memberships.end_membership(actor=adam, membership=membership, valid_until=TODAY, today=TODAY)

    with pytest.raises(PermissionDenied):
        memberships.change_role(
            actor=adam, membership=membership, role=Role.TEAM_LEAD, team=cast.north, today=TODAY
        )


def test_end_in_the_past_would_rewrite_history(cast, adam) -> None:
    membership = Membership.objects.get(account=cast.miriam)

    with pytest.raises(memberships.EndsBeforeStart):
        memberships.end_membership(
            actor=adam, membership=membership, valid_until=TODAY - dt.timedelta(days=1), today=TODAY
        )


def test_coming_membership_that_is_ended_never_holds(cast, adam) -> None:
    coming = memberships.add_membership(
        actor=adam,
        account=cast.samir,
        assignment=Assignment(Role.COUNSELLOR, cast.carrier, cast.north),
        valid_from=TOMORROW,
    )

    memberships.end_membership(actor=adam, membership=coming, valid_until=TODAY, today=TODAY)

    assert cast.viewer(cast.samir, TOMORROW).team_ids == (cast.south.pk,)


def test_administrator_needs_a_second_factor(cast, adam, settings) -> None:
    settings.DEMO = False
    with as_owner():
        cast.jonas.last_login = timezone.now()
        cast.jonas.save()
    assignment = Assignment(Role.ADMINISTRATOR, cast.carrier)

    with pytest.raises(memberships.NeedsSecondFactor):
        memberships.add_membership(
            actor=adam, account=cast.jonas, assignment=assignment, valid_from=TODAY
        )
    Authenticator.objects.create(user=cast.jonas, type=Authenticator.Type.TOTP, data={})
    made = memberships.add_membership(
        actor=adam, account=cast.jonas, assignment=assignment, valid_from=TODAY
    )

    assert made.role == Role.ADMINISTRATOR


def test_ministry_is_given_in_the_state(cast, act_as) -> None:
    state = Organisation.objects.get(slug="baden-wuerttemberg")
    with as_owner():
        sybille = people.member("Sybille Muster", Role.ADMINISTRATOR, organisation=state)

    made = memberships.add_membership(
        actor=act_as(sybille),
        account=cast.ruth,
        assignment=Assignment(Role.MINISTRY, state),
        valid_from=TODAY,
    )

    assert made.organisation == state


def _entries() -> list[tuple[str, int, dict]]:
    return list(AuditEntry.objects.values_list("action", "object_id", "changes"))
