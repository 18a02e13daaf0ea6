"""Giving, changing and ending roles."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction

from geleit.organisations.models import Organisation, Team
from geleit.people import rules
from geleit.people.choices import Role
from geleit.people.models import Account, Membership
from geleit.people.queries import (
    Viewer,
    has_second_factor,
    memberships_administered_by,
    valid_on,
)
from geleit.privacy import actions as privacy


class ImpossibleAssignment(Exception):
    """This role does not go with this organisation or team."""


class AlreadyMember(Exception):
    """The person has this role here in that time already."""


class NeedsSecondFactor(Exception):
    """Only somebody with a second factor can become administrator."""


class EndsBeforeStart(Exception):
    """The end lies before the beginning, or in the past."""


@dataclass(frozen=True)
class Assignment:
    """What somebody is to be: a role in an organisation, for counsellors and leads in one team."""

    role: Role
    organisation: Organisation
    team: Team | None = None


def add_membership(
    *,
    actor: Viewer,
    account: Account,
    assignment: Assignment,
    valid_from: dt.date,
    valid_until: dt.date | None = None,
) -> Membership:
    """Give a role to somebody who is or was a member of the actor's tree; others are invited.

    They see what the role shows from that day on, in a running session too.
    Raises PermissionDenied, `ImpossibleAssignment`, `NeedsSecondFactor`, `AlreadyMember` or
    `EndsBeforeStart`.
    """
    if not rules.can_give_role(actor, account.pk, assignment.organisation.pk):
        raise PermissionDenied
    if not memberships_administered_by(actor).filter(account=account).exists():
        raise PermissionDenied
    if valid_until is not None and valid_until <= valid_from:
        raise EndsBeforeStart
    with transaction.atomic():
        made = begin(account, assignment, valid_from, valid_until)
        changes = {"account": [None, account.pk], "role": [None, made.role]}
        _audit(actor, "people.membership.given", made, changes)
    return made


def begin(
    account: Account, assignment: Assignment, valid_from: dt.date, valid_until: dt.date | None
) -> Membership:
    """Add the row of a role whose giving has been allowed, here or by an invitation."""
    refuse_impossible(assignment)
    Account.objects.select_for_update().get(pk=account.pk)
    if assignment.role == Role.ADMINISTRATOR:
        _refuse_without_second_factor(account)
    if _holding(account, assignment, valid_from, valid_until).exists():
        raise AlreadyMember
    return Membership.objects.create(
        account=account,
        organisation=assignment.organisation,
        team=assignment.team,
        role=assignment.role,
        valid_from=valid_from,
        valid_until=valid_until,
    )


def change_role(
    *, actor: Viewer, membership: Membership, role: Role, team: Team | None, today: dt.date
) -> Membership:
    """From today on somebody has another role or team in the same organisation.

    The old membership ends today and stays in the history. Raises as `add_membership`.
    """
    if not rules.can_change_membership(actor, membership):
        raise PermissionDenied
    with transaction.atomic():
        current = _current(membership, today)
        if (current.role, current.team_id) == (role, team.pk if team else None):
            return current
        until = current.valid_until
        _end(current, today)
        assignment = Assignment(role, current.organisation, team)
        made = begin(current.account, assignment, max(today, current.valid_from), until)
        changes = {"role": [current.role, made.role], "team": [current.team_id, made.team_id]}
        _audit(actor, "people.membership.changed", made, changes)
    return made


def end_membership(
    *, actor: Viewer, membership: Membership, valid_until: dt.date, today: dt.date
) -> None:
    """From that day the person no longer has the role; today closes their sight at once.

    What they stand in for ends with it. Raises `EndsBeforeStart` for a day in the past.
    """
    if not rules.can_change_membership(actor, membership):
        raise PermissionDenied
    if valid_until < today:
        raise EndsBeforeStart
    with transaction.atomic():
        current = _current(membership, today)
        after = {"valid_until": max(valid_until, current.valid_from)}
        changes = privacy.differences(current, after, {"valid_until"})
        _end(current, valid_until)
        _audit(actor, "people.membership.ended", current, changes)


def refuse_impossible(assignment: Assignment) -> None:
    """Raise `ImpossibleAssignment` unless role, organisation and team go together."""
    if not rules.is_possible(assignment.role, assignment.organisation, assignment.team):
        raise ImpossibleAssignment


def _current(membership: Membership, today: dt.date) -> Membership:
    """The row, locked. One that has ended is history and cannot be changed: PermissionDenied."""
    current = (
        Membership.objects.select_for_update(of=("self",))
        .select_related("account", "organisation")
        .get(pk=membership.pk)
    )
    if current.valid_until is not None and current.valid_until <= today:
        raise PermissionDenied
    return current


def _end(membership: Membership, valid_until: dt.date) -> None:
    # One that has not begun never holds: it ends on the day it would have begun.
    membership.valid_until = max(valid_until, membership.valid_from)
    membership.save(update_fields=["valid_until"])


def _holding(
    account: Account, assignment: Assignment, valid_from: dt.date, valid_until: dt.date | None
) -> Any:
    same = Membership.objects.filter(
        account=account,
        organisation=assignment.organisation,
        team=assignment.team,
        role=assignment.role,
    )
    later = same.filter(valid_from__gt=valid_from)
    if valid_until is not None:
        later = later.filter(valid_from__lt=valid_until)
    return same.filter(valid_on(valid_from)) | later


def _refuse_without_second_factor(account: Account) -> None:
    """A new account sets one up before its first page, so only one that signs in already is asked."""
    if not settings.DEMO and account.last_login and not has_second_factor(account):
        raise NeedsSecondFactor


def _audit(actor: Viewer, action: str, membership: Membership, changes: dict[str, Any]) -> None:
    privacy.record(
        actor=actor,
        action=action,
        subject=membership,
        organisation_id=membership.organisation_id,
        changes=changes,
    )
