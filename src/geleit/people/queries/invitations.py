"""Invitations: those an administrator has sent, and the one a secret opens."""

import datetime as dt
import hashlib
from enum import StrEnum

from django.db.models import QuerySet

from geleit.organisations.queries import organisations_administered_by
from geleit.people.models import Invitation
from geleit.people.viewer import Viewer


class InvitationState(StrEnum):
    """What has become of an invitation."""

    WAITING = "waiting"  # the mail is on its way
    OPEN = "open"
    EXPIRED = "expired"
    ACCEPTED = "accepted"
    WITHDRAWN = "withdrawn"


def state_of(invitation: Invitation, moment: dt.datetime) -> InvitationState:
    """What has become of an invitation by that moment."""
    if invitation.accepted_at:
        return InvitationState.ACCEPTED
    if invitation.withdrawn_at:
        return InvitationState.WITHDRAWN
    if invitation.expires_at <= moment:
        return InvitationState.EXPIRED
    return InvitationState.OPEN if invitation.mailed_at else InvitationState.WAITING


def invitations_visible_to(viewer: Viewer) -> QuerySet[Invitation]:
    """Invitations into the tree a person administers, newest first."""
    tree = organisations_administered_by(viewer)
    return (
        Invitation.objects.filter(organisation__in=tree.values("pk"))
        .select_related("organisation", "team", "invited_by")
        .order_by("-invited_at", "-pk")
    )


def pending(moment: dt.datetime) -> QuerySet[Invitation]:
    """Invitations that can still be accepted at that moment, by nobody's sight: for finding one."""
    return Invitation.objects.filter(
        accepted_at=None, withdrawn_at=None, expires_at__gt=moment
    ).select_related("organisation", "team")


def open_invitation(secret: str, moment: dt.datetime) -> Invitation | None:
    """The invitation a secret opens, or None. Who knows the secret has read the mail: no viewer."""
    return pending(moment).filter(secret_hash=hash_of(secret)).first()


def hash_of(secret: str) -> str:
    """What is kept of a secret. It has 256 random bits, so a plain hash cannot be guessed back."""
    return hashlib.sha256(secret.encode()).hexdigest()
