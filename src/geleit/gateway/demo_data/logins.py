"""The demo log-ins: one invented person per role, all in the demo county or above it."""

from dataclasses import dataclass

from geleit.gateway.demo_data.demo_county import (
    CARRIER_TEAM,
    COUNTY,
    HOME_TEAM,
    SECOND_TEAM,
)
from geleit.people.choices import Role

# Printed for everybody to read: it guards invented data only. Long, and in no list of leaked ones.
DEMO_PASSWORD = "Laterne-Rucksack-Freitag-27"  # noqa: S105 - public on purpose
DOMAIN = "demo.example"


@dataclass(frozen=True)
class DemoPerson:
    """Somebody to log in as: the label on the list, and where their role holds (a team's name or a short name)."""

    label: str
    name: str
    role: Role
    where: str

    @property
    def email(self) -> str:
        return f"{self.name.lower().replace(' ', '.')}@{DOMAIN}"


COUNSELLOR = DemoPerson("Integrationsmanagerin", "Miriam Kessler", Role.COUNSELLOR, HOME_TEAM)
SUBSTITUTE = DemoPerson(
    "Vertretung aus einem anderen Team", "Jonas Tannert", Role.COUNSELLOR, SECOND_TEAM
)
ELSEWHERE = DemoPerson(
    "Integrationsmanager bei einem Träger", "Samir Brandis", Role.COUNSELLOR, CARRIER_TEAM
)
DEMO_PEOPLE = (
    COUNSELLOR,
    ELSEWHERE,
    SUBSTITUTE,
    DemoPerson("Teamleitung", "Petra Lindau", Role.TEAM_LEAD, HOME_TEAM),
    DemoPerson("Sachbearbeitung Zuwendungen", "Gunda Reimold", Role.GRANTS_CLERK, COUNTY),
    DemoPerson("Kreiskoordination", "Kilian Strobach", Role.COUNTY_COORDINATOR, COUNTY),
    DemoPerson("Bewilligungsstelle", "Ruth Wendelin", Role.GRANTING_AUTHORITY, "rp-stuttgart"),
    DemoPerson("Ministerium", "Moritz Achenbach", Role.MINISTRY, "baden-wuerttemberg"),
    DemoPerson("Datenschutz", "Dora Ansbach", Role.DATA_PROTECTION_OFFICER, COUNTY),
    DemoPerson("Verwaltung der Zugänge", "Adrian Vollmer", Role.ADMINISTRATOR, COUNTY),
)


def demo_logins() -> list[tuple[str, str, str]]:
    """Role (in German), e-mail address and password of everybody one can log in as."""
    return [(person.label, person.email, DEMO_PASSWORD) for person in DEMO_PEOPLE]
