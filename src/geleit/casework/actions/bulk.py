"""Beginning the counselling of many people at once, as when a list is taken over."""

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from django.core.exceptions import PermissionDenied
from django.db import transaction

from geleit.casework import rules
from geleit.casework.models import Case, CounsellingSession, Note, Participation
from geleit.clients.models import Client
from geleit.organisations.models import Team
from geleit.people.viewer import Viewer
from geleit.privacy import actions as privacy


class CaseToOpen(NamedTuple):
    """A client whose counselling began on a day."""

    client: Client
    started_on: dt.date


class TalkToCarryOver(NamedTuple):
    """The last talk a list mentions, with its remarks. Counted where the list was kept, so not again here."""

    client: Client
    held_on: dt.date
    remarks: str
    counsellor_id: int


def open_cases(*, actor: Viewer, team: Team, cases: Sequence[CaseToOpen]) -> None:
    """Open a case for clients of one team that have none; the clock runs from the day given."""
    _check(actor, team)
    with transaction.atomic():
        made = Case.objects.bulk_create(
            [
                Case(
                    client=client,
                    team=team,
                    organisation_id=team.organisation_id,
                    started_on=started_on,
                    ends_on=rules.period_end(started_on),
                )
                for client, started_on in cases
            ],
            batch_size=500,
        )
        privacy.record_all(
            actor=actor,
            action="casework.case.opened",
            subjects=made,
            team_id=team.pk,
            organisation_id=team.organisation_id,
        )


def carry_over_talks(*, actor: Viewer, team: Team, talks: Sequence[TalkToCarryOver]) -> None:
    """Keep the last talk of a list, so that files show when somebody was last there. It does not count."""
    _check(actor, team)
    with transaction.atomic():
        made = CounsellingSession.objects.bulk_create(
            [
                CounsellingSession(
                    team=team,
                    organisation_id=team.organisation_id,
                    counsellor_id=talk.counsellor_id,
                    held_on=talk.held_on,
                    is_counted=False,
                )
                for talk in talks
            ],
            batch_size=500,
        )
        pairs = list(zip(made, talks, strict=True))
        Participation.objects.bulk_create(
            [
                Participation(
                    session=session,
                    client=talk.client,
                    team=team,
                    organisation_id=team.organisation_id,
                    held_on=talk.held_on,
                )
                for session, talk in pairs
            ],
            batch_size=500,
        )
        Note.objects.bulk_create(
            [
                Note(
                    session=session, team=team, text=talk.remarks, written_by_id=talk.counsellor_id
                )
                for session, talk in pairs
                if talk.remarks
            ],
            batch_size=500,
        )
        privacy.record_all(
            actor=actor,
            action="casework.session.carried_over",
            subjects=made,
            team_id=team.pk,
            organisation_id=team.organisation_id,
        )


def _check(actor: Viewer, team: Team) -> None:
    if not rules.can_counsel_in(actor, team.pk):
        raise PermissionDenied
