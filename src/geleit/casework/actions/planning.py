"""Planning talks ahead and saying what became of them."""

import datetime as dt
from typing import Any

from django.core.exceptions import PermissionDenied

from geleit.casework import rules
from geleit.casework.choices import PlannedOutcome
from geleit.casework.models import PlannedSession
from geleit.clients.models import Client, Household
from geleit.organisations.models import Team
from geleit.people.queries import Viewer
from geleit.privacy import actions as privacy


def plan_session(
    *,
    actor: Viewer,
    team_id: int,
    starts_at: dt.datetime,
    client: Client | None = None,
    household: Household | None = None,
    **details: Any,
) -> PlannedSession:
    """Put a talk on one's day. `details`: minutes, channel, place, subject. Without client or household: open hours."""
    if not rules.can_counsel_in(actor, team_id):
        raise PermissionDenied
    if any(who is not None and who.team_id != team_id for who in (client, household)):
        raise PermissionDenied
    planned = PlannedSession.objects.create(
        team_id=team_id,
        counsellor_id=actor.account_id,
        starts_at=starts_at,
        client=client,
        household=household,
        **details,
    )
    _audit(actor, planned, "casework.planned_session.planned")
    return planned


def change_plan(*, actor: Viewer, planned: PlannedSession, **details: Any) -> None:
    """Move a planned talk or change its details."""
    if not rules.can_change_plan(actor, planned):
        raise PermissionDenied
    if any(
        who is not None and who.team_id != planned.team_id
        for who in (details.get("client"), details.get("household"))
    ):
        raise PermissionDenied
    for column, value in details.items():
        setattr(planned, column, value)
    planned.save(update_fields=list(details))
    _audit(actor, planned, "casework.planned_session.changed")


def settle_plan(*, actor: Viewer, planned: PlannedSession, outcome: PlannedOutcome) -> None:
    """Say that nobody came or that it was cancelled; or take that back with `PLANNED`."""
    if not rules.can_change_plan(actor, planned) or planned.session_id:
        raise PermissionDenied
    planned.outcome = outcome
    planned.save(update_fields=["outcome"])
    _audit(actor, planned, f"casework.planned_session.{outcome.value}")


def _audit(actor: Viewer, planned: PlannedSession, action: str) -> None:
    team = Team.objects.get(pk=planned.team_id)
    privacy.record(
        actor=actor,
        action=action,
        subject=planned,
        team_id=team.pk,
        organisation_id=team.organisation_id,
    )
