"""What follows from roles, their dates and substitutions: the table of DESIGN § 6 as the database knows it."""

import datetime as dt

import pytest

from geleit.casework.models import CounsellingSession, Note
from geleit.clients.models import Client
from geleit.people.choices import Role
from geleit.people.models import Membership, Substitution
from geleit.people.queries import viewer_of
from geleit.runtime import row_security
from geleit.runtime.row_security import Sight
from tests.cast import TODAY, Cast
from tests.conftest import as_owner
from tests.factories import casework, clients, people

DAY = dt.timedelta(days=1)


def test_counsellor_sees_the_own_team_and_its_notes(cast) -> None:
    assert cast.viewer(cast.miriam).sight() == Sight(
        account=cast.miriam.pk, teams=(cast.north.pk,), sealed_teams=(cast.north.pk,)
    )


def test_team_lead_sees_the_team_without_notes_and_the_figures_of_the_carrier(cast) -> None:
    assert cast.viewer(cast.petra).sight() == Sight(
        account=cast.petra.pk, teams=(cast.north.pk,), figures=(cast.carrier.pk,)
    )


def test_grants_clerk_sees_figures_of_the_carrier_only(cast) -> None:
    assert cast.viewer(cast.greta).sight() == Sight(
        account=cast.greta.pk, figures=(cast.carrier.pk,)
    )


def test_county_coordinator_sees_exact_figures_of_the_county_and_of_those_who_work_for_it(
    cast,
) -> None:
    assert cast.viewer(cast.kerstin).sight() == Sight(
        account=cast.kerstin.pk, figures=(cast.county.pk, cast.carrier.pk)
    )


def test_data_protection_officer_sees_the_audit_trail_of_the_carrier_only(cast) -> None:
    assert cast.viewer(cast.dora).sight() == Sight(account=cast.dora.pk, audits=(cast.carrier.pk,))


@pytest.mark.parametrize("name", ["ruth", "moritz", "adam", "nina"])
def test_authority_ministry_administrator_and_the_roleless_see_no_protected_row(cast, name) -> None:
    account = getattr(cast, name)

    assert cast.viewer(account).sight() == Sight(account=account.pk)


def test_administrator_administers_the_own_tree_and_nobody_else_does(cast) -> None:
    with as_owner():
        lea = people.member("Lea Muster", Role.ADMINISTRATOR, organisation=cast.county)

    assert cast.viewer(cast.adam).administered_ids == {cast.carrier.pk}
    assert {cast.county.pk, cast.carrier.pk} < cast.viewer(lea).administered_ids
    assert cast.elsewhere.organisation_id not in cast.viewer(lea).administered_ids
    everybody = [
        getattr(cast, name)
        for name in ("miriam", "petra", "greta", "kerstin", "ruth", "moritz", "dora")
    ]
    assert [cast.viewer(account).administered_ids for account in everybody] == [frozenset()] * 7


def test_substitute_sees_and_counsels_in_the_team_of_the_absent_colleague(cast) -> None:
    _stand_in(cast, TODAY, TODAY)

    samir = cast.viewer(cast.samir)

    assert set(samir.sight().teams) == {cast.south.pk, cast.north.pk}
    assert set(samir.sight().sealed_teams) == {cast.south.pk, cast.north.pk}
    assert samir.home_team == cast.south


@pytest.mark.parametrize(
    ("first", "last", "sees"),
    [(-1, -1, False), (-1, 0, True), (0, 0, True), (0, 1, True), (1, 1, False)],
    ids=["ended yesterday", "ends today", "only today", "begins today", "begins tomorrow"],
)
def test_substitution_holds_from_its_first_to_its_last_day(cast, first, last, sees) -> None:
    _stand_in(cast, TODAY + first * DAY, TODAY + last * DAY)

    assert (cast.north.pk in cast.viewer(cast.samir).sight().teams) is sees


@pytest.mark.parametrize(
    ("valid_from", "valid_until", "sees"),
    [
        (-2, -1, False),
        (-2, 0, False),
        (-2, 1, True),
        (0, None, True),
        (1, None, False),
    ],
    ids=["ended yesterday", "ends today", "ends tomorrow", "begins today", "begins tomorrow"],
)
def test_membership_holds_from_its_day_until_before_its_end(
    cast, valid_from, valid_until, sees
) -> None:
    with as_owner():
        Membership.objects.create(
            account=cast.nina,
            organisation=cast.carrier,
            team=cast.north,
            role=Role.COUNSELLOR,
            valid_from=TODAY + valid_from * DAY,
            valid_until=None if valid_until is None else TODAY + valid_until * DAY,
        )

    assert bool(cast.viewer(cast.nina).sight().sealed_teams) is sees


def test_substitution_ends_with_the_membership_of_the_substitute(cast) -> None:
    _stand_in(cast, TODAY, TODAY + DAY)
    with as_owner():
        Membership.objects.filter(account=cast.samir).update(valid_until=TODAY)

    assert cast.viewer(cast.samir).sight() == Sight(account=cast.samir.pk)


def test_counsellor_of_another_carrier_cannot_stand_in_even_if_a_row_says_so(cast) -> None:
    with as_owner():
        Substitution.objects.create(
            absent=cast.miriam,
            substitute=cast.otto,
            team=cast.north,
            first_day=TODAY,
            last_day=TODAY,
            arranged_by=cast.petra,
        )

    assert cast.viewer(cast.otto).sight().teams == (cast.elsewhere.pk,)


def test_lead_who_also_counsels_reads_notes_of_that_team_only(cast) -> None:
    with as_owner():
        Membership.objects.create(
            account=cast.petra,
            organisation=cast.carrier,
            team=cast.south,
            role=Role.COUNSELLOR,
            valid_from=TODAY,
        )

    sight = cast.viewer(cast.petra).sight()

    assert (set(sight.teams), sight.sealed_teams) == (
        {cast.north.pk, cast.south.pk},
        (cast.south.pk,),
    )


def test_administrator_sees_no_client_and_no_talk(cast) -> None:
    with as_owner():
        casework.session(cast.miriam, clients.client(cast.north), note="vertraulich")
    row_security.enter(cast.viewer(cast.miriam).sight())
    seen_by_miriam = _counts()
    row_security.enter(cast.viewer(cast.adam).sight())

    assert (seen_by_miriam, _counts()) == ((1, 1, 1), (0, 0, 0))


def test_a_viewer_costs_as_many_queries_with_one_role_as_with_three(
    cast, django_assert_num_queries
) -> None:
    with as_owner():
        for team in (cast.south, cast.elsewhere):
            Membership.objects.create(
                account=cast.miriam,
                organisation=team.organisation,
                team=team,
                role=Role.COUNSELLOR,
                valid_from=TODAY,
            )

    with django_assert_num_queries(2):
        viewer_of(cast.jonas, TODAY)
    with django_assert_num_queries(2):
        viewer_of(cast.miriam, TODAY)
    with django_assert_num_queries(2):
        viewer_of(cast.adam, TODAY)


def _counts() -> tuple[int, int, int]:
    return Client.objects.count(), CounsellingSession.objects.count(), Note.objects.count()


def _stand_in(cast: Cast, first_day: dt.date, last_day: dt.date) -> None:
    with as_owner():
        Substitution.objects.create(
            absent=cast.miriam,
            substitute=cast.samir,
            team=cast.north,
            first_day=first_day,
            last_day=last_day,
            arranged_by=cast.petra,
        )
