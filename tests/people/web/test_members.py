"""The list of members, and the pages of one member."""

import re

from django.utils import timezone

from geleit.people.choices import Role
from geleit.people.models import Membership
from tests.conftest import as_owner
from tests.factories import people
from tests.people.web.desk import desk

TODAY = timezone.localdate


def test_members_are_narrowed_by_name_role_team_and_state(cast) -> None:
    client = desk(cast.adam)
    with as_owner():
        Membership.objects.filter(account=cast.samir).update(valid_until=TODAY())

    def names(query: str) -> list[str]:
        page = client.get(f"/verwaltung/mitglieder/?{query}").content.decode()
        return re.findall(r'/verwaltung/mitglieder/\d+/">([^<]+)<', page)

    assert names("") == [
        "Adam Muster", "Dora Muster", "Greta Muster", "Jonas Muster", "Miriam Muster", "Petra Muster",
    ]  # fmt: skip
    assert names("text=jon") == ["Jonas Muster"]
    assert names("text=dora.muster@") == ["Dora Muster"]
    assert names("role=team_lead") == ["Petra Muster"]
    assert names(f"team={cast.south.pk}&state=all") == ["Samir Muster"]
    assert names("state=ended") == ["Samir Muster"]
    assert names("role=unsinn&team=999") == names("")


def test_list_shows_role_team_dates_last_sign_in_and_second_factor(cast) -> None:
    page = desk(cast.adam).get("/verwaltung/mitglieder/?text=miriam").content.decode()

    cells = [
        " ".join(re.sub(r"<[^>]+>", " ", cell).split())
        for cell in re.findall(r"<t[hd] .*?</t[hd]>", page, re.S)
    ]
    assert cells[-6:] == [
        "Miriam Muster miriam.muster@example.org", "Integrationsmanagement", "Team Nord", "ab 01.01.2020", "nie", "fehlt",
    ]  # fmt: skip


def test_pages_of_a_long_list_lead_on_and_back(cast) -> None:
    with as_owner():
        for number in range(40):
            people.member(f"Person {number:02} Muster", Role.COUNSELLOR, team=cast.north)
    client = desk(cast.adam)
    seen, address = [], "/verwaltung/mitglieder/"
    while address:
        page = client.get(address).content.decode()
        seen += re.findall(r'/verwaltung/mitglieder/\d+/">([^<]+)<', page)
        onward = re.search(r'rel="next" href="\?([^"]+)"', page)
        address = f"/verwaltung/mitglieder/?{onward[1]}" if onward else ""

    assert (len(seen), seen == sorted(seen), len(set(seen))) == (47, True, 47)


def test_role_is_changed_and_ended_on_the_page(cast) -> None:
    client = desk(cast.adam)
    membership = Membership.objects.get(account=cast.miriam)

    client.post(
        f"/verwaltung/rollen/{membership.pk}/", {"role": "team_lead", "team": cast.south.pk}
    )
    changed = Membership.objects.get(account=cast.miriam, valid_until=None)
    client.post(f"/verwaltung/rollen/{changed.pk}/beenden/", {"valid_until": TODAY().isoformat()})

    assert (changed.role, changed.team) == ("team_lead", cast.south)
    assert cast.viewer(cast.miriam, TODAY()).teams == ()


def test_account_is_closed_and_opened_on_the_page(cast) -> None:
    client = desk(cast.adam)
    page = f"/verwaltung/mitglieder/{cast.miriam.pk}/konto/"

    client.post(page)
    cast.miriam.refresh_from_db()
    closed = cast.miriam.is_active
    client.post(page)
    cast.miriam.refresh_from_db()

    assert (closed, cast.miriam.is_active) == (False, True)
