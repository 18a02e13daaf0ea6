"""The page for cover in absence."""

import pytest
from django.utils import timezone

from geleit.people.models import Substitution
from tests.conftest import as_owner
from tests.people.web.desk import desk

TODAY = timezone.localdate


@pytest.mark.parametrize("who", ["miriam", "petra"])
def test_substitution_is_arranged_and_ended_on_the_page(cast, who) -> None:
    client = desk(getattr(cast, who))
    form = {
        "absent": cast.miriam.pk,
        "team": cast.north.pk,
        "substitute": cast.samir.pk,
        "first_day": TODAY().isoformat(),
        "last_day": TODAY().isoformat(),
    }

    sent = client.post("/vertretung/neu/", form)
    listed = client.get("/vertretung/").content.decode()
    made = Substitution.objects.get()
    seen_by_substitute = desk(cast.samir).get("/vertretung/").content.decode()
    client.post(f"/vertretung/{made.pk}/beenden/")

    assert sent.url == "/vertretung/"
    assert "Samir Muster" in listed
    assert "Miriam Muster" in seen_by_substitute
    assert Substitution.objects.count() == 0


def test_counsellor_can_report_only_themselves_absent(cast) -> None:
    form = {
        "absent": cast.jonas.pk,
        "team": cast.north.pk,
        "substitute": cast.samir.pk,
        "first_day": TODAY().isoformat(),
        "last_day": TODAY().isoformat(),
    }

    answer = desk(cast.miriam).post("/vertretung/neu/", form)

    assert (answer.status_code, Substitution.objects.count()) == (422, 0)


@pytest.mark.parametrize("who", ["greta", "kerstin", "ruth", "moritz", "dora", "adam", "nina"])
def test_those_without_a_team_have_no_substitution(cast, who) -> None:
    client = desk(getattr(cast, who))

    assert [client.get(page).status_code for page in ("/vertretung/", "/vertretung/neu/")] == [
        404,
        404,
    ]


def test_substitution_of_another_team_is_not_found(cast) -> None:
    with as_owner():
        made = Substitution.objects.create(
            absent=cast.miriam, substitute=cast.jonas, team=cast.north, first_day=TODAY(), last_day=TODAY(),
            arranged_by=cast.petra,
        )  # fmt: skip

    assert desk(cast.samir).post(f"/vertretung/{made.pk}/beenden/").status_code == 404
    assert desk(cast.jonas).post(f"/vertretung/{made.pk}/beenden/").status_code == 404
    assert Substitution.objects.count() == 1
