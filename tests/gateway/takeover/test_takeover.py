"""From a list to people in the files."""

import datetime as dt
from io import BytesIO
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from geleit.casework.models import Case, CounsellingSession, Note
from geleit.clients.models import Client, Household, ResidenceStatus
from geleit.gateway import actions
from geleit.gateway.caseload.rows import read_caseload
from geleit.privacy.models import AuditEntry
from geleit.runtime import row_security
from tests.cast import Cast
from tests.conftest import as_owner
from tests.gateway.caseload.messy_list import messy_list
from tests.gateway.caseload.workbooks import HEADINGS, workbook

MORE = [
    *HEADINGS,
    "Aktenzeichen",
    "Familien-Nr.",
    "Haushaltsmitglieder",
    "letzte Beratung",
    "Bemerkung",
]


@pytest.fixture
def miriam(cast: Cast):
    viewer = cast.viewer(cast.miriam)
    row_security.enter(viewer.sight())
    return viewer


def taken(viewer, cast: Cast, content: bytes) -> dict[str, Any]:
    """Take a list over into team Nord; what came of it."""
    caseload = read_caseload(BytesIO(content), "liste.xlsx")
    planned = actions.plan(viewer, cast.north, caseload)
    said = actions.summary(planned)
    actions.take_over(actor=viewer, team=cast.north, planned=planned)
    return said


def listed(*rows: list[Any]) -> bytes:
    return workbook([MORE, *rows])


def line(name: str, given: str, born: Any = None, **more: Any) -> list[Any]:
    values = {"Name": name, "Vorname": given, "Geb.-Datum": born} | more
    return [values.get(heading) for heading in MORE]


def test_row_becomes_a_person_with_status_and_case(cast, miriam) -> None:
    content = listed(
        line("Muster", "Anna", "1.2.1990", **{
            "Staatsangehörigkeit": "syrisch", "Aufenthaltsstatus": "Duldung", "Telefon": "0171 1234567",
            "Gemeinde": "Laufenburg (Baden)", "Aktenzeichen": "WT-1",
        })
    )  # fmt: skip

    said = taken(miriam, cast, content)

    person = Client.objects.get()
    assert (said["rows_read"], said["clients_created"], said["errors"]) == (1, 1, [])
    assert (person.display_name, person.birth_date, person.citizenships) == (
        "Anna Muster",
        dt.date(1990, 2, 1),
        ["SY"],
    )
    assert (person.file_number, person.counsellor, person.team) == ("WT-1", cast.miriam, cast.north)
    assert ResidenceStatus.objects.get().kind == "toleration_60a"
    assert Case.objects.get().client == person


def test_same_list_again_changes_nothing(cast, miriam) -> None:
    content = messy_list().content
    first = taken(miriam, cast, content)
    before = AuditEntry.objects.count(), Client.objects.count(), Household.objects.count()

    second = taken(miriam, cast, content)

    assert (AuditEntry.objects.count(), Client.objects.count(), Household.objects.count()) == before
    assert second["clients_created"] == second["households_created"] == 0
    assert second["clients_unchanged"] == first["clients_created"] + first["clients_unchanged"]


def test_messy_list_takes_every_good_row_and_leaves_out_the_faulty(cast, miriam) -> None:
    said = taken(miriam, cast, messy_list().content)

    assert said["rows_read"] == 200
    assert {error["row"] for error in said["errors"]} == {12, 57, 89, 130, 162, 211}
    numbers = set(Client.objects.exclude(file_number="").values_list("file_number", flat=True))
    assert len(numbers) == 194
    assert {f"M-{n:03}" for n in (7, 50, 81, 120, 150, 199)} & numbers == set()


def test_household_column_makes_members_who_are_not_taken_up_twice(cast, miriam) -> None:
    content = listed(
        line(
            "Al-Muster",
            "Omar",
            "3.4.1985",
            Haushaltsmitglieder="Ehefrau: Fatima (1990), Kinder: Ali 2012, Sara 2015",
        ),
        line("Al-Muster", "Fatima", "12.3.1990"),
    )

    said = taken(miriam, cast, content)

    family = Household.objects.get()
    members = family.members.order_by("given_name").values_list("given_name", "household_role")
    assert said["households_created"] == 1
    assert list(members) == [
        ("Ali", "child"),
        ("Fatima", "partner"),
        ("Omar", ""),
        ("Sara", "child"),
    ]
    assert Client.objects.get(given_name="Fatima").birth_date == dt.date(1990, 3, 12)


def test_family_number_joins_rows_to_one_household(cast, miriam) -> None:
    content = listed(
        line("Muster", "Anna", 1990, **{"Familien-Nr.": "F1"}),
        line("Muster", "Ben", 2012, **{"Familien-Nr.": "F1"}),
        line("Probst", "Cem", 1980, **{"Familien-Nr.": "F2"}),
    )

    said = taken(miriam, cast, content)

    assert said["households_created"] == 2
    assert [h.members.count() for h in Household.objects.order_by("reference")] == [2, 1]


def test_list_that_grew_adds_only_the_new_rows(cast, miriam) -> None:
    anna, ben = line("Muster", "Anna", "1.2.1990"), line("Probst", "Ben", "1.3.1991")
    taken(miriam, cast, listed(anna))

    said = taken(miriam, cast, listed(ben, anna))

    assert (said["clients_created"], said["clients_unchanged"]) == (1, 1)


def test_two_people_of_the_same_name_without_birth_date_are_two(cast, miriam) -> None:
    content = listed(line("Muster", "Ali"), line("Muster", "Ali"))

    first = taken(miriam, cast, content)
    second = taken(miriam, cast, content)

    assert (first["clients_created"], second["clients_created"], second["clients_unchanged"]) == (
        2,
        0,
        2,
    )


def test_person_listed_twice_is_taken_up_once(cast, miriam) -> None:
    said = taken(
        miriam, cast, listed(line("Muster", "Ali", "1.2.1990"), line("Muster", "Ali", "01.02.1990"))
    )

    assert (said["clients_created"], said["clients_unchanged"]) == (1, 1)


def test_other_spelling_is_reported_as_likely_the_same(cast, miriam) -> None:
    taken(miriam, cast, listed(line("Musterenko", "Mohammed", "1.2.1990")))

    said = taken(miriam, cast, listed(line("Musterenko", "Muhammad", "1.2.1990")))

    assert said["likely_duplicates"] == 1


def test_files_of_another_carrier_are_not_matched(cast, miriam) -> None:
    with as_owner():
        from tests.factories import clients

        clients.client(
            cast.elsewhere,
            "Ali",
            "Muster",
            birth_date=dt.date(1990, 2, 1),
            birth_date_precision="day",
        )

    said = taken(miriam, cast, listed(line("Muster", "Ali", "1.2.1990")))

    assert (said["clients_created"], said["likely_duplicates"]) == (1, 0)


def test_file_number_of_somebody_else_keeps_the_row_out(cast, miriam) -> None:
    taken(miriam, cast, listed(line("Muster", "Ali", "1.2.1990", Aktenzeichen="7")))

    said = taken(miriam, cast, listed(line("Kovalenko", "Olena", "5.6.1980", Aktenzeichen="7")))

    assert said["clients_created"] == 0
    assert [(e["row"], e["column"]) for e in said["errors"]] == [(2, "H")]


def test_last_talk_and_remarks_are_kept_but_not_counted(cast, miriam) -> None:
    content = listed(
        line(
            "Muster",
            "Anna",
            1990,
            **{"letzte Beratung": dt.date(2026, 3, 4), "Bemerkung": "wartet auf Kitaplatz"},
        )
    )

    taken(miriam, cast, content)

    talk = CounsellingSession.objects.get()
    assert (talk.held_on, talk.is_counted, talk.counsellor) == (
        dt.date(2026, 3, 4),
        False,
        cast.miriam,
    )
    assert Note.objects.get().text == "wartet auf Kitaplatz"


def test_unknown_place_is_kept_with_the_address(cast, miriam) -> None:
    taken(miriam, cast, listed(line("Muster", "Anna", 1990, Gemeinde="Musterdorf")))

    person = Client.objects.get()
    assert (person.municipality, person.street) == (None, "Musterdorf")


def test_every_new_person_leaves_its_audit_entries(cast, miriam) -> None:
    taken(miriam, cast, listed(line("Muster", "Anna", 1990), line("Probst", "Ben", 1991)))

    actions_seen = AuditEntry.objects.order_by("action").values_list("action", flat=True)
    assert list(actions_seen) == ["casework.case.opened"] * 2 + ["clients.client.registered"] * 2


def test_team_lead_cannot_take_over(cast) -> None:
    petra = cast.viewer(cast.petra)
    row_security.enter(petra.sight())

    with pytest.raises(PermissionDenied):
        taken(petra, cast, listed(line("Muster", "Anna", 1990)))
