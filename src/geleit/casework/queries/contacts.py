"""Reading short contacts and group events."""

from django.db.models import QuerySet

from geleit.casework.models import GroupEvent, ShortContact
from geleit.people.queries import Viewer

LATEST = 50


def short_contacts_visible_to(viewer: Viewer) -> QuerySet[ShortContact]:
    """Short contacts of the viewer's teams."""
    return ShortContact.objects.filter(team_id__in=viewer.team_ids)


def group_events_visible_to(viewer: Viewer) -> QuerySet[GroupEvent]:
    """Group events of the viewer's teams."""
    return GroupEvent.objects.filter(team_id__in=viewer.team_ids)


def latest_short_contacts(viewer: Viewer) -> list[ShortContact]:
    """The newest short contacts in sight."""
    found = short_contacts_visible_to(viewer).select_related("counsellor")
    return list(found.order_by("-held_on", "-pk")[:LATEST])


def latest_group_events(viewer: Viewer) -> list[GroupEvent]:
    """The newest group events in sight."""
    found = group_events_visible_to(viewer).select_related("counsellor")
    return list(found.order_by("-held_on", "-pk")[:LATEST])
