"""Signing out whoever left the desk, and the sight that follows each request."""

import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone

from geleit.people.models import Membership
from geleit.people.web.middleware import activity_step
from tests.conftest import as_owner
from tests.people.conftest import PASSWORD

ACCOUNT = "/konto/ich/"
PING = "/konto/wach/"


@pytest.fixture
def miriam(cast, with_password):
    return with_password(cast.miriam)


@pytest.fixture
def desk(client, miriam) -> Client:
    client.post("/konto/login/", {"login": miriam.email, "password": PASSWORD})
    client.get(ACCOUNT)
    return client


def let_pass(client: Client, seconds: int) -> None:
    """As if the last noted activity lay so long ago."""
    session = client.session
    session["active_at"] -= seconds
    session.save()


def test_idle_person_is_signed_out_and_led_back_afterwards(desk, settings) -> None:
    let_pass(desk, settings.IDLE_SECONDS + activity_step() + 1)

    assert desk.get(ACCOUNT).url == f"/konto/login/?next={ACCOUNT}"
    assert "_auth_user_id" not in desk.session


def test_person_active_within_the_time_stays(desk, settings) -> None:
    let_pass(desk, settings.IDLE_SECONDS - 1)

    assert desk.get(ACCOUNT).status_code == 200
    let_pass(desk, settings.IDLE_SECONDS - 1)
    assert desk.get(ACCOUNT).status_code == 200


def test_server_never_ends_before_the_page_has_warned(desk, settings) -> None:
    # Activity just before the end of a step is not noted, so the note is older than the activity.
    let_pass(desk, settings.IDLE_SECONDS + activity_step() - 2)

    assert desk.get(ACCOUNT).status_code == 200


def test_ping_while_typing_counts_as_activity(desk, settings) -> None:
    let_pass(desk, settings.IDLE_SECONDS - 1)

    assert desk.get(PING).status_code == 204
    assert desk.post(PING).status_code == 204
    let_pass(desk, settings.IDLE_SECONDS - 1)
    assert desk.get(ACCOUNT).status_code == 200


def test_what_a_page_asks_by_itself_does_not_count(desk, settings) -> None:
    let_pass(desk, settings.IDLE_SECONDS - 5)
    noted = desk.session["active_at"]

    answer = desk.get(ACCOUNT, headers={"X-Background": "1"})

    assert (answer.status_code, desk.session["active_at"]) == (200, noted)


def test_background_request_does_not_save_the_idle_either(desk, settings) -> None:
    let_pass(desk, settings.IDLE_SECONDS + activity_step() + 1)

    assert desk.get(ACCOUNT, headers={"X-Background": "1"}).status_code == 302


def test_ping_after_the_end_says_so(desk, settings) -> None:
    let_pass(desk, settings.IDLE_SECONDS + activity_step() + 1)

    assert desk.get(PING).status_code == 401


def test_short_time_outs_are_noted_in_shorter_steps(settings) -> None:
    settings.IDLE_SECONDS = 120
    assert activity_step() == 20
    settings.IDLE_SECONDS = 3600
    assert activity_step() == 60


def test_activity_is_noted_at_most_once_a_step(desk) -> None:
    noted = desk.session["active_at"]

    desk.get(ACCOUNT)

    assert desk.session["active_at"] == noted


def test_ended_membership_closes_sight_in_a_running_session(desk, miriam) -> None:
    before = desk.get("/vertretung/").status_code
    with as_owner():
        Membership.objects.filter(account=miriam).update(valid_until=timezone.localdate())

    assert (before, desk.get("/vertretung/").status_code) == (200, 404)


def test_new_membership_opens_sight_in_a_running_session(client, cast, with_password) -> None:
    with_password(cast.nina)
    client.post("/konto/login/", {"login": cast.nina.email, "password": PASSWORD})
    before = client.get("/vertretung/").status_code
    with as_owner():
        Membership.objects.create(
            account=cast.nina,
            organisation=cast.carrier,
            team=cast.north,
            role="counsellor",
            valid_from=timezone.localdate() - dt.timedelta(days=1),
        )

    assert (before, client.get("/vertretung/").status_code) == (404, 200)


def test_language_and_colours_of_the_account_are_used(client, miriam) -> None:
    with as_owner():
        miriam.language, miriam.theme = "en", "dark"
        miriam.save()
    client.post("/konto/login/", {"login": miriam.email, "password": PASSWORD})

    page = client.get(ACCOUNT)

    assert page.headers["Content-Language"] == "en"
    assert '<html lang="en" dir="ltr" data-kern-theme="dark">' in page.content.decode()


def test_colours_picked_on_this_device_win(client, miriam) -> None:
    with as_owner():
        miriam.theme = "dark"
        miriam.save()
    client.post("/konto/login/", {"login": miriam.email, "password": PASSWORD})
    client.cookies["theme"] = "light"

    assert 'data-kern-theme="light"' in client.get(ACCOUNT).content.decode()
