"""Taking up a person in the browser."""

import datetime as dt
import uuid

import pytest
from django.urls import reverse
from django.utils import timezone

from geleit.casework.models import Case, Draft
from geleit.clients.models import Client, Household, ResidenceStatus
from geleit.organisations.models import Organisation
from tests.clients.people import household, person
from tests.conftest import as_owner

NEW = reverse("workspace:client-new")
TODAY = timezone.localdate()


@pytest.fixture
def form(cast) -> dict[str, str]:
    """The short form of somebody new, as the browser sends it."""
    return {
        "given_name": "Tesfay",
        "family_name": "Hagos",
        "born": "1996",
        "sex": "m",
        "counselling_language": "ti",
        "interpreting": "needed",
        "counsellor": str(cast.miriam.pk),
        "team": str(cast.north.pk),
        "started_on": TODAY.isoformat(),
        "submission": str(uuid.uuid4()),
    }


def errors(answer) -> set[str]:
    assert answer.status_code == 422
    return set(answer.context["form"].errors)


def test_short_form_opens_a_file_and_begins_counselling(cast, miriam, form) -> None:
    answer = miriam.post(NEW, form)

    with as_owner():
        made = Client.objects.get()
        assert (made.display_name, made.birth_date, made.birth_date_precision) == (
            "Tesfay Hagos", dt.date(1996, 1, 1), "year",
        )  # fmt: skip
        assert (made.languages, made.team, made.counsellor) == (["ti"], cast.north, cast.miriam)
        assert Case.objects.get(client=made).started_on == TODAY
    assert answer.url == reverse("workspace:client-file", args=[made.pk])


def test_long_form_stores_everything_it_asks(cast, miriam, form) -> None:
    place = Organisation.objects.get(slug="waldshut-tiengen")
    miriam.post(
        NEW,
        form
        | {
            "born": "12.3.1996",
            "born_is_estimated": "on",
            "also_known_as": "ተስፋይ",
            "citizenships": ["ER", "ET"],
            "languages": ["am"],
            "arrived_on": "2015-09-01",
            "allocated_on": "2016-02-01",
            "municipality": str(place.pk),
            "municipality_text": place.name,
            "housing": "shared",
            "street": "Bergstraße 14",
            "postcode": "79761",
            "phone": "0176 1234567",
            "email": "t@example.org",
            "safe_contact": "nur vormittags",
            "file_number": "7",
            "new_household": "WG Bergstraße",
            "household_role": "adult",
            "status_kind": "subsidiary_25_2_2",
            "status_until": "2027-12-31",
        },
    )

    with as_owner():
        made = Client.objects.select_related("household").get()
        stored = {
            name: getattr(made, name)
            for name in (
                "also_known_as",
                "citizenships",
                "languages",
                "birth_date_precision",
                "municipality",
                "housing",
            )
        }
        assert stored == {
            "also_known_as": "ተስፋይ",
            "citizenships": ["ER", "ET"],
            "languages": ["ti", "am"],
            "birth_date_precision": "estimated",
            "municipality": place,
            "housing": "shared",
        }
        assert (made.household.name, made.household_role) == ("WG Bergstraße", "adult")
        assert (made.street, made.safe_contact, made.file_number) == (
            "Bergstraße 14",
            "nur vormittags",
            "7",
        )
        assert ResidenceStatus.objects.get().valid_until == dt.date(2027, 12, 31)


def test_municipality_and_languages_can_be_typed_without_scripts(cast, miriam, form) -> None:
    miriam.post(
        NEW, form | {"municipality_text": "Waldshut-Tiengen", "languages_text": "Amharisch"}
    )

    with as_owner():
        made = Client.objects.get()
        assert (made.municipality.name, made.languages) == ("Waldshut-Tiengen", ["ti", "am"])


def test_one_name_is_enough_and_all_else_may_be_left_out(cast, miriam, form) -> None:
    keep = {name: form[name] for name in ("family_name", "team", "started_on", "submission")}

    miriam.post(NEW, keep)

    with as_owner():
        made = Client.objects.get()
        assert (made.birth_date, made.sex, made.languages, made.counsellor) == (None, "", [], None)


def test_likely_duplicate_is_shown_before_a_second_file_is_opened(cast, miriam, form) -> None:
    with as_owner():
        known = person(cast.north, "Tesfai", "Hagos", birth_date=dt.date(1996, 1, 1))

    asked = miriam.post(NEW, form)
    seen = asked.context["seen"]
    with as_owner():
        still = Client.objects.count()
    confirmed = miriam.post(NEW, form | {"seen": seen})

    assert (asked.status_code, still) == (409, 1)
    assert [d["client"] for d in asked.context["duplicates"]] == [known]
    assert "Ist es diese Person?" in asked.content.decode()
    assert confirmed.status_code == 302
    with as_owner():
        assert Client.objects.count() == 2


def test_confirming_somebody_else_does_not_silence_the_warning(cast, miriam, form) -> None:
    with as_owner():
        person(cast.north, "Tesfai", "Hagos", birth_date=dt.date(1996, 1, 1))

    assert miriam.post(NEW, form | {"seen": "1,2,abc,"}).status_code == 409


def test_files_of_other_teams_raise_no_warning(cast, miriam, form) -> None:
    with as_owner():
        person(cast.south, "Tesfay", "Hagos", birth_date=dt.date(1996, 1, 1))

    assert miriam.post(NEW, form).status_code == 302


def test_same_form_sent_twice_asks_before_a_second_file(cast, miriam, form) -> None:
    assert miriam.post(NEW, form).status_code == 302
    assert miriam.post(NEW, form).status_code == 409


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"given_name": "", "family_name": " "}, "family_name"),
        ({"born": "31.2.1990"}, "born"),
        ({"born": "2999"}, "born"),
        ({"given_name": "A" * 121}, "given_name"),
        ({"given_name": "A\x00B"}, "given_name"),
        ({"street": "A" * 1_000_000}, "street"),
        ({"sex": "x"}, "sex"),
        ({"counselling_language": "klingon"}, "counselling_language"),
        ({"citizenships": ["XY"]}, "citizenships"),
        ({"languages": ["zzzz"]}, "languages"),
        ({"municipality": "1"}, "municipality"),
        ({"municipality": "abc"}, "municipality"),
        ({"municipality_text": "Atlantis"}, "municipality"),
        ({"household": "999999999999999999999"}, "household"),
        ({"email": "keine"}, "email"),
        ({"counsellor": "999999"}, "counsellor"),
        ({"team": "999999"}, "team"),
        ({"team": ""}, "team"),
        ({"started_on": "2999-01-01"}, "started_on"),
        ({"started_on": "gestern"}, "started_on"),
        ({"status_until": "2027-01-01"}, "status_kind"),
        ({"submission": "1"}, "submission"),
        ({"seen": "1" * 500}, "seen"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(cast, miriam, form, changes, field) -> None:
    answer = miriam.post(NEW, form | changes)

    assert field in errors(answer)
    with as_owner():
        assert Client.objects.count() == 0


def test_household_of_another_team_does_not_exist_here(cast, miriam, form) -> None:
    with as_owner():
        foreign = household(cast.south)

    assert errors(miriam.post(NEW, form | {"household": str(foreign.pk)})) == {"household"}


def test_nothing_stays_behind_if_the_file_cannot_be_opened(cast, miriam, form) -> None:
    with as_owner():
        person(cast.north, "Andere", file_number="7")

    answer = miriam.post(NEW, form | {"new_household": "WG", "file_number": "7"})

    assert errors(answer) == {"file_number"}
    with as_owner():
        assert Household.objects.count() == 0


def test_team_of_others_cannot_be_chosen(cast, miriam, form) -> None:
    assert errors(miriam.post(NEW, form | {"team": str(cast.south.pk)})) == {"team"}


def test_lead_reads_files_but_opens_none(cast, sign_in, form) -> None:
    petra = sign_in(cast.petra)

    assert {petra.get(NEW).status_code, petra.post(NEW, form).status_code} == {403}


def test_search_hands_over_the_name_that_was_not_found(miriam) -> None:
    initial = miriam.get(f"{NEW}?name=Olena+Iryna+Kovalenko").context["form"].initial

    assert (initial["given_name"], initial["family_name"]) == ("Olena Iryna", "Kovalenko")


def test_kept_draft_fills_the_form_again(cast, miriam, form) -> None:
    key = form["submission"]
    miriam.post(reverse("casework:draft-keep", args=["person", key]), form)

    fresh = miriam.get(NEW)
    restored = miriam.get(f"{NEW}?entwurf={key}")
    miriam.post(NEW, form)

    assert [draft.key for draft in fresh.context["kept"]] == [key]
    assert restored.context["form"]["given_name"].value() == "Tesfay"
    with as_owner():
        assert Draft.objects.count() == 0
