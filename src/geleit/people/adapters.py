"""How allauth behaves here: accounts come from invitations, mails from jobs."""

import time
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.base import AuthProcess
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from geleit.people.actions import invitations
from geleit.people.choices import Notice
from geleit.people.models import Account
from geleit.runtime.queue import enqueue


class AccountAdapter(DefaultAccountAdapter):
    """Nobody signs up by themselves; every mail is written by a job, which alone knows its secret."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def send_password_reset_mail(self, user: Account, email: str, context: dict[str, Any]) -> None:
        """Queue the mail. So the answer takes as long for an address without an account."""
        if user.is_active:
            enqueue("people.mail_password_reset", account_id=user.pk)

    def send_notification_mail(
        self,
        template_prefix: str,
        user: Account,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        notice = Notice(template_prefix.rpartition("/")[2])
        enqueue("people.mail_security_notice", account_id=user.pk, notice=notice.value)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """allauth's other mails go to addresses without an account: nobody is written to unasked."""

    def reauthenticate(self, user: Account, password: str) -> bool:
        """Whether it is the person's own password; wrong ones count against the limit of sign-ins."""
        found = self.authenticate(self.request, email=user.email, password=password)
        return found is not None and found.pk == user.pk

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Whoever signed in a moment ago need not prove it again to set up the second factor."""
        records = get_authentication_records(self.request, self.request.user)
        newest = max((record["at"] for record in records), default=0)
        return time.time() - newest > settings.ACCOUNT_REAUTHENTICATION_TIMEOUT


class SecondFactorAdapter(DefaultMFAAdapter):
    """Passkeys name this product, not the host they were made at."""

    def _get_site_name(self) -> str:
        return str(settings.MFA_TOTP_ISSUER)


class SocialAccountAdapter(DefaultSocialAccountAdapter):
    """The sign-in service says who somebody is; whether they get in is decided by invitation."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Connect to the account with an address the service has verified, or open an invited one.

        Somebody signed in can only connect an identity with their own address: else a stranger
        could slip theirs under the account of whoever follows a link.
        """
        if sociallogin.is_existing:
            return
        verified = [a.email.lower() for a in sociallogin.email_addresses if a.verified]
        if sociallogin.state.get("process") == AuthProcess.CONNECT:
            if not request.user.is_authenticated or request.user.email.lower() not in verified:
                messages.error(request, _("The sign-in service does not know your address."))
                raise ImmediateHttpResponse(redirect("people:account"))
            return
        account = Account.objects.filter(email__in=verified).first()
        if account is None and request.user.is_anonymous:
            account = _invited(verified)
        if account is not None:
            sociallogin.connect(request, account)


def _invited(addresses: list[str]) -> Account | None:
    opened = (
        invitations.accept_by_sign_in_service(email=address, moment=timezone.now())
        for address in addresses
    )
    return next((account for account in opened if account is not None), None)
