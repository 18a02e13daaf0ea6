"""Who may change the tree. Organisations are public; what is decided here is who may write."""

import datetime as dt
from collections.abc import Iterable
from typing import Protocol

from geleit.organisations.choices import OrganisationKind
from geleit.organisations.models import Delegation, Organisation

# Public bodies come from the official list; only these are founded by people.
FOUNDED = frozenset({OrganisationKind.CARRIER, OrganisationKind.ASSOCIATION})

# Where a carrier or an association can stand in the tree.
PARENTS = frozenset(
    {
        OrganisationKind.STATE,
        OrganisationKind.COUNTY,
        OrganisationKind.MUNICIPALITY,
        OrganisationKind.ASSOCIATION,
    }
)


class Administrator(Protocol):
    """Whoever acts, as far as this domain needs to know them; `people.queries.Viewer` is one."""

    @property
    def account_id(self) -> int: ...

    @property
    def name(self) -> str: ...

    @property
    def administers(self) -> tuple[Organisation, ...]: ...

    @property
    def administered_ids(self) -> frozenset[int]: ...


def can_administer(actor: Administrator, organisation_id: int) -> bool:
    """An administrator decides on the own organisation and on those below it in the tree."""
    return organisation_id in actor.administered_ids


def can_found(actor: Administrator, kind: OrganisationKind, parent: Organisation) -> bool:
    """Carriers and associations are founded below an organisation of the own tree."""
    return kind in FOUNDED and parent.kind in PARENTS and can_administer(actor, parent.pk)


def can_rename(actor: Administrator, organisation: Organisation) -> bool:
    """Public bodies keep their official name."""
    return organisation.kind in FOUNDED and can_administer(actor, organisation.pk)


def can_delegate(actor: Administrator, principal: Organisation, agent: Organisation) -> bool:
    """Whoever hands over decides, and whoever takes over must agree.

    So the actor administers both sides, or hands the task up to the body right above. This matters
    for sight: a county sees exact figures of those who work for it (DESIGN § 6).
    """
    if not can_administer(actor, principal.pk) or principal == agent:
        return False
    return can_administer(actor, agent.pk) or principal.parent_id == agent.pk


def can_end_delegation(actor: Administrator, delegation: Delegation) -> bool:
    """Either side may end it."""
    return can_administer(actor, delegation.principal_id) or can_administer(
        actor, delegation.agent_id
    )


def largest_share(delegations: Iterable[Delegation], start: dt.date, end: dt.date | None) -> int:
    """Highest sum of the shares given on one day of the period; `end` is exclusive, None is open."""
    given = [(d, d.share_percent) for d in delegations if d.share_percent is not None]
    # The sum can only rise on a day on which a delegation begins.
    days = {start, *(d.valid_from for d, _ in given if d.valid_from > start)}
    return max(
        sum(share for d, share in given if holds(d, day))
        for day in days
        if end is None or day < end
    )


def holds(delegation: Delegation, day: dt.date) -> bool:
    """Whether a delegation is in force on a day."""
    return delegation.valid_from <= day and (
        delegation.valid_until is None or day < delegation.valid_until
    )
