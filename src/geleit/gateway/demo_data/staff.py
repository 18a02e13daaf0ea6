"""Organisations, teams and accounts: who works where in which role, and who stands in for whom."""

import datetime as dt
from dataclasses import dataclass, field
from random import Random

from geleit.clients.names import romanise
from geleit.gateway.demo_data import tables
from geleit.gateway.demo_data.delivery import Delivery, TeamPlan
from geleit.gateway.demo_data.demo_county import HOME_TEAM
from geleit.gateway.demo_data.invented_names.staff import staff_names
from geleit.gateway.demo_data.logins import COUNSELLOR, DEMO_PEOPLE, DOMAIN, SUBSTITUTE, DemoPerson
from geleit.gateway.demo_data.scale import FIRST_DAY
from geleit.gateway.demo_data.tables import Batch
from geleit.gateway.demo_data.units import Team
from geleit.people.choices import TEAM_ROLES, Role

# How many were there from the beginning, and the last days on which somebody joined.
_FROM_THE_BEGINNING = 0.45
_JOINED_BEFORE = 200
_TEAMS_PER_LEAD = 3


@dataclass(frozen=True)
class Passwords:
    """Stored forms: of the printed demo password, and of none at all."""

    demo: str
    none: str


@dataclass
class Staff:
    """What was written, for those who invent the rest."""

    teams: list[Team] = field(default_factory=list)
    accounts: dict[str, int] = field(default_factory=dict)
    last_organisation: int = 0

    def demo_account(self, person: DemoPerson) -> int:
        return self.accounts[person.email]


class Hiring:
    """Writes organisations, teams, accounts and memberships into a batch, numbering as it goes."""

    def __init__(
        self,
        batch: Batch,
        throw: Random,
        today: dt.date,
        organisations: dict[str, int],
        passwords: Passwords,
    ) -> None:
        self.batch, self.throw, self.today, self.passwords = batch, throw, today, passwords
        self.organisations = dict(organisations)
        self.staff = Staff(last_organisation=max(organisations.values()))
        self.names: list[tuple[str, str]] = []

    def hire(self, delivery: Delivery) -> Staff:
        """Everybody who works in these counties, with the demo people in their places."""
        self.names = staff_names(
            self.throw, 2 * sum(plan.counsellors for plan in delivery.teams) + 400
        )
        self._found(delivery)
        for plan in delivery.teams:
            self._fill_team(plan)
        self._lead(delivery.teams)
        self._administer(delivery.teams)
        for person in DEMO_PEOPLE:
            if person.role not in TEAM_ROLES:
                self._join(
                    self._account(person), person.role, self.organisations[person.where], FIRST_DAY
                )
        self._stand_in()
        return self.staff

    def _found(self, delivery: Delivery) -> None:
        for body in delivery.bodies:
            self.staff.last_organisation += 1
            number = self.organisations[body.slug] = self.staff.last_organisation
            self.batch.add(
                tables.ORGANISATIONS, number, body.kind.value, body.name, body.slug, self.organisations[body.county],
                "", "", "", True, body.regime.value,
            )  # fmt: skip
            for member in body.members:
                self.batch.add(tables.MEMBERS, number, self.organisations[member])
        for handed in delivery.handovers:
            principal, agent = (
                self.organisations[handed.principal],
                self.organisations[handed.agent],
            )
            self.batch.add(
                tables.DELEGATIONS, principal, agent, handed.share, handed.valid_from, None
            )

    def _fill_team(self, plan: TeamPlan) -> None:
        number, organisation = len(self.staff.teams) + 1, self.organisations[plan.organisation]
        self.batch.add(tables.TEAMS, number, organisation, plan.name, True)
        known = [
            each for each in DEMO_PEOPLE if each.role == Role.COUNSELLOR and each.where == plan.name
        ]
        people: list[DemoPerson | None] = [*known, *[None] * (plan.counsellors - len(known))]
        joined: dict[int, int] = {}
        for place, person in enumerate(people):
            account = self._account(person)
            since = FIRST_DAY if place == 0 else self._since()
            joined[account] = since.toordinal()
            self._join(account, Role.COUNSELLOR, organisation, since, number)
        places = tuple(self.organisations[slug] for slug in plan.municipalities)
        self.staff.teams.append(
            Team(number, organisation, plan.county, plan.name, tuple(joined), joined, places)
        )

    def _since(self) -> dt.date:
        if self.throw.random() < _FROM_THE_BEGINNING:
            return FIRST_DAY
        longest = (self.today - FIRST_DAY).days - _JOINED_BEFORE
        return FIRST_DAY + dt.timedelta(days=self.throw.randint(0, longest))

    def _account(self, person: DemoPerson | None = None) -> int:
        """A new account; its address is proven, its password unusable unless it is for the demo."""
        if person:
            name, email, password = person.name, person.email, self.passwords.demo
        else:
            given, family = self.names.pop()
            name, password = f"{given} {family}", self.passwords.none
            email = f"{romanise(given)}.{romanise(family)}@{DOMAIN}"
        number = self.staff.accounts[email] = len(self.staff.accounts) + 1
        self.batch.add(
            tables.ACCOUNTS, number, password, email, name, True, "de", "auto", f"{FIRST_DAY} 09:00"
        )
        self.batch.add(tables.ADDRESSES, number, email, True, True)
        return number

    def _join(
        self, account: int, role: Role, organisation: int, since: dt.date, team: int | None = None
    ) -> None:
        self.batch.add(tables.MEMBERSHIPS, account, organisation, team, role.value, since, None)

    def _lead(self, plans: list[TeamPlan]) -> None:
        """One lead for up to three teams of an organisation; the demo team has its own."""
        leaders = {each.where: each for each in DEMO_PEOPLE if each.role == Role.TEAM_LEAD}
        led: dict[int, tuple[int, int]] = {}
        for team, plan in zip(self.staff.teams, plans, strict=True):
            account, count = led.get(team.organisation_id, (0, 0))
            if plan.name in leaders:
                self._join(
                    self._account(leaders[plan.name]),
                    Role.TEAM_LEAD,
                    team.organisation_id,
                    FIRST_DAY,
                    team.id,
                )
                continue
            if not count % _TEAMS_PER_LEAD:
                account = self._account()
            led[team.organisation_id] = (account, count + 1)
            self._join(account, Role.TEAM_LEAD, team.organisation_id, FIRST_DAY, team.id)

    def _administer(self, plans: list[TeamPlan]) -> None:
        """Clerk and administrator for every organisation with teams, coordinator and data protection for counties."""
        taken = {(each.where, each.role) for each in DEMO_PEOPLE}
        offices = {plan.organisation: (Role.GRANTS_CLERK, Role.ADMINISTRATOR) for plan in plans}
        counties = dict.fromkeys(plan.county for plan in plans)
        places = [(slug, role) for slug, roles in offices.items() for role in roles]
        places += [
            (slug, role)
            for slug in counties
            for role in (Role.COUNTY_COORDINATOR, Role.DATA_PROTECTION_OFFICER)
        ]
        for slug, role in places:
            if (slug, role) not in taken:
                self._join(self._account(), role, self.organisations[slug], FIRST_DAY)

    def _stand_in(self) -> None:
        """A colleague of the demo counsellor is away now and looked after by the substitute; she herself, later."""
        home = next(team for team in self.staff.teams if team.name == HOME_TEAM)
        colleague, another = home.counsellors[1:3]
        lead = next(each for each in DEMO_PEOPLE if each.role == Role.TEAM_LEAD)
        arranged_by = self.staff.demo_account(lead)
        times = (
            (colleague, self.staff.demo_account(SUBSTITUTE), -3, 21),
            (self.staff.demo_account(COUNSELLOR), another, 30, 44),
        )
        for absent, substitute, first, last in times:
            days = [self.today + dt.timedelta(days=offset) for offset in (first, last)]
            self.batch.add(tables.SUBSTITUTIONS, absent, substitute, home.id, *days, arranged_by)
