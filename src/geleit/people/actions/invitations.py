"""Inviting people, and what happens when they accept."""

import datetime as dt
import secrets
from typing import Any

from allauth.account.models import EmailAddress
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from geleit.people import mail, rules
from geleit.people.actions import memberships
from geleit.people.actions.memberships import AlreadyMember, Assignment
from geleit.people.choices import Role
from geleit.people.models import Account, Invitation
from geleit.people.queries import Viewer, viewer_of
from geleit.people.queries.invitations import hash_of, pending
from geleit.privacy import actions as privacy
from geleit.runtime import row_security
from geleit.runtime.queue import enqueue


class AlreadyInvited(Exception):
    """There is an open invitation to this address for the same role. Send that one again."""


class InvitationGone(Exception):
    """The invitation was accepted, withdrawn or replaced, or its time is over."""


class HasAccount(Exception):
    """The address has an account already: its owner signs in and accepts there."""


def invite(
    *, actor: Viewer, email: str, name: str, assignment: Assignment, moment: dt.datetime
) -> Invitation:
    """Invite somebody to a role; a job mails the link, which works for 14 days.

    Whether the address has an account is not said: its owner finds out. Raises PermissionDenied
    (also for one's own address), `ImpossibleAssignment`, `AlreadyMember` or `AlreadyInvited`.
    """
    if not rules.can_give_role(actor, None, assignment.organisation.pk):
        raise PermissionDenied
    email = email.strip().lower()
    if Account.objects.filter(pk=actor.account_id, email__iexact=email).exists():
        raise PermissionDenied
    memberships.refuse_impossible(assignment)
    _refuse_second(email, assignment, moment)
    with transaction.atomic():
        invitation = Invitation.objects.create(
            email=email,
            name=name,
            organisation=assignment.organisation,
            team=assignment.team,
            role=assignment.role,
            secret_hash=hash_of(_secret()),  # nobody knows this secret; the mail brings another
            invited_by_id=actor.account_id,
            expires_at=moment + rules.INVITATION_LASTS,
        )
        _audit(actor, "people.invitation.sent", invitation, {"role": [None, invitation.role]})
        _mail_later(actor, invitation)
    return invitation


def resend_invitation(*, actor: Viewer, invitation: Invitation, moment: dt.datetime) -> None:
    """Mail a new link, good for 14 days from now; the old one stops working.

    Raises `InvitationGone` if it was accepted or withdrawn.
    """
    with transaction.atomic():
        current = _changeable(actor, invitation)
        current.expires_at = moment + rules.INVITATION_LASTS
        current.secret_hash = hash_of(_secret())
        current.mailed_at = None
        current.save(update_fields=["expires_at", "secret_hash", "mailed_at"])
        _audit(actor, "people.invitation.resent", current)
        _mail_later(actor, current)


def withdraw_invitation(*, actor: Viewer, invitation: Invitation, moment: dt.datetime) -> None:
    """The link no longer works. Raises `InvitationGone` if it was accepted or withdrawn before."""
    with transaction.atomic():
        current = _changeable(actor, invitation)
        current.withdrawn_at = moment
        current.save(update_fields=["withdrawn_at"])
        _audit(actor, "people.invitation.withdrawn", current)


def mail_invitation(*, actor: Viewer, invitation_id: int, moment: dt.datetime) -> None:
    """Make the secret and mail it; only its hash is kept. Nothing is sent if it is no longer open."""
    with transaction.atomic():
        invitation = _locked(pending(moment).filter(pk=invitation_id))
        if invitation is None:
            return
        secret = _secret()
        invitation.secret_hash = hash_of(secret)
        invitation.mailed_at = moment
        invitation.save(update_fields=["secret_hash", "mailed_at"])
        _audit(actor, "people.invitation.mailed", invitation)
        mail.send(
            "invitation",
            invitation.email,
            settings.LANGUAGE_CODE,
            invitation=invitation,
            inviter=actor.name,
            link=mail.link("people:invitation-open", secret=secret),
        )


def accept_invitation(*, secret: str, name: str, password: str, moment: dt.datetime) -> Account:
    """Open the account: the address is proven by the link, the role holds from today.

    Raises `InvitationGone`, or `HasAccount` if somebody has this address already.
    """
    with transaction.atomic():
        invitation = _opened(hash_of(secret), moment)
        return _open_account(invitation, name, password, moment)


def accept_by_sign_in_service(*, email: str, moment: dt.datetime) -> Account | None:
    """Open the account of whoever a sign-in service vouches for; no password is set.

    The service has verified the address, which proves what the link in the mail would. None if
    nobody with this address is invited or the address has an account.
    """
    with transaction.atomic():
        invitation = _locked(pending(moment).filter(email=email.lower()).order_by("pk"))
        if invitation is None or Account.objects.filter(email__iexact=email).exists():
            return None
        return _open_account(invitation, invitation.name, None, moment)


def join(*, actor: Viewer, secret: str, moment: dt.datetime) -> None:
    """Accept an invitation with an account one has already. Accepting a role one has changes nothing.

    Raises `InvitationGone`; PermissionDenied if it is addressed to somebody else;
    `NeedsSecondFactor`.
    """
    account = Account.objects.get(pk=actor.account_id)
    with transaction.atomic():
        invitation = _opened(hash_of(secret), moment)
        if not rules.is_addressed_to(invitation.email, account):
            raise PermissionDenied
        _accept(actor, invitation, account, moment)


def _open_account(
    invitation: Invitation, name: str, password: str | None, moment: dt.datetime
) -> Account:
    if Account.objects.filter(email__iexact=invitation.email).exists():
        raise HasAccount
    account = Account(email=invitation.email, name=name, language=settings.LANGUAGE_CODE)
    account.set_password(password)  # None: signs in through the service only
    account.save()
    EmailAddress.objects.create(user=account, email=account.email, verified=True, primary=True)
    # The person acts for the first time: in a sight of their own, which holds nothing yet.
    viewer = viewer_of(account, timezone.localdate(moment))
    row_security.enter(viewer.sight())
    _accept(viewer, invitation, account, moment)
    return account


def _accept(actor: Viewer, invitation: Invitation, account: Account, moment: dt.datetime) -> None:
    assignment = Assignment(Role(invitation.role), invitation.organisation, invitation.team)
    try:
        with transaction.atomic():
            memberships.begin(account, assignment, timezone.localdate(moment), None)
    except AlreadyMember:
        pass
    except memberships.ImpossibleAssignment as error:
        raise InvitationGone from error  # its team was closed meanwhile
    invitation.accepted_at = moment
    invitation.save(update_fields=["accepted_at"])
    _audit(actor, "people.invitation.accepted", invitation, {"account": [None, account.pk]})


def _opened(secret_hash: str, moment: dt.datetime) -> Invitation:
    invitation = _locked(pending(moment).filter(secret_hash=secret_hash))
    if invitation is None:
        raise InvitationGone
    return invitation


def _changeable(actor: Viewer, invitation: Invitation) -> Invitation:
    if not rules.can_administer(actor, invitation.organisation_id):
        raise PermissionDenied
    untouched = Invitation.objects.filter(pk=invitation.pk, accepted_at=None, withdrawn_at=None)
    current = _locked(untouched)
    if current is None:
        raise InvitationGone
    return current


def _locked(invitations: Any) -> Invitation | None:
    found: Invitation | None = invitations.select_for_update(of=("self",)).first()
    return found


def _refuse_second(email: str, assignment: Assignment, moment: dt.datetime) -> None:
    same = {
        "organisation": assignment.organisation,
        "team": assignment.team,
        "role": assignment.role,
    }
    if pending(moment).filter(email=email, **same).exists():
        raise AlreadyInvited


def _secret() -> str:
    return secrets.token_urlsafe(32)


def _mail_later(actor: Viewer, invitation: Invitation) -> None:
    enqueue("people.mail_invitation", account_id=actor.account_id, invitation_id=invitation.pk)


def _audit(
    actor: Viewer, action: str, invitation: Invitation, changes: dict[str, Any] | None = None
) -> None:
    privacy.record(
        actor=actor,
        action=action,
        subject=invitation,
        organisation_id=invitation.organisation_id,
        changes=changes,
    )
