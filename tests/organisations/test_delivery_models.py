"""Every way the counselling is organised in the state today (DOMAIN § 1.2) can be entered, by those who may."""

import datetime as dt

import pytest

from geleit.organisations.actions import delegations, tree
from geleit.organisations.choices import LegalRegime, OrganisationKind
from geleit.organisations.models import Delegation, Organisation, Team
from geleit.organisations.queries import children_of, who_counsels_in
from geleit.people.actions.teams import open_team
from geleit.people.choices import Role
from geleit.people.queries import Viewer, viewer_of
from tests.cast import TODAY
from tests.conftest import as_owner
from tests.factories import people

SINCE = dt.date(2025, 1, 1)


def carrier(actor: Viewer, name: str, county: Organisation) -> Organisation:
    return tree.found_organisation(
        actor=actor,
        kind=OrganisationKind.CARRIER,
        name=name,
        parent=county,
        legal_regime=LegalRegime.CATHOLIC,
    )


def hand_over(
    actor: Viewer, principal: Organisation, agent: Organisation, share: int | None = None
):
    return delegations.delegate(
        actor=actor, principal=principal, agent=agent, share_percent=share, valid_from=SINCE
    )


def team(organisation: Organisation, name: str = "Team 1") -> Team:
    with as_owner():
        return Team.objects.create(organisation=organisation, name=name)


def names(organisations) -> list[str]:
    return [o.name for o in organisations]


def municipalities_of(county: Organisation) -> list[Organisation]:
    return list(Organisation.objects.filter(parent=county, kind="municipality").order_by("ags"))


def test_county_counsels_for_28_of_32_municipalities(administrator_of) -> None:
    county = Organisation.objects.get(slug="landkreis-karlsruhe")
    actor = administrator_of("landkreis-karlsruhe")
    towns = municipalities_of(county)
    team(county)
    for town in towns[:28]:
        hand_over(actor, town, county)
    for town in towns[28:]:
        team(town)

    below = children_of(county, TODAY)

    assert len(towns) == 32
    assert sum(1 for row in below if [d.agent for d in row.agents] == [county]) == 28
    assert sum(1 for row in below if row.own_teams and not row.agents) == 4
    assert names(who_counsels_in(towns[0], TODAY)) == ["Landkreis Karlsruhe"]
    assert names(who_counsels_in(towns[31], TODAY)) == [towns[31].name]


def test_county_hands_everything_to_one_carrier(administrator_of) -> None:
    county = Organisation.objects.get(slug="landkreis-sigmaringen")
    actor = administrator_of("landkreis-sigmaringen")
    towns = municipalities_of(county)
    caritas = carrier(actor, "Caritas Beispiel", county)
    team(caritas)
    hand_over(viewer_again(actor), county, caritas, 100)
    for town in towns:
        hand_over(actor, town, county)

    assert {tuple(names(who_counsels_in(town, TODAY))) for town in towns} == {("Caritas Beispiel",)}
    assert names(who_counsels_in(county, TODAY)) == ["Caritas Beispiel"]


def test_five_carriers_work_as_a_network_in_one_county(administrator_of) -> None:
    county = Organisation.objects.get(slug="landkreis-ludwigsburg")
    actor = administrator_of("landkreis-ludwigsburg")
    others = [
        carrier(actor, f"{name} Beispiel", county) for name in ("AWO", "Caritas", "Diakonie", "DRK")
    ]
    actor = viewer_again(actor)
    for agent in others:
        team(agent)
        hand_over(actor, county, agent)
    team(county)

    with as_owner():
        kerstin = people.member("Kerstin Netz", Role.COUNTY_COORDINATOR, organisation=county)
    assert names(who_counsels_in(county, TODAY)) == [
        "AWO Beispiel", "Caritas Beispiel", "DRK Beispiel", "Diakonie Beispiel", "Landkreis Ludwigsburg",
    ]  # fmt: skip
    assert set(viewer_of(kerstin, TODAY).figures_organisation_ids) == {
        county.pk,
        *(o.pk for o in others),
    }


def test_city_hands_shares_to_several_carriers(administrator_of) -> None:
    city = Organisation.objects.get(slug="stadtkreis-stuttgart")
    actor = administrator_of("stadtkreis-stuttgart")
    agents = [carrier(actor, f"Träger {number}", city) for number in range(1, 5)]
    actor = viewer_again(actor)
    for agent, share in zip(agents, (40, 30, 20, 10), strict=True):
        team(agent)
        hand_over(actor, city, agent, share)
    fifth = carrier(actor, "Träger 5", city)

    assert sum(d.share_percent for d in Delegation.objects.filter(principal=city)) == 100
    assert names(who_counsels_in(city, TODAY)) == ["Träger 1", "Träger 2", "Träger 3", "Träger 4"]
    with pytest.raises(delegations.SharesExceedWhole):
        hand_over(viewer_again(actor), city, fifth, 1)


def test_city_employs_its_counsellors_itself(administrator_of) -> None:
    actor = administrator_of("stadtkreis-freiburg-im-breisgau")
    city = actor.administers[0]

    made = open_team(actor=actor, organisation=city, name="Integrationsmanagement")
    with as_owner():
        miriam = people.member("Miriam Stadt", Role.COUNSELLOR, team=made)

    assert names(who_counsels_in(city, TODAY)) == [city.name]
    assert viewer_of(miriam, TODAY).team_ids == (made.pk,)


def test_city_shares_with_a_partner_who_takes_80_per_cent(administrator_of) -> None:
    town = Organisation.objects.get(slug="bad-waldsee")
    county = town.parent
    actor = administrator_of(county.slug)
    partner = carrier(actor, "Johanniter Beispiel", county)
    team(partner)
    team(town)

    hand_over(viewer_again(actor), town, partner, 80)

    assert names(who_counsels_in(town, TODAY)) == ["Bad Waldsee", "Johanniter Beispiel"]
    assert Delegation.objects.get(principal=town).share_percent == 80


def test_small_towns_form_an_association(administrator_of) -> None:
    county = Organisation.objects.get(slug="landkreis-heidenheim")
    actor = administrator_of("landkreis-heidenheim")
    towns = municipalities_of(county)[:4]
    association = tree.found_organisation(
        actor=actor,
        kind=OrganisationKind.ASSOCIATION,
        name="Verbund Brenztal",
        parent=county,
        legal_regime=LegalRegime.PUBLIC,
    )
    actor = viewer_again(actor)
    for town in towns:
        tree.join_association(actor=actor, association=association, municipality=town)
    open_team(actor=actor, organisation=association, name="Team Verbund")

    assert {tuple(names(who_counsels_in(town, TODAY))) for town in towns} == {("Verbund Brenztal",)}
    assert names(who_counsels_in(municipalities_of(county)[5], TODAY)) == []


def test_association_may_reach_across_the_border_of_the_county(administrator_of) -> None:
    actor = administrator_of("landkreis-heidenheim")
    association = tree.found_organisation(
        actor=actor,
        kind=OrganisationKind.ASSOCIATION,
        name="Verbund Grenze",
        parent=actor.administers[0],
        legal_regime=LegalRegime.PUBLIC,
    )
    neighbour = Organisation.objects.filter(parent__slug="ostalbkreis", kind="municipality").first()
    neighbour = (
        neighbour or Organisation.objects.filter(parent__slug="landkreis-ostalbkreis").first()
    )

    tree.join_association(
        actor=viewer_again(actor), association=association, municipality=neighbour
    )
    team(association)

    assert names(who_counsels_in(neighbour, TODAY)) == ["Verbund Grenze"]


def test_delegations_that_are_over_or_to_come_do_not_count(administrator_of) -> None:
    county = Organisation.objects.get(slug="landkreis-rastatt")
    actor = administrator_of("landkreis-rastatt")
    old, new = carrier(actor, "Träger Alt", county), carrier(actor, "Träger Neu", county)
    actor = viewer_again(actor)
    team(old)
    team(new)
    given = hand_over(actor, county, old, 100)
    delegations.end_delegation(actor=actor, delegation=given, valid_until=TODAY)
    delegations.delegate(
        actor=actor, principal=county, agent=new, share_percent=100, valid_from=TODAY
    )

    assert names(who_counsels_in(county, TODAY - dt.timedelta(days=1))) == ["Träger Alt"]
    assert names(who_counsels_in(county, TODAY)) == ["Träger Neu"]


def viewer_again(viewer: Viewer) -> Viewer:
    """The same person on the next request, who sees what was founded meanwhile."""
    from geleit.people.models import Account

    return viewer_of(Account.objects.get(pk=viewer.account_id), TODAY)
