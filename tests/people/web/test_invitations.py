"""From the form of the invitation to the first page of the newcomer."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.test import Client
from django.utils import timezone

from geleit.people.models import Account, Invitation
from tests.people.conftest import PASSWORD
from tests.people.web.desk import desk

TODAY = timezone.localdate


def test_from_invitation_to_the_first_page(cast, run_jobs, settings) -> None:
    form = {
        "name": "Neu Muster",
        "email": "neu@example.org",
        "role": "counsellor",
        "team": cast.north.pk,
    }
    sent = desk(cast.adam).post("/verwaltung/einladungen/neu/", form)
    run_jobs()
    link = re.search(r"http://[^/]+(/einladung/\S+)", mail.outbox[0].body)[1]
    newcomer = Client()

    opened = newcomer.get(link)
    page = newcomer.get(opened.url)
    refused = newcomer.post(opened.url, {"name": "Neu Muster", "password": "kurz", "again": "kurz"})
    accepted = newcomer.post(
        opened.url, {"name": "Neue Muster", "password": PASSWORD, "again": PASSWORD}
    )

    assert (sent.url, opened.url, accepted.url) == ("/verwaltung/einladungen/", "/einladung/", "/")
    assert "Integrationsmanagement, Team Nord, Träger Hochrhein" in page.content.decode()
    assert (refused.status_code, "mindestens 12 Zeichen" in refused.content.decode()) == (422, True)
    assert newcomer.get("/vertretung/").status_code == 200
    settings.DEMO = False
    assert newcomer.get("/vertretung/").url == "/konto/2fa/"


def test_newcomer_sets_up_the_second_factor_without_typing_the_password_again(
    cast, run_jobs, settings
) -> None:
    settings.DEMO = False
    test_client = desk_with_factor(cast.adam)
    form = {"name": "Neu Muster", "email": "neu@example.org", "role": "grants_clerk", "team": ""}
    test_client.post("/verwaltung/einladungen/neu/", form)
    run_jobs()
    newcomer = Client()
    newcomer.get(re.search(r"http://[^/]+(/einladung/\S+)", mail.outbox[0].body)[1])
    newcomer.post("/einladung/", {"name": "Neu", "password": PASSWORD, "again": PASSWORD})

    assert newcomer.get("/konto/2fa/totp/activate/").status_code == 200


def desk_with_factor(account: Account) -> Client:
    Authenticator.objects.create(user=account, type=Authenticator.Type.TOTP, data={})
    return desk(account)


def test_used_or_made_up_link_is_explained(cast) -> None:
    answer = Client().get("/einladung/erfunden/")

    assert (answer.status_code, "Einladung nicht mehr gültig" in answer.content.decode()) == (
        410,
        True,
    )
    assert Client().get("/einladung/").status_code == 410


def test_owner_of_an_account_is_led_through_the_sign_in(cast, run_jobs, with_password) -> None:
    with_password(cast.otto)
    form = {"name": "Otto", "email": cast.otto.email, "role": "counsellor", "team": cast.south.pk}
    desk(cast.adam).post("/verwaltung/einladungen/neu/", form)
    run_jobs()
    otto = Client()
    otto.get(re.search(r"http://[^/]+(/einladung/\S+)", mail.outbox[0].body)[1])

    page = otto.get("/einladung/").content.decode()
    way = re.search(r'href="(/konto/login/\?next=[^"]+)"', page)[1]
    back = otto.post(way, {"login": cast.otto.email, "password": PASSWORD})
    joined = otto.post(back.url)

    assert "gibt es schon ein Konto" in page
    assert (back.url, joined.url) == ("/einladung/", "/")
    assert set(cast.viewer(cast.otto, TODAY()).team_ids) == {cast.elsewhere.pk, cast.south.pk}


def test_invitation_opened_while_somebody_else_is_signed_in_explains_itself(cast, run_jobs) -> None:
    form = {"name": "Neu Muster", "email": "neu@example.org", "role": "grants_clerk", "team": ""}
    adam = desk(cast.adam)
    adam.post("/verwaltung/einladungen/neu/", form)
    run_jobs()
    adam.get(re.search(r"http://[^/]+(/einladung/\S+)", mail.outbox[0].body)[1])

    page = adam.get("/einladung/").content.decode()
    posted = adam.post("/einladung/", {"name": "x", "password": PASSWORD, "again": PASSWORD})

    assert "Diese Einladung ist für jemand anderen" in page
    assert (posted.status_code, Account.objects.filter(email="neu@example.org").count()) == (200, 0)


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"email": "Adam.Muster@example.org"}, "Niemand gibt sich selbst Rechte."),
        ({"role": "ministry"}, "role"),
        ({"role": "counsellor", "team": ""}, "Bitte wählen Sie das Team."),
        ({"team": "elsewhere"}, "team"),
        ({"email": "keine-adresse"}, "email"),
    ],
)
def test_impossible_invitation_is_explained_and_not_sent(cast, fields, says) -> None:
    form = {
        "name": "Neu Muster",
        "email": "neu@example.org",
        "role": "counsellor",
        "team": cast.north.pk,
    } | fields
    if form["team"] == "elsewhere":
        form["team"] = cast.elsewhere.pk

    answer = desk(cast.adam).post("/verwaltung/einladungen/neu/", form)

    assert (answer.status_code, Invitation.objects.count()) == (422, 0)
    assert says in answer.content.decode()


def test_administrator_of_a_tree_chooses_the_organisation_first(cast, lea) -> None:
    client = desk(lea)

    asked = client.get("/verwaltung/einladungen/neu/")
    chosen = client.get("/verwaltung/einladungen/neu/?organisation_text=Träger+Hochrhein")
    foreign = client.get(
        f"/verwaltung/einladungen/neu/?organisation={cast.elsewhere.organisation_id}"
    )
    form = {"name": "Neu", "email": "neu@example.org", "role": "team_lead", "team": cast.north.pk}
    sent = client.post(chosen.url, form)

    assert "Geben Sie einen Teil des Namens ein." in asked.content.decode()
    assert chosen.url == f"/verwaltung/einladungen/neu/?organisation={cast.carrier.pk}"
    assert foreign.status_code == 422
    assert sent.url == "/verwaltung/einladungen/"
    assert Invitation.objects.get().organisation == cast.carrier
