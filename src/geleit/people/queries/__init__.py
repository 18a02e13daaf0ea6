"""Reads of this domain: who looks, who is a member of what, who is invited, who stands in."""

from geleit.people.queries.invitations import (
    InvitationState,
    invitations_visible_to,
    open_invitation,
    state_of,
)
from geleit.people.queries.members import (
    Member,
    MemberFilter,
    accounts_administered_by,
    as_members,
    colleagues_of,
    has_second_factor,
    members_of,
    memberships_administered_by,
    memberships_of,
    team_overview,
    teams_administered_by,
)
from geleit.people.queries.substitutions import (
    possible_absentees,
    possible_substitutes,
    substitutions_in,
    teams_arranged_by,
)
from geleit.people.queries.viewers import valid_on, viewer_of
from geleit.people.viewer import Viewer

__all__ = [
    "InvitationState",
    "Member",
    "MemberFilter",
    "Viewer",
    "accounts_administered_by",
    "as_members",
    "colleagues_of",
    "has_second_factor",
    "invitations_visible_to",
    "members_of",
    "memberships_administered_by",
    "memberships_of",
    "open_invitation",
    "possible_absentees",
    "possible_substitutes",
    "state_of",
    "substitutions_in",
    "team_overview",
    "teams_administered_by",
    "teams_arranged_by",
    "valid_on",
    "viewer_of",
]
