"""Recording a talk through its pages."""

import datetime as dt
import uuid
from urllib.parse import urlencode

import pytest
from django.test import Client as Browser
from django.urls import reverse
from django.utils import timezone

from geleit.casework.models import CounsellingSession, Draft, Note, PlannedSession
from tests.cast import Cast
from tests.conftest import as_owner
from tests.factories import casework, clients

RECORD = "/gespraeche/neu/"


@pytest.fixture
def olena(cast: Cast):
    with as_owner():
        return clients.client(cast.north, languages=["uk"], counselling_language="uk")


@pytest.fixture
def miriam(cast: Cast) -> Browser:
    return signed_in(cast.miriam)


def signed_in(account) -> Browser:
    browser = Browser()
    with as_owner():
        browser.force_login(account)
    return browser


def typed(*people, **changes) -> dict[str, object]:
    form = {
        "people": [f"c{person.pk}" for person in people],
        "held_on": timezone.localdate().isoformat(),
        "starts_at": "10:00",
        "channel": "office",
        "minutes_usual": "45",
        "topics": ["housing", "authorities"],
        "language": "uk",
        "interpreting": "volunteer",
        "is_counted": "on",
        "note": "Mietvertrag mitgebracht.",
        "submission": str(uuid.uuid4()),
    }
    return form | changes


def test_saved_talk_holds_what_was_typed(cast, olena, miriam) -> None:
    answer = miriam.post(RECORD, typed(olena))

    with as_owner():
        talk = CounsellingSession.objects.get()
        note = Note.objects.get().text
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert (talk.minutes, talk.channel, talk.topics, talk.main_topic) == (
        45,
        "office",
        ["housing", "authorities"],
        "housing",
    )
    assert (talk.counsellor, talk.team, talk.interpreting, note) == (
        cast.miriam,
        cast.north,
        "volunteer",
        "Mietvertrag mitgebracht.",
    )


def test_save_and_next_leads_to_an_empty_form(olena, miriam) -> None:
    answer = miriam.post(RECORD, typed(olena, next="1"))

    assert answer["Location"] == RECORD


def test_same_form_twice_records_once(olena, miriam) -> None:
    form = typed(olena)

    miriam.post(RECORD, form)
    miriam.post(RECORD, form)

    with as_owner():
        assert CounsellingSession.objects.count() == 1


def test_defaults_come_from_the_last_talk(cast, olena, miriam) -> None:
    with as_owner():
        casework.session(
            cast.jonas,
            olena,
            channel="home_visit",
            minutes=90,
            language="uk",
            interpreting="professional",
        )

    page = miriam.get(RECORD, {"person": f"c{olena.pk}"})

    form = page.context["form"]
    shown = {
        name: form[name].value()
        for name in ("channel", "minutes_usual", "language", "interpreting")
    }
    assert shown == {
        "channel": "home_visit",
        "minutes_usual": "90",
        "language": "uk",
        "interpreting": "professional",
    }


def test_household_stands_for_its_members(cast, miriam) -> None:
    with as_owner():
        family = clients.household(cast.north)
        members = [
            clients.client(cast.north, name, "Beispiel", household=family)
            for name in ("Ana", "Ben", "Cem")
        ]

    miriam.post(RECORD, typed(people=[f"h{family.pk}"]))

    with as_owner():
        talk = CounsellingSession.objects.get()
        assert set(talk.clients.all()) == set(members)
    assert talk.household == family


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("people", []),
        ("people", ["c999999999"]),
        ("people", ["x1", "c", "h-1"]),
        ("held_on", (dt.date.today() + dt.timedelta(days=3)).isoformat()),
        ("held_on", "2016-12-31"),
        ("held_on", "31.02.2026"),
        ("minutes_other", "100000"),
        ("channel", "pigeon"),
        ("topics", ["nonsense"]),
        ("language", "zzz"),
        ("funding_line", "99999"),
        ("note", "x" * 10_001),
        ("submission", "not-a-key"),
    ],
)
def test_unusable_input_is_shown_again_and_nothing_is_recorded(olena, miriam, field, value) -> None:
    form = typed(olena, **{field: value})
    if field == "minutes_other":
        form["minutes_usual"] = "other"

    answer = miriam.post(RECORD, form)

    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    with as_owner():
        assert CounsellingSession.objects.count() == 0


def test_client_of_another_carrier_cannot_be_chosen(cast, olena, miriam) -> None:
    with as_owner():
        foreign = clients.client(cast.elsewhere, "Fern", "Fremd")

    answer = miriam.post(RECORD, typed(olena, foreign))

    assert answer.status_code == 422
    assert "Fremd" not in answer.content.decode()


def test_planned_talk_becomes_a_recorded_one(cast, olena, miriam) -> None:
    with as_owner():
        planned = PlannedSession.objects.create(
            team=cast.north,
            counsellor=cast.miriam,
            client=olena,
            starts_at=timezone.now(),
            place="Rathaus",
        )

    page = miriam.get(RECORD, {"geplant": planned.pk})
    miriam.post(RECORD, typed(olena, planned=planned.pk))

    with as_owner():
        planned.refresh_from_db()
        talk = CounsellingSession.objects.get()
    assert page.context["form"]["place"].value() == "Rathaus"
    assert (planned.session, planned.outcome) == (talk, "held")


def test_draft_is_kept_offered_and_gone_after_saving(cast, olena, miriam) -> None:
    form = typed(olena, note="halb fertig")
    key = form["submission"]

    kept = miriam.post(f"/gespraeche/entwurf/gespraech/{key}", form)
    restored = miriam.get(RECORD, {"entwurf": key})
    miriam.post(RECORD, form)

    with as_owner():
        left = Draft.objects.count()
    assert kept.status_code == 204
    assert restored.context["form"]["note"].value() == "halb fertig"
    assert left == 0


def test_draft_of_somebody_else_is_not_shown(cast, olena, miriam) -> None:
    form = typed(olena, note="geheim")
    miriam.post(f"/gespraeche/entwurf/gespraech/{form['submission']}", form)

    page = signed_in(cast.jonas).get(RECORD, {"entwurf": form["submission"]})

    assert "geheim" not in page.content.decode()


def test_huge_draft_is_refused(olena, miriam) -> None:
    answer = miriam.post("/gespraeche/entwurf/gespraech/key", {"note": "x" * 50_000})

    assert answer.status_code == 413


def test_two_tabs_lead_to_a_choice_not_to_a_loss(cast, olena, miriam) -> None:
    miriam.post(RECORD, typed(olena))
    with as_owner():
        talk = CounsellingSession.objects.get()
    address = reverse("casework:session-correct", args=[talk.pk])
    miriam.post(address, typed(olena, version=1, minutes_usual="60"))

    second = miriam.post(address, typed(olena, version=1, minutes_usual="30", note="Neu."))

    assert second.status_code == 409
    assert second.context["theirs"] == [
        ("Minuten", "60", "30"),
        ("Notiz", "Mietvertrag mitgebracht.", "Neu."),
    ]
    merged = miriam.post(
        address, typed(olena, version=second.context["version"], minutes_usual="30", note="Neu.")
    )
    assert merged.status_code == 302


def test_outsider_finds_no_talk(cast, olena) -> None:
    with as_owner():
        talk = casework.session(cast.miriam, olena)

    insider = signed_in(cast.jonas).get(reverse("casework:session-detail", args=[talk.pk]))
    outsider = signed_in(cast.otto).get(reverse("casework:session-detail", args=[talk.pk]))

    assert (insider.status_code, outsider.status_code) == (200, 404)


def test_list_takes_the_same_queries_for_one_row_and_for_thirty(
    cast, olena, miriam, django_assert_num_queries
) -> None:
    with as_owner():
        casework.session(cast.miriam, olena)
    miriam.get("/gespraeche/")

    def queries() -> int:
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        with CaptureQueriesContext(connection) as captured:
            assert miriam.get("/gespraeche/").status_code == 200
        return len(captured)

    one = queries()
    with as_owner():
        for number in range(29):
            casework.session(cast.miriam, clients.client(cast.north, f"Nr{number}", "Beispiel"))
    thirty = queries()

    assert (one, thirty) == (one, one)
    assert one <= 15


def test_export_holds_the_rows_of_the_list(cast, olena, miriam) -> None:
    with as_owner():
        casework.session(cast.miriam, olena, minutes=30, channel="phone")
        casework.session(cast.miriam, olena, minutes=60, channel="office")

    answer = miriam.get("/gespraeche/export.csv?" + urlencode({"channel": "phone", "whose": "all"}))

    lines = answer.content.decode("utf-8-sig").splitlines()
    assert len(lines) == 2
    assert lines[1].split(";")[2:5] == ["Musterenko, Olena", "Telefon", "30"]


def test_forgotten_drafts_go_with_the_next_one(cast, olena, miriam) -> None:
    with as_owner():
        old = Draft.objects.create(account=cast.miriam, kind="session", key="old", fields={})
        Draft.objects.filter(pk=old.pk).update(saved_at=timezone.now() - dt.timedelta(days=15))
        Draft.objects.create(account=cast.miriam, kind="session", key="fresh", fields={})

    miriam.post("/gespraeche/entwurf/gespraech/new", {"note": "x"})

    with as_owner():
        assert set(Draft.objects.values_list("key", flat=True)) == {"fresh", "new"}
