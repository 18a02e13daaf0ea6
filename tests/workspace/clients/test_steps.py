"""Residence statuses, ending counselling and taking it up again; households."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from geleit.casework.models import Case
from geleit.clients.models import Client, ResidenceStatus
from tests.clients.people import household, person
from tests.conftest import as_owner

TODAY = timezone.localdate()


def test_status_is_added_corrected_and_removed(miriam, olena) -> None:
    add = reverse("workspace:residence-add", args=[olena.pk])
    miriam.post(add, {"kind": "temporary_24", "valid_until": "2027-03-04"})
    with as_owner():
        status = ResidenceStatus.objects.get()
    change = reverse("workspace:residence-change", args=[olena.pk, status.pk])

    page = miriam.get(change)
    miriam.post(change, {"kind": "temporary_24", "valid_until": "2028-03-04"})
    with as_owner():
        corrected = ResidenceStatus.objects.get().valid_until
    miriam.post(reverse("workspace:residence-remove", args=[olena.pk, status.pk]))

    assert page.context["form"].initial["valid_until"] == dt.date(2027, 3, 4)
    assert corrected == dt.date(2028, 3, 4)
    with as_owner():
        assert ResidenceStatus.objects.count() == 0


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"kind": "visa"},
        {"kind": "other", "valid_from": "2027-01-02", "valid_until": "2027-01-01"},
        {"kind": "other", "valid_until": "bald"},
        {"kind": "other", "valid_until": "9999-01-01"},
    ],
)
def test_impossible_status_is_refused(miriam, olena, sent) -> None:
    answer = miriam.post(reverse("workspace:residence-add", args=[olena.pk]), sent)

    assert answer.status_code == 422
    with as_owner():
        assert ResidenceStatus.objects.count() == 0


def test_status_of_another_file_is_not_found(cast, miriam, olena) -> None:
    with as_owner():
        other = ResidenceStatus.objects.create(client=person(cast.north, "Andere"), kind="other")
        foreign = ResidenceStatus.objects.create(client=person(cast.south), kind="other")

    for status in (other, foreign):
        arguments = [olena.pk, status.pk]
        assert miriam.get(reverse("workspace:residence-change", args=arguments)).status_code == 404
        assert miriam.post(reverse("workspace:residence-remove", args=arguments)).status_code == 404
    with as_owner():
        assert ResidenceStatus.objects.count() == 2


def test_counselling_ends_with_a_reason_and_is_taken_up_again(miriam, olena) -> None:
    end = reverse("workspace:case-end", args=[olena.pk])
    begin = reverse("workspace:case-begin", args=[olena.pk])

    miriam.post(end, {"reason": "moved", "ended_on": TODAY.isoformat()})
    with as_owner():
        ended = Case.objects.get()
    file = miriam.get(reverse("workspace:client-file", args=[olena.pk]))
    miriam.post(begin, {"started_on": TODAY.isoformat()})

    assert (ended.ended_on, ended.end_reason) == (TODAY, "moved")
    assert [note["title"] for note in file.context["notes"]] == ["Die Beratung ist beendet"]
    with as_owner():
        assert Case.objects.filter(ended_on=None).count() == 1


@pytest.mark.parametrize(
    "sent",
    [
        {"ended_on": "2026-05-01"},
        {"reason": "laune", "ended_on": "2026-05-01"},
        {"reason": "moved", "ended_on": "2020-05-01"},
        {"reason": "moved", "ended_on": "2999-01-01"},
    ],
)
def test_impossible_end_is_refused(miriam, olena, sent) -> None:
    assert miriam.post(reverse("workspace:case-end", args=[olena.pk]), sent).status_code == 422
    with as_owner():
        assert Case.objects.get().ended_on is None


def test_counselling_that_goes_on_is_not_begun_twice(miriam, olena) -> None:
    begin = reverse("workspace:case-begin", args=[olena.pk])

    assert miriam.post(begin, {"started_on": TODAY.isoformat()}).status_code == 302
    with as_owner():
        assert Case.objects.count() == 1


def test_end_opens_as_a_dialog_for_scripts_and_as_a_page_without(miriam, olena) -> None:
    end = reverse("workspace:case-end", args=[olena.pk])

    assert b"<html" in miriam.get(end).content
    assert b"<html" not in miriam.get(end, headers={"HX-Request": "true"}).content


def test_household_page_shows_members_and_takes_in_and_out(cast, miriam, olena) -> None:
    with as_owner():
        home = household(cast.north)
    detail = reverse("workspace:household-detail", args=[home.pk])

    miriam.post(
        reverse("workspace:household-join", args=[home.pk]), {"client": olena.pk, "role": "adult"}
    )
    members = [m["client"] for m in miriam.get(detail).context["members"]]
    miriam.post(reverse("workspace:household-leave", args=[home.pk, olena.pk]))

    assert members == [olena]
    with as_owner():
        assert Client.objects.get(pk=olena.pk).household is None


def test_member_of_another_team_cannot_join(cast, miriam) -> None:
    with as_owner():
        home, foreign = household(cast.north), person(cast.south)

    answer = miriam.post(
        reverse("workspace:household-join", args=[home.pk]), {"client": foreign.pk, "role": ""}
    )

    assert answer.status_code == 422
    with as_owner():
        assert Client.objects.filter(household=home).count() == 0


def test_household_is_renamed(cast, miriam) -> None:
    with as_owner():
        home = household(cast.north)
    url = reverse("workspace:household-change", args=[home.pk])

    refused = miriam.post(url, {"name": " "})
    miriam.post(url, {"name": "WG Bergstraße", "reference": "F-9"})

    home.refresh_from_db()
    assert refused.status_code == 422
    assert (home.name, home.reference) == ("WG Bergstraße", "F-9")


def test_outsiders_find_no_household(cast, miriam, sign_in) -> None:
    with as_owner():
        home = household(cast.north)
    url = reverse("workspace:household-detail", args=[home.pk])

    assert miriam.get(url).status_code == 200
    for who in (cast.samir, cast.otto, cast.greta, cast.nina):
        assert sign_in(who).get(url).status_code == 404


def test_lead_reads_a_household_without_ways_to_change_it(cast, sign_in) -> None:
    with as_owner():
        home = household(cast.north)
    petra = sign_in(cast.petra)

    assert petra.get(reverse("workspace:household-detail", args=[home.pk])).status_code == 200
    assert petra.get(reverse("workspace:household-change", args=[home.pk])).status_code == 404
