"""Planning talks: a plain list by day, one form, and what became of them."""

import datetime as dt
from itertools import groupby
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from geleit.casework.actions import planning as actions
from geleit.casework.choices import PlannedOutcome
from geleit.casework.models import PlannedSession
from geleit.casework.queries import day as queries
from geleit.casework.web.forms.contacts import PlannedForm
from geleit.casework.web.forms.people import CLIENT, HOUSEHOLD
from geleit.clients import queries as clients
from geleit.people.doors import for_teams
from geleit.people.viewer import StaffRequest

DAYS_SHOWN = 14


@require_GET
@for_teams
def week(request: StaffRequest) -> HttpResponse:
    """The viewer's planned talks of the next two weeks by day."""
    today = timezone.localdate()
    planned = queries.planned_between(request.viewer, today, today + dt.timedelta(days=DAYS_SHOWN))
    days = [
        (day, list(talks))
        for day, talks in groupby(planned, lambda p: timezone.localdate(p.starts_at))
    ]
    return render(request, "casework/planned_week.html", {"days": days, "today": today})


def plan(request: StaffRequest) -> HttpResponse:
    """Plan a talk."""
    viewer = request.viewer
    if not viewer.counsels:
        return render(request, "casework/session_not_yours.html", status=403)
    form = PlannedForm(viewer, request.POST or None, initial=_empty(request))
    if request.method == "POST" and form.is_valid():
        actions.plan_session(actor=viewer, **_who(request, form), **_details(form))
        messages.success(request, _("The talk has been planned."))
        return redirect("casework:planned-week")
    return render(
        request, "casework/planned_edit.html", {"form": form}, status=422 if form.is_bound else 200
    )


def change(request: StaffRequest, pk: int) -> HttpResponse:
    """Move a planned talk or change its details."""
    viewer = request.viewer
    planned = get_object_or_404(
        queries.planned_visible_to(viewer).select_related("client", "household"), pk=pk
    )
    form = PlannedForm(viewer, request.POST or None, initial=_filled(planned))
    if request.method == "POST" and form.is_valid():
        who = _who(request, form)
        who.pop("team_id")
        actions.change_plan(actor=viewer, planned=planned, **who, **_details(form))
        messages.success(request, _("The planned talk has been changed."))
        return redirect("casework:planned-week")
    context = {"form": form, "planned": planned}
    return render(
        request, "casework/planned_edit.html", context, status=422 if form.is_bound else 200
    )


@require_POST
def settle(request: StaffRequest, pk: int) -> HttpResponse:
    """Nobody came, it was cancelled, or that was a mistake."""
    planned = get_object_or_404(queries.planned_visible_to(request.viewer), pk=pk)
    outcome = request.POST.get("outcome", "")
    if outcome in {PlannedOutcome.NO_SHOW, PlannedOutcome.CANCELLED, PlannedOutcome.PLANNED}:
        actions.settle_plan(actor=request.viewer, planned=planned, outcome=PlannedOutcome(outcome))
        messages.success(
            request, _("Noted: %(outcome)s.") % {"outcome": PlannedOutcome(outcome).label}
        )
    return redirect(settings.LOGIN_REDIRECT_URL)


def _who(request: StaffRequest, form: PlannedForm) -> dict[str, Any]:
    people = form.cleaned_data["people"]
    team_id = people.team_id or request.viewer.sealed_team_ids[0]
    if people.household_id:
        household = clients.households_visible_to(request.viewer).get(pk=people.household_id)
        return {"team_id": team_id, "client": None, "household": household}
    client = clients.clients_visible_to(request.viewer).filter(pk__in=people.client_ids).first()
    return {"team_id": team_id, "client": client, "household": None}


def _details(form: PlannedForm) -> dict[str, Any]:
    return {
        name: form.cleaned_data[name]
        for name in ("starts_at", "minutes", "channel", "place", "subject")
    }


def _empty(request: StaffRequest) -> dict[str, Any]:
    tomorrow = timezone.localdate() + dt.timedelta(days=1)
    return {
        "day": tomorrow,
        "time": dt.time(10),
        "minutes": 45,
        "people": request.GET.getlist("person"),
    }


def _filled(planned: PlannedSession) -> dict[str, Any]:
    starts = timezone.localtime(planned.starts_at)
    people = [f"{HOUSEHOLD}{planned.household_id}"] if planned.household_id else []
    people += [f"{CLIENT}{planned.client_id}"] if planned.client_id else []
    return {
        "people": people,
        "day": starts.date(),
        "time": starts.time(),
        "minutes": planned.minutes,
        "channel": planned.channel,
        "place": planned.place,
        "subject": planned.subject,
    }
