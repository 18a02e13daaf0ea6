"""Invitations into the tree: list, new, again, withdrawn."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from geleit.people.actions import invitations
from geleit.people.queries import InvitationState, invitations_visible_to, state_of
from geleit.people.viewer import StaffRequest
from geleit.people.web.forms.invitations import InvitationForm
from geleit.people.web.forms.members import ConfirmForm
from geleit.people.web.pages import (
    answer,
    only_organisation,
    organisation_asked_for,
    organisation_step,
    page_url,
)
from geleit.people.web.refusals import administrators_only, refusals_shown_in
from geleit.shared import paging

ORDER = ("-invited_at", "-id")

# State of an invitation in words, and the tone of its badge.
STATES = {
    InvitationState.WAITING: ("info", lambda: _("mail on its way")),
    InvitationState.OPEN: ("info", lambda: _("open")),
    InvitationState.EXPIRED: ("warning", lambda: _("expired")),
    InvitationState.ACCEPTED: ("success", lambda: _("accepted")),
    InvitationState.WITHDRAWN: ("neutral", lambda: _("withdrawn")),
}
CHANGEABLE = {InvitationState.WAITING, InvitationState.OPEN, InvitationState.EXPIRED}


@require_GET
@administrators_only
def invitation_list(request: StaffRequest) -> HttpResponse:
    """All invitations into the tree, newest first."""
    found = invitations_visible_to(request.viewer)
    page = paging.page(found, order=ORDER, cursor=request.GET.get("after", ""))
    moment = timezone.now()
    rows = []
    for invitation in page.rows:
        state = state_of(invitation, moment)
        tone, words = STATES[state]
        rows.append(
            {
                "invitation": invitation,
                "state": words(),
                "tone": tone,
                "may_change": state in CHANGEABLE,
            }
        )
    context = {
        "rows": rows,
        "newer_url": page_url(request, page.previous),
        "older_url": page_url(request, page.next),
    }
    return render(request, "people/invitation_list.html", context)


@administrators_only
def invitation_create(request: StaffRequest) -> HttpResponse:
    """Invite somebody to a role in an organisation of the tree."""
    viewer = request.viewer
    organisation = organisation_asked_for(request) or only_organisation(viewer)
    if organisation is None:
        return organisation_step(request, _("Invite somebody"))
    form = InvitationForm(organisation, request.POST or None)
    if request.method == "POST" and form.is_valid():
        email = form.cleaned_data["email"]
        if email.lower() == request.user.email:  # type: ignore[union-attr]
            form.add_error(
                "email", _("You cannot invite yourself: nobody gives rights to themselves.")
            )
        else:
            with refusals_shown_in(form):
                invitations.invite(
                    actor=viewer,
                    email=email,
                    name=form.cleaned_data["name"],
                    assignment=form.assignment(),
                    moment=timezone.now(),
                )
        if form.is_valid():
            messages.success(request, _("The invitation goes to %(email)s.") % {"email": email})
            return redirect("people:invitation-list")
    context = {"form": form, "organisation": organisation}
    return answer(request, "people/invitation_create.html", context, form)


@require_POST
@administrators_only
def invitation_resend(request: StaffRequest, pk: int) -> HttpResponse:
    """Mail a new link; the old one stops working."""
    invitation = get_object_or_404(invitations_visible_to(request.viewer), pk=pk)
    try:
        invitations.resend_invitation(
            actor=request.viewer, invitation=invitation, moment=timezone.now()
        )
    except invitations.InvitationGone:
        messages.error(request, _("This invitation was accepted or withdrawn."))
    else:
        text = _("A new link goes to %(email)s; the old one no longer works.")
        messages.success(request, text % {"email": invitation.email})
    return redirect("people:invitation-list")


@administrators_only
def invitation_withdraw(request: StaffRequest, pk: int) -> HttpResponse:
    """Make the link of an invitation useless."""
    invitation = get_object_or_404(invitations_visible_to(request.viewer), pk=pk)
    form = ConfirmForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with refusals_shown_in(form):
            invitations.withdraw_invitation(
                actor=request.viewer, invitation=invitation, moment=timezone.now()
            )
        if form.is_valid():
            messages.success(request, _("The invitation has been withdrawn."))
            return redirect("people:invitation-list")
    context = {
        "heading": _("Withdraw invitation"),
        "text": _("The link sent to %(email)s will no longer work.") % {"email": invitation.email},
        "form": form,
        "action_url": request.path,
        "submit": _("Withdraw"),
        "cancel_url": reverse("people:invitation-list"),
    }
    return answer(request, "shared/confirm.html", context, form)
