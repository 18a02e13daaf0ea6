"""Finding what somebody typed and did not save."""

import datetime as dt

from django.db.models import QuerySet
from django.utils import timezone

from geleit.casework.choices import DraftKind
from geleit.casework.models import Draft
from geleit.people.queries import Viewer

# An older draft is forgotten: nobody remembers what it was about.
DRAFTS_LAST = dt.timedelta(days=14)


def draft_of(viewer: Viewer, kind: DraftKind, key: str) -> Draft | None:
    """The viewer's own draft under this key, if it is there and not too old."""
    if not key:
        return None
    return drafts_of(viewer, kind).filter(key=key).first()


def drafts_of(viewer: Viewer, kind: DraftKind) -> QuerySet[Draft]:
    """The viewer's own drafts of a kind, newest first."""
    return Draft.objects.filter(
        account_id=viewer.account_id, kind=kind, saved_at__gte=timezone.now() - DRAFTS_LAST
    ).order_by("-saved_at")
