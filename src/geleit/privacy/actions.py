"""Writing the audit trail: called by every action of the domains above, once each."""

from collections.abc import Iterable
from typing import Any, Protocol

from django.db import models

from geleit.privacy.models import AuditEntry


class Actor(Protocol):
    """Whoever acts: the viewer of a request, of a job, or of a command."""

    @property
    def account_id(self) -> int: ...

    @property
    def name(self) -> str: ...


def record(
    *,
    actor: Actor,
    action: str,
    subject: models.Model,
    team_id: int | None = None,
    organisation_id: int | None = None,
    changes: dict[str, Any] | None = None,
) -> None:
    """Add one entry to the audit trail, in the transaction of the change itself.

    `changes` holds codes, dates and ids only; free text belongs to its own sealed table.
    """
    record_all(
        actor=actor,
        action=action,
        subjects=[subject],
        team_id=team_id,
        organisation_id=organisation_id,
        changes=changes,
    )


def record_all(
    *,
    actor: Actor,
    action: str,
    subjects: Iterable[models.Model],
    team_id: int | None = None,
    organisation_id: int | None = None,
    changes: dict[str, Any] | None = None,
) -> None:
    """Add one entry for each of many records that were changed alike, in one statement."""
    AuditEntry.objects.bulk_create(
        [
            AuditEntry(
                actor_id=actor.account_id,
                actor_name=actor.name,
                action=action,
                object_type=subject._meta.label_lower,
                object_id=subject.pk,
                team_id=team_id,
                organisation_id=organisation_id,
                changes=changes or {},
            )
            for subject in subjects
        ]
    )


def differences(
    before: models.Model, after: dict[str, Any], open_fields: set[str]
) -> dict[str, Any]:
    """Which fields of a record are about to change: field → [old, new], free text only as «changed».

    `open_fields` names the fields whose values may stand in the audit trail.
    """
    changed: dict[str, Any] = {}
    for field, new in after.items():
        old = getattr(before, field)
        if old != new:
            changed[field] = [_plain(old), _plain(new)] if field in open_fields else "changed"
    return changed


def _plain(value: Any) -> Any:
    if isinstance(value, models.Model):
        return value.pk
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return str(value)
