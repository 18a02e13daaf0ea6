"""Lists under way."""

from django.db.models import QuerySet

from geleit.gateway.models import CaseloadImport
from geleit.people.viewer import Viewer


def imports_of(viewer: Viewer) -> QuerySet[CaseloadImport]:
    """The viewer's own lists, newest first, without their content."""
    return (
        CaseloadImport.objects.filter(
            account_id=viewer.account_id, team_id__in=viewer.sealed_team_ids
        )
        .select_related("team")
        .defer("content")
        .order_by("-created_at")
    )
