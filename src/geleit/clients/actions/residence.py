"""Residence statuses: dated entries that follow one another."""

import datetime as dt
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from geleit.clients import rules
from geleit.clients.actions.facts import InvalidFacts, model_errors
from geleit.clients.models import Client, ResidenceStatus
from geleit.organisations.models import Team
from geleit.people.viewer import Viewer
from geleit.privacy import actions as privacy

COLUMNS = {"kind", "valid_from", "valid_until"}
# Settlement permits do not run out; the longest dated title is a travel document's ten years.
LONGEST_AHEAD = dt.timedelta(days=366 * 15)


def add_status(
    *,
    actor: Viewer,
    client: Client,
    kind: str,
    valid_from: dt.date | None = None,
    valid_until: dt.date | None = None,
) -> ResidenceStatus:
    """Add a status to a client's file; earlier ones stay. `valid_until` is the last day on the paper.

    Raises PermissionDenied for a foreign team's client, `InvalidFacts` for an unknown kind or crossed dates.
    """
    status = ResidenceStatus(
        client=client, kind=kind, valid_from=valid_from, valid_until=valid_until
    )
    _check(actor, status)
    with transaction.atomic():
        status.save()
        _audit(actor, "clients.residence.added", status, _said(status))
    return status


def correct_status(
    *,
    actor: Viewer,
    status: ResidenceStatus,
    kind: str,
    valid_from: dt.date | None,
    valid_until: dt.date | None,
) -> None:
    """Correct what was entered wrongly. A new paper is a new status, so that the history shows both."""
    after = {"kind": kind, "valid_from": valid_from, "valid_until": valid_until}
    _check(actor, ResidenceStatus(client=status.client, **after))
    with transaction.atomic():
        current = ResidenceStatus.objects.select_for_update(of=("self",)).get(pk=status.pk)
        changes = privacy.differences(current, after, COLUMNS)
        if not changes:
            return
        for column, value in after.items():
            setattr(current, column, value)
        current.save(update_fields=list(after))
        _audit(actor, "clients.residence.corrected", current, changes)


def remove_status(*, actor: Viewer, status: ResidenceStatus) -> None:
    """Take out a status entered by mistake. The audit trail keeps what it was."""
    if not rules.can_keep_files(actor, status.client.team_id):
        raise PermissionDenied
    with transaction.atomic():
        _audit(actor, "clients.residence.removed", status, _said(status))
        status.delete()


def _check(actor: Viewer, status: ResidenceStatus) -> None:
    if not rules.can_keep_files(actor, status.client.team_id):
        raise PermissionDenied
    errors: dict[str, str | Promise] = model_errors(status, exclude={"client"})
    first, last = status.valid_from, status.valid_until
    latest = timezone.localdate() + LONGEST_AHEAD
    if first and not rules.EARLIEST_STATUS <= first <= latest:
        errors["valid_from"] = _("This date cannot be. Please check the year.")
    if last and not rules.EARLIEST_STATUS <= last <= latest:
        errors["valid_until"] = _("This date cannot be. Please check the year.")
    elif first and last and first > last:
        errors["valid_until"] = _("The end lies before the beginning.")
    if errors:
        raise InvalidFacts(errors)


def _said(status: ResidenceStatus) -> dict[str, Any]:
    return privacy.differences(
        ResidenceStatus(), {column: getattr(status, column) for column in sorted(COLUMNS)}, COLUMNS
    )


def _audit(actor: Viewer, action: str, status: ResidenceStatus, changes: dict[str, Any]) -> None:
    """Filed under the client, whose history shows it."""
    privacy.record(
        actor=actor,
        action=action,
        subject=status.client,
        team_id=status.client.team_id,
        organisation_id=Team.objects.only("organisation_id")
        .get(pk=status.client.team_id)
        .organisation_id,
        changes=changes,
    )
