"""Reading talks: lists, one talk, its history, and what the next one probably looks like."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from geleit.casework.models import CounsellingSession, Note, Participation, Topic
from geleit.clients.models import Client
from geleit.people.queries import Viewer
from geleit.privacy.models import AuditEntry
from geleit.shared.remember import remembered


@dataclass(frozen=True)
class SessionFilter:
    """What a list of talks is narrowed to; everything empty means all talks in sight."""

    mine: bool = False
    team_id: int | None = None
    counsellor_id: int | None = None
    client_id: int | None = None
    first_day: dt.date | None = None
    last_day: dt.date | None = None
    channel: str = ""
    topic: str = ""
    language: str = ""
    interpreting: str = ""
    funding_line_id: int | None = None
    is_counted: bool | None = None
    person: str = ""


def sessions_visible_to(viewer: Viewer) -> QuerySet[CounsellingSession]:
    """Talks of the viewer's teams, withdrawn ones left out.

    Names the teams although row security would suffice: only then PostgreSQL walks the index in order.
    """
    return CounsellingSession.objects.filter(_of_teams(viewer.team_ids), voided_at=None)


def session_for(viewer: Viewer, pk: int) -> QuerySet[CounsellingSession]:
    """One talk in sight, a withdrawn one too, so that it can be brought back."""
    return CounsellingSession.objects.filter(_of_teams(viewer.team_ids), pk=pk).select_related(
        "counsellor", "team", "household", "funding_line"
    )


def sessions_matching(viewer: Viewer, wanted: SessionFilter) -> QuerySet[CounsellingSession]:
    """Talks in sight that meet the filter, with counsellor at hand; no order yet."""
    found = sessions_visible_to(viewer).select_related("counsellor", "funding_line")
    if wanted.team_id:
        found = found.filter(team_id=wanted.team_id)
    if wanted.mine:
        found = found.filter(counsellor_id=viewer.account_id)
    exact = {
        "counsellor_id": wanted.counsellor_id,
        "held_on__gte": wanted.first_day,
        "held_on__lte": wanted.last_day,
        "channel": wanted.channel,
        "language": wanted.language,
        "interpreting": wanted.interpreting,
        "funding_line_id": wanted.funding_line_id,
    }
    found = found.filter(**{name: value for name, value in exact.items() if value})
    if wanted.topic:
        found = found.filter(topics__contains=[wanted.topic])
    if wanted.is_counted is not None:
        found = found.filter(is_counted=wanted.is_counted)
    if wanted.client_id or wanted.person:
        found = found.filter(_with_people(wanted))
    # Sorting by length needs a value where none was stated.
    return found.annotate(minutes_or_none=Coalesce("minutes", 0))


def people_of(sessions: Iterable[CounsellingSession]) -> dict[int, list[Client]]:
    """Who took part in each of these talks, in one query, by family name."""
    ids = [session.pk for session in sessions]
    taken = (
        Participation.objects.filter(session_id__in=ids)
        .select_related("client")
        .order_by("client__sort_key")
    )
    found: dict[int, list[Client]] = defaultdict(list)
    for participation in taken:
        found[participation.session_id].append(participation.client)
    return found


def note_of(viewer: Viewer, session: CounsellingSession) -> Note | None:
    """The present note of a talk; None where there is none or the viewer may not read it."""
    return (
        Note.objects.filter(session=session, team_id__in=viewer.sealed_team_ids)
        .order_by("-version")
        .first()
    )


def notes_of(viewer: Viewer, session_ids: Iterable[int]) -> dict[int, str]:
    """Present notes of several talks by talk; sealed ones are missing."""
    notes = (
        Note.objects.filter(session_id__in=list(session_ids), team_id__in=viewer.sealed_team_ids)
        .order_by("session_id", "-version")
        .distinct("session_id")
    )
    return {note.session_id: note.text for note in notes}


def history_of(viewer: Viewer, session: CounsellingSession) -> list[AuditEntry]:
    """What happened to a talk since it was recorded, newest first. Row security leaves out foreign teams."""
    return list(
        AuditEntry.objects.filter(
            object_type=CounsellingSession._meta.label_lower,
            object_id=session.pk,
            team_id__in=viewer.team_ids,
        ).order_by("-at", "-pk")
    )


def notes_written(viewer: Viewer, session: CounsellingSession) -> list[Note]:
    """All versions of a talk's note for those who may read it, the present one first."""
    return list(
        Note.objects.filter(session=session, team_id__in=viewer.sealed_team_ids)
        .select_related("written_by")
        .order_by("-version")
    )


@dataclass(frozen=True)
class Defaults:
    """What the next talk probably looks like, from the client's record and the last talk."""

    channel: str = ""
    minutes: int | None = None
    place: str = ""
    language: str = ""
    interpreting: str = ""
    funding_line_id: int | None = None


def defaults_for(viewer: Viewer, client_ids: Iterable[int]) -> Defaults:
    """Defaults for a talk with these people: their last talk with the team, else the client's language needs,
    else the counsellor's own last talk. At most three queries.
    """
    ids = list(client_ids)
    mine = (
        sessions_visible_to(viewer)
        .filter(counsellor_id=viewer.account_id)
        .order_by("-held_on", "-id")
        .first()
    )
    last = _last_with(viewer, ids)
    client = Client.objects.filter(pk__in=ids).order_by("pk").first() if ids else None
    like = last or mine
    if like is None and client is None:
        return Defaults()
    language = last.language if last else (client.counselling_language if client else "")
    return Defaults(
        channel=like.channel if like else "",
        minutes=like.minutes if like else None,
        place=last.place if last else "",
        language=language,
        interpreting=last.interpreting
        if last
        else ("none" if client and client.interpreting == "not_needed" else ""),
        funding_line_id=like.funding_line_id if like else None,
    )


@remembered
def topics_on(day: dt.date) -> list[Topic]:
    """Topics a talk of that day can have, in their usual order."""
    ends = Q(valid_until__isnull=True) | Q(valid_until__gt=day)
    return list(Topic.objects.filter(ends, valid_from__lte=day))


@remembered
def topic_names() -> dict[str, str]:
    """Names of all topics there ever were, by code, in their usual order."""
    return dict(Topic.objects.values_list("code", "name"))


def _last_with(viewer: Viewer, client_ids: list[int]) -> CounsellingSession | None:
    if not client_ids:
        return None
    took_part = Participation.objects.filter(client_id__in=client_ids, team_id__in=viewer.team_ids)
    last = took_part.order_by("-held_on", "-session_id").values("session_id")[:1]
    return sessions_visible_to(viewer).filter(pk__in=last).first()


def _with_people(wanted: SessionFilter) -> Exists:
    took_part = Participation.objects.filter(session=OuterRef("pk"))
    if wanted.client_id:
        took_part = took_part.filter(client_id=wanted.client_id)
    for word in wanted.person.lower().split():
        took_part = took_part.filter(client__search_text__contains=f" {word}")
    return Exists(took_part)


def _of_teams(team_ids: tuple[int, ...]) -> Q:
    """One team by `=`, so that the index delivers the order; several by `IN`."""
    return Q(team_id=team_ids[0]) if len(team_ids) == 1 else Q(team_id__in=team_ids)
