"""What casework knows of one client: case and period, talks with their notes, what is planned."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from geleit.casework.choices import PlannedOutcome
from geleit.casework.models import Case, CounsellingSession, Participation, PlannedSession
from geleit.casework.queries.sessions import notes_of, sessions_visible_to, topic_names
from geleit.clients import vocabulary
from geleit.clients.models import Client
from geleit.people.viewer import Viewer


@dataclass(frozen=True)
class Talk:
    """A talk as the file's time line shows it. `note` is empty where there is none or it is sealed to others."""

    session: CounsellingSession
    topics: list[str]
    language: str
    note: str


@dataclass(frozen=True)
class Period:
    """How far the counselling period of a case has come on a day."""

    case: Case
    days: int
    days_gone: int

    @property
    def days_left(self) -> int:
        """Days until the period ends; negative once it is over."""
        return self.days - self.days_gone


def with_talk_count(clients: QuerySet[Client]) -> QuerySet[Client]:
    """The same clients, each with `talk_count`: talks they took part in, withdrawn ones left out."""
    took_part = Participation.objects.filter(client=OuterRef("pk"), session__voided_at=None)
    count = took_part.order_by().values("client").annotate(talks=Count("*")).values("talks")
    return clients.annotate(talk_count=Coalesce(Subquery(count), 0))


def cases_of(viewer: Viewer, client: Client) -> list[Case]:
    """All cases of a client in sight, the open or latest one first."""
    return list(
        Case.objects.filter(client=client, team_id__in=viewer.team_ids).order_by(
            "-started_on", "-pk"
        )
    )


def open_case_of(viewer: Viewer, client: Client) -> Case | None:
    """The case under which a client is being counselled; None if counselling has ended."""
    return Case.objects.filter(client=client, team_id__in=viewer.team_ids, ended_on=None).first()


def period_of(case: Case, day: dt.date) -> Period:
    """The period of an open case on a day."""
    whole = (case.ends_on - case.started_on).days + 1
    return Period(case, whole, (day - case.started_on).days)


def talks_of(viewer: Viewer, client: Client) -> QuerySet[CounsellingSession]:
    """Talks in which a client took part, in no order yet; withdrawn ones left out."""
    return (
        sessions_visible_to(viewer)
        .filter(participation__client=client)
        .select_related("counsellor")
    )


def timeline(viewer: Viewer, sessions: Sequence[CounsellingSession]) -> list[Talk]:
    """Talks with topics in words and the notes the viewer may read, in the given order. At most two queries."""
    notes = notes_of(viewer, [session.pk for session in sessions]) if viewer.sealed_team_ids else {}
    names = topic_names()
    return [
        Talk(
            session=session,
            topics=[names.get(code, code) for code in _main_first(session)],
            language=vocabulary.language_name(session.language),
            note=notes.get(session.pk, ""),
        )
        for session in sessions
    ]


def planned_for(
    viewer: Viewer, client: Client, since: dt.datetime, limit: int = 3
) -> list[PlannedSession]:
    """Talks planned with a client or their household from a moment on, the next one first."""
    with_whom = Q(client=client)
    if client.household_id:
        with_whom |= Q(household_id=client.household_id)
    planned = PlannedSession.objects.filter(
        with_whom, team_id__in=viewer.team_ids, starts_at__gte=since
    )
    return list(planned.filter(outcome=PlannedOutcome.PLANNED).order_by("starts_at")[:limit])


def _main_first(session: CounsellingSession) -> list[str]:
    return sorted(session.topics, key=lambda code: code != session.main_topic)
