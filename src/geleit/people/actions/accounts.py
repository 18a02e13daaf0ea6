"""One's own account, closing the account of somebody who leaves, and mails about accounts."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from allauth.account.forms import default_token_generator
from allauth.account.models import EmailAddress
from allauth.account.utils import user_pk_to_url_str
from allauth.usersessions.models import UserSession
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F
from django.db.models.functions import Greatest

from geleit.organisations.models import Organisation
from geleit.people import mail
from geleit.people.choices import Notice, Role, Theme
from geleit.people.models import Account, Membership
from geleit.people.queries import Viewer, memberships_administered_by
from geleit.people.queries.members import is_wholly_administered_by
from geleit.privacy import actions as privacy


class HasAdministrator(Exception):
    """This organisation, or one above it, has an administrator: they invite everybody else."""


class CountsElsewhere(Exception):
    """Somebody outside this tree relies on the account. End the roles here instead."""


@dataclass(frozen=True)
class System:
    """Whoever sets up an installation at the command line, before there is anybody to act as."""

    account_id: int = 0
    name: str = "System"


def open_first_administrator(
    *, organisation: Organisation, email: str, name: str, today: dt.date
) -> str:
    """Open the account everybody else is invited from; returns the link that sets its password.

    For the command line of a new installation: it asks for no rights, so it refuses to add anybody
    once there is an administrator. Raises `HasAdministrator`.
    """
    with transaction.atomic():
        above = _itself_and_above(organisation)
        if Membership.objects.filter(organisation__in=above, role=Role.ADMINISTRATOR).exists():
            raise HasAdministrator
        account, is_new = Account.objects.get_or_create(
            email=email.lower(), defaults={"name": name}
        )
        if is_new:
            account.set_unusable_password()
            account.save(update_fields=["password"])
            EmailAddress.objects.create(
                user=account, email=account.email, verified=True, primary=True
            )
        Membership.objects.create(
            account=account, organisation=organisation, role=Role.ADMINISTRATOR, valid_from=today
        )
        privacy.record(
            actor=System(),
            action="people.account.opened_at_command_line",
            subject=account,
            organisation_id=organisation.pk,
        )
    return _password_link(account)


def update_own_account(*, actor: Viewer, name: str, language: str, theme: Theme) -> Account:
    """Change how one is named, and in which language and colours pages appear."""
    after = {"name": name, "language": language, "theme": theme.value}
    with transaction.atomic():
        account = Account.objects.select_for_update().get(pk=actor.account_id)
        changes = privacy.differences(account, after, {"language", "theme"})
        if changes:
            account.name, account.language, account.theme = name, language, theme
            account.save(update_fields=list(after))
            _audit(actor, "people.account.updated", account, changes)
    return account


def deactivate_account(*, actor: Viewer, account: Account, today: dt.date) -> None:
    """The person is signed out everywhere at once and cannot sign in; their roles end today.

    Records keep their name. Not for oneself. Raises `CountsElsewhere` for an account with a role
    outside the actor's tree.
    """
    organisation_id = _organisation_of(actor, account)
    with transaction.atomic():
        current = Account.objects.select_for_update().get(pk=account.pk)
        if not is_wholly_administered_by(actor, current, today):
            raise CountsElsewhere
        if not current.is_active:
            return
        current.is_active = False
        current.save(update_fields=["is_active"])
        Membership.objects.filter(account=current).exclude(valid_until__lte=today).update(
            valid_until=Greatest(F("valid_from"), today)
        )
        for session in UserSession.objects.filter(user=current):
            session.end()
        _audit(actor, "people.account.deactivated", current, organisation_id=organisation_id)


def reactivate_account(*, actor: Viewer, account: Account, today: dt.date) -> None:
    """Let somebody sign in again. Their roles stay ended until new ones are given."""
    organisation_id = _organisation_of(actor, account)
    with transaction.atomic():
        current = Account.objects.select_for_update().get(pk=account.pk)
        if not is_wholly_administered_by(actor, current, today):
            raise CountsElsewhere
        if current.is_active:
            return
        current.is_active = True
        current.save(update_fields=["is_active"])
        _audit(actor, "people.account.reactivated", current, organisation_id=organisation_id)


def mail_password_reset(*, actor: Viewer) -> None:
    """Mail a link with which the account's owner sets a new password; the key exists only there."""
    account = Account.objects.get(pk=actor.account_id)
    link = _password_link(account)
    mail.send("password_reset_link", account.email, account.language, account=account, link=link)


def mail_security_notice(*, actor: Viewer, notice: Notice) -> None:
    """Tell somebody what has just changed in how they sign in, so that a stranger's doing shows."""
    account = Account.objects.get(pk=actor.account_id)
    mail.send("security_notice", account.email, account.language, account=account, notice=notice)


def _password_link(account: Account) -> str:
    """The address at which the account's password is set; works once and for a few days."""
    key = default_token_generator.make_token(account)
    return mail.link("account_reset_password_from_key", uidb36=user_pk_to_url_str(account), key=key)


def _itself_and_above(organisation: Organisation) -> list[int]:
    found, step = [organisation.pk], organisation.parent
    while step is not None:
        found.append(step.pk)
        step = step.parent
    return found


def _organisation_of(actor: Viewer, account: Account) -> int:
    """An organisation of the actor's tree that the account belongs or belonged to; else refused."""
    membership = memberships_administered_by(actor).filter(account=account).first()
    if membership is None or account.pk == actor.account_id:
        raise PermissionDenied
    return membership.organisation_id


def _audit(
    actor: Viewer,
    action: str,
    account: Account,
    changes: dict[str, Any] | None = None,
    organisation_id: int | None = None,
) -> None:
    privacy.record(
        actor=actor,
        action=action,
        subject=account,
        organisation_id=organisation_id,
        changes=changes,
    )
