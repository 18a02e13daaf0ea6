"""Who looks: the `Viewer` that follows from somebody's memberships and substitutions."""

import datetime as dt

from django.db.models import Q

from geleit.organisations.models import Delegation, Organisation, Team
from geleit.organisations.queries import tree_below
from geleit.people.choices import Role
from geleit.people.models import Account, Membership
from geleit.people.viewer import Viewer


def valid_on(day: dt.date) -> Q:
    """Rows with `valid_from`/`valid_until` that hold on a day; the upper bound is exclusive."""
    return Q(valid_from__lte=day) & (Q(valid_until__isnull=True) | Q(valid_until__gt=day))


def viewer_of(account: Account, day: dt.date) -> Viewer:
    """The viewer an account is on that day. An account without valid membership sees nothing.

    Two queries, three for coordinators and administrators, whatever the number of clients.
    """
    memberships = list(
        Membership.objects.filter(valid_on(day), account=account)
        .select_related("organisation", "team", "team__organisation")
        .order_by("valid_from", "pk")
    )
    substituted = _substituted(account, memberships, day)
    administers = tuple(m.organisation for m in memberships if m.role == Role.ADMINISTRATOR)
    own_teams = [m.team for m in memberships if m.team is not None]
    teams = tuple({team.pk: team for team in [*own_teams, *substituted]}.values())
    counselled = [m.team_id for m in memberships if m.role == Role.COUNSELLOR and m.team_id]
    stands_in = {team.pk for team in substituted}
    return Viewer(
        account_id=account.pk,
        name=account.name,
        roles=frozenset(Role(m.role) for m in memberships),
        teams=teams,
        sealed_team_ids=tuple(dict.fromkeys([*counselled, *stands_in])),
        figures_organisation_ids=_figures(memberships, day),
        audits_organisation_ids=_organisation_ids(memberships, {Role.DATA_PROTECTION_OFFICER}),
        administers=administers,
        administered_ids=_tree(administers),
        organisation=memberships[0].organisation if memberships else None,
        lead_team_ids=tuple(
            m.team_id for m in memberships if m.role == Role.TEAM_LEAD and m.team_id
        ),
        substituted_team_ids=tuple(stands_in - set(counselled)),
    )


def _substituted(account: Account, memberships: list[Membership], day: dt.date) -> list[Team]:
    """Teams this person stands in for. Only who counsels in the same carrier that day can: a
    substitution ends with the membership, whatever its dates say.
    """
    carriers = _organisation_ids(memberships, {Role.COUNSELLOR})
    if not carriers:
        return []
    return list(
        Team.objects.filter(
            organisation__in=carriers,
            substitution__substitute=account,
            substitution__first_day__lte=day,
            substitution__last_day__gte=day,
        )
        .select_related("organisation")
        .distinct()
    )


def _tree(administers: tuple[Organisation, ...]) -> frozenset[int]:
    if not administers:
        return frozenset()
    return frozenset(tree_below([o.pk for o in administers]).values_list("pk", flat=True))


def _organisation_ids(memberships: list[Membership], roles: set[Role]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(m.organisation_id for m in memberships if m.role in roles))


def _figures(memberships: list[Membership], day: dt.date) -> tuple[int, ...]:
    """Organisations whose figures are exact for this person: the own carrier; for a county also its agents.

    DESIGN § 6: a coordinator sees exact figures of the carriers that work for the county by contract.
    """
    own = _organisation_ids(
        memberships, {Role.TEAM_LEAD, Role.GRANTS_CLERK, Role.COUNTY_COORDINATOR}
    )
    counties = _organisation_ids(memberships, {Role.COUNTY_COORDINATOR})
    if not counties:
        return own
    principals = Q(principal__in=counties) | Q(principal__parent__in=counties)
    agents = Delegation.objects.filter(valid_on(day), principals).values_list("agent_id", flat=True)
    return tuple(dict.fromkeys([*own, *agents]))
