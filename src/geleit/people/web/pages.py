"""What the pages of administration have in common."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from geleit.organisations import queries as organisations
from geleit.organisations.models import Organisation
from geleit.people.viewer import StaffRequest, Viewer
from geleit.people.web.forms.assignments import OrganisationForm, picks

UNPROCESSABLE = 422


def hits(request: HttpRequest, places: QuerySet[Organisation]) -> HttpResponse:
    """The answer to a search for an organisation among these."""
    names = [name for name in request.GET if name == "q" or name.endswith("_text")]
    text = request.GET.get(names[0], "").strip() if names else ""
    found = picks(organisations.found_by_name(places, text)) if text else []
    return render(request, "shared/atoms/options.html", {"hits": found})


def organisation_asked_for(request: StaffRequest) -> Organisation | None:
    """The organisation of the tree that the address or form names, if any."""
    asked = request.POST.get("organisation") or request.GET.get("organisation", "")
    if not asked.isdecimal():
        return None
    return organisations.organisations_administered_by(request.viewer).filter(pk=asked).first()


def only_organisation(viewer: Viewer) -> Organisation | None:
    """The one organisation there is to choose from; None if there are several."""
    return viewer.administers[0] if len(viewer.administered_ids) == 1 else None


def organisation_step(request: StaffRequest, heading: str) -> HttpResponse:
    """Ask first which organisation it is about: roles and teams depend on it."""
    asked = "organisation_text" in request.GET or "organisation" in request.GET
    form = OrganisationForm(request.viewer, request.GET if asked else None)
    if asked and form.is_valid():
        return redirect(f"{request.path}?organisation={form.cleaned_data['organisation']}")
    return answer(
        request, "people/organisation_step.html", {"form": form, "heading": heading}, form
    )


def answer(request: HttpRequest, template: str, context: dict[str, Any], form: Any) -> HttpResponse:
    """A page with a form; the status says if what was sent cannot be taken."""
    status = UNPROCESSABLE if form.is_bound and form.errors else 200
    return render(request, template, context, status=status)


def page_url(request: HttpRequest, cursor: str) -> str:
    """Address of another page of the same list, empty if there is none."""
    if not cursor:
        return ""
    query = request.GET.copy()
    query["after"] = cursor
    return f"?{query.urlencode()}"
