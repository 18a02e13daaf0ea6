"""The `Viewer`: a person who looks or acts. Made by `queries.viewer_of`; here is what one is."""

from dataclasses import dataclass, field

from django.http import HttpRequest

from geleit.organisations.models import Organisation, Team
from geleit.people.choices import Role
from geleit.runtime.row_security import Sight


@dataclass(frozen=True)
class Viewer:
    """A person who looks, on one day: everything that decides what they see, fetched once per request."""

    account_id: int
    name: str
    roles: frozenset[Role] = frozenset()
    teams: tuple[Team, ...] = ()
    sealed_team_ids: tuple[int, ...] = ()
    figures_organisation_ids: tuple[int, ...] = ()
    audits_organisation_ids: tuple[int, ...] = ()
    administers: tuple[Organisation, ...] = ()
    administered_ids: frozenset[int] = frozenset()
    organisation: Organisation | None = None
    lead_team_ids: tuple[int, ...] = ()
    substituted_team_ids: tuple[int, ...] = field(default=())

    @property
    def team_ids(self) -> tuple[int, ...]:
        return tuple(team.pk for team in self.teams)

    @property
    def counsels(self) -> bool:
        """Works with clients: own or substituted team with notes in sight."""
        return bool(self.sealed_team_ids)

    @property
    def home_team(self) -> Team | None:
        """The team new clients and talks belong to unless another is chosen."""
        own = [
            t
            for t in self.teams
            if t.pk in self.sealed_team_ids and t.pk not in self.substituted_team_ids
        ]
        return next(iter(own or self.teams), None)

    def sight(self) -> Sight:
        """The same as the database must know it."""
        return Sight(
            account=self.account_id,
            teams=self.team_ids,
            sealed_teams=self.sealed_team_ids,
            figures=self.figures_organisation_ids,
            audits=self.audits_organisation_ids,
        )


class StaffRequest(HttpRequest):
    """A request of a signed-in person, as views of every domain see it."""

    viewer: Viewer
