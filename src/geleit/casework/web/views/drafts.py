"""Keeping unsaved forms. Called by the page's script; never by hand."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from geleit.casework.actions import drafts as actions
from geleit.casework.choices import DraftKind
from geleit.people.doors import for_teams
from geleit.people.viewer import StaffRequest

KINDS = {"gespraech": DraftKind.SESSION, "person": DraftKind.CLIENT, "gruppe": DraftKind.GROUP}
KEY_LENGTH = 60
NOT_KEPT = {"csrfmiddlewaretoken"}


@require_POST
@for_teams
def keep(request: StaffRequest, kind: str, key: str) -> HttpResponse:
    """Keep the posted fields. 204 when kept, 404 for an unknown kind, 413 if it is too much."""
    if kind not in KINDS or len(key) > KEY_LENGTH:
        return HttpResponse(status=404)
    fields = {name: values for name, values in request.POST.lists() if name not in NOT_KEPT}
    try:
        actions.keep_draft(actor=request.viewer, kind=KINDS[kind], key=key, fields=fields)
    except actions.DraftTooLarge:
        return HttpResponse(status=413)
    return HttpResponse(status=204)


@require_POST
@for_teams
def discard(request: StaffRequest, kind: str, key: str) -> HttpResponse:
    """Throw a draft away."""
    if kind in KINDS:
        actions.discard_draft(actor=request.viewer, kind=KINDS[kind], key=key)
        messages.success(request, _("The draft has been thrown away."))
    return redirect(settings.LOGIN_REDIRECT_URL)
