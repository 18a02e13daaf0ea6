"""Signing in with a password, and all that keeps strangers out."""

import re
import time

import pytest
from allauth.usersessions.models import UserSession
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.test import Client
from procrastinate.contrib.django.models import ProcrastinateJob

from tests.people.conftest import PASSWORD

LOGIN = "/konto/login/"


@pytest.fixture
def miriam(cast, with_password):
    return with_password(cast.miriam)


def sign_in(client: Client, address: str, password: str = PASSWORD):
    return client.post(LOGIN, {"login": address, "password": password})


@pytest.mark.parametrize("address", ["miriam.muster@example.org", "Miriam.Muster@Example.ORG"])
def test_address_and_password_open_the_desk(client, miriam, address) -> None:
    answer = sign_in(client, address)

    assert (answer.status_code, answer.url) == (302, "/")
    assert client.get("/konto/ich/").status_code == 200


def test_sign_in_leads_back_to_the_page_asked_for(client, miriam) -> None:
    asked = client.get("/vertretung/")
    answer = client.post(asked.url, {"login": miriam.email, "password": PASSWORD})

    assert (asked.url, answer.url) == ("/konto/login/?next=/vertretung/", "/vertretung/")


def test_unknown_address_and_wrong_password_get_the_same_answer(client, miriam) -> None:
    unknown = sign_in(client, "niemand@example.org")
    wrong = sign_in(client, miriam.email, "falsch-falsch-falsch")

    strip = re.compile(rb'value="[^"]*"|csrfmiddlewaretoken[^>]*>|X-CSRFToken[^>]*>')
    assert strip.sub(b"", unknown.content) == strip.sub(b"", wrong.content)
    assert "E-Mail-Adresse oder Passwort stimmt nicht." in wrong.content.decode()


def test_after_five_wrong_passwords_the_right_one_is_refused_for_a_while(client, miriam) -> None:
    for _ in range(5):
        sign_in(client, miriam.email, "falsch-falsch-falsch")

    answer = sign_in(client, miriam.email)

    assert answer.status_code == 200
    assert "Zu viele Fehlversuche." in answer.content.decode()


def test_attempts_are_counted_in_the_database_so_that_all_processes_know_them(
    client, miriam
) -> None:
    sign_in(client, miriam.email, "falsch-falsch-falsch")

    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM runtime_cache WHERE cache_key LIKE '%:login_failed:%'")
        assert cursor.fetchone() == (2,)  # by network address, and by mail address


def test_many_attempts_from_one_place_get_a_readable_429(client, miriam) -> None:
    answers = [sign_in(client, f"niemand{number}@example.org") for number in range(31)]

    assert [a.status_code for a in answers[:30]] == [200] * 30
    assert answers[30].status_code == 429
    assert "<h1>" in answers[30].content.decode()
    assert "Minute" in answers[30].content.decode()


def test_cache_table_forgets_what_has_expired(db) -> None:
    cache.set("short", "value", 1)
    cache.set("long", "value", 60)
    assert cache.get("short") == "value"
    time.sleep(1.1)

    assert (cache.get("short"), cache.get("long")) == (None, "value")


def test_nobody_signs_up(client, db) -> None:
    form = client.get("/konto/signup/")
    sent = client.post("/konto/signup/", {"email": "neu@example.org", "password1": PASSWORD})

    assert "Zugang nur auf Einladung" in form.content.decode()
    assert "Zugang nur auf Einladung" in sent.content.decode()
    assert ProcrastinateJob.objects.count() == 0


def test_page_for_further_addresses_does_not_exist(client, miriam) -> None:
    sign_in(client, miriam.email)

    assert client.get("/konto/email/").status_code == 404
    assert (
        client.post("/konto/email/", {"email": "x@example.org", "action_add": ""}).status_code
        == 404
    )


def test_password_is_reset_by_a_mail_in_german(client, miriam, run_jobs) -> None:
    client.post("/konto/password/reset/", {"email": miriam.email})
    run_jobs()
    sent = mail.outbox[0]
    path = re.search(r"http://[^/]+(/konto/password/reset/key/\S+)", sent.body)[1]

    page = client.get(path, follow=True)
    done = client.post(
        page.request["PATH_INFO"],
        {"password1": "Ganz-neu-und-lang-9", "password2": "Ganz-neu-und-lang-9"},
    )

    assert (sent.to, sent.subject) == ([miriam.email], "Geleit: Neues Passwort setzen")
    assert sent.body.startswith("Guten Tag Miriam Muster,\n\njemand, vermutlich Sie selbst,")
    assert done.status_code == 302
    assert sign_in(client, miriam.email, "Ganz-neu-und-lang-9").url == "/"


def test_reset_link_works_once(client, miriam, run_jobs) -> None:
    client.post("/konto/password/reset/", {"email": miriam.email})
    run_jobs()
    path = re.search(r"http://[^/]+(/konto/password/reset/key/\S+)", mail.outbox[0].body)[1]
    page = client.get(path, follow=True)
    client.post(
        page.request["PATH_INFO"],
        {"password1": "Ganz-neu-und-lang-9", "password2": "Ganz-neu-und-lang-9"},
    )

    again = Client().get(path, follow=True)

    assert "Dieser Link gilt nicht mehr" in again.content.decode()


def test_reset_says_the_same_to_everybody_and_mails_only_the_known(
    client, miriam, run_jobs
) -> None:
    known = client.post("/konto/password/reset/", {"email": miriam.email}, follow=True)
    unknown = client.post("/konto/password/reset/", {"email": "niemand@example.org"}, follow=True)
    run_jobs()

    strip = re.compile(rb"csrfmiddlewaretoken[^>]*>|X-CSRFToken[^>]*>")
    assert strip.sub(b"", known.content) == strip.sub(b"", unknown.content)
    assert [message.to for message in mail.outbox] == [[miriam.email]]


def test_job_for_the_reset_holds_an_id_and_no_key(client, miriam) -> None:
    client.post("/konto/password/reset/", {"email": miriam.email})

    assert list(ProcrastinateJob.objects.values_list("task_name", "args")) == [
        ("people.mail_password_reset", {"account_id": miriam.pk})
    ]


@pytest.mark.parametrize(
    ("password", "says"),
    [
        ("kurz-9", "mindestens 12 Zeichen"),
        ("miriam.muster@example.org", "ist zu ähnlich"),
        ("password1234", "aus einem Datenleck bekannt"),
    ],
)
def test_weak_password_is_refused_in_words(client, miriam, password, says) -> None:
    sign_in(client, miriam.email)

    answer = client.post(
        "/konto/password/change/",
        {"oldpassword": PASSWORD, "password1": password, "password2": password},
    )

    miriam.refresh_from_db()
    assert miriam.check_password(PASSWORD)
    assert says in answer.content.decode()


def test_changed_password_ends_the_sessions_on_other_devices_and_tells_by_mail(
    client, miriam, run_jobs
) -> None:
    phone = Client()
    sign_in(phone, miriam.email)
    sign_in(client, miriam.email)
    new = "Ganz-neu-und-lang-9"

    client.post(
        "/konto/password/change/", {"oldpassword": PASSWORD, "password1": new, "password2": new}
    )
    run_jobs()

    assert client.get("/konto/ich/").status_code == 200
    assert phone.get("/konto/ich/").url == "/konto/login/?next=/konto/ich/"
    assert [message.subject for message in mail.outbox] == ["Geleit: Ihr Konto wurde geändert"]
    assert "Ihr Passwort wurde geändert." in mail.outbox[0].body


def test_own_devices_are_listed_and_the_others_signed_out(client, miriam) -> None:
    phone = Client(headers={"user-agent": "Mozilla/5.0 (Android 15) Firefox/140.0"})
    sign_in(phone, miriam.email)
    sign_in(client, miriam.email)

    page = client.get("/konto/sessions/").content.decode()
    client.post("/konto/sessions/")

    assert "Firefox, Android" in page
    assert UserSession.objects.filter(user=miriam).count() == 1
    assert phone.get("/konto/ich/").status_code == 302
    assert client.get("/konto/ich/").status_code == 200


def test_sign_out_takes_a_deliberate_step(client, miriam) -> None:
    sign_in(client, miriam.email)

    client.get("/konto/logout/")
    still_inside = client.get("/konto/ich/").status_code
    client.post("/konto/logout/")

    assert (still_inside, client.get("/konto/ich/").status_code) == (200, 302)
