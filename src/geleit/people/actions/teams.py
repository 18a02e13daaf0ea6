"""Teams: the unit of sight. They stand here and not with the organisations, because closing one asks
who is still in it.
"""

import datetime as dt
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from geleit.organisations.models import Organisation, Team
from geleit.people import rules
from geleit.people.models import Membership
from geleit.people.queries import Viewer
from geleit.privacy import actions as privacy


class TeamNameTaken(Exception):
    """This organisation has a team of that name already."""


class TeamInUse(Exception):
    """Somebody still works in this team. End or change their roles first."""


def open_team(*, actor: Viewer, organisation: Organisation, name: str) -> Team:
    """Add a team that counsels for the organisation. Raises `TeamNameTaken`."""
    if not rules.can_administer(actor, organisation.pk) or not rules.can_have_teams(organisation):
        raise PermissionDenied
    with transaction.atomic():
        _refuse_second(organisation.pk, name)
        team = Team.objects.create(organisation=organisation, name=name)
        _audit(actor, "people.team.opened", team)
    return team


def rename_team(*, actor: Viewer, team: Team, name: str) -> None:
    """Give a team another name; nothing else changes. Raises `TeamNameTaken`."""
    _check(actor, team)
    with transaction.atomic():
        current = Team.objects.select_for_update().get(pk=team.pk)
        changes = privacy.differences(current, {"name": name}, {"name"})
        if not changes:
            return
        _refuse_second(current.organisation_id, name, but=current.pk)
        current.name = name
        current.save(update_fields=["name"])
        _audit(actor, "people.team.renamed", current, changes)


def close_team(*, actor: Viewer, team: Team, today: dt.date) -> None:
    """Nobody can be put into the team any more; its files stay with it.

    Raises `TeamInUse` while somebody has a role in it, today or later.
    """
    _check(actor, team)
    with transaction.atomic():
        current = Team.objects.select_for_update().get(pk=team.pk)
        staff = Membership.objects.filter(team=current, account__is_active=True)
        if staff.exclude(valid_until__lte=today).exists():
            raise TeamInUse
        _set_active(actor, current, is_active=False)


def reopen_team(*, actor: Viewer, team: Team) -> None:
    """Let people be put into a closed team again."""
    _check(actor, team)
    with transaction.atomic():
        _set_active(actor, Team.objects.select_for_update().get(pk=team.pk), is_active=True)


def _check(actor: Viewer, team: Team) -> None:
    if not rules.can_administer(actor, team.organisation_id):
        raise PermissionDenied


def _refuse_second(organisation_id: int, name: str, but: int | None = None) -> None:
    same = Team.objects.filter(organisation=organisation_id, name__iexact=name)
    if same.exclude(pk__in=[but] if but else []).exists():
        raise TeamNameTaken


def _set_active(actor: Viewer, team: Team, *, is_active: bool) -> None:
    if team.is_active == is_active:
        return
    team.is_active = is_active
    team.save(update_fields=["is_active"])
    _audit(actor, "people.team.reopened" if is_active else "people.team.closed", team)


def _audit(actor: Viewer, action: str, team: Team, changes: dict[str, Any] | None = None) -> None:
    privacy.record(
        actor=actor,
        action=action,
        subject=team,
        organisation_id=team.organisation_id,
        changes=changes,
    )
