"""Accounts and what they are members of."""

import datetime as dt

from geleit.organisations.models import Organisation, Team
from geleit.people.choices import TEAM_ROLES, Role
from geleit.people.models import Account, Membership

SINCE = dt.date(2020, 1, 1)


def account(name: str) -> Account:
    address = name.lower().replace(" ", ".") + "@example.org"
    made = Account(email=address, name=name)
    made.set_unusable_password()
    made.save()
    return made


def member(
    name: str, role: Role, *, organisation: Organisation | None = None, team: Team | None = None
) -> Account:
    made = account(name)
    Membership.objects.create(
        account=made,
        organisation=organisation or team.organisation,  # type: ignore[union-attr]
        team=team if role in TEAM_ROLES else None,
        role=role,
        valid_from=SINCE,
    )
    return made
