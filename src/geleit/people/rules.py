"""Who may do what with accounts and roles. What a role lets somebody see: `queries.viewers`."""

import datetime as dt

from geleit.organisations.choices import OrganisationKind
from geleit.organisations.models import Organisation, Team
from geleit.people.choices import TEAM_ROLES, Role
from geleit.people.models import Account, Membership, Substitution
from geleit.people.viewer import Viewer

_EVERYWHERE = frozenset({Role.DATA_PROTECTION_OFFICER, Role.ADMINISTRATOR})
_COUNSELLING = _EVERYWHERE | {Role.COUNSELLOR, Role.TEAM_LEAD, Role.GRANTS_CLERK}

# A role that sees the whole state can be held in one place only. Otherwise the administrator of a
# small carrier could make a ministry out of a colleague.
ROLES_BY_KIND: dict[str, frozenset[Role]] = {
    OrganisationKind.STATE: _EVERYWHERE | {Role.MINISTRY},
    OrganisationKind.GRANTING_AUTHORITY: _EVERYWHERE | {Role.GRANTING_AUTHORITY},
    OrganisationKind.COUNTY: _COUNSELLING | {Role.COUNTY_COORDINATOR},
    OrganisationKind.MUNICIPALITY: _COUNSELLING,
    OrganisationKind.ASSOCIATION: _COUNSELLING,
    OrganisationKind.CARRIER: _COUNSELLING,
}

# Longer absences get a new arrangement, so that nobody keeps a foreign team in sight by oversight.
LONGEST_SUBSTITUTION = dt.timedelta(days=366)

# How long the link in an invitation works.
INVITATION_LASTS = dt.timedelta(days=14)


def can_administer(viewer: Viewer, organisation_id: int) -> bool:
    """An administrator decides on roles in the own organisation and those below it."""
    return organisation_id in viewer.administered_ids


def can_give_role(viewer: Viewer, account_id: int | None, organisation_id: int) -> bool:
    """Nobody gives rights to themselves; `account_id` is None for somebody without an account."""
    return can_administer(viewer, organisation_id) and account_id != viewer.account_id


def can_change_membership(viewer: Viewer, membership: Membership) -> bool:
    """Roles of others in the own tree; never one's own."""
    return can_give_role(viewer, membership.account_id, membership.organisation_id)


def is_possible(role: Role, organisation: Organisation, team: Team | None) -> bool:
    """Counsellors and leads belong to an open team of the organisation, all others to none."""
    if role not in ROLES_BY_KIND[organisation.kind]:
        return False
    if role not in TEAM_ROLES:
        return team is None
    return team is not None and team.organisation_id == organisation.pk and team.is_active


def can_have_teams(organisation: Organisation) -> bool:
    """Whoever employs counsellors has teams: carriers, associations, municipalities, counties."""
    return Role.COUNSELLOR in ROLES_BY_KIND[organisation.kind]


def can_arrange_substitution(viewer: Viewer, team_id: int, absent_id: int) -> bool:
    """The lead arranges for the team, everybody else for themselves in the own team."""
    if team_id in viewer.lead_team_ids:
        return True
    own_teams = set(viewer.sealed_team_ids) - set(viewer.substituted_team_ids)
    return absent_id == viewer.account_id and team_id in own_teams


def can_cancel_substitution(viewer: Viewer, substitution: Substitution) -> bool:
    """Whoever could have arranged it; the substitute alone cannot hand it back."""
    return can_arrange_substitution(viewer, substitution.team_id, substitution.absent_id)


def is_addressed_to(email: str, account: Account) -> bool:
    """Whether an invitation to this address is meant for the account."""
    return account.email.lower() == email.lower()
