"""Members of the tree: the list, one person, and their roles."""

from typing import Any

from django.contrib import messages
from django.db.models import F
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from geleit.organisations import queries as organisations
from geleit.people import rules
from geleit.people.actions import accounts, memberships
from geleit.people.choices import Role
from geleit.people.models import Account, Membership
from geleit.people.queries import (
    accounts_administered_by,
    as_members,
    members_of,
    memberships_administered_by,
)
from geleit.people.queries.members import is_current
from geleit.people.viewer import StaffRequest, Viewer
from geleit.people.web.forms.assignments import AssignmentForm
from geleit.people.web.forms.members import (
    ConfirmForm,
    EndForm,
    MemberFilterForm,
    MembershipForm,
)
from geleit.people.web.pages import (
    answer,
    hits,
    only_organisation,
    organisation_asked_for,
    organisation_step,
    page_url,
)
from geleit.people.web.refusals import administrators_only, refusals_shown_in
from geleit.shared import paging

ORDER = ("name", "account_id", "id")


@require_GET
@administrators_only
def member_list(request: StaffRequest) -> HttpResponse:
    """Everybody with a role in the tree; filter and page stand in the address."""
    viewer, today = request.viewer, timezone.localdate()
    organisation = organisation_asked_for(request)
    form = MemberFilterForm(viewer, request.GET)
    found = members_of(viewer, form.wanted(organisation), today).annotate(name=F("account__name"))
    page = paging.page(found, order=ORDER, cursor=request.GET.get("after", ""))
    context = {
        "form": form,
        "organisation": organisation,
        "keep": {"organisation": organisation.pk} if organisation else {},
        "members": as_members(viewer, page.rows, today),
        "several": len(viewer.administered_ids) > 1,
        "count": paging.capped_count(found),
        "count_limit": paging.COUNT_LIMIT,
        "newer_url": page_url(request, page.previous),
        "older_url": page_url(request, page.next),
    }
    return render(request, "people/member_list.html", context)


@require_GET
@administrators_only
def member_detail(request: StaffRequest, pk: int) -> HttpResponse:
    """One person with every role in the tree."""
    viewer, today = request.viewer, timezone.localdate()
    account = get_object_or_404(accounts_administered_by(viewer), pk=pk)
    found = (
        memberships_administered_by(viewer).filter(account=account).order_by("-valid_from", "-pk")
    )
    rows = [
        {
            "membership": m,
            "is_current": is_current(m, today),
            "may_change": is_current(m, today) and rules.can_change_membership(viewer, m),
        }
        for m in found
    ]
    context = {"account": account, "rows": rows, "is_viewer": account.pk == viewer.account_id}
    return render(request, "people/member_detail.html", context)


@administrators_only
def membership_add(request: StaffRequest, pk: int) -> HttpResponse:
    """Give one more role to somebody who is a member already."""
    viewer = request.viewer
    account = get_object_or_404(
        accounts_administered_by(viewer).exclude(pk=viewer.account_id), pk=pk, is_active=True
    )
    organisation = organisation_asked_for(request) or only_organisation(viewer)
    if organisation is None:
        return organisation_step(request, _("One more role for %(name)s") % {"name": account.name})
    form = MembershipForm(
        organisation, request.POST or None, initial={"valid_from": timezone.localdate()}
    )
    if request.method == "POST" and form.is_valid():
        with refusals_shown_in(form):
            memberships.add_membership(
                actor=viewer,
                account=account,
                assignment=form.assignment(),
                valid_from=form.cleaned_data["valid_from"],
                valid_until=form.cleaned_data["valid_until"],
            )
        if form.is_valid():
            messages.success(request, _("The role has been given."))
            return redirect("people:member-detail", account.pk)
    context = {"form": form, "account": account, "organisation": organisation}
    return answer(request, "people/membership_add.html", context, form)


@administrators_only
def membership_change(request: StaffRequest, pk: int) -> HttpResponse:
    """Another role or team in the same organisation, from today on."""
    membership = _changeable(request.viewer, pk)
    initial = {"role": membership.role, "team": membership.team_id}
    form = AssignmentForm(membership.organisation, request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        chosen = form.assignment()
        with refusals_shown_in(form):
            memberships.change_role(
                actor=request.viewer,
                membership=membership,
                role=Role(chosen.role),
                team=chosen.team,
                today=timezone.localdate(),
            )
        if form.is_valid():
            messages.success(request, _("The role has been changed; it holds from today."))
            return redirect("people:member-detail", membership.account_id)
    context = {"form": form, "membership": membership}
    return answer(request, "people/membership_change.html", context, form)


@administrators_only
def membership_end(request: StaffRequest, pk: int) -> HttpResponse:
    """End a role, at once or on a day to come."""
    membership = _changeable(request.viewer, pk)
    today = timezone.localdate()
    form = EndForm(request.POST or None, initial={"valid_until": today})
    if request.method == "POST" and form.is_valid():
        with refusals_shown_in(form):
            memberships.end_membership(
                actor=request.viewer,
                membership=membership,
                valid_until=form.cleaned_data["valid_until"],
                today=today,
            )
        if form.is_valid():
            messages.success(request, _("The end of the role has been noted."))
            return redirect("people:member-detail", membership.account_id)
    context = {
        "heading": _("End a role"),
        "text": f"{membership.account.name}: {describe(membership)}",
        "consequences": [
            _("From that day the person no longer sees what this role shows, on all devices."),
            _("What they have recorded stays with the team."),
        ],
        "form": form,
        "action_url": request.path,
        "submit": _("End role"),
        "cancel_url": reverse("people:member-detail", args=[membership.account_id]),
        "is_danger": True,
    }
    return answer(request, "shared/confirm.html", context, form)


@administrators_only
def account_deactivate(request: StaffRequest, pk: int) -> HttpResponse:
    """Close the account of somebody who has left, or open it again."""
    viewer, today = request.viewer, timezone.localdate()
    account = get_object_or_404(
        accounts_administered_by(viewer).exclude(pk=viewer.account_id), pk=pk
    )
    form = ConfirmForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        act = accounts.deactivate_account if account.is_active else accounts.reactivate_account
        form.is_valid()
        with refusals_shown_in(form):
            act(actor=viewer, account=account, today=today)
        if form.is_valid():
            messages.success(
                request,
                _("The account has been closed.")
                if account.is_active
                else _("The account has been opened again."),
            )
            return redirect("people:member-detail", account.pk)
    context = {
        **(_words_of_closing(account) if account.is_active else _words_of_opening(account)),
        "form": form,
        "action_url": request.path,
        "cancel_url": reverse("people:member-detail", args=[account.pk]),
        "is_danger": account.is_active,
    }
    return answer(request, "shared/confirm.html", context, form)


@require_GET
@administrators_only
def organisation_search(request: StaffRequest) -> HttpResponse:
    """Hits among the organisations of the tree."""
    places = organisations.organisations_administered_by(request.viewer).select_related("parent")
    return hits(request, places)


def describe(membership: Membership) -> str:
    """A role in words: what, in which team, where."""
    parts = [membership.get_role_display(), membership.team, membership.organisation]
    return " · ".join(str(part) for part in parts if part)


def _changeable(viewer: Viewer, pk: int) -> Membership:
    """A membership of the tree that is still in force and not the viewer's own."""
    ended = memberships_administered_by(viewer).filter(valid_until__lte=timezone.localdate())
    return get_object_or_404(
        memberships_administered_by(viewer)
        .exclude(account=viewer.account_id)
        .exclude(pk__in=ended.values("pk")),
        pk=pk,
    )


def _words_of_closing(account: Account) -> dict[str, Any]:
    return {
        "heading": _("Close the account of %(name)s") % {"name": account.name},
        "consequences": [
            _("The person is signed out on all devices at once and cannot sign in any more."),
            _("All roles end today."),
            _("What they have recorded stays, with their name."),
        ],
        "submit": _("Close account"),
    }


def _words_of_opening(account: Account) -> dict[str, Any]:
    return {
        "heading": _("Open the account of %(name)s again") % {"name": account.name},
        "text": _("The person can sign in again. Roles have to be given anew."),
        "submit": _("Open account"),
    }
