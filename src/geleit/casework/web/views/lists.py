"""The list of talks: filter, order and page stand in the address; the export is what the list shows."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_GET

from geleit.casework.choices import Channel
from geleit.casework.models import CounsellingSession
from geleit.casework.queries import sessions as queries
from geleit.casework.web.forms.filters import SessionFilterForm
from geleit.clients import vocabulary
from geleit.people.doors import for_teams
from geleit.people.viewer import StaffRequest
from geleit.shared import paging, spreadsheet

# Orders a list can have; the id makes each one unambiguous.
ORDERS = {
    "held_on": ("held_on", "id"),
    "-held_on": ("-held_on", "-id"),
    "minutes": ("minutes_or_none", "id"),
    "-minutes": ("-minutes_or_none", "-id"),
    "channel": ("channel", "-held_on", "-id"),
    "-channel": ("-channel", "-held_on", "-id"),
}
LARGEST_EXPORT = 50_000
BATCH = 2000


@require_GET
@for_teams
def session_list(request: StaffRequest) -> HttpResponse:
    """Own talks, or all in sight, newest first."""
    form, found, sort = _wanted(request)
    page = paging.page(found, order=ORDERS[sort], cursor=request.GET.get("after", ""))
    people = queries.people_of(page.rows)
    names, channels = queries.topic_names(), dict(Channel.choices)
    rows = [
        {
            "session": session,
            "people": people.get(session.pk, []),
            "topics": [names.get(code, code) for code in _main_first(session)],
            "channel": channels.get(session.channel, "") if session.channel else "",
            "language": vocabulary.language_name(session.language) if session.language else "",
        }
        for session in page.rows
    ]
    context = {
        "form": form,
        "rows": rows,
        "count": paging.capped_count(found),
        "count_limit": paging.COUNT_LIMIT,
        "sort": sort,
        "newer_url": _url(request, page.previous),
        "older_url": _url(request, page.next),
        "query": request.GET.urlencode(),
    }
    return render(request, "casework/session_list.html", context)


@require_GET
@for_teams
def session_export(request: StaffRequest, kind: str) -> HttpResponse:
    """All talks of the filter as XLSX or CSV, in the order of the list, without notes."""
    if kind not in {"xlsx", "csv"}:
        raise Http404
    _form, found, sort = _wanted(request)
    if found.order_by()[: LARGEST_EXPORT + 1].count() > LARGEST_EXPORT:
        return render(
            request, "casework/export_too_large.html", {"limit": LARGEST_EXPORT}, status=413
        )
    name = f"gespraeche-{timezone.localdate():%Y-%m-%d}"
    return spreadsheet.answer(kind, name, _headings(), _rows(found, sort))


def _wanted(request: StaffRequest) -> tuple[SessionFilterForm, QuerySet[CounsellingSession], str]:
    form = SessionFilterForm(request.viewer, request.GET or {"whose": _whose(request)})
    found = queries.sessions_matching(
        request.viewer, form.wanted(mine_by_default=request.viewer.counsels)
    )
    sort = request.GET.get("sort", "")
    return form, found, sort if sort in ORDERS else "-held_on"


def _whose(request: StaffRequest) -> str:
    return "mine" if request.viewer.counsels else "all"


def _url(request: StaffRequest, cursor: str) -> str:
    if not cursor:
        return ""
    query = request.GET.copy()
    query["after"] = cursor
    return f"?{query.urlencode()}"


def _headings() -> list[str]:
    return [
        _("Date"),
        _("Time"),
        _("With whom"),
        _("How"),
        _("Minutes"),
        _("Main topic"),
        _("Topics"),
        _("Language"),
        _("Interpreting"),
        _("Place"),
        _("Funding line"),
        _("Counts"),
        pgettext("counsellor of a talk", "By"),
    ]


def _rows(found: QuerySet[CounsellingSession], sort: str) -> Iterator[list[Any]]:
    names = queries.topic_names()
    sessions = list(found.order_by(*ORDERS[sort]))
    for start in range(0, len(sessions), BATCH):
        batch = sessions[start : start + BATCH]
        people = queries.people_of(batch)
        for session in batch:
            yield _row(session, ", ".join(c.list_name for c in people.get(session.pk, [])), names)


def _row(session: CounsellingSession, people: str, names: dict[str, str]) -> list[Any]:
    return [
        session.held_on,
        session.starts_at,
        people,
        session.get_channel_display() if session.channel else "",
        session.minutes,
        names.get(session.main_topic, session.main_topic),
        ", ".join(names.get(code, code) for code in session.topics),
        vocabulary.language_name(session.language) if session.language else "",
        session.get_interpreting_display() if session.interpreting else "",
        session.place,
        session.funding_line.name if session.funding_line else "",
        _("yes") if session.is_counted else _("no"),
        session.counsellor.name,
    ]


def _main_first(session: CounsellingSession) -> list[str]:
    return sorted(session.topics, key=lambda code: code != session.main_topic)
