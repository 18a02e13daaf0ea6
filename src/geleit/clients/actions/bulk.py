"""Taking up many people at once, as when a list is taken over."""

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from django.core.exceptions import PermissionDenied
from django.db import transaction

from geleit.clients import rules
from geleit.clients.actions.facts import ClientFacts
from geleit.clients.models import Client, ResidenceStatus
from geleit.organisations.models import Team
from geleit.people.viewer import Viewer
from geleit.privacy import actions as privacy


class StatusToAdd(NamedTuple):
    """A residence status for a client taken up in the same step."""

    client: Client
    kind: str
    valid_until: dt.date | None


def register_clients(*, actor: Viewer, team: Team, people: Sequence[ClientFacts]) -> list[Client]:
    """Take up many people into one team's files, in their order; one audit entry each.

    The facts must be tidied and free of `content_errors`, their references of this team: whoever reads the list
    checks that row by row. Raises PermissionDenied for a team one does not counsel in, IntegrityError for a
    file number that is taken.
    """
    if not rules.can_keep_files(actor, team.pk):
        raise PermissionDenied
    with transaction.atomic():
        made = Client.objects.bulk_create(
            [Client(team=team, **facts.columns(), **facts.keys()) for facts in people],
            batch_size=500,
        )
        privacy.record_all(
            actor=actor,
            action="clients.client.registered",
            subjects=made,
            team_id=team.pk,
            organisation_id=team.organisation_id,
        )
    return made


def add_statuses(*, actor: Viewer, team: Team, statuses: Sequence[StatusToAdd]) -> None:
    """Add residence statuses to files of one team. What they say stands in the audit trail of the list taken over."""
    if not rules.can_keep_files(actor, team.pk):
        raise PermissionDenied
    with transaction.atomic():
        ResidenceStatus.objects.bulk_create(
            [
                ResidenceStatus(client=s.client, kind=s.kind, valid_until=s.valid_until)
                for s in statuses
            ],
            batch_size=500,
        )
        privacy.record_all(
            actor=actor,
            action="clients.residence.added",
            subjects=[status.client for status in statuses],
            team_id=team.pk,
            organisation_id=team.organisation_id,
        )
