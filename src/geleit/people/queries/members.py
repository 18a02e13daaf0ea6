"""Who is a member of what: for administrators of a tree, and for colleagues of a team."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from geleit.organisations.models import Team
from geleit.organisations.queries import organisations_administered_by
from geleit.people.choices import TEAM_ROLES, Role
from geleit.people.models import Account, Membership
from geleit.people.queries.viewers import valid_on
from geleit.people.viewer import Viewer

# Recovery codes are a way back to a lost factor, not one of their own.
SECOND_FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


@dataclass(frozen=True)
class MemberFilter:
    """What a list of members is narrowed to; empty fields narrow nothing."""

    text: str = ""
    role: str = ""
    organisation_id: int | None = None
    team_id: int | None = None
    state: str = "current"  # current, ended, or empty for both


@dataclass(frozen=True)
class Member:
    """One role of a person, as a row of the list shows it."""

    membership: Membership
    has_second_factor: bool
    is_current: bool
    is_viewer: bool

    @property
    def account(self) -> Account:
        return self.membership.account


def memberships_administered_by(viewer: Viewer) -> QuerySet[Membership]:
    """Memberships in the tree a person administers, ended ones included."""
    tree = organisations_administered_by(viewer)
    return Membership.objects.filter(organisation__in=tree.values("pk")).select_related(
        "account", "team", "organisation"
    )


def members_of(viewer: Viewer, chosen: MemberFilter, day: dt.date) -> QuerySet[Membership]:
    """The memberships of the tree that meet the filter, by name; annotated with `second_factor`."""
    found = memberships_administered_by(viewer).annotate(second_factor=_second_factor("account"))
    for word in chosen.text.split():
        found = found.filter(Q(account__name__icontains=word) | Q(account__email__icontains=word))
    if chosen.role:
        found = found.filter(role=chosen.role)
    if chosen.organisation_id:
        found = found.filter(organisation=chosen.organisation_id)
    if chosen.team_id:
        found = found.filter(team=chosen.team_id)
    ended = Q(valid_until__lte=day) | Q(account__is_active=False)
    if chosen.state == "current":
        found = found.exclude(ended)
    elif chosen.state == "ended":
        found = found.filter(ended)
    return found.order_by("account__name", "account_id", "-valid_from", "-pk")


def as_members(viewer: Viewer, memberships: Sequence[Membership], day: dt.date) -> list[Member]:
    """Rows for a page of `members_of`; asks the database nothing."""
    return [
        Member(
            membership=m,
            has_second_factor=m.second_factor,  # type: ignore[attr-defined]
            is_current=is_current(m, day),
            is_viewer=m.account_id == viewer.account_id,
        )
        for m in memberships
    ]


def is_current(membership: Membership, day: dt.date) -> bool:
    """Whether the membership holds on that day or is still to come."""
    has_time = membership.valid_until is None or membership.valid_until > day
    return has_time and membership.account.is_active


def accounts_administered_by(viewer: Viewer) -> QuerySet[Account]:
    """People with a membership in the tree, even an ended one; by name, annotated with `second_factor`."""
    memberships = memberships_administered_by(viewer)
    return (
        Account.objects.filter(pk__in=memberships.values("account_id"))
        .annotate(second_factor=_second_factor("pk"))
        .order_by("name")
    )


def is_wholly_administered_by(viewer: Viewer, account: Account, day: dt.date) -> bool:
    """Whether nobody outside the viewer's tree counts on this account any more on that day."""
    organisations = Membership.objects.filter(valid_on(day), account=account).values_list(
        "organisation_id", flat=True
    )
    return all(pk in viewer.administered_ids for pk in organisations)


def has_second_factor(account: Account) -> bool:
    """Whether a stolen password alone does not open this account."""
    return Authenticator.objects.filter(user=account, type__in=SECOND_FACTORS).exists()


def _second_factor(account: str) -> Exists:
    return Exists(Authenticator.objects.filter(user=OuterRef(account), type__in=SECOND_FACTORS))


def teams_administered_by(viewer: Viewer) -> QuerySet[Team]:
    """Teams of the tree, active ones first."""
    tree = organisations_administered_by(viewer)
    return (
        Team.objects.filter(organisation__in=tree.values("pk"))
        .select_related("organisation")
        .order_by("-is_active", "organisation__name", "name")
    )


def team_overview(viewer: Viewer, day: dt.date) -> QuerySet[Team]:
    """Teams of the tree with `counsellors` and `leads`, as many as there are on that day."""
    present = (
        Q(membership__valid_from__lte=day)
        & (Q(membership__valid_until__isnull=True) | Q(membership__valid_until__gt=day))
        & Q(membership__account__is_active=True)
    )
    return teams_administered_by(viewer).annotate(
        organisation_name=F("organisation__name"),
        counsellors=Count("membership", filter=present & Q(membership__role=Role.COUNSELLOR)),
        leads=Count("membership", filter=present & Q(membership__role=Role.TEAM_LEAD)),
    )


def colleagues_of(viewer: Viewer, day: dt.date) -> QuerySet[Account]:
    """Counsellors and leads of the viewer's teams on that day, by name."""
    memberships = Membership.objects.filter(
        valid_on(day), team__in=viewer.team_ids, role__in=sorted(TEAM_ROLES)
    )
    return Account.objects.filter(memberships__in=memberships).distinct().order_by("name")


def memberships_of(viewer: Viewer) -> QuerySet[Membership]:
    """One's own roles, present and coming, with where they hold."""
    return (
        Membership.objects.filter(account=viewer.account_id)
        .select_related("organisation", "team")
        .order_by("-valid_from", "-pk")
    )
