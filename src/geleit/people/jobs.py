"""Background work of this domain: mails. Each job works as somebody and calls one action."""

from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from geleit.people.actions import accounts, invitations
from geleit.people.choices import Notice
from geleit.people.working_as import working_as

# A mail server that is down for some hours loses no mail: after 10 s, 100 s, 17 min, 3 h.
PATIENCE = RetryStrategy(max_attempts=5, exponential_wait=10)


@app.task(name="people.mail_invitation", retry=PATIENCE)
def mail_invitation(account_id: int, invitation_id: int) -> None:
    with working_as(account_id) as viewer:
        invitations.mail_invitation(
            actor=viewer, invitation_id=invitation_id, moment=timezone.now()
        )


@app.task(name="people.mail_password_reset", retry=PATIENCE)
def mail_password_reset(account_id: int) -> None:
    with working_as(account_id) as viewer:
        accounts.mail_password_reset(actor=viewer)


@app.task(name="people.mail_security_notice", retry=PATIENCE)
def mail_security_notice(account_id: int, notice: str) -> None:
    with working_as(account_id) as viewer:
        accounts.mail_security_notice(actor=viewer, notice=Notice(notice))
