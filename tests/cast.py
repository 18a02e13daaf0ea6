"""The named people of the tests. Whoever reads one test knows who they are in all others.

Miriam counsels in team Nord of a carrier in the county of Waldshut; Jonas is her colleague there, Petra leads the
team; Samir counsels in team Süd of the same carrier and stands in for nobody unless a test says so; Greta handles the
carrier's grants; Kerstin coordinates for the county; Ruth is in the granting authority, Moritz in the ministry; Dora is
the carrier's data protection officer, Adam its administrator. Otto counsels for somebody else in another county. Nina
has an account and no role at all.
"""

import datetime as dt
from dataclasses import dataclass

from geleit.organisations.models import Delegation, Organisation, Team
from geleit.people.choices import Role
from geleit.people.models import Account
from geleit.people.queries import Viewer, viewer_of
from tests.factories import organisations, people

TODAY = dt.date(2026, 11, 25)


@dataclass(frozen=True)
class Cast:
    county: Organisation
    carrier: Organisation
    north: Team
    south: Team
    elsewhere: Team
    miriam: Account
    jonas: Account
    petra: Account
    samir: Account
    greta: Account
    kerstin: Account
    ruth: Account
    moritz: Account
    dora: Account
    adam: Account
    otto: Account
    nina: Account

    @classmethod
    def assemble(cls) -> "Cast":
        county = Organisation.objects.get(slug="landkreis-waldshut")
        state = Organisation.objects.get(slug="baden-wuerttemberg")
        authority = Organisation.objects.get(slug="rp-stuttgart")
        carrier = organisations.carrier("Träger Hochrhein")
        Delegation.objects.create(principal=county, agent=carrier, valid_from=dt.date(2020, 1, 1))
        north = organisations.team("Team Nord", organisation=carrier)
        south = organisations.team("Team Süd", organisation=carrier)
        other = organisations.carrier("Träger Unterland", county="landkreis-heilbronn")
        elsewhere = organisations.team("Team Fern", organisation=other)
        return cls(
            county=county,
            carrier=carrier,
            north=north,
            south=south,
            elsewhere=elsewhere,
            miriam=people.member("Miriam Muster", Role.COUNSELLOR, team=north),
            jonas=people.member("Jonas Muster", Role.COUNSELLOR, team=north),
            petra=people.member("Petra Muster", Role.TEAM_LEAD, team=north),
            samir=people.member("Samir Muster", Role.COUNSELLOR, team=south),
            greta=people.member("Greta Muster", Role.GRANTS_CLERK, organisation=carrier),
            kerstin=people.member("Kerstin Muster", Role.COUNTY_COORDINATOR, organisation=county),
            ruth=people.member("Ruth Muster", Role.GRANTING_AUTHORITY, organisation=authority),
            moritz=people.member("Moritz Muster", Role.MINISTRY, organisation=state),
            dora=people.member("Dora Muster", Role.DATA_PROTECTION_OFFICER, organisation=carrier),
            adam=people.member("Adam Muster", Role.ADMINISTRATOR, organisation=carrier),
            otto=people.member("Otto Muster", Role.COUNSELLOR, team=elsewhere),
            nina=people.account("Nina Muster"),
        )

    def viewer(self, account: Account, day: dt.date = TODAY) -> Viewer:
        """Who the account is when it looks."""
        return viewer_of(account, day)
