"""Handing the counselling, or a share of it, to somebody else."""

import datetime as dt
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from geleit.organisations import rules
from geleit.organisations.models import Delegation, Organisation
from geleit.organisations.rules import Administrator
from geleit.privacy import actions as privacy

WHOLE = 100


class SharesExceedWhole(Exception):
    """Together the shares handed over would be more than 100 per cent on some day."""


class AlreadyDelegated(Exception):
    """This organisation works for the other one in that time already."""


class EndsBeforeStart(Exception):
    """The last day lies before the first."""


def delegate(
    *,
    actor: Administrator,
    principal: Organisation,
    agent: Organisation,
    share_percent: int | None,
    valid_from: dt.date,
    valid_until: dt.date | None = None,
) -> Delegation:
    """The agent works for the principal from that day; `valid_until` is the first day it no longer does.

    Raises PermissionDenied, `EndsBeforeStart`, `AlreadyDelegated` or `SharesExceedWhole`.
    """
    if not rules.can_delegate(actor, principal, agent):
        raise PermissionDenied
    if valid_until is not None and valid_until <= valid_from:
        raise EndsBeforeStart
    with transaction.atomic():
        # One at a time for a principal, or two could pass the check of shares together.
        Organisation.objects.select_for_update().get(pk=principal.pk)
        given = [
            d
            for d in Delegation.objects.filter(principal=principal)
            if _meets(d, valid_from, valid_until)
        ]
        if any(d.agent_id == agent.pk for d in given):
            raise AlreadyDelegated
        if (share_percent or 0) + rules.largest_share(given, valid_from, valid_until) > WHOLE:
            raise SharesExceedWhole
        made = Delegation.objects.create(
            principal=principal,
            agent=agent,
            share_percent=share_percent,
            valid_from=valid_from,
            valid_until=valid_until,
        )
        changes = {"agent": [None, agent.pk], "share_percent": [None, share_percent]}
        _audit(actor, "organisations.delegation.given", made, changes)
    return made


def end_delegation(*, actor: Administrator, delegation: Delegation, valid_until: dt.date) -> None:
    """From that day the agent no longer works for the principal. Raises `EndsBeforeStart`."""
    if not rules.can_end_delegation(actor, delegation):
        raise PermissionDenied
    if valid_until <= delegation.valid_from:
        raise EndsBeforeStart
    with transaction.atomic():
        current = Delegation.objects.select_for_update().get(pk=delegation.pk)
        changes = privacy.differences(current, {"valid_until": valid_until}, {"valid_until"})
        if not changes:
            return
        current.valid_until = valid_until
        current.save(update_fields=["valid_until"])
        _audit(actor, "organisations.delegation.ended", current, changes)


def withdraw_delegation(*, actor: Administrator, delegation: Delegation, today: dt.date) -> None:
    """Take back a delegation that has not begun; one in force is ended instead (PermissionDenied)."""
    if not rules.can_end_delegation(actor, delegation) or delegation.valid_from <= today:
        raise PermissionDenied
    with transaction.atomic():
        changes = {"valid_from": [delegation.valid_from.isoformat(), None]}
        _audit(actor, "organisations.delegation.withdrawn", delegation, changes)
        delegation.delete()


def _meets(delegation: Delegation, start: dt.date, end: dt.date | None) -> bool:
    """Whether a delegation is in force on some day of the period."""
    begins_in_time = end is None or delegation.valid_from < end
    return begins_in_time and (delegation.valid_until is None or delegation.valid_until > start)


def _audit(
    actor: Administrator, action: str, delegation: Delegation, changes: dict[str, Any]
) -> None:
    privacy.record(
        actor=actor,
        action=action,
        subject=delegation,
        organisation_id=delegation.principal_id,
        changes=changes,
    )
