"""A household: who lives and is counselled together."""

import datetime as dt
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from geleit.clients import actions, picks, queries, rules, vocabulary
from geleit.clients.actions import InvalidFacts
from geleit.clients.choices import HouseholdRole
from geleit.clients.models import Client, Household, ResidenceStatus
from geleit.people.viewer import StaffRequest, Viewer
from geleit.shared.forms import PickField
from geleit.workspace.web.client_forms import NOT_STATED, HouseholdForm
from geleit.workspace.web.client_words import age_in_words, status_in_brief


class MemberForm(forms.Form):
    """Who joins, and as what."""

    mark_optional = False

    role = forms.ChoiceField(
        label=gettext_lazy("Role in the household"),
        choices=[NOT_STATED, *(choice for choice in HouseholdRole.choices if choice[0])],
        required=False,
    )

    def __init__(self, viewer: Viewer, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["client"] = PickField(
            label=_("Person"),
            url=str(reverse_lazy("clients:client-options")),
            search=lambda text: picks.clients_found(viewer, text),
            labels=lambda values: picks.clients_labelled(viewer, values),
        )
        self.order_fields(["client", "role"])


@require_GET
def detail(request: StaffRequest, pk: int) -> HttpResponse:
    """Members with their ages and statuses; ways to record a talk with all of them."""
    household = get_object_or_404(queries.household_for(request.viewer, pk))
    return _page(request, household, MemberForm(request.viewer))


@require_POST
def add_member(request: StaffRequest, pk: int) -> HttpResponse:
    """Somebody of the team's files joins the household."""
    household = _own(request, pk)
    form = MemberForm(request.viewer, request.POST)
    if not form.is_valid():
        return _page(request, household, form, status=422)
    client = get_object_or_404(
        queries.clients_visible_to(request.viewer), pk=form.cleaned_data["client"]
    )
    try:
        actions.add_member(
            actor=request.viewer, household=household, client=client, role=form.cleaned_data["role"]
        )
    except InvalidFacts as problem:
        for message in problem.errors.values():
            form.add_error("client", str(message))
        return _page(request, household, form, status=422)
    messages.success(
        request, _("%(name)s belongs to the household now.") % {"name": client.display_name}
    )
    return redirect("workspace:household-detail", pk)


@require_POST
def remove_member(request: StaffRequest, pk: int, client_pk: int) -> HttpResponse:
    """Somebody no longer belongs to the household; their file stays."""
    household = _own(request, pk)
    members = queries.clients_visible_to(request.viewer).filter(household=household)
    client: Client = get_object_or_404(members, pk=client_pk)
    actions.leave_household(actor=request.viewer, client=client)
    messages.success(request, _("%(name)s has left the household.") % {"name": client.display_name})
    return redirect("workspace:household-detail", pk)


def change(request: StaffRequest, pk: int) -> HttpResponse:
    """Change the name or the family number."""
    household = _own(request, pk)
    initial = {"name": household.name, "reference": household.reference}
    form = HouseholdForm(_sent(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            actions.rename_household(actor=request.viewer, household=household, **form.cleaned_data)
        except InvalidFacts as problem:
            for field, message in problem.errors.items():
                form.add_error(field, str(message))
        else:
            messages.success(request, _("The household has been changed."))
            return redirect("workspace:household-detail", pk)
    context = {"household": household, "form": form}
    return render(
        request, "workspace/household_change.html", context, status=422 if form.errors else 200
    )


def _own(request: StaffRequest, pk: int) -> Household:
    household = get_object_or_404(queries.household_for(request.viewer, pk))
    if not rules.can_keep_files(request.viewer, household.team_id):
        raise Http404
    return household


def _page(
    request: StaffRequest, household: Household, form: MemberForm, status: int = 200
) -> HttpResponse:
    viewer, today = request.viewer, timezone.localdate()
    members = queries.members_of(viewer, household.pk)
    current = queries.current_statuses(viewer, [member.pk for member in members], today)
    context = {
        "household": household,
        "members": [_row(member, current.get(member.pk), today) for member in members],
        "form": form,
        "may_change": rules.can_keep_files(viewer, household.team_id),
    }
    return render(request, "workspace/household_detail.html", context, status=status)


def _row(member: Client, status: ResidenceStatus | None, today: dt.date) -> dict[str, Any]:
    return {
        "client": member,
        "age": age_in_words(member, today),
        "language": vocabulary.language_name(member.counselling_language),
        "status": status,
        "status_name": status_in_brief(status.kind) if status else "",
    }


def _sent(request: StaffRequest) -> QueryDict | None:
    """What was sent; an empty form was sent too."""
    return request.POST if request.method == "POST" else None
