"""The day page: where a counsellor starts and comes back to between two appointments."""

import datetime as dt
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from geleit.casework.choices import DraftKind, PlannedOutcome
from geleit.casework.models import CounsellingSession, PlannedSession
from geleit.casework.queries import day as queries
from geleit.casework.queries import drafts, sessions
from geleit.casework.web.views.sessions import empty_form
from geleit.people.queries import Viewer
from geleit.people.viewer import StaffRequest
from geleit.workspace.web.entry_points import first_page_of

DEADLINES_SHOWN = 6


@require_GET
def day(request: StaffRequest) -> HttpResponse:
    """Today's talks, what runs out, the record-a-talk panel and the own month; others are led to their own start."""
    viewer = request.viewer
    if not viewer.teams:
        return redirect(first_page_of(viewer))
    today = timezone.localdate()
    planned = queries.planned_on(viewer, today)
    talks = queries.held_on(viewer, today)
    deadlines = queries.deadlines(viewer, today, team_wide=not viewer.counsels)
    context: dict[str, Any] = {
        "today": today,
        "agenda": _agenda(viewer, planned, talks),
        "deadlines": deadlines[:DEADLINES_SHOWN],
        "more_deadlines": max(0, len(deadlines) - DEADLINES_SHOWN),
        "month": queries.month_figures(viewer, today),
        "drafts": drafts.drafts_of(viewer, DraftKind.SESSION)[:3] if viewer.counsels else [],
        "form": empty_form(viewer, []) if viewer.counsels else None,
    }
    return render(request, "workspace/day.html", context)


def _agenda(
    viewer: Viewer, planned: list[PlannedSession], talks: list[CounsellingSession]
) -> list[dict[str, Any]]:
    """Planned and recorded talks of the day in the order of their time; the next one is marked."""
    people = sessions.people_of(talks)
    now = timezone.localtime().time()
    rows: list[dict[str, Any]] = [
        {"at": timezone.localtime(p.starts_at).time(), "planned": p} for p in planned
    ]
    rows += [{"at": t.starts_at, "session": t, "people": people.get(t.pk, [])} for t in talks]
    rows.sort(key=lambda row: row["at"] or dt.time.max)
    waiting = [r for r in rows if "planned" in r and r["planned"].outcome == PlannedOutcome.PLANNED]
    current = next((row for row in waiting if row["at"] >= now), waiting[-1] if waiting else None)
    if current:
        current["is_now"] = True
    return rows


@require_GET
def welcome(request: StaffRequest) -> HttpResponse:
    """Where people start whose role has no pages of its own yet, or who have no role."""
    return render(request, "workspace/welcome.html")
