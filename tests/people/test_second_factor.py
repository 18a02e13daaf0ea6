"""The second factor: compulsory outside the demo, set up with an app, and the way back with recovery codes."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.urls import NoReverseMatch, get_resolver, reverse

from geleit.people.web.middleware import OPEN_WITHOUT_SECOND_FACTOR
from tests.people import authenticator_app
from tests.people.conftest import PASSWORD

SET_UP = "/konto/2fa/totp/activate/"


@pytest.fixture(autouse=True)
def _real_installation(settings) -> None:
    settings.DEMO = False


@pytest.fixture
def miriam(cast, with_password):
    return with_password(cast.miriam)


def sign_in(client: Client, account):
    return client.post("/konto/login/", {"login": account.email, "password": PASSWORD})


def set_up_app(client: Client) -> str:
    """Set up the app as a person does; returns its secret."""
    page = client.get(SET_UP).content.decode()
    secret = re.search(r'value="([A-Z2-7]{16,})"', page)[1]
    answer = client.post(SET_UP, {"code": authenticator_app.code(secret)})
    assert answer.status_code == 302, answer.content.decode()
    return secret


def allauth_addresses() -> list[str]:
    """The name of every page allauth brings, and of each of ours."""
    names = []

    def walk(patterns, namespace=""):
        for pattern in patterns:
            if hasattr(pattern, "url_patterns"):
                inner = f"{pattern.namespace}:" if getattr(pattern, "namespace", None) else ""
                walk(pattern.url_patterns, namespace + inner)
            elif pattern.name:
                names.append(namespace + pattern.name)

    walk(get_resolver().url_patterns)
    return sorted(set(names))


def address_of(name: str) -> str:
    """An address of this page; parts of it that vary are filled with something."""
    for arguments in ([], [1], ["x"], ["x-y"], [1, 1]):
        try:
            return reverse(name, args=arguments)
        except NoReverseMatch:
            continue
    return reverse(name, kwargs={"uidb36": "1", "key": "x"})


def test_list_of_open_pages_names_only_pages_that_exist() -> None:
    assert set(allauth_addresses()) >= OPEN_WITHOUT_SECOND_FACTOR


def test_without_second_factor_every_page_leads_to_setting_one_up(client, miriam) -> None:
    sign_in(client, miriam)
    pages = {name: address_of(name) for name in allauth_addresses()}

    elsewhere = {
        name: answer
        for name, address in pages.items()
        if name not in OPEN_WITHOUT_SECOND_FACTOR
        for answer in [_where(client, address)]
        if answer != "/konto/2fa/"
    }

    assert elsewhere == {}


def test_pages_for_setting_one_up_are_open(client, miriam) -> None:
    sign_in(client, miriam)

    for name in ("mfa_index", "mfa_activate_totp", "mfa_add_webauthn"):
        assert client.get(reverse(name)).status_code == 200
    assert client.get(reverse("people:stay-signed-in")).status_code == 204


def test_posting_does_not_get_past_either(client, miriam) -> None:
    sign_in(client, miriam)

    for name in ("people:account", "account_change_password", "people:substitution-create"):
        assert client.post(reverse(name), {}).url == "/konto/2fa/"


def test_unknown_address_is_not_found_as_for_everybody(client, miriam) -> None:
    sign_in(client, miriam)

    assert client.get("/gibt-es-nicht/").status_code == 404


def test_demo_asks_for_no_second_factor(client, miriam, settings) -> None:
    settings.DEMO = True
    sign_in(client, miriam)

    assert client.get("/konto/ich/").status_code == 200


def test_app_is_set_up_and_opens_the_desk(client, miriam) -> None:
    sign_in(client, miriam)

    set_up_app(client)

    assert client.get("/konto/ich/").status_code == 200


def test_wrong_code_sets_up_nothing(client, miriam) -> None:
    sign_in(client, miriam)
    client.get(SET_UP)

    answer = client.post(SET_UP, {"code": "000000"})

    assert "Dieser Code stimmt nicht." in answer.content.decode()
    assert Authenticator.objects.count() == 0


def test_with_the_app_the_password_alone_opens_nothing(client, miriam) -> None:
    sign_in(client, miriam)
    secret = set_up_app(client)
    phone = Client()

    first_step = sign_in(phone, miriam)
    still_outside = phone.get("/konto/ich/")
    wrong = phone.post(first_step.url, {"code": "000000"})
    right = phone.post(first_step.url, {"code": authenticator_app.code(secret)})

    assert first_step.url == "/konto/2fa/authenticate/"
    assert still_outside.url == "/konto/login/?next=/konto/ich/"
    assert "Dieser Code stimmt nicht." in wrong.content.decode()
    assert right.url == "/"
    assert phone.get("/konto/ich/").status_code == 200


def test_code_works_once(client, miriam) -> None:
    sign_in(client, miriam)
    secret = set_up_app(client)
    code = authenticator_app.code(secret)
    first, second = Client(), Client()

    opened = first.post(sign_in(first, miriam).url, {"code": code})
    replayed = second.post(sign_in(second, miriam).url, {"code": code})

    assert (opened.status_code, replayed.status_code) == (302, 200)


def test_guessing_codes_is_stopped(client, miriam) -> None:
    sign_in(client, miriam)
    secret = set_up_app(client)
    thief = Client()
    page = sign_in(thief, miriam).url

    for guess in range(5):
        thief.post(page, {"code": f"{guess:06}"})
    answer = thief.post(page, {"code": authenticator_app.code(secret)})

    assert "Zu viele Fehlversuche." in answer.content.decode()
    assert thief.get("/konto/ich/").status_code == 302


def test_recovery_code_opens_once_when_the_phone_is_lost(client, miriam) -> None:
    sign_in(client, miriam)
    set_up_app(client)
    codes = client.get("/konto/2fa/recovery-codes/download/").content.decode().split()
    first, second = Client(), Client()

    opened = first.post(sign_in(first, miriam).url, {"code": codes[0]})
    again = second.post(sign_in(second, miriam).url, {"code": codes[0]})

    assert len(codes) == 10
    assert (opened.url, again.status_code) == ("/", 200)


def test_set_up_shows_the_recovery_codes_and_tells_by_mail(
    client, miriam, run_jobs, mailoutbox, django_capture_on_commit_callbacks
) -> None:
    sign_in(client, miriam)
    with django_capture_on_commit_callbacks(execute=True):
        set_up_app(client)

    page = client.get("/konto/2fa/recovery-codes/").content.decode()
    run_jobs()

    assert len(re.findall(r"<code>\w+</code>", page)) == 10
    assert "Eine Authenticator-App wurde als zweiter Faktor eingerichtet." in mailoutbox[0].body


def test_removing_the_last_factor_closes_the_desk_until_there_is_another(client, miriam) -> None:
    sign_in(client, miriam)
    set_up_app(client)

    client.post("/konto/2fa/totp/deactivate/")

    assert client.get("/konto/ich/").url == "/konto/2fa/"


def test_recovery_codes_alone_are_no_second_factor(client, miriam) -> None:
    Authenticator.objects.create(user=miriam, type=Authenticator.Type.RECOVERY_CODES, data={})
    sign_in(client, miriam)

    assert client.get("/konto/ich/").url == "/konto/2fa/"


def test_password_is_asked_again_when_the_sign_in_is_not_fresh(client, miriam, settings) -> None:
    sign_in(client, miriam)
    set_up_app(client)
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 0

    asked = client.get("/konto/2fa/recovery-codes/")
    page = client.get(asked.url)
    wrong = client.post(asked.url, {"password": "falsch-falsch-falsch"})

    assert asked.url.startswith("/konto/reauthenticate/")
    assert page.status_code == 200
    assert wrong.status_code == 200


def _where(client: Client, address: str) -> str:
    answer = client.get(address)
    return answer.headers.get("Location", str(answer.status_code))
