"""Opening and ending the counselling of a client."""

import datetime as dt

from django.core.exceptions import PermissionDenied

from geleit.casework import rules
from geleit.casework.choices import EndReason
from geleit.casework.models import Case
from geleit.clients.models import Client
from geleit.people.queries import Viewer
from geleit.privacy import actions as privacy


class CaseAlreadyOpen(Exception):
    """This person is being counselled already."""


class CaseAlreadyEnded(Exception):
    """Counselling of this person has ended already."""


def open_case(*, actor: Viewer, client: Client, started_on: dt.date) -> Case:
    """Begin counselling: the clock of three years runs from that day. Raises `CaseAlreadyOpen`."""
    if not rules.can_counsel_in(actor, client.team_id):
        raise PermissionDenied
    if Case.objects.filter(client=client, ended_on=None).exists():
        raise CaseAlreadyOpen
    case = Case.objects.create(
        client=client,
        team_id=client.team_id,
        organisation_id=client.team.organisation_id,
        started_on=started_on,
        ends_on=rules.period_end(started_on),
    )
    _audit(actor, "casework.case.opened", case)
    return case


def end_case(*, actor: Viewer, case: Case, ended_on: dt.date, reason: EndReason) -> None:
    """End counselling with a reason. The file stays readable for the team until its retention period is over."""
    if not rules.can_counsel_in(actor, case.team_id):
        raise PermissionDenied
    if case.ended_on is not None:
        raise CaseAlreadyEnded
    case.ended_on, case.end_reason = ended_on, reason
    case.save(update_fields=["ended_on", "end_reason"])
    _audit(actor, "casework.case.ended", case)


def reopen_case(*, actor: Viewer, case: Case) -> None:
    """Take back that counselling ended: the same case goes on, its clock as before. Raises `CaseAlreadyOpen`."""
    if not rules.can_counsel_in(actor, case.team_id):
        raise PermissionDenied
    if Case.objects.filter(client_id=case.client_id, ended_on=None).exists():
        raise CaseAlreadyOpen
    case.ended_on, case.end_reason = None, ""
    case.save(update_fields=["ended_on", "end_reason"])
    _audit(actor, "casework.case.reopened", case)


def _audit(actor: Viewer, action: str, case: Case) -> None:
    privacy.record(
        actor=actor,
        action=action,
        subject=case,
        team_id=case.team_id,
        organisation_id=case.organisation_id,
    )
