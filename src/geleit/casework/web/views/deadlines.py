"""All dates that run out, for those who look beyond the few on the day page."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from geleit.casework.queries import day as queries
from geleit.people.doors import for_teams
from geleit.people.viewer import StaffRequest


@require_GET
@for_teams
def deadline_list(request: StaffRequest) -> HttpResponse:
    """Own deadlines, or the team's with `?wer=team`."""
    team_wide = request.GET.get("wer") == "team" or not request.viewer.counsels
    found = queries.deadlines(request.viewer, timezone.localdate(), team_wide=team_wide)
    return render(
        request, "casework/deadline_list.html", {"deadlines": found, "team_wide": team_wide}
    )
