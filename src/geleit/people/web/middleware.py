"""What happens around every request of a signed-in person: idle time, second factor, sight."""

import time
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import logout
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import resolve
from django.utils import timezone, translation

from geleit.people.choices import Theme
from geleit.people.queries import has_second_factor, viewer_of
from geleit.people.viewer import StaffRequest
from geleit.runtime import row_security

__all__ = ["StaffRequest"]

Handler = Callable[[HttpRequest], HttpResponse]

# What is open to somebody who has yet to set up a second factor: setting it up, proving again who they
# are for that, staying signed in meanwhile, and leaving. All other pages lead here, allauth's too.
OPEN_WITHOUT_SECOND_FACTOR = frozenset(
    {
        "mfa_index",
        "mfa_activate_totp",
        "mfa_add_webauthn",
        "account_reauthenticate",
        "account_logout",
        "people:stay-signed-in",
        "set_language",
    }
)


def activity_step() -> int:
    """Seconds between two notes of activity: seldom enough to cost nothing, at most a minute."""
    return int(min(60, settings.IDLE_SECONDS // 6))


class LanguageMiddleware:
    """Speak the language and show the colours the account has chosen.

    Before sign-in it is the browser's language, German if unsure. Colours picked on this very device
    (the cookie) win over those of the account.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            language = request.user.language
            if request.user.theme != Theme.AUTO:
                request.COOKIES.setdefault("theme", request.user.theme)
        else:
            language = translation.get_language_from_request(request)
        with translation.override(language):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response


class IdleTimeoutMiddleware:
    """Sign out whoever did nothing for `IDLE_SECONDS`. Requests a page makes by itself do not count.

    What happens within one step of the last note is not noted, so the end comes one step later: never
    before the page itself has warned (idle.js).
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            now = int(time.time())
            last = request.session.get("active_at", now)
            if now - last > settings.IDLE_SECONDS + activity_step():
                logout(request)
            elif not request.headers.get("X-Background") and (
                now - last >= activity_step() or "active_at" not in request.session
            ):
                request.session["active_at"] = now
        return self.get_response(request)


class SecondFactorMiddleware:
    """Lead staff without a second factor to setting one up; nothing else opens before.

    The demo asks for none. Pages know by `request.lacks_second_factor`.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.DEMO or not request.user.is_authenticated or has_second_factor(request.user):
            return self.get_response(request)
        request.lacks_second_factor = True  # type: ignore[attr-defined]
        if resolve(request.path_info).view_name in OPEN_WITHOUT_SECOND_FACTOR:
            return self.get_response(request)
        return redirect("mfa_index")


class SightMiddleware:
    """Run the request in one transaction that sees what the viewer may see; an error undoes all of it.

    Views find the viewer as `request.viewer`. What is confirmed to the browser is committed before it is sent.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.user.is_authenticated:
            return self.get_response(request)
        with transaction.atomic():
            viewer = viewer_of(request.user, timezone.localdate())
            request.viewer = viewer  # type: ignore[attr-defined]
            row_security.enter(viewer.sight())
            response = self.get_response(request)
            if response.status_code >= 500 or getattr(request, "undo", False):
                transaction.set_rollback(True)
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> None:
        """Django turns exceptions into pages further in; remember that there was one."""
        request.undo = True  # type: ignore[attr-defined]
