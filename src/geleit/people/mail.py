"""Mails of this domain: plain text, in the reader's language, subject and text in one template."""

from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation


def send(template: str, address: str, language: str, **context: Any) -> None:
    """Send `people/mail/<template>.txt`; its first line is the subject.

    Raises what the mail server raises: the caller is a job that tries again.
    """
    with translation.override(language):
        text = render_to_string(f"people/mail/{template}.txt", context)
    subject, _, body = text.strip().partition("\n")
    EmailMessage(
        subject=settings.ACCOUNT_EMAIL_SUBJECT_PREFIX + subject.strip(),
        body=body.strip() + "\n",
        to=[address],
    ).send()


def link(view: str, **kwargs: Any) -> str:
    """Full address of a page, as people type it; a job has no request to ask."""
    return settings.BASE_URL.rstrip("/") + reverse(view, kwargs=kwargs)
