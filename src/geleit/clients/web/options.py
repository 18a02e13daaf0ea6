"""What the search fields of forms are answered with while somebody types."""

from collections.abc import Sequence

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from geleit.clients import picks
from geleit.people.doors import for_teams
from geleit.people.viewer import StaffRequest
from geleit.shared.forms import Pick


@require_GET
@for_teams
def languages(request: StaffRequest) -> HttpResponse:
    """Languages by name."""
    return _answer(request, picks.languages_found(_typed(request)))


@require_GET
@for_teams
def countries(request: StaffRequest) -> HttpResponse:
    """States by name."""
    return _answer(request, picks.countries_found(_typed(request)))


@require_GET
@for_teams
def municipalities(request: StaffRequest) -> HttpResponse:
    """Municipalities by name, near ones first."""
    return _answer(request, picks.municipalities_found(request.viewer, _typed(request)))


@require_GET
@for_teams
def clients(request: StaffRequest) -> HttpResponse:
    """People in sight."""
    return _answer(request, picks.clients_found(request.viewer, _typed(request)))


@require_GET
@for_teams
def households(request: StaffRequest) -> HttpResponse:
    """Households in sight."""
    return _answer(request, picks.households_found(request.viewer, _typed(request)))


def _typed(request: StaffRequest) -> str:
    return request.GET.get("q", "")[:200]


def _answer(request: StaffRequest, hits: Sequence[Pick]) -> HttpResponse:
    return render(request, "shared/atoms/options.html", {"hits": hits})
