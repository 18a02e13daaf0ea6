"""Pages of figures and their workbooks. Whoever may not see a scope finds no page."""

from collections.abc import Sequence

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_GET

from geleit.organisations.models import Organisation
from geleit.people.viewer import StaffRequest
from geleit.shared.spreadsheet import XLSX
from geleit.statistics import rules
from geleit.statistics.exports.workbook import file_name, workbook
from geleit.statistics.queries import scopes
from geleit.statistics.queries.figures import figures
from geleit.statistics.queries.scopes import Scope
from geleit.statistics.web.forms import PeriodForm
from geleit.statistics.web.navigation import Choice, period_choices, scope_tabs
from geleit.statistics.web.presentation import shown

# Longer periods take more than a moment to count: the page comes first, the figures follow.
DAYS_AT_ONCE = 366


@require_GET
def own_figures(request: StaffRequest) -> HttpResponse:
    """Meine Kennzahlen; who does not counsel is led to the first figures they may see."""
    if not rules.can_see_own_figures(request.viewer):
        return _first_of(scope_tabs(request.viewer, _carriers(request)))
    return _page(request, _own(request))


@require_GET
def own_export(request: StaffRequest) -> HttpResponse:
    return _export(request, _own(request))


@require_GET
def team_figures(request: StaffRequest, pk: int) -> HttpResponse:
    return _page(request, _team(request, pk))


@require_GET
def team_export(request: StaffRequest, pk: int) -> HttpResponse:
    return _export(request, _team(request, pk))


@require_GET
def organisations(request: StaffRequest) -> HttpResponse:
    """Leads to the figures of the county or carrier somebody works for; tabs lead on to the others."""
    tabs = scope_tabs(request.viewer, _carriers(request))
    return _first_of([tab for tab in tabs if tab.of_organisation])


@require_GET
def carrier_figures(request: StaffRequest, slug: str) -> HttpResponse:
    return _page(request, _carrier(request, slug))


@require_GET
def carrier_export(request: StaffRequest, slug: str) -> HttpResponse:
    return _export(request, _carrier(request, slug))


@require_GET
def county_figures(request: StaffRequest, slug: str) -> HttpResponse:
    return _page(request, _county(request, slug))


@require_GET
def county_export(request: StaffRequest, slug: str) -> HttpResponse:
    return _export(request, _county(request, slug))


def _first_of(choices: Sequence[Choice]) -> HttpResponse:
    if not choices:
        raise Http404
    return redirect(choices[0].url)


def _carriers(request: StaffRequest) -> list[Organisation]:
    return list(scopes.carriers_visible_to(request.viewer))


def _own(request: StaffRequest) -> Scope:
    if not rules.can_see_own_figures(request.viewer):
        raise Http404
    return scopes.own_scope(request.viewer)


def _team(request: StaffRequest, pk: int) -> Scope:
    team = get_object_or_404(scopes.teams_visible_to(request.viewer), pk=pk)
    return scopes.team_scope(request.viewer, team)


def _carrier(request: StaffRequest, slug: str) -> Scope:
    carrier = get_object_or_404(scopes.carriers_visible_to(request.viewer), slug=slug)
    return scopes.carrier_scope(request.viewer, carrier)


def _county(request: StaffRequest, slug: str) -> Scope:
    county = get_object_or_404(scopes.counties_visible_to(request.viewer), slug=slug)
    return scopes.county_scope(request.viewer, county, timezone.localdate())


def _page(request: StaffRequest, scope: Scope) -> HttpResponse:
    """The page, or for htmx its figures alone. Long periods come without figures unless `jetzt` asks for them."""
    today = timezone.localdate()
    carriers = _carriers(request)
    form = PeriodForm(request.GET)
    period = form.period(today)
    at_once = period.days <= DAYS_AT_ONCE or "jetzt" in request.GET
    context = {
        "scope": scope,
        "period_label": period.label(),
        "figures": shown(figures(scope, period), carriers, today) if at_once else None,
        "figures_url": f"?{period.query}&jetzt=1",
        "export_url": f"kennzahlen.xlsx?{period.query}",
        "form": form,
        "tabs": scope_tabs(request.viewer, carriers, request.path, period),
        **period_choices(period, today),
    }
    only_figures = at_once and request.htmx  # type: ignore[attr-defined]
    template = "statistics/_figures.html" if only_figures else "statistics/figures.html"
    response = render(request, template, context)
    patch_vary_headers(response, ["HX-Request"])
    return response


def _export(request: StaffRequest, scope: Scope) -> HttpResponse:
    """The workbook of the period that the page shows."""
    period = PeriodForm(request.GET).period(timezone.localdate())
    counted = figures(scope, period, detailed=True)
    response = HttpResponse(workbook(counted, timezone.localtime()), content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="{file_name(counted)}"'
    response["Cache-Control"] = "no-store"
    return response
