"""A client's file: overview, talks, all that is stated about the person."""

import datetime as dt
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from geleit.casework.models import PlannedSession
from geleit.casework.queries import of_client
from geleit.casework.queries.day import PERIOD_WARNING
from geleit.clients import queries, vocabulary
from geleit.clients.choices import HouseholdRole
from geleit.clients.models import Client
from geleit.people.viewer import StaffRequest, Viewer
from geleit.shared import paging
from geleit.workspace.web import client_head as heads
from geleit.workspace.web import client_words as words
from geleit.workspace.web.client_head import ClientFile, open_file

TALKS_ON_OVERVIEW = 6
NEWEST_FIRST = ("-held_on", "-id")


@require_GET
def overview(request: StaffRequest, pk: int) -> HttpResponse:
    """What matters now, the last talks, the period, household and who is responsible."""
    viewer, today = request.viewer, timezone.localdate()
    client = get_object_or_404(of_client.with_talk_count(queries.client_for(viewer, pk)))
    file = open_file(viewer, client, today)
    planned = of_client.planned_for(viewer, client, _start_of(today))
    last_talks = of_client.talks_of(viewer, client).order_by(*NEWEST_FIRST)[:TALKS_ON_OVERVIEW]
    context = heads.head(viewer, file, heads.OVERVIEW, today) | {
        "notes": _what_matters(file, planned, today),
        "timeline": of_client.timeline(viewer, list(last_talks)),
        "period": _period(file, today),
        "members": _other_members(viewer, client),
        "planned": planned,
        "today": today,
    }
    return render(request, "workspace/client_file.html", context)


@require_GET
def talks(request: StaffRequest, pk: int) -> HttpResponse:
    """All talks with this person, newest first, with the notes the viewer may read."""
    viewer, today = request.viewer, timezone.localdate()
    client = get_object_or_404(of_client.with_talk_count(queries.client_for(viewer, pk)))
    page = paging.page(
        of_client.talks_of(viewer, client), order=NEWEST_FIRST, cursor=request.GET.get("after", "")
    )
    context = heads.head(viewer, open_file(viewer, client, today), heads.TALKS, today) | {
        "timeline": of_client.timeline(viewer, page.rows),
        "newer_url": f"?after={page.previous}" if page.previous else "",
        "older_url": f"?after={page.next}" if page.next else "",
    }
    return render(request, "workspace/client_file_talks.html", context)


@require_GET
def details(request: StaffRequest, pk: int) -> HttpResponse:
    """All that is stated about the person, residence statuses, cases, and who changed what."""
    viewer, today = request.viewer, timezone.localdate()
    client = get_object_or_404(of_client.with_talk_count(queries.client_for(viewer, pk)))
    file = open_file(viewer, client, today)
    history = queries.history_of(viewer, client)
    shared = heads.head(viewer, file, heads.DETAILS, today)
    context = shared | {
        "change_url": reverse("workspace:client-change", args=[pk]) if shared["may_change"] else "",
        "add_url": reverse("workspace:residence-add", args=[pk]) if shared["may_change"] else "",
        "groups": _groups(client),
        "file": file,
        "today": today,
        "history": words.history_in_words(history, known_names(viewer, client, today))
        if history
        else [],
    }
    return render(request, "workspace/client_file_details.html", context)


def known_names(viewer: Viewer, client: Client, day: dt.date) -> dict[str, dict[int, str]]:
    """Names that the audit trail and the comparison of versions speak of by number."""
    colleagues = {account.pk: account.name for account in queries.possible_counsellors(viewer, day)}
    if client.counsellor:
        colleagues[client.counsellor.pk] = client.counsellor.name
    households = {client.household.pk: client.household.name} if client.household else {}
    return {"counsellor_id": colleagues, "household_id": households}


def _what_matters(
    file: ClientFile, planned: list[PlannedSession], today: dt.date
) -> list[dict[str, str]]:
    """Short notes: a planned talk of today, what runs out, what has ended."""
    notes = [
        _planned_today(plan) for plan in planned if timezone.localdate(plan.starts_at) == today
    ]
    status, case = file.current, file.open_case
    if status and status.valid_until and status.valid_until <= today + heads.SOON:
        notes.append(
            _runs_out(
                status.get_kind_display(),
                status.valid_until,
                today,
                _("Renew the residence permit"),
            )
        )
    if case and case.ends_on <= today + PERIOD_WARNING:
        what = _("Three years of counselling")
        notes.append(_runs_out(what, case.ends_on, today, _("Hand over to regular services")))
    if not case and file.cases:
        ended = file.cases[0]
        text = _("on %(day)s: %(reason)s") % {
            "day": f"{ended.ended_on:%d.%m.%Y}",
            "reason": ended.get_end_reason_display(),
        }
        notes.append({"title": _("Counselling has ended"), "text": text, "kind": ""})
    return notes


def _planned_today(plan: PlannedSession) -> dict[str, str]:
    at = f"{timezone.localtime(plan.starts_at):%H:%M}"
    how = plan.get_channel_display() if plan.channel else ""
    title = _("Today %(at)s") % {"at": ", ".join(filter(None, [at, how]))}
    return {
        "title": title,
        "text": " · ".join(filter(None, [plan.place, plan.subject])),
        "kind": "",
    }


def _runs_out(what: str, until: dt.date, today: dt.date, title: str) -> dict[str, str]:
    left = words.time_left_in_words((until - today).days)
    if until < today:
        text = _("%(what)s ran out on %(day)s") % {"what": what, "day": f"{until:%d.%m.%Y}"}
    else:
        text = _("%(what)s ends %(left)s, on %(day)s") % {
            "what": what,
            "left": left,
            "day": f"{until:%d.%m.%Y}",
        }
    return {"title": title, "text": text, "kind": heads.tone(until, today) or "warning"}


def _period(file: ClientFile, today: dt.date) -> dict[str, Any] | None:
    if file.open_case is None:
        return None
    period = of_client.period_of(file.open_case, today)
    return {
        "gone": max(0, min(period.days_gone, period.days)),
        "days": period.days,
        "text": words.length_in_words(period.days_gone),
        "started_on": period.case.started_on,
        "ends_on": period.case.ends_on,
        "is_over": period.days_left < 0,
    }


def _other_members(viewer: Viewer, client: Client) -> list[dict[str, Any]]:
    if not client.household_id:
        return []
    today = timezone.localdate()
    return [
        {
            "client": member,
            "detail": ", ".join(filter(None, [words.age_in_words(member, today), _role(member)])),
        }
        for member in queries.members_of(viewer, client.household_id)
        if member.pk != client.pk
    ]


def _role(member: Client) -> str:
    """The role, unless the age says it anyway."""
    says_more = member.household_role not in (HouseholdRole.NOT_STATED, HouseholdRole.ADULT)
    return member.get_household_role_display() if says_more else ""


def _start_of(day: dt.date) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(day, dt.time.min))


def _groups(client: Client) -> list[tuple[str, list[tuple[str, str]]]]:
    """Everything stated, in the groups of the form; what is not stated says so."""
    place = client.municipality.name if client.municipality else ""
    groups = {
        _("Person"): [
            (_("Given name"), client.given_name),
            (_("Family name"), client.family_name),
            (_("Also known as"), client.also_known_as),
            (_("Birth date"), words.born_in_words(client)),
            (_("Sex"), client.get_sex_display() if client.sex else ""),
            (_("Citizenships"), vocabulary.country_names(client.citizenships)),
        ],
        _("Language"): [
            (_("Language of counselling"), vocabulary.language_name(client.counselling_language)),
            (_("Languages"), vocabulary.language_names(client.languages)),
            (_("Interpreting"), client.get_interpreting_display() if client.interpreting else ""),
        ],
        _("Arriving and living"): [
            (_("Arrived in Germany"), _day(client.arrived_on)),
            (_("Allocated to follow-up accommodation"), _day(client.allocated_on)),
            (_("Municipality"), place),
            (_("Housing"), client.get_housing_display() if client.housing else ""),
            (_("Address"), _address(client, place)),
        ],
        _("Contact"): [
            (_("Phone"), client.phone),
            (_("E-mail address"), client.email),
            (_("Safe contact"), client.safe_contact),
        ],
        _("File"): [
            (_("File number"), client.file_number),
            (_("Responsible"), client.counsellor.name if client.counsellor else ""),
            (_("Team"), f"{client.team.name}, {client.team.organisation.name}"),
            (_("File opened"), date_format(timezone.localtime(client.created_at), "d.m.Y")),
        ],
    }
    return [
        (title, [(term, value or _("not stated")) for term, value in rows])
        for title, rows in groups.items()
    ]


def _address(client: Client, place: str) -> str:
    if not client.street and not client.postcode:
        return ""
    return ", ".join(filter(None, [client.street, f"{client.postcode} {place}".strip()]))


def _day(day: dt.date | None) -> str:
    return f"{day:%d.%m.%Y}" if day else ""
