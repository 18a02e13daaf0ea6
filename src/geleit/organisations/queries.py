"""Reads of the tree: what lies below an organisation, and who works on whose behalf.

Organisations, their delegations and teams by name are public facts: everybody signed in may look
them up. The viewer decides only what is offered for change.
"""

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet
from django.db.models.expressions import RawSQL

from geleit.organisations.choices import OrganisationKind
from geleit.organisations.models import AssociationMember, Delegation, Organisation
from geleit.organisations.rules import PARENTS, Administrator

_BELOW = """
WITH RECURSIVE below(id) AS (
    SELECT unnest(%s::bigint[])
    UNION
    SELECT child.id FROM organisations_organisation child JOIN below ON child.parent_id = below.id
) SELECT id FROM below
"""

_WORKING = """
WITH RECURSIVE handed_on(giver, taker) AS (
    SELECT principal_id, agent_id FROM organisations_delegation
        WHERE valid_from <= %s AND (valid_until IS NULL OR valid_until > %s)
    UNION ALL
    SELECT municipality_id, association_id FROM organisations_associationmember
), reached(id) AS (
    SELECT %s::bigint
    UNION
    SELECT taker FROM handed_on JOIN reached ON giver = reached.id
) SELECT organisation_id FROM organisations_team
    WHERE is_active AND organisation_id IN (SELECT id FROM reached)
"""

# Enough to choose from; whoever finds nothing types more.
MOST_HITS = 12


def tree_below(organisation_ids: Collection[int]) -> QuerySet[Organisation]:
    """These organisations and everything below them, in one query whatever the depth."""
    ids = RawSQL(_BELOW, [list(organisation_ids)])  # noqa: S611 - fixed text, ids as parameter
    return Organisation.objects.filter(pk__in=ids)


def organisations_administered_by(viewer: Administrator) -> QuerySet[Organisation]:
    """The tree a person administers, by name."""
    return tree_below([o.pk for o in viewer.administers]).order_by("name")


def founding_places(viewer: Administrator) -> QuerySet[Organisation]:
    """Where a person may found a carrier or an association."""
    return organisations_administered_by(viewer).filter(kind__in=sorted(PARENTS))


def possible_agents(viewer: Administrator, principal: Organisation) -> QuerySet[Organisation]:
    """Whom a principal may hand the counselling to; see `rules.can_delegate`."""
    tree = organisations_administered_by(viewer)
    return (
        Organisation.objects.filter(Q(pk__in=tree.values("pk")) | Q(pk=principal.parent_id))
        .exclude(pk=principal.pk)
        .exclude(kind__in=[OrganisationKind.STATE, OrganisationKind.GRANTING_AUTHORITY])
        .order_by("name")
    )


def found_by_name(places: QuerySet[Organisation], text: str) -> list[Organisation]:
    """The first organisations whose name holds every word of the text; names that begin with it first."""
    for word in text.split():
        places = places.filter(name__icontains=word)
    start = text.strip()
    hits = list(places.filter(name__istartswith=start).order_by("name")[:MOST_HITS])
    if len(hits) < MOST_HITS:
        others = places.exclude(name__istartswith=start).order_by("name")
        hits += list(others[: MOST_HITS - len(hits)])
    return hits


def in_force(day: dt.date) -> Q:
    """Delegations that hold on a day."""
    return Q(valid_from__lte=day) & (Q(valid_until__isnull=True) | Q(valid_until__gt=day))


@dataclass(frozen=True)
class Below:
    """One organisation of the tree with who does its counselling."""

    organisation: Organisation
    agents: tuple[Delegation, ...]
    own_teams: int


def children_of(organisation: Organisation, day: dt.date) -> list[Below]:
    """What lies right below an organisation on a day, by kind and name. Two queries."""
    children = list(
        Organisation.objects.filter(parent=organisation, is_inhabited=True)
        .annotate(own_teams=Count("teams", filter=Q(teams__is_active=True)))
        .order_by("kind", "name")
    )
    agents: dict[int, list[Delegation]] = {}
    for delegation in delegations_given(children, day):
        agents.setdefault(delegation.principal_id, []).append(delegation)
    return [Below(c, tuple(agents.get(c.pk, ())), c.own_teams) for c in children]


def delegations_given(principals: Iterable[Organisation], day: dt.date) -> QuerySet[Delegation]:
    """Who works for these organisations on a day."""
    return (
        Delegation.objects.filter(in_force(day), principal__in=[p.pk for p in principals])
        .select_related("agent", "principal")
        .order_by("principal__name", "agent__name")
    )


def delegations_administered_by(viewer: Administrator) -> QuerySet[Delegation]:
    """Delegations with at least one side in the tree a person administers."""
    tree = organisations_administered_by(viewer).values("pk")
    return Delegation.objects.filter(Q(principal__in=tree) | Q(agent__in=tree)).select_related(
        "principal", "agent"
    )


def delegations_of(organisation: Organisation) -> QuerySet[Delegation]:
    """Everything this organisation hands over or takes over, ended ones last."""
    return (
        Delegation.objects.filter(Q(principal=organisation) | Q(agent=organisation))
        .select_related("principal", "agent")
        .order_by("-valid_from", "principal__name", "agent__name")
    )


def members_of_association(association: Organisation) -> QuerySet[AssociationMember]:
    """The municipalities of an association, by name."""
    return (
        AssociationMember.objects.filter(association=association)
        .select_related("municipality")
        .order_by("municipality__name")
    )


def municipalities() -> QuerySet[Organisation]:
    """All inhabited municipalities; an association may reach across county borders."""
    return Organisation.objects.filter(kind=OrganisationKind.MUNICIPALITY, is_inhabited=True)


def who_counsels_in(organisation: Organisation, day: dt.date) -> list[Organisation]:
    """Organisations that do the counselling of a public body on a day, by name. One query.

    A delegation leads on to the agent's own delegations (municipality → county → carrier); whoever
    has teams of their own counts beside their agents. An association works for its members.
    """
    parameters = [day, day, organisation.pk]
    working = RawSQL(_WORKING, parameters)  # noqa: S611 - fixed text, values as parameters
    return list(Organisation.objects.filter(pk__in=working).order_by("name"))
