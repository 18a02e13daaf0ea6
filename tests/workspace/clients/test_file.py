"""The file of a client: what matters, talks and notes, all that is stated."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from geleit.casework.models import PlannedSession
from geleit.clients.models import ResidenceStatus
from tests.clients.people import household, person
from tests.conftest import as_owner
from tests.factories import casework

TODAY = timezone.localdate()
PAGES = ["client-file", "client-talks", "client-details"]


def page(browser, client, name: str = "client-file"):
    return browser.get(reverse(f"workspace:{name}", args=[client.pk]))


@pytest.mark.parametrize(
    "name", [*PAGES, "client-change", "residence-add", "case-end", "case-begin"]
)
def test_outsiders_find_no_file(cast, olena, miriam, sign_in, name) -> None:
    outsiders = (cast.samir, cast.otto, cast.greta, cast.kerstin, cast.moritz, cast.adam, cast.nina)

    assert page(miriam, olena, name).status_code in {200, 302}
    assert {page(sign_in(who), olena, name).status_code for who in outsiders} == {404}


@pytest.mark.parametrize("pk", [0, 999_999, 10**30])
def test_file_that_is_not_there_is_not_found(miriam, pk) -> None:
    assert miriam.get(f"/personen/{pk}/").status_code == 404


def test_head_shows_what_matters_and_leaves_out_what_is_not_stated(cast, miriam, olena) -> None:
    bare = page(miriam, olena).context["facts"]
    with as_owner():
        olena.birth_date, olena.birth_date_precision = dt.date(1990, 1, 1), "year"
        olena.citizenships, olena.interpreting = ["UA"], "needed"
        olena.save()

    facts = page(miriam, olena).context["facts"]

    assert bare == ["Ukrainisch"]
    assert facts[0] == f"<b>etwa {TODAY.year - 1990} Jahre</b>, Jahrgang 1990"
    assert facts[1:] == ["Ukraine", "Ukrainisch, <b>Sprachmittlung nötig</b>"]


def test_what_matters_now_names_permit_period_and_the_talk_of_today(cast, miriam) -> None:
    with as_owner():
        tesfay = person(cast.north, "Tesfay", counsellor=cast.miriam)
        casework.case(
            tesfay, started_on=dt.date(2024, 1, 1), ends_on=TODAY + dt.timedelta(days=100)
        )
        ResidenceStatus.objects.create(
            client=tesfay, kind="subsidiary_25_2_2", valid_until=TODAY + dt.timedelta(days=36)
        )
        PlannedSession.objects.create(
            team=cast.north,
            counsellor=cast.miriam,
            client=tesfay,
            starts_at=timezone.make_aware(dt.datetime.combine(TODAY, dt.time(23, 30))),
            channel="phone",
            subject="Anerkennung",
        )

    notes = page(miriam, tesfay).context["notes"]

    assert [(note["title"], note["kind"]) for note in notes] == [
        ("Heute 23:30, Telefon", ""),
        ("Aufenthaltstitel verlängern", "danger"),
        ("Übergabe an Regeldienste planen", "warning"),
    ]


def test_far_dates_are_nothing_to_worry_about(miriam, olena) -> None:
    with as_owner():
        ResidenceStatus.objects.create(
            client=olena, kind="temporary_24", valid_until=TODAY + dt.timedelta(days=91)
        )

    assert page(miriam, olena).context["notes"] == []


def test_notes_are_read_by_counsellors_and_not_by_the_lead(cast, miriam, olena, sign_in) -> None:
    with as_owner():
        casework.session(cast.miriam, olena, held_on=dt.date(2026, 11, 18), note="vertraulich")

    assert b"vertraulich" in page(miriam, olena).content
    for name in PAGES:
        assert b"vertraulich" not in page(sign_in(cast.petra), olena, name).content


def test_timeline_shows_the_newest_talks_and_all_of_them_on_their_own_page(
    cast, miriam, olena
) -> None:
    with as_owner():
        for day in range(1, 31):
            casework.session(cast.miriam, olena, held_on=dt.date(2026, 9, day), topics=["housing"])

    newest = [talk.session.held_on.day for talk in page(miriam, olena).context["timeline"]]
    all_talks = page(miriam, olena, "client-talks")

    assert newest == [30, 29, 28, 27, 26, 25]
    assert len(all_talks.context["timeline"]) == 25
    assert all_talks.context["older_url"] != ""
    assert all_talks.context["timeline"][0].topics == ["Wohnen"]


def test_household_members_are_shown_with_their_age(cast, miriam, olena) -> None:
    with as_owner():
        home = household(cast.north)
        olena.household = home
        olena.save()
        person(
            cast.north,
            "Kind",
            household=home,
            birth_date=TODAY.replace(year=TODAY.year - 7, day=1),
            birth_date_precision="day",
            household_role="child",
        )

    members = page(miriam, olena).context["members"]

    assert [(m["client"].given_name, m["detail"]) for m in members] == [("Kind", "7 Jahre, Kind")]


def test_details_say_what_is_not_stated(miriam, olena) -> None:
    groups = dict(page(miriam, olena, "client-details").context["groups"])

    assert dict(groups["Person"])["Geburtsdatum"] == "ohne Angabe"
    assert dict(groups["Person"])["Vorname"] == "Olena"


@pytest.mark.parametrize("name", PAGES)
def test_same_number_of_queries_however_long_the_file(cast, miriam, olena, name) -> None:
    def count() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert page(miriam, olena, name).status_code == 200
        return len(captured)

    with as_owner():
        olena.household = household(cast.north)
        olena.save()
        casework.session(cast.miriam, olena, note="eins")
        ResidenceStatus.objects.create(client=olena, kind="other")
    page(miriam, olena, name)
    one = count()
    with as_owner():
        for number in range(30):
            casework.session(cast.miriam, olena, note=f"{number}")
            ResidenceStatus.objects.create(client=olena, kind="other")
            person(cast.north, f"P{number}", household=olena.household)

    assert (count(), one <= 15) == (one, True)
