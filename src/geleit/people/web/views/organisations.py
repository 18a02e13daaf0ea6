"""The tree: who belongs where, and who counsels on whose behalf."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from geleit.organisations import queries, rules
from geleit.organisations.actions import tree
from geleit.organisations.choices import LegalRegime, OrganisationKind
from geleit.organisations.models import Organisation
from geleit.people.rules import can_have_teams
from geleit.people.viewer import StaffRequest, Viewer
from geleit.people.web.forms.organisations import AssociationForm, FoundForm, RenameForm
from geleit.people.web.pages import answer, hits
from geleit.people.web.refusals import administrators_only, refusals_shown_in


@require_GET
@administrators_only
def organisation_tree(request: StaffRequest) -> HttpResponse:
    """The organisation one administers; a choice if there are several."""
    roots = request.viewer.administers
    if len(roots) == 1:
        return redirect("people:organisation-detail", roots[0].pk)
    return render(request, "people/organisation_roots.html", {"roots": roots})


@require_GET
@administrators_only
def organisation_detail(request: StaffRequest, pk: int) -> HttpResponse:
    """One organisation: what lies below it, who works for it and for whom it works."""
    organisation = organisation_of_tree(request.viewer, pk)
    today = timezone.localdate()
    context = {
        "organisation": organisation,
        "above": _above(request.viewer, organisation),
        "below": queries.children_of(organisation, today),
        "counselling": queries.who_counsels_in(organisation, today),
        "delegations": _with_state(request.viewer, organisation),
        "may_found": organisation.kind in rules.PARENTS,
        "may_rename": rules.can_rename(request.viewer, organisation),
        "may_have_teams": can_have_teams(organisation),
        **_association(organisation),
    }
    return render(request, "people/organisation_detail.html", context)


@administrators_only
def organisation_found(request: StaffRequest, pk: int) -> HttpResponse:
    """Add a carrier or an association below an organisation."""
    parent = organisation_of_tree(request.viewer, pk)
    form = FoundForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        with refusals_shown_in(form):
            tree.found_organisation(
                actor=request.viewer,
                kind=OrganisationKind(data["kind"]),
                name=data["name"],
                parent=parent,
                legal_regime=LegalRegime(data["legal_regime"]),
            )
        if form.is_valid():
            messages.success(request, _("%(name)s has been added.") % {"name": data["name"]})
            return redirect("people:organisation-detail", parent.pk)
    context = {
        "form": form,
        "organisation": parent,
        "heading": _("Add a carrier or an association"),
    }
    return answer(request, "people/organisation_form.html", context, form)


@administrators_only
def organisation_rename(request: StaffRequest, pk: int) -> HttpResponse:
    """Change name and data protection law of a carrier or an association."""
    organisation = get_object_or_404(
        queries.organisations_administered_by(request.viewer).filter(
            kind__in=sorted(rules.FOUNDED)
        ),
        pk=pk,
    )
    initial = {"name": organisation.name, "legal_regime": organisation.legal_regime}
    form = RenameForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        with refusals_shown_in(form):
            tree.rename_organisation(
                actor=request.viewer,
                organisation=organisation,
                name=data["name"],
                legal_regime=LegalRegime(data["legal_regime"]),
            )
        if form.is_valid():
            messages.success(request, _("Saved."))
            return redirect("people:organisation-detail", pk)
    context = {"form": form, "organisation": organisation, "heading": _("Change organisation")}
    return answer(request, "people/organisation_form.html", context, form)


@administrators_only
def association_join(request: StaffRequest, pk: int) -> HttpResponse:
    """Add a municipality to an association."""
    association = _association_found(request.viewer, pk)
    form = AssociationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with refusals_shown_in(form):
            tree.join_association(
                actor=request.viewer,
                association=association,
                municipality=form.cleaned_data["municipality"],
            )
        if form.is_valid():
            messages.success(request, _("The municipality has joined."))
            return redirect("people:organisation-detail", pk)
    context = {"form": form, "organisation": association, "heading": _("Add a municipality")}
    return answer(request, "people/organisation_form.html", context, form)


@require_POST
@administrators_only
def association_leave(request: StaffRequest, pk: int, municipality: int) -> HttpResponse:
    """Take a municipality out of an association."""
    association = _association_found(request.viewer, pk)
    tree.leave_association(
        actor=request.viewer,
        association=association,
        municipality=get_object_or_404(queries.municipalities(), pk=municipality),
    )
    messages.success(request, _("The municipality has left."))
    return redirect("people:organisation-detail", pk)


@require_GET
@administrators_only
def municipality_search(request: StaffRequest) -> HttpResponse:
    """Hits among all municipalities."""
    return hits(request, queries.municipalities().select_related("parent"))


def organisation_of_tree(viewer: Viewer, pk: int) -> Organisation:
    """An organisation of the tree with what lies above it; for others 404."""
    tree_of_viewer = queries.organisations_administered_by(viewer)
    return get_object_or_404(tree_of_viewer.select_related("parent__parent__parent"), pk=pk)


def _above(viewer: Viewer, organisation: Organisation) -> list[dict[str, Any]]:
    """The way up, from the top; what one does not administer is named without a link."""
    steps = []
    step = organisation.parent
    while step is not None:
        steps.append({"organisation": step, "is_mine": step.pk in viewer.administered_ids})
        step = step.parent
    return steps[::-1]


def _with_state(viewer: Viewer, organisation: Organisation) -> list[dict[str, Any]]:
    today = timezone.localdate()
    return [
        {
            "delegation": d,
            "is_giver": d.principal_id == organisation.pk,
            "other": d.agent if d.principal_id == organisation.pk else d.principal,
            "is_over": d.valid_until is not None and d.valid_until <= today,
            "may_end": rules.can_end_delegation(viewer, d)
            and (d.valid_until is None or d.valid_until > today),
        }
        for d in queries.delegations_of(organisation)
        if d.principal.parent_id != organisation.pk  # these stand with what lies below
    ]


def _association(organisation: Organisation) -> dict[str, Any]:
    if organisation.kind != OrganisationKind.ASSOCIATION:
        return {"is_association": False}
    return {
        "is_association": True,
        "association_members": list(queries.members_of_association(organisation)),
    }


def _association_found(viewer: Viewer, pk: int) -> Organisation:
    associations = queries.organisations_administered_by(viewer).filter(
        kind=OrganisationKind.ASSOCIATION
    )
    return get_object_or_404(associations, pk=pk)
