"""The doors of those who are not inside yet: the link of an invitation, and the sign-in service."""

import logging

from allauth.account.internal.flows.login import record_authentication
from allauth.account.utils import perform_login
from allauth.socialaccount.providers.openid_connect.views import login as openid_connect_login
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from requests import RequestException

from geleit.people import rules
from geleit.people.actions import invitations
from geleit.people.models import Account, Invitation
from geleit.people.queries import open_invitation
from geleit.people.web.forms.invitations import AcceptForm
from geleit.people.web.forms.members import ConfirmForm
from geleit.people.web.pages import answer
from geleit.people.web.refusals import refusals_shown_in

SECRET = "invitation_secret"  # noqa: S105 - name of a session key
GONE = 410

_log = logging.getLogger(__name__)


@require_safe
@never_cache
@login_not_required
def invitation_open(request: HttpRequest, secret: str) -> HttpResponse:
    """Take the secret out of the address, where it would stand in history and logs, into the session."""
    if open_invitation(secret, timezone.now()) is None:
        return render(request, "people/invitation_gone.html", status=GONE)
    request.session[SECRET] = secret
    return redirect("people:invitation-accept")


@never_cache
@login_not_required
def invitation_accept(request: HttpRequest) -> HttpResponse:
    """Open the account, or add the role to the account one has."""
    secret = request.session.get(SECRET, "")
    invitation = open_invitation(secret, timezone.now())
    if invitation is None:
        return render(request, "people/invitation_gone.html", status=GONE)
    if request.user.is_authenticated:
        if not rules.is_addressed_to(invitation.email, request.user):
            return render(request, "people/invitation_other.html", {"invitation": invitation})
        return _join(request, invitation, secret)
    if Account.objects.filter(email__iexact=invitation.email).exists():
        context = {"invitation": invitation, "next": reverse("people:invitation-accept")}
        return render(request, "people/invitation_sign_in.html", context)
    return _open_account(request, invitation, secret)


@login_not_required
def sign_in_service(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Lead to the sign-in service; if it does not answer, say so where one can sign in otherwise."""
    try:
        return openid_connect_login(request, provider_id)
    except RequestException as error:
        _log.warning("The sign-in service does not answer: %s", type(error).__name__)
        text = _("The sign-in service does not answer. Please sign in with your password.")
        messages.error(request, text)
        return redirect(settings.LOGIN_URL)


def _open_account(request: HttpRequest, invitation: Invitation, secret: str) -> HttpResponse:
    form = AcceptForm(invitation.email, request.POST or None, initial={"name": invitation.name})
    account = None
    if request.method == "POST" and form.is_valid():
        with refusals_shown_in(form):
            account = invitations.accept_invitation(
                secret=secret,
                name=form.cleaned_data["name"],
                password=form.cleaned_data["password"],
                moment=timezone.now(),
            )
    if account is not None:
        request.session.pop(SECRET)
        record_authentication(request, account, method="password", email=account.email)
        return perform_login(request, account)
    context = {"form": form, "invitation": invitation}
    return answer(request, "people/invitation_accept.html", context, form)


def _join(request: HttpRequest, invitation: Invitation, secret: str) -> HttpResponse:
    form = ConfirmForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with refusals_shown_in(form):
            invitations.join(
                actor=request.viewer,  # type: ignore[attr-defined]
                secret=secret,
                moment=timezone.now(),
            )
        if form.is_valid():
            request.session.pop(SECRET)
            messages.success(request, _("The new role holds from today."))
            return redirect(settings.LOGIN_REDIRECT_URL)
    context = {"form": form, "invitation": invitation}
    return answer(request, "people/invitation_join.html", context, form)
