"""Pages of teams and of the tree."""

import re

from django.utils import timezone

from geleit.organisations.models import Delegation, Organisation, Team
from tests.people.web.desk import desk

TODAY = timezone.localdate


def test_search_for_organisations_stays_in_the_tree(cast, lea) -> None:
    hits = (
        desk(lea).get("/verwaltung/organisationen/suche/?organisation_text=Träger").content.decode()
    )

    assert "Träger Hochrhein" in hits
    assert "Träger Unterland" not in hits


def test_team_is_opened_renamed_closed_and_opened_again(cast) -> None:
    client = desk(cast.adam)

    client.post("/verwaltung/teams/neu/", {"name": "Team West"})
    team = Team.objects.get(name="Team West")
    client.post(f"/verwaltung/teams/{team.pk}/", {"name": "Team Ost"})
    client.post(f"/verwaltung/teams/{team.pk}/schliessen/")
    team.refresh_from_db()
    closed = (team.name, team.is_active)
    client.post(f"/verwaltung/teams/{team.pk}/oeffnen/")
    in_use = client.post(f"/verwaltung/teams/{cast.north.pk}/schliessen/")

    team.refresh_from_db()
    assert (closed, team.is_active) == (("Team Ost", False), True)
    assert (in_use.status_code, "arbeitet noch jemand" in in_use.content.decode()) == (422, True)


def test_county_is_shown_with_who_counsels_where(cast, lea) -> None:
    page = desk(lea).get("/verwaltung/organisationen/", follow=True).content.decode()

    assert "Landkreis Waldshut" in page
    assert "überträgt an" in page
    assert re.search(r"Wer hier berät.*?Träger Hochrhein", page, re.S)


def test_carrier_association_and_delegation_are_made_on_the_page(cast, lea) -> None:
    client = desk(lea)
    base = f"/verwaltung/organisationen/{cast.county.pk}"

    client.post(
        f"{base}/neu/",
        {"kind": "carrier", "name": "Diakonie Beispiel", "legal_regime": "protestant"},
    )
    client.post(
        f"{base}/neu/", {"kind": "association", "name": "Verbund West", "legal_regime": "public"}
    )
    diakonie = Organisation.objects.get(name="Diakonie Beispiel")
    verbund = Organisation.objects.get(name="Verbund West")
    wehr = Organisation.objects.get(slug="wehr")
    client.post(f"/verwaltung/organisationen/{verbund.pk}/gemeinde/", {"municipality": wehr.pk})
    client.post(
        f"/verwaltung/organisationen/{wehr.pk}/delegation/",
        {"agent": diakonie.pk, "share_percent": 80, "valid_from": TODAY().isoformat()},
    )
    delegation = Delegation.objects.get(principal=wehr)
    too_much = client.post(
        f"/verwaltung/organisationen/{wehr.pk}/delegation/",
        {"agent": cast.carrier.pk, "share_percent": 30, "valid_from": TODAY().isoformat()},
    )

    assert (diakonie.slug, diakonie.parent) == ("diakonie-beispiel", cast.county)
    assert list(verbund.members.values_list("municipality__name", flat=True)) == ["Wehr"]
    assert (delegation.agent, delegation.share_percent) == (diakonie, 80)
    assert (too_much.status_code, "mehr als 100 Prozent" in too_much.content.decode()) == (
        422,
        True,
    )
    assert client.get(f"/verwaltung/organisationen/{verbund.pk}/").status_code == 200
