"""Inviting people, and what happens when they accept."""

import datetime as dt
import re

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from geleit.people.actions import invitations
from geleit.people.actions.memberships import Assignment, ImpossibleAssignment
from geleit.people.choices import Role
from geleit.people.models import Account, Invitation, Membership
from geleit.privacy.models import AuditEntry
from geleit.runtime import row_security
from geleit.runtime.row_security import Sight
from tests.conftest import as_owner
from tests.people.conftest import PASSWORD

NOW = dt.datetime(2026, 11, 25, 9, tzinfo=dt.UTC)
NEW = "Neu.Muster@Example.org"


def send(cast, actor, email=NEW, role=Role.COUNSELLOR, team="north", moment=None) -> Invitation:
    assignment = Assignment(role, cast.carrier, getattr(cast, team) if team else None)
    return invitations.invite(
        actor=actor,
        email=email,
        name="Neu Muster",
        assignment=assignment,
        moment=moment or timezone.now(),
    )


def secret_in_mail(number: int = -1) -> str:
    return re.search(r"/einladung/([\w-]+)/", mail.outbox[number].body)[1]


def accept(secret: str, moment=None) -> Account:
    return invitations.accept_invitation(
        secret=secret, name="Neue Muster", password=PASSWORD, moment=moment or timezone.now()
    )


def test_invitation_brings_the_link_by_mail_in_german(cast, adam, run_jobs) -> None:
    send(cast, adam)

    run_jobs()

    sent = mail.outbox[0]
    assert (sent.to, sent.subject) == (["neu.muster@example.org"], "Geleit: Einladung")
    assert sent.body.startswith(
        "Guten Tag Neu Muster,\n\n"
        "Adam Muster lädt Sie ein, für Träger Hochrhein mit Geleit zu arbeiten.\n"
        "Ihre Rolle: Integrationsmanagement, Team Nord\n"
    )


def test_secret_stands_in_the_mail_and_nowhere_else(cast, adam, run_jobs) -> None:
    invitation = send(cast, adam)
    [job] = ProcrastinateJob.objects.all()
    run_jobs()
    invitation.refresh_from_db()

    assert job.args == {"account_id": cast.adam.pk, "invitation_id": invitation.pk}
    assert len(secret_in_mail()) == 43
    assert secret_in_mail() not in str(Invitation.objects.values().get())
    assert invitations.hash_of(secret_in_mail()) == invitation.secret_hash


def test_accepting_opens_the_account_with_role_and_proven_address(cast, adam, run_jobs) -> None:
    send(cast, adam)
    run_jobs()

    account = accept(secret_in_mail())

    assert (account.email, account.name, account.check_password(PASSWORD)) == (
        "neu.muster@example.org", "Neue Muster", True,
    )  # fmt: skip
    assert list(EmailAddress.objects.values_list("email", "verified", "primary")) == [
        ("neu.muster@example.org", True, True)
    ]
    membership = Membership.objects.get(account=account)
    assert (membership.role, membership.team, membership.valid_from, membership.valid_until) == (
        Role.COUNSELLOR, cast.north, timezone.localdate(), None,
    )  # fmt: skip


def test_each_step_leaves_one_audit_entry(cast, adam, run_jobs) -> None:
    send(cast, adam)
    run_jobs()
    account = accept(secret_in_mail())

    row_security.enter(Sight(account=0, audits=(cast.carrier.pk,)))
    assert list(AuditEntry.objects.order_by("pk").values_list("action", "actor_id")) == [
        ("people.invitation.sent", cast.adam.pk),
        ("people.invitation.mailed", cast.adam.pk),
        ("people.invitation.accepted", account.pk),
    ]


def test_link_works_once(cast, adam, run_jobs) -> None:
    send(cast, adam)
    run_jobs()
    accept(secret_in_mail())

    with pytest.raises(invitations.InvitationGone):
        accept(secret_in_mail())


def test_link_works_for_fourteen_days(cast, adam) -> None:
    early, late = NOW + dt.timedelta(days=13, hours=23), NOW + dt.timedelta(days=14)
    invitation = send(cast, adam, moment=NOW)
    invitations.mail_invitation(actor=adam, invitation_id=invitation.pk, moment=NOW)

    with pytest.raises(invitations.InvitationGone):
        accept(secret_in_mail(), late)
    assert accept(secret_in_mail(), early).name == "Neue Muster"


def test_withdrawn_link_does_not_work(cast, adam, run_jobs) -> None:
    invitation = send(cast, adam)
    run_jobs()

    invitations.withdraw_invitation(actor=adam, invitation=invitation, moment=timezone.now())

    with pytest.raises(invitations.InvitationGone):
        accept(secret_in_mail())


def test_withdrawn_before_the_mail_left_sends_none(cast, adam, run_jobs) -> None:
    invitation = send(cast, adam)
    invitations.withdraw_invitation(actor=adam, invitation=invitation, moment=timezone.now())

    run_jobs()

    assert mail.outbox == []


def test_sent_again_the_new_link_replaces_the_old_one(cast, adam, act_as, run_jobs) -> None:
    invitation = send(cast, adam)
    run_jobs()
    act_as(cast.adam)
    later = timezone.now() + dt.timedelta(days=10)
    invitations.resend_invitation(actor=adam, invitation=invitation, moment=later)
    run_jobs()

    with pytest.raises(invitations.InvitationGone):
        accept(secret_in_mail(0))
    assert accept(secret_in_mail(1), later + dt.timedelta(days=13)).name == "Neue Muster"


def test_accepted_invitation_can_be_neither_resent_nor_withdrawn(
    cast, adam, act_as, run_jobs
) -> None:
    invitation = send(cast, adam)
    run_jobs()
    accept(secret_in_mail())
    act_as(cast.adam)

    with pytest.raises(invitations.InvitationGone):
        invitations.resend_invitation(actor=adam, invitation=invitation, moment=timezone.now())
    with pytest.raises(invitations.InvitationGone):
        invitations.withdraw_invitation(actor=adam, invitation=invitation, moment=timezone.now())


def test_second_open_invitation_for_the_same_role_is_refused(cast, adam) -> None:
    send(cast, adam)

    with pytest.raises(invitations.AlreadyInvited):
        send(cast, adam, email="NEU.muster@example.org")
    assert send(cast, adam, team="south").team == cast.south


def test_nobody_invites_themselves(cast, adam) -> None:
    with pytest.raises(PermissionDenied):
        send(cast, adam, email="Adam.Muster@example.org")


@pytest.mark.parametrize(
    "name", ["miriam", "petra", "greta", "kerstin", "ruth", "moritz", "dora", "otto", "nina"]
)
def test_only_administrators_of_the_organisation_invite(cast, act_as, name) -> None:
    with pytest.raises(PermissionDenied):
        send(cast, act_as(getattr(cast, name)))


def test_impossible_role_is_not_offered_by_mail(cast, adam) -> None:
    with pytest.raises(ImpossibleAssignment):
        send(cast, adam, role=Role.MINISTRY, team=None)


def test_address_with_an_account_cannot_be_opened_a_second_time(cast, adam, run_jobs) -> None:
    send(cast, adam, email=cast.otto.email)
    run_jobs()

    with pytest.raises(invitations.HasAccount):
        accept(secret_in_mail())


def test_owner_of_an_account_joins_with_it(cast, adam, act_as, run_jobs) -> None:
    send(cast, adam, email=cast.otto.email)
    run_jobs()

    invitations.join(actor=act_as(cast.otto), secret=secret_in_mail(), moment=timezone.now())

    assert set(cast.viewer(cast.otto, timezone.localdate()).team_ids) == {
        cast.elsewhere.pk,
        cast.north.pk,
    }


def test_invitation_of_somebody_else_cannot_be_joined(cast, adam, act_as, run_jobs) -> None:
    send(cast, adam, email=cast.otto.email)
    run_jobs()

    with pytest.raises(PermissionDenied):
        invitations.join(actor=act_as(cast.samir), secret=secret_in_mail(), moment=timezone.now())


def test_joining_a_role_one_has_changes_nothing_but_uses_the_link(
    cast, adam, act_as, run_jobs
) -> None:
    invitation = send(cast, adam, email=cast.miriam.email)
    run_jobs()

    invitations.join(actor=act_as(cast.miriam), secret=secret_in_mail(), moment=timezone.now())

    invitation.refresh_from_db()
    assert (
        Membership.objects.filter(account=cast.miriam).count(),
        invitation.accepted_at is None,
    ) == (1, False)


def test_team_closed_meanwhile_makes_the_link_useless(cast, adam, run_jobs) -> None:
    send(cast, adam, team="south")
    run_jobs()
    with as_owner():
        cast.south.is_active = False
        cast.south.save()

    with pytest.raises(invitations.InvitationGone):
        accept(secret_in_mail())
    assert Account.objects.filter(email="neu.muster@example.org").count() == 0


def test_sign_in_service_opens_the_invited_account_without_password(cast, adam) -> None:
    send(cast, adam)

    account = invitations.accept_by_sign_in_service(
        email="neu.muster@example.org", moment=timezone.now()
    )

    assert account is not None
    assert (account.has_usable_password(), cast.viewer(account, timezone.localdate()).team_ids) == (
        False,
        (cast.north.pk,),
    )


def test_sign_in_service_opens_nothing_for_the_uninvited(cast, adam) -> None:
    assert (
        invitations.accept_by_sign_in_service(email="fremd@example.org", moment=timezone.now())
        is None
    )
