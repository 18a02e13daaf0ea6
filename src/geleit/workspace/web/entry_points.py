"""Where people without clients of their own start."""

from django.urls import reverse

from geleit.people.choices import Role
from geleit.people.queries import Viewer


def first_page_of(viewer: Viewer) -> str:
    """The page that holds this person's work: figures, members, or their own account."""
    if viewer.figures_organisation_ids:
        return reverse("statistics:organisations")
    if Role.ADMINISTRATOR in viewer.roles:
        return reverse("people:member-list")
    return reverse("workspace:welcome")
