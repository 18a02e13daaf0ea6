"""Keeping what is typed until it is saved."""

from django.utils import timezone

from geleit.casework.choices import DraftKind
from geleit.casework.models import Draft
from geleit.casework.queries.drafts import DRAFTS_LAST
from geleit.people.queries import Viewer

# A form holds at most a long note and some codes; more is not a form of ours.
LARGEST_DRAFT = 40_000


class DraftTooLarge(Exception):
    """The draft is larger than any form; it was not kept."""


def keep_draft(*, actor: Viewer, kind: DraftKind, key: str, fields: dict[str, list[str]]) -> Draft:
    """Keep the fields of an unsaved form for the person who types; replaces what was kept under the key.

    Drafts older than two weeks go at the same time. Raises `DraftTooLarge`.
    """
    if sum(len(value) for values in fields.values() for value in values) > LARGEST_DRAFT:
        raise DraftTooLarge
    Draft.objects.filter(
        account_id=actor.account_id, saved_at__lt=timezone.now() - DRAFTS_LAST
    ).delete()
    draft, _ = Draft.objects.update_or_create(
        account_id=actor.account_id, kind=kind, key=key, defaults={"fields": fields}
    )
    return draft


def discard_draft(*, actor: Viewer, kind: DraftKind, key: str) -> None:
    """Forget a draft: its form was saved or thrown away. Nothing happens if there is none."""
    Draft.objects.filter(account_id=actor.account_id, kind=kind, key=key).delete()
