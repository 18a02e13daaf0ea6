"""Handing the counselling over, and ending that."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from geleit.organisations import queries
from geleit.organisations.actions import delegations
from geleit.organisations.models import Delegation
from geleit.people.viewer import StaffRequest
from geleit.people.web.forms.members import ConfirmForm, EndForm
from geleit.people.web.forms.organisations import DelegationForm
from geleit.people.web.pages import answer, hits
from geleit.people.web.refusals import administrators_only, refusals_shown_in
from geleit.people.web.views.organisations import organisation_of_tree


@administrators_only
def delegation_create(request: StaffRequest, pk: int) -> HttpResponse:
    """Hand the counselling of an organisation, or a share of it, to another one."""
    principal = organisation_of_tree(request.viewer, pk)
    initial = {"valid_from": timezone.localdate()}
    form = DelegationForm(request.viewer, principal, request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        with refusals_shown_in(form):
            delegations.delegate(actor=request.viewer, principal=principal, **form.cleaned_data)
        if form.is_valid():
            messages.success(request, _("The delegation has been noted."))
            return redirect("people:organisation-detail", pk)
    context = {
        "form": form,
        "organisation": principal,
        "heading": _("Hand over the counselling"),
    }
    return answer(request, "people/organisation_form.html", context, form)


@administrators_only
def delegation_end(request: StaffRequest, pk: int) -> HttpResponse:
    """End a delegation, or take back one that has not begun."""
    delegation = get_object_or_404(queries.delegations_administered_by(request.viewer), pk=pk)
    today = timezone.localdate()
    is_coming = delegation.valid_from > today
    form = _form(request, is_coming)
    if request.method == "POST" and form.is_valid():
        with refusals_shown_in(form):
            if is_coming:
                delegations.withdraw_delegation(
                    actor=request.viewer, delegation=delegation, today=today
                )
            else:
                day = form.cleaned_data["valid_until"]
                delegations.end_delegation(
                    actor=request.viewer, delegation=delegation, valid_until=day
                )
        if form.is_valid():
            messages.success(request, _("The end of the delegation has been noted."))
            return redirect("people:organisation-detail", _back(request, delegation))
    context = {
        "heading": _("End delegation"),
        "text": f"{delegation.principal.name} → {delegation.agent.name}",
        "form": form,
        "action_url": request.path,
        "submit": _("End delegation"),
        "cancel_url": reverse("people:organisation-detail", args=[_back(request, delegation)]),
    }
    return answer(request, "shared/confirm.html", context, form)


@require_GET
@administrators_only
def agent_search(request: StaffRequest, pk: int) -> HttpResponse:
    """Hits among those an organisation may hand over to."""
    principal = organisation_of_tree(request.viewer, pk)
    return hits(
        request, queries.possible_agents(request.viewer, principal).select_related("parent")
    )


def _form(request: StaffRequest, is_coming: bool) -> ConfirmForm | EndForm:
    sent = request.POST if request.method == "POST" else None
    if is_coming:
        return ConfirmForm(sent)
    return EndForm(sent, initial={"valid_until": timezone.localdate()})


def _back(request: StaffRequest, delegation: Delegation) -> int:
    """The side of the delegation whose page the person may see."""
    is_mine = delegation.principal_id in request.viewer.administered_ids
    return delegation.principal_id if is_mine else delegation.agent_id
