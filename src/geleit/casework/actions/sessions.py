"""Recording, correcting and withdrawing talks."""

import datetime as dt
import uuid
from dataclasses import dataclass, replace
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from geleit.casework import rules
from geleit.casework.choices import PlannedOutcome
from geleit.casework.models import CounsellingSession, Note, Participation, PlannedSession
from geleit.clients.models import Client
from geleit.organisations.models import Team
from geleit.people.queries import Viewer
from geleit.privacy import actions as privacy

# Values that may stand in the audit trail; place is free text and does not.
OPEN_FIELDS = {
    "held_on",
    "starts_at",
    "minutes",
    "channel",
    "topics",
    "main_topic",
    "language",
    "interpreting",
    "funding_line_id",
    "is_counted",
    "household_id",
    "voided_at",
}


class NobodyTookPart(Exception):
    """A talk needs at least one person. Without a file, record a short contact."""


class StaleVersion(Exception):
    """The talk was changed by somebody else meanwhile. Compare both versions, then save again."""


@dataclass(frozen=True)
class SessionFacts:
    """What a talk was, as the form gives it. Topics hold the main topic; None and '' mean 'not stated'."""

    team_id: int
    client_ids: tuple[int, ...]
    held_on: dt.date
    household_id: int | None = None
    starts_at: dt.time | None = None
    minutes: int | None = None
    channel: str = ""
    place: str = ""
    topics: tuple[str, ...] = ()
    main_topic: str = ""
    language: str = ""
    interpreting: str = ""
    funding_line_id: int | None = None
    is_counted: bool = True
    note: str = ""

    def columns(self) -> dict[str, Any]:
        """The talk's own columns; people and note have tables of their own."""
        topics = list(
            dict.fromkeys([*self.topics, *([self.main_topic] if self.main_topic else [])])
        )
        main = self.main_topic or (topics[0] if len(topics) == 1 else "")
        return {
            "held_on": self.held_on,
            "starts_at": self.starts_at,
            "minutes": self.minutes,
            "channel": self.channel,
            "place": self.place,
            "topics": topics,
            "main_topic": main,
            "language": self.language,
            "interpreting": self.interpreting,
            "funding_line_id": self.funding_line_id,
            "is_counted": self.is_counted,
            "household_id": self.household_id,
        }


def record_session(
    *,
    actor: Viewer,
    facts: SessionFacts,
    submission: uuid.UUID | None = None,
    planned_id: int | None = None,
) -> CounsellingSession:
    """Record a talk that took place. It counts from now on; its note is readable by the team only.

    Sending the same form again returns the talk that is there. A planned talk it came from is marked as held.
    Raises PermissionDenied for a foreign team, `NobodyTookPart` without people in sight.
    """
    if not rules.can_counsel_in(actor, facts.team_id):
        raise PermissionDenied
    try:
        with transaction.atomic():
            return _record(actor, facts, submission, planned_id)
    except IntegrityError:
        earlier = CounsellingSession.objects.filter(
            submission=submission, submission__isnull=False
        ).first()
        if earlier is None:
            raise
        return earlier


def _record(
    actor: Viewer, facts: SessionFacts, submission: uuid.UUID | None, planned_id: int | None
) -> CounsellingSession:
    team = Team.objects.get(pk=facts.team_id)
    facts = replace(facts, client_ids=_in_team(facts))
    session = CounsellingSession.objects.create(
        team=team,
        organisation_id=team.organisation_id,
        counsellor_id=actor.account_id,
        submission=submission,
        **facts.columns(),
    )
    _add_people(session, facts.client_ids)
    _write_note(actor, session, facts.note)
    if planned_id:
        PlannedSession.objects.filter(pk=planned_id, team=team, session=None).update(
            outcome=PlannedOutcome.HELD, session=session
        )
    _audit(actor, "casework.session.recorded", session)
    return session


def correct_session(
    *, actor: Viewer, session: CounsellingSession, version: int, facts: SessionFacts
) -> None:
    """Replace what was recorded. The history keeps every earlier value, who changed it and when.

    Raises `StaleVersion` if the talk is no longer in the version the form was filled from.
    """
    if not rules.can_correct(actor, session) or facts.team_id != session.team_id:
        raise PermissionDenied
    facts = replace(facts, client_ids=_in_team(facts))
    with transaction.atomic():
        current = _locked(session, version)
        changes = privacy.differences(current, facts.columns(), OPEN_FIELDS)
        changes |= _replace_people(current, facts)
        if facts.note != _latest_note(current):
            changes["note"] = "changed"
        if not changes:
            return
        for column, value in facts.columns().items():
            setattr(current, column, value)
        current.version += 1
        current.save()
        if "note" in changes:
            _write_note(actor, current, facts.note, empty_too=True)
        _audit(actor, "casework.session.corrected", current, changes)


def void_session(*, actor: Viewer, session: CounsellingSession) -> None:
    """Withdraw a talk recorded by mistake: it no longer counts or shows, but can be brought back."""
    _set_voided(actor, session, timezone.now(), "casework.session.voided")


def restore_session(*, actor: Viewer, session: CounsellingSession) -> None:
    """Bring back a withdrawn talk as it was."""
    _set_voided(actor, session, None, "casework.session.restored")


def _set_voided(
    actor: Viewer, session: CounsellingSession, moment: dt.datetime | None, action: str
) -> None:
    if not rules.can_correct(actor, session):
        raise PermissionDenied
    with transaction.atomic():
        current = CounsellingSession.objects.select_for_update().get(pk=session.pk)
        if (current.voided_at is None) == (moment is None):
            return
        current.voided_at = moment
        current.version += 1
        current.save(update_fields=["voided_at", "version"])
        if moment:
            PlannedSession.objects.filter(session=current).update(
                session=None, outcome=PlannedOutcome.PLANNED
            )
        _audit(actor, action, current)


def _locked(session: CounsellingSession, version: int) -> CounsellingSession:
    current = CounsellingSession.objects.select_for_update().get(pk=session.pk)
    if current.version != version:
        raise StaleVersion
    return current


def _in_team(facts: SessionFacts) -> tuple[int, ...]:
    """The clients of the form that belong to the team, in the form's order; foreign ones do not exist here."""
    found = set(
        Client.objects.filter(pk__in=facts.client_ids, team_id=facts.team_id).values_list(
            "pk", flat=True
        )
    )
    present = tuple(dict.fromkeys(pk for pk in facts.client_ids if pk in found))
    if not present or len(found) != len(set(facts.client_ids)):
        raise NobodyTookPart
    return present


def _add_people(session: CounsellingSession, client_ids: tuple[int, ...]) -> None:
    Participation.objects.bulk_create(
        Participation(
            client_id=client_id,
            session=session,
            team_id=session.team_id,
            organisation_id=session.organisation_id,
            held_on=session.held_on,
        )
        for client_id in client_ids
    )


def _replace_people(session: CounsellingSession, facts: SessionFacts) -> dict[str, Any]:
    """Bring the participants in line with the facts; returns the change for the history."""
    present = Participation.objects.filter(session=session)
    before = sorted(present.values_list("client_id", flat=True))
    after = sorted(facts.client_ids)
    if before != after:
        present.exclude(client_id__in=after).delete()
        _add_people(session, tuple(pk for pk in after if pk not in before))
    if facts.held_on != session.held_on:
        present.update(held_on=facts.held_on)
    return {"clients": [before, after]} if before != after else {}


def _latest_note(session: CounsellingSession) -> str:
    note = Note.objects.filter(session=session).order_by("-version").first()
    return note.text if note else ""


def _write_note(
    actor: Viewer, session: CounsellingSession, text: str, *, empty_too: bool = False
) -> None:
    if text or empty_too:
        Note.objects.create(
            session=session,
            team_id=session.team_id,
            text=text,
            version=session.version,
            written_by_id=actor.account_id,
        )


def _audit(
    actor: Viewer, action: str, session: CounsellingSession, changes: dict[str, Any] | None = None
) -> None:
    privacy.record(
        actor=actor,
        action=action,
        subject=session,
        team_id=session.team_id,
        organisation_id=session.organisation_id,
        changes=changes,
    )
