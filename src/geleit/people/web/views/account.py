"""One's own account, staying signed in, and the language of pages."""

from allauth.socialaccount.adapter import get_adapter
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST
from django.views.i18n import set_language as set_language_of_browser

from geleit.people.actions import accounts
from geleit.people.choices import Theme
from geleit.people.models import Account
from geleit.people.queries import memberships_of
from geleit.people.viewer import StaffRequest
from geleit.people.web.forms.account import AccountForm
from geleit.people.web.pages import answer

THEME_COOKIE_LASTS = 365 * 24 * 3600


def account(request: StaffRequest) -> HttpResponse:
    """One's own name, language and colours; the roles one has; ways to the rest."""
    mine = Account.objects.get(pk=request.viewer.account_id)
    initial = {"name": mine.name, "language": mine.language, "theme": mine.theme}
    form = AccountForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        return _saved(request, form)
    context = {
        "form": form,
        "account": mine,
        "memberships": memberships_of(request.viewer),
        "services": get_adapter().list_providers(request),
    }
    return answer(request, "people/account.html", context, form)


def _saved(request: StaffRequest, form: AccountForm) -> HttpResponse:
    data = form.cleaned_data
    accounts.update_own_account(
        actor=request.viewer,
        name=data["name"],
        language=data["language"],
        theme=Theme(data["theme"]),
    )
    with translation.override(data["language"]):
        messages.success(request, _("Saved."))
    response = redirect("people:account")
    # The choice for all devices also replaces what was picked in passing on this one.
    response.set_cookie(
        "theme",
        data["theme"],
        max_age=THEME_COOKIE_LASTS,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_not_required
def stay_signed_in(request: HttpRequest) -> HttpResponse:
    """Count as activity: pages call this while somebody types. 401 once the sign-in is over."""
    return HttpResponse(status=204 if request.user.is_authenticated else 401)


@require_POST
@login_not_required
def set_language(request: HttpRequest) -> HttpResponse:
    """Choose the language of pages in passing; signed in it is kept with the account."""
    language = request.POST.get("language", "")
    if request.user.is_authenticated and language in dict(settings.LANGUAGES):
        viewer = request.viewer  # type: ignore[attr-defined]
        mine = Account.objects.get(pk=viewer.account_id)
        accounts.update_own_account(
            actor=viewer, name=mine.name, language=language, theme=Theme(mine.theme)
        )
    return set_language_of_browser(request)


def not_here(request: HttpRequest) -> HttpResponse:
    """Addresses are proven by invitation, so allauth's page for adding others does not exist."""
    raise Http404
