"""The list of people: filter, order and page stand in the address; the export is what the list shows."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from geleit.casework.queries import caseload
from geleit.clients import queries, rules, vocabulary
from geleit.clients.choices import BirthDatePrecision, InterpretingNeed, ResidenceKind
from geleit.clients.models import Client
from geleit.people.doors import for_teams
from geleit.people.viewer import StaffRequest
from geleit.shared import paging, spreadsheet
from geleit.shared.templatetags.kern import ActiveFilter, active_filters
from geleit.workspace.web.client_filter import CaseloadForm
from geleit.workspace.web.client_head import tone
from geleit.workspace.web.client_words import born_in_words, status_in_brief

LARGEST_EXPORT = 50_000
FIRST_ORDER = "name"

_KINDS = dict(ResidenceKind.choices)


@require_GET
@for_teams
def client_list(request: StaffRequest) -> HttpResponse:
    """Own people by name, or whatever the filter says."""
    form, found, sort = _wanted(request)
    page = paging.page(found, order=caseload.order_of(sort), cursor=request.GET.get("after", ""))
    today = timezone.localdate()
    context = {
        "form": form,
        "active": _active(request, form),
        "rows": [_row(client, today) for client in page.rows],
        "count": paging.capped_count(found),
        "count_limit": paging.COUNT_LIMIT,
        "sort": sort,
        "newer_url": _page_url(request, page.previous),
        "older_url": _page_url(request, page.next),
        "query": _without_page(request),
        "may_register": request.viewer.counsels,
        "text": form.cleaned_data.get("text", ""),
    }
    return render(request, "workspace/client_list.html", context)


@require_GET
@for_teams
def client_export(request: StaffRequest, kind: str) -> HttpResponse:
    """All people of the filter as XLSX or CSV, in the order and with the columns of the list."""
    if kind not in {"xlsx", "csv"}:
        raise Http404
    _form, found, sort = _wanted(request)
    if found.order_by()[: LARGEST_EXPORT + 1].count() > LARGEST_EXPORT:
        return render(
            request, "workspace/client_export_too_large.html", {"limit": LARGEST_EXPORT}, status=413
        )
    rows = found.order_by(*caseload.order_of(sort)).iterator(chunk_size=2000)
    name = f"personen-{timezone.localdate():%Y-%m-%d}"
    return spreadsheet.answer(kind, name, _headings(), _cells(rows))


def _wanted(request: StaffRequest) -> tuple[CaseloadForm, QuerySet[Client], str]:
    form = CaseloadForm(request.viewer, request.GET)
    found = caseload.caseload(request.viewer, form.wanted(), timezone.localdate())
    sort = request.GET.get("sort", "")
    sort = sort if sort.removeprefix("-") in caseload.ORDERS else FIRST_ORDER
    return form, caseload.sortable(found, sort), sort


def _active(request: StaffRequest, form: CaseloadForm) -> list[ActiveFilter]:
    """The filters in force, the household too, whose field is hidden."""
    active = active_filters({"request": request}, form)  # type: ignore[arg-type]
    household_id = form.cleaned_data.get("household")
    if household_id:
        household = queries.household_for(request.viewer, household_id).first()
        query = request.GET.copy()
        for name in ("household", "after"):
            query.pop(name, None)
        name = household.name if household else _("unknown")
        active.append(ActiveFilter(_("Household"), name, f"?{query.urlencode()}"))
    return active


def _row(client: Client, today: Any) -> dict[str, Any]:
    shown: Any = client  # carries the annotations of the list
    until = shown.status_until
    return {
        "client": client,
        "age": rules.age_on(client.birth_date, today),
        "citizenships": vocabulary.country_names(client.citizenships),
        "language": _language(client),
        "needs_interpreting": client.interpreting == InterpretingNeed.NEEDED,
        "status": status_in_brief(shown.status_kind),
        "until": until,
        "until_tone": tone(until, today),
        "last_talk_on": shown.last_talk_on,
        "next_talk_at": shown.next_talk_at,
    }


def _language(client: Client) -> str:
    if client.counselling_language:
        return vocabulary.language_name(client.counselling_language)
    return vocabulary.language_names(client.languages[:2])


def _headings() -> list[str]:
    return [
        _("Family name"), _("Given name"), _("File number"), _("Birth date"), _("Citizenships"), _("Language"),
        _("Interpreting"), _("Municipality"), _("Residence status"), _("Valid until"), _("Responsible"),
        _("Last talk"), _("Next talk"),
    ]  # fmt: skip


def _cells(clients: Iterator[Client]) -> Iterator[list[Any]]:
    for client in clients:
        shown: Any = client
        exact = client.birth_date_precision in (
            BirthDatePrecision.DAY,
            BirthDatePrecision.NOT_STATED,
        )
        yield [
            client.family_name,
            client.given_name,
            client.file_number,
            client.birth_date if exact else born_in_words(client),
            vocabulary.country_names(client.citizenships),
            _language(client),
            client.get_interpreting_display() if client.interpreting else "",
            client.municipality.name if client.municipality else "",
            str(_KINDS.get(shown.status_kind, "")),
            shown.status_until,
            client.counsellor.name if client.counsellor else "",
            shown.last_talk_on,
            timezone.localtime(shown.next_talk_at).date() if shown.next_talk_at else None,
        ]


def _page_url(request: StaffRequest, cursor: str) -> str:
    if not cursor:
        return ""
    query = request.GET.copy()
    query["after"] = cursor
    return f"?{query.urlencode()}"


def _without_page(request: StaffRequest) -> str:
    query = request.GET.copy()
    query.pop("after", None)
    return query.urlencode()
