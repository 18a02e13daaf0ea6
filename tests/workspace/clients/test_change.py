"""Changing a file, also when somebody else was quicker."""

import pytest
from django.urls import reverse

from geleit.clients.models import Client
from geleit.privacy.models import AuditEntry
from tests.conftest import as_owner


def url(client: Client) -> str:
    return reverse("workspace:client-change", args=[client.pk])


def filled(browser, client: Client) -> dict[str, object]:
    """The form as the browser would send it back unchanged."""
    answer = browser.get(url(client))
    assert answer.status_code == 200
    form = answer.context["form"]
    sent = {name: form[name].value() for name in form.fields}
    kept = {name: value for name, value in sent.items() if value not in (None, "", [], False)}
    return kept | {"version": str(answer.context["version"]), "base": answer.context["base"]}


def stored(client: Client) -> Client:
    with as_owner():
        return Client.objects.get(pk=client.pk)


@pytest.fixture
def jonas(cast, sign_in):
    return sign_in(cast.jonas)


def test_changed_file_holds_what_was_typed(miriam, olena) -> None:
    answer = miriam.post(url(olena), filled(miriam, olena) | {"given_name": "Olha", "sex": "f"})

    assert answer.url == reverse("workspace:client-details", args=[olena.pk])
    assert (stored(olena).given_name, stored(olena).sex, stored(olena).version) == ("Olha", "f", 2)


def test_form_sent_back_unchanged_changes_nothing(cast, miriam, olena) -> None:
    with as_owner():
        olena.citizenships, olena.languages = ["UA"], ["uk", "ru"]
        olena.birth_date, olena.birth_date_precision = "1990-01-01", "year"
        olena.save()

    miriam.post(url(olena), filled(miriam, olena))

    assert stored(olena).version == 1


def test_two_who_change_different_fields_are_asked_and_both_can_win(miriam, jonas, olena) -> None:
    mine, theirs = filled(miriam, olena), filled(jonas, olena)
    jonas.post(url(olena), theirs | {"phone": "0176 1"})

    asked = miriam.post(url(olena), mine | {"given_name": "Olha"})
    differences = {d.field: d for d in asked.context["differences"]}

    assert asked.status_code == 409
    assert {name: (d.mine, d.theirs, d.chosen) for name, d in differences.items()} == {
        "given_name": ("Olha", "Olena", "mine"),
        "phone": ("ohne Angabe", "0176 1", "theirs"),
    }
    answer = mine | {"given_name": "Olha", "merged": "2"}
    miriam.post(url(olena), answer | {"keep-given_name": "mine", "keep-phone": "theirs"})
    assert (stored(olena).given_name, stored(olena).phone, stored(olena).version) == (
        "Olha",
        "0176 1",
        3,
    )


def test_field_that_both_changed_is_left_open_and_must_be_chosen(miriam, jonas, olena) -> None:
    mine, theirs = filled(miriam, olena), filled(jonas, olena)
    jonas.post(url(olena), theirs | {"housing": "own_flat"})

    asked = miriam.post(url(olena), mine | {"housing": "shared"})
    unanswered = miriam.post(url(olena), mine | {"housing": "shared", "merged": "2"})

    (difference,) = asked.context["differences"]
    assert (difference.label, difference.mine, difference.theirs, difference.chosen) == (
        "Wohnform",
        "Gemeinschaftsunterkunft",
        "eigene Wohnung",
        "",
    )
    assert (unanswered.status_code, unanswered.context["is_incomplete"]) == (409, True)
    assert stored(olena).housing == "own_flat"


def test_third_change_in_between_asks_anew(miriam, jonas, olena) -> None:
    mine = filled(miriam, olena)
    jonas.post(url(olena), filled(jonas, olena) | {"housing": "own_flat"})
    jonas.post(url(olena), filled(jonas, olena) | {"housing": "facility"})

    answer = miriam.post(
        url(olena), mine | {"housing": "shared", "merged": "2", "keep-housing": "mine"}
    )

    assert answer.status_code == 409
    assert answer.context["differences"][0].theirs == "Heim oder Einrichtung"
    assert stored(olena).housing == "facility"


def test_both_typed_the_same_and_saving_again_is_fine(miriam, jonas, olena) -> None:
    mine = filled(miriam, olena) | {"housing": "shared"}
    jonas.post(url(olena), filled(jonas, olena) | {"housing": "shared"})

    asked = miriam.post(url(olena), mine)
    saved = miriam.post(url(olena), mine | {"merged": "2"})

    assert (asked.status_code, asked.context["differences"]) == (409, [])
    assert saved.status_code == 302
    assert stored(olena).version == 2


def test_birth_date_is_chosen_together_with_its_precision(miriam, jonas, olena) -> None:
    mine = filled(miriam, olena) | {"born": "1990"}
    jonas.post(url(olena), filled(jonas, olena) | {"born": "12.3.1991"})

    asked = miriam.post(url(olena), mine)
    miriam.post(url(olena), mine | {"merged": "2", "keep-birth_date": "theirs"})

    assert [d.field for d in asked.context["differences"]] == ["birth_date"]
    assert stored(olena).birth_date_precision == "day"


@pytest.mark.parametrize("broken", ["", "-1", "abc", "9" * 30])
def test_missing_version_is_taken_as_an_old_one(miriam, olena, broken) -> None:
    form = filled(miriam, olena) | {"given_name": "Olha", "version": broken, "base": "quatsch"}

    assert miriam.post(url(olena), form).status_code == 409
    assert stored(olena).given_name == "Olena"


def test_refused_change_keeps_what_was_typed(cast, miriam, olena) -> None:
    answer = miriam.post(
        url(olena), filled(miriam, olena) | {"given_name": "", "family_name": "", "street": "Weg 1"}
    )

    assert answer.status_code == 422
    assert answer.context["form"]["street"].value() == "Weg 1"
    assert stored(olena).version == 1


def test_lead_reads_but_does_not_change(cast, sign_in, olena) -> None:
    petra = sign_in(cast.petra)

    assert petra.get(url(olena)).status_code == 403
    assert petra.post(url(olena), {"given_name": "X", "version": "1"}).status_code == 403
    assert stored(olena).given_name == "Olena"


def test_history_shows_who_changed_what(cast, miriam, olena) -> None:
    miriam.post(url(olena), filled(miriam, olena) | {"given_name": "Olha", "housing": "shared"})

    (step,) = miriam.get(reverse("workspace:client-details", args=[olena.pk])).context["history"]

    with as_owner():
        assert AuditEntry.objects.filter(action="clients.client.changed").count() == 1
    assert (step.who, step.what) == ("Miriam Muster", "Angaben geändert")
    assert {(c.field, c.old, c.new) for c in step.changes} == {
        ("Vorname", "", "geändert"),
        ("Wohnform", "", "Gemeinschaftsunterkunft"),
    }


def test_draft_of_a_change_is_offered_and_restored_with_its_version(miriam, jonas, olena) -> None:
    key = f"person-{olena.pk}"
    typed = filled(miriam, olena) | {"street": "Weg 1"}
    miriam.post(reverse("casework:draft-keep", args=["person", key]), typed)
    jonas.post(url(olena), filled(jonas, olena) | {"phone": "1"})

    offered = miriam.get(url(olena)).context["kept"]
    restored = miriam.get(f"{url(olena)}?entwurf")

    assert offered.key == key
    assert restored.context["form"]["street"].value() == "Weg 1"
    assert restored.context["version"] == "1"
