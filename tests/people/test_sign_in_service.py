"""Signing in through an OpenID Connect service: the whole exchange with a real server on this machine."""

import http.client
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.test import Client
from django.utils import timezone

from geleit.people.actions import invitations
from geleit.people.actions.memberships import Assignment
from geleit.people.choices import Role
from geleit.people.models import Account
from tests.conftest import as_owner
from tests.people import sign_in_service
from tests.people.conftest import PASSWORD
from tests.people.sign_in_service import CLIENT_ID, CLIENT_SECRET

START = "/konto/oidc/oidc/login/"


@pytest.fixture
def service(settings):
    with sign_in_service.running() as running:
        app = {
            "provider_id": "oidc",
            "name": "Kreisanmeldung",
            "client_id": CLIENT_ID,
            "secret": CLIENT_SECRET,
            "settings": {"server_url": running.address},
        }
        settings.SOCIALACCOUNT_PROVIDERS = {
            "openid_connect": {"APPS": [app], "OAUTH_PKCE_ENABLED": True}
        }
        yield running


def person(address: str, *, verified: bool = True, subject: str = "person-1") -> dict[str, object]:
    return {"sub": subject, "email": address, "email_verified": verified, "name": "Miriam Muster"}


def go_through(client: Client, start: str = START):
    """What the browser does: to the service, where the person agrees, and back."""
    leaving = client.get(start)
    assert leaving.status_code == 302, leaving.content.decode()
    target = urlsplit(leaving.url)
    connection = http.client.HTTPConnection(target.netloc, timeout=5)
    connection.request("GET", f"{target.path}?{target.query}")
    back = urlsplit(connection.getresponse().headers["Location"])
    connection.close()
    return client.get(f"{back.path}?{back.query}")


def test_button_appears_when_a_service_is_configured(client, db, service) -> None:
    page = client.get("/konto/login/").content.decode()

    assert "Kreisanmeldung" in page
    assert f'href="{START}' in page


def test_no_button_without_a_service(client, db) -> None:
    page = client.get("/konto/login/").content.decode()

    assert "/konto/oidc/" not in page
    assert client.get(START).status_code == 404


def test_link_leads_straight_to_the_service_with_proof_key_and_state(client, db, service) -> None:
    leaving = client.get(START)

    asked = parse_qs(urlsplit(leaving.url).query)
    assert leaving.url.startswith(f"{service.address}/authorize?")
    assert (asked["code_challenge_method"], len(asked["state"][0]) >= 16) == (["S256"], True)
    assert asked["redirect_uri"] == ["http://testserver/konto/oidc/oidc/login/callback/"]


def test_verified_address_opens_the_account_that_has_it(client, cast, service) -> None:
    service.person = person("Miriam.Muster@Example.org")

    answer = go_through(client)

    assert answer.url == "/"
    assert client.get("/konto/ich/").status_code == 200
    assert list(SocialAccount.objects.values_list("user__email", "uid")) == [
        ("miriam.muster@example.org", "person-1")
    ]


def test_connected_person_is_known_by_the_service_s_name_from_then_on(
    client, cast, service
) -> None:
    service.person = person(cast.miriam.email)
    go_through(client)
    service.person = person("neue.adresse@example.org")
    second = Client()

    answer = go_through(second)

    assert answer.url == "/"
    assert "Miriam Muster" in second.get("/konto/ich/").content.decode()


def test_unverified_address_opens_nothing(client, cast, service) -> None:
    service.person = person(cast.miriam.email, verified=False)

    answer = go_through(client)

    assert "Zugang nur auf Einladung" in answer.content.decode()
    assert client.get("/konto/ich/").status_code == 302
    assert SocialAccount.objects.count() == 0


def test_uninvited_person_gets_in_nowhere(client, cast, service) -> None:
    service.person = person("fremd@example.org")

    answer = go_through(client)

    assert "Zugang nur auf Einladung" in answer.content.decode()
    assert Account.objects.filter(email="fremd@example.org").count() == 0


def test_invited_person_opens_the_account_through_the_service(client, cast, adam, service) -> None:
    invitations.invite(
        actor=adam,
        email="neu@example.org",
        name="Neu Muster",
        assignment=Assignment(Role.COUNSELLOR, cast.carrier, cast.north),
        moment=timezone.now(),
    )
    service.person = person("neu@example.org")

    answer = go_through(client)

    account = Account.objects.get(email="neu@example.org")
    assert (answer.url, account.name, account.has_usable_password()) == ("/", "Neu Muster", False)
    assert cast.viewer(account, timezone.localdate()).team_ids == (cast.north.pk,)
    assert client.get("/vertretung/").status_code == 200


def test_closed_account_stays_closed(client, cast, service) -> None:
    with as_owner():
        cast.miriam.is_active = False
        cast.miriam.save()
    service.person = person(cast.miriam.email)

    answer = go_through(client)

    assert answer.url == "/konto/inactive/"
    assert client.get("/konto/ich/").status_code == 302


def test_service_does_not_replace_the_second_factor(client, cast, service, settings) -> None:
    settings.DEMO = False
    service.person = person(cast.miriam.email)
    without = go_through(client)
    desk = client.get("/konto/ich/")
    Authenticator.objects.create(
        user=cast.miriam, type=Authenticator.Type.TOTP, data={"secret": "JBSWY3DPEHPK3PXP"}
    )
    with_factor = go_through(Client())

    assert (without.url, desk.url) == ("/", "/konto/2fa/")
    assert with_factor.url == "/konto/2fa/authenticate/"


def test_wrong_secret_is_a_readable_failure(client, cast, service, settings) -> None:
    settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"][0]["secret"] = "wrong"
    service.person = person(cast.miriam.email)

    answer = go_through(client)

    assert "Anmeldung nicht möglich" in answer.content.decode()


def test_service_that_does_not_answer_leaves_the_password(client, cast, service, settings) -> None:
    app = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"][0]
    app["settings"] = {"server_url": "http://127.0.0.1:9"}  # nobody listens there

    answer = client.get(START, follow=True)

    assert answer.redirect_chain == [("/konto/login/", 302)]
    assert "Der Anmeldedienst antwortet nicht." in answer.content.decode()


def test_answer_nobody_asked_for_is_refused(client, cast, service) -> None:
    service.person = person(cast.miriam.email)

    answer = client.get("/konto/oidc/oidc/login/callback/?code=x&state=made-up")

    assert "Anmeldung nicht möglich" in answer.content.decode()
    assert client.get("/konto/ich/").status_code == 302


def test_somebody_signed_in_connects_only_an_identity_with_their_own_address(
    client, cast, service, with_password
) -> None:
    with_password(cast.miriam)
    client.post("/konto/login/", {"login": cast.miriam.email, "password": PASSWORD})
    service.person = person("angreifer@example.org", subject="stranger")

    refused = go_through(client, f"{START}?process=connect")
    service.person = person(cast.miriam.email)
    connected = go_through(client, f"{START}?process=connect")

    assert refused.url == "/konto/ich/"
    assert connected.status_code == 302
    assert list(SocialAccount.objects.values_list("uid", flat=True)) == ["person-1"]
