"""Teams of the tree."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from geleit.people import rules
from geleit.people.actions import teams
from geleit.people.queries import team_overview, teams_administered_by
from geleit.people.viewer import StaffRequest
from geleit.people.web.forms.members import ConfirmForm
from geleit.people.web.forms.organisations import TeamForm
from geleit.people.web.pages import (
    answer,
    only_organisation,
    organisation_asked_for,
    organisation_step,
    page_url,
)
from geleit.people.web.refusals import administrators_only, refusals_shown_in
from geleit.shared import paging

ORDER = ("-is_active", "organisation_name", "name", "id")


@require_GET
@administrators_only
def team_list(request: StaffRequest) -> HttpResponse:
    """Teams of the tree, with how many people work in each."""
    found = team_overview(request.viewer, timezone.localdate())
    page = paging.page(found, order=ORDER, cursor=request.GET.get("after", ""))
    context = {
        "teams": page.rows,
        "several": len(request.viewer.administered_ids) > 1,
        "newer_url": page_url(request, page.previous),
        "older_url": page_url(request, page.next),
    }
    return render(request, "people/team_list.html", context)


@administrators_only
def team_create(request: StaffRequest) -> HttpResponse:
    """Open a team in an organisation of the tree."""
    organisation = organisation_asked_for(request) or only_organisation(request.viewer)
    if organisation is None or not rules.can_have_teams(organisation):
        return organisation_step(request, _("New team"))
    form = TeamForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with refusals_shown_in(form):
            teams.open_team(
                actor=request.viewer, organisation=organisation, name=form.cleaned_data["name"]
            )
        if form.is_valid():
            messages.success(request, _("The team has been opened."))
            return redirect("people:team-list")
    context = _words(_("New team"), organisation.name, form)
    return answer(request, "people/team_form.html", context, form)


@administrators_only
def team_rename(request: StaffRequest, pk: int) -> HttpResponse:
    """Give a team another name."""
    team = get_object_or_404(teams_administered_by(request.viewer), pk=pk)
    form = TeamForm(request.POST or None, initial={"name": team.name})
    if request.method == "POST" and form.is_valid():
        with refusals_shown_in(form):
            teams.rename_team(actor=request.viewer, team=team, name=form.cleaned_data["name"])
        if form.is_valid():
            messages.success(request, _("The team has a new name."))
            return redirect("people:team-list")
    context = _words(_("Rename team"), team.organisation.name, form)
    return answer(request, "people/team_form.html", context, form)


@administrators_only
def team_close(request: StaffRequest, pk: int) -> HttpResponse:
    """Close a team nobody works in any more."""
    team = get_object_or_404(teams_administered_by(request.viewer), pk=pk, is_active=True)
    form = ConfirmForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with refusals_shown_in(form):
            teams.close_team(actor=request.viewer, team=team, today=timezone.localdate())
        if form.is_valid():
            messages.success(request, _("The team has been closed."))
            return redirect("people:team-list")
    context = {
        "heading": _("Close team %(name)s") % {"name": team.name},
        "consequences": [
            _("Nobody can be put into the team any more."),
            _("Its files stay with it; without members nobody reads them."),
        ],
        "form": form,
        "action_url": request.path,
        "submit": _("Close team"),
        "cancel_url": reverse("people:team-list"),
        "is_danger": True,
    }
    return answer(request, "shared/confirm.html", context, form)


@require_POST
@administrators_only
def team_reopen(request: StaffRequest, pk: int) -> HttpResponse:
    """Open a closed team again."""
    team = get_object_or_404(teams_administered_by(request.viewer), pk=pk, is_active=False)
    teams.reopen_team(actor=request.viewer, team=team)
    messages.success(request, _("The team is open again."))
    return redirect("people:team-list")


def _words(heading: str, organisation: str, form: TeamForm) -> dict[str, Any]:
    return {"heading": heading, "organisation_name": organisation, "form": form}
