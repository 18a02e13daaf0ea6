"""Short contacts without a file and group events: counted, but never as talks."""

import datetime as dt
import uuid
from typing import Any, TypeVar

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from geleit.casework import rules
from geleit.casework.models import GroupEvent, ShortContact
from geleit.organisations.models import Team
from geleit.people.queries import Viewer
from geleit.privacy import actions as privacy

Counted = TypeVar("Counted", ShortContact, GroupEvent)


def record_short_contact(
    *,
    actor: Viewer,
    team_id: int,
    held_on: dt.date,
    submission: uuid.UUID | None = None,
    **details: Any,
) -> ShortContact:
    """Count one short contact. `details`: minutes, channel, place, topics, language, funding_line_id."""
    made = _once(ShortContact, actor, submission, team_id=team_id, held_on=held_on, **details)
    return made


def record_group_event(
    *,
    actor: Viewer,
    team_id: int,
    held_on: dt.date,
    title: str,
    head_count: int,
    submission: uuid.UUID | None = None,
    **details: Any,
) -> GroupEvent:
    """Record that a group came together: one event with its head count, whoever came."""
    return _once(
        GroupEvent,
        actor,
        submission,
        team_id=team_id,
        held_on=held_on,
        title=title,
        head_count=head_count,
        **details,
    )


def remove_short_contact(*, actor: Viewer, contact: ShortContact) -> None:
    """Take back a short contact counted by mistake."""
    _remove(actor, contact, "casework.short_contact.removed")


def remove_group_event(*, actor: Viewer, event: GroupEvent) -> None:
    """Take back a group event recorded by mistake."""
    _remove(actor, event, "casework.group_event.removed")


def _once(
    model: type[Counted], actor: Viewer, submission: uuid.UUID | None, **columns: Any
) -> Counted:
    if not rules.can_counsel_in(actor, columns["team_id"]):
        raise PermissionDenied
    team = Team.objects.get(pk=columns["team_id"])
    try:
        with transaction.atomic():
            made = model.objects.create(
                organisation_id=team.organisation_id,
                counsellor_id=actor.account_id,
                submission=submission,
                **columns,
            )
            _audit(actor, made, f"casework.{_word(model)}.recorded")
            return made
    except IntegrityError:
        earlier = model.objects.filter(submission=submission, submission__isnull=False).first()
        if earlier is None:
            raise
        return earlier


def _remove(actor: Viewer, contact: ShortContact | GroupEvent, action: str) -> None:
    if not rules.can_correct(actor, contact):
        raise PermissionDenied
    _audit(actor, contact, action)
    contact.delete()


def _word(model: type[ShortContact] | type[GroupEvent]) -> str:
    return "short_contact" if model is ShortContact else "group_event"


def _audit(actor: Viewer, contact: ShortContact | GroupEvent, action: str) -> None:
    privacy.record(
        actor=actor,
        action=action,
        subject=contact,
        team_id=contact.team_id,
        organisation_id=contact.organisation_id,
    )
