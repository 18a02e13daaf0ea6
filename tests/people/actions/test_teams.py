"""Opening, renaming and closing teams."""

import pytest
from django.core.exceptions import PermissionDenied

from geleit.organisations.models import Organisation, Team
from geleit.people.actions import memberships, teams
from geleit.people.choices import Role
from geleit.people.models import Membership
from geleit.privacy.models import AuditEntry
from tests.cast import TODAY
from tests.conftest import as_owner
from tests.factories import people


def test_opened_team_takes_members(cast, adam) -> None:
    team = teams.open_team(actor=adam, organisation=cast.carrier, name="Team West")

    memberships.add_membership(
        actor=adam,
        account=cast.miriam,
        assignment=memberships.Assignment(Role.COUNSELLOR, cast.carrier, team),
        valid_from=TODAY,
    )

    assert set(cast.viewer(cast.miriam).team_ids) == {cast.north.pk, team.pk}


def test_each_change_leaves_one_audit_entry(cast, adam) -> None:
    team = teams.open_team(actor=adam, organisation=cast.carrier, name="Team West")
    teams.rename_team(actor=adam, team=team, name="Team Ost")
    teams.rename_team(actor=adam, team=team, name="Team Ost")
    teams.close_team(actor=adam, team=team, today=TODAY)
    teams.close_team(actor=adam, team=team, today=TODAY)
    teams.reopen_team(actor=adam, team=team)

    assert list(AuditEntry.objects.order_by("pk").values_list("action", "changes")) == [
        ("people.team.opened", {}),
        ("people.team.renamed", {"name": ["Team West", "Team Ost"]}),
        ("people.team.closed", {}),
        ("people.team.reopened", {}),
    ]


def test_name_is_used_once_in_an_organisation(cast, adam) -> None:
    with pytest.raises(teams.TeamNameTaken):
        teams.open_team(actor=adam, organisation=cast.carrier, name="team nord")
    with pytest.raises(teams.TeamNameTaken):
        teams.rename_team(actor=adam, team=cast.south, name="Team Nord")


def test_team_with_members_stays_open(cast, adam) -> None:
    with pytest.raises(teams.TeamInUse):
        teams.close_team(actor=adam, team=cast.south, today=TODAY)

    samir = Membership.objects.get(account=cast.samir)
    memberships.end_membership(actor=adam, membership=samir, valid_until=TODAY, today=TODAY)
    teams.close_team(actor=adam, team=cast.south, today=TODAY)

    assert Team.objects.get(pk=cast.south.pk).is_active is False


def test_closed_team_takes_no_members(cast, adam) -> None:
    team = teams.open_team(actor=adam, organisation=cast.carrier, name="Team West")
    teams.close_team(actor=adam, team=team, today=TODAY)
    team.refresh_from_db()

    with pytest.raises(memberships.ImpossibleAssignment):
        memberships.add_membership(
            actor=adam,
            account=cast.miriam,
            assignment=memberships.Assignment(Role.COUNSELLOR, cast.carrier, team),
            valid_from=TODAY,
        )


@pytest.mark.parametrize("name", ["miriam", "petra", "greta", "kerstin", "otto", "dora"])
def test_only_administrators_of_the_tree_open_and_close_teams(cast, act_as, name) -> None:
    viewer = act_as(getattr(cast, name))

    with pytest.raises(PermissionDenied):
        teams.open_team(actor=viewer, organisation=cast.carrier, name="Team West")
    with pytest.raises(PermissionDenied):
        teams.close_team(actor=viewer, team=cast.south, today=TODAY)


def test_state_and_granting_authority_have_no_teams(cast, act_as) -> None:
    state = Organisation.objects.get(slug="baden-wuerttemberg")
    with as_owner():
        sybille = people.member("Sybille Muster", Role.ADMINISTRATOR, organisation=state)

    with pytest.raises(PermissionDenied):
        teams.open_team(actor=act_as(sybille), organisation=state, name="Team Land")
