"""Who stands in for whom, and who could."""

import datetime as dt

from django.db.models import Q, QuerySet

from geleit.organisations.models import Team
from geleit.people.choices import Role
from geleit.people.models import Account, Membership, Substitution
from geleit.people.queries.viewers import valid_on
from geleit.people.viewer import Viewer


def substitutions_in(viewer: Viewer, day: dt.date) -> QuerySet[Substitution]:
    """Present and coming substitutions in the viewer's teams, and the viewer's own anywhere."""
    mine = Q(substitute=viewer.account_id) | Q(absent=viewer.account_id)
    return (
        Substitution.objects.filter(Q(team__in=viewer.team_ids) | mine, last_day__gte=day)
        .select_related("absent", "substitute", "team")
        .order_by("first_day", "absent__name", "pk")
    )


def teams_arranged_by(viewer: Viewer) -> list[Team]:
    """Teams in which a person may arrange a substitution: those led, and those counselled in."""
    own = set(viewer.sealed_team_ids) - set(viewer.substituted_team_ids)
    return [t for t in viewer.teams if t.pk in own or t.pk in viewer.lead_team_ids]


def possible_absentees(viewer: Viewer, day: dt.date) -> QuerySet[Account]:
    """Counsellors a person may report as absent: leads those of their teams, others themselves."""
    return (
        _counsellors(day)
        .filter(Q(memberships__team__in=viewer.lead_team_ids) | Q(pk=viewer.account_id))
        .distinct()
        .order_by("name")
    )


def possible_substitutes(viewer: Viewer, day: dt.date) -> QuerySet[Account]:
    """Counsellors of the carriers whose teams the person arranges for."""
    carriers = {team.organisation_id for team in teams_arranged_by(viewer)}
    return (
        _counsellors(day).filter(memberships__organisation__in=carriers).distinct().order_by("name")
    )


def counsels_in_team(account_id: int, team_id: int, day: dt.date) -> bool:
    """Whether somebody counsels in a team on that day."""
    return _posts(day).filter(account=account_id, team=team_id).exists()


def counsels_for_carrier(account_id: int, organisation_id: int, day: dt.date) -> bool:
    """Whether somebody counsels for a carrier on that day, in whichever team."""
    return _posts(day).filter(account=account_id, organisation=organisation_id).exists()


def _posts(day: dt.date) -> QuerySet[Membership]:
    return Membership.objects.filter(valid_on(day), role=Role.COUNSELLOR, account__is_active=True)


def _counsellors(day: dt.date) -> QuerySet[Account]:
    return Account.objects.filter(
        is_active=True,
        memberships__in=Membership.objects.filter(valid_on(day), role=Role.COUNSELLOR),
    )
