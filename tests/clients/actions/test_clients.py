"""Taking up people and changing their files."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied

from geleit.clients import actions
from geleit.clients.actions import ClientFacts, InvalidFacts
from geleit.clients.models import Client
from geleit.organisations.models import Organisation
from geleit.privacy.models import AuditEntry
from geleit.runtime import row_security
from tests.conftest import as_owner
from tests.factories import clients

OLENA = ClientFacts(given_name="Olena", family_name="Musterenko")


def register(cast, miriam, facts=OLENA) -> Client:
    return actions.register_client(actor=miriam, team_id=cast.north.pk, facts=facts)


def refused(cast, miriam, **facts) -> set[str]:
    with pytest.raises(InvalidFacts) as refusal:
        register(cast, miriam, ClientFacts(**({"family_name": "Musterenko"} | facts)))
    return set(refusal.value.errors)


def test_registered_client_holds_tidied_facts(cast, miriam) -> None:
    facts = ClientFacts(
        given_name="  Olena\u00a0 Iryna ", family_name="Musterenko\x00", phone=" 0176\t123 "
    )

    made = register(cast, miriam, facts)

    stored = Client.objects.get(pk=made.pk)
    assert (stored.given_name, stored.family_name, stored.phone) == (
        "Olena Iryna",
        "Musterenko",
        "0176 123",
    )


def test_registered_client_can_be_found_and_sorted(cast, miriam) -> None:
    made = register(
        cast, miriam, ClientFacts(given_name="Jürgen", family_name="Weiß", phone="+49 176/123 45")
    )

    assert made.search_text == " juergen jurgen weiss 017612345 "
    assert made.sort_key == "weiss  jurgen"


def test_registering_leaves_exactly_one_audit_entry_without_the_name(cast, miriam) -> None:
    made = register(cast, miriam)

    assert list(AuditEntry.objects.values_list("action", "object_id", "team_id", "changes")) == [
        ("clients.client.registered", made.pk, cast.north.pk, {})
    ]


def test_one_name_is_enough(cast, miriam) -> None:
    made = register(cast, miriam, ClientFacts(given_name="Madonna"))

    assert made.display_name == "Madonna"


def test_nobody_is_taken_up_without_a_name(cast, miriam) -> None:
    with pytest.raises(InvalidFacts) as refusal:
        register(cast, miriam, ClientFacts(given_name=" \u00a0 "))

    assert set(refusal.value.errors) == {"family_name"}


@pytest.mark.parametrize(
    ("precision", "stored"),
    [
        ("", (dt.date(1990, 5, 17), "day")),
        ("month", (dt.date(1990, 5, 1), "month")),
        ("year", (dt.date(1990, 1, 1), "year")),
        ("estimated", (dt.date(1990, 5, 17), "estimated")),
    ],
)
def test_birth_date_is_stored_as_far_as_it_is_known(cast, miriam, precision, stored) -> None:
    facts = ClientFacts(
        family_name="A", birth_date=dt.date(1990, 5, 17), birth_date_precision=precision
    )

    made = register(cast, miriam, facts)

    assert (made.birth_date, made.birth_date_precision) == stored


def test_precision_without_a_date_says_nothing(cast, miriam) -> None:
    made = register(cast, miriam, ClientFacts(family_name="A", birth_date_precision="year"))

    assert (made.birth_date, made.birth_date_precision) == (None, "")


def test_language_of_counselling_is_among_the_languages(cast, miriam) -> None:
    facts = ClientFacts(family_name="A", counselling_language="ti", languages=("am", "ti", "am"))

    made = register(cast, miriam, facts)

    assert made.languages == ["ti", "am"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("citizenships", ("XY",)),
        ("citizenships", ("UA",) * 1 + ("UA", "SY", "AF", "IQ", "TR", "ER", "GM")),
        ("languages", ("klingon",)),
        ("counselling_language", "zzz"),
        ("sex", "x"),
        ("interpreting", "sometimes"),
        ("housing", "castle"),
        ("birth_date_precision", "roughly"),
        ("email", "keine"),
        ("given_name", "A" * 121),
        ("street", "A" * 100_000),
        ("birth_date", dt.date(1850, 1, 1)),
        ("birth_date", dt.date(2999, 1, 1)),
        ("arrived_on", dt.date(215, 1, 1)),
    ],
)
def test_what_cannot_be_is_refused(cast, miriam, field, value) -> None:
    extra = {"birth_date": dt.date(1990, 1, 1)} if field == "birth_date_precision" else {}

    assert field in refused(cast, miriam, **extra, **{field: value})
    assert Client.objects.count() == 0


def test_household_of_another_team_is_refused(cast, miriam) -> None:
    with as_owner():
        foreign = clients.household(cast.south)

    assert refused(cast, miriam, household_id=foreign.pk) == {"household_id"}


def test_counsellor_of_another_team_is_refused(cast, miriam) -> None:
    assert refused(cast, miriam, counsellor_id=cast.samir.pk) == {"counsellor_id"}


def test_county_is_no_municipality(cast, miriam) -> None:
    assert refused(cast, miriam, municipality_id=cast.county.pk) == {"municipality_id"}


def test_municipality_may_lie_in_any_county(cast, miriam) -> None:
    place = Organisation.objects.filter(kind="municipality").exclude(parent=cast.county).first()

    made = register(cast, miriam, ClientFacts(family_name="A", municipality_id=place.pk))

    assert made.municipality == place


def test_file_number_is_unique_in_the_team_only(cast, miriam) -> None:
    with as_owner():
        clients.client(cast.south, file_number="7")

    register(cast, miriam, ClientFacts(family_name="A", file_number="7"))

    assert refused(cast, miriam, file_number="7 ") == {"file_number"}


@pytest.mark.parametrize("who", ["petra", "samir", "greta", "kerstin", "dora", "adam", "nina"])
def test_only_those_who_counsel_in_the_team_take_somebody_up(cast, who) -> None:
    viewer = cast.viewer(getattr(cast, who))
    row_security.enter(viewer.sight())

    with pytest.raises(PermissionDenied):
        register(cast, viewer)


def test_change_keeps_which_fields_changed_but_no_free_text(cast, miriam) -> None:
    made = register(cast, miriam)
    facts = ClientFacts(
        given_name="Olha",
        family_name="Musterenko",
        sex="f",
        birth_date=dt.date(1990, 3, 12),
        safe_contact="nie per Brief",
    )

    actions.change_client(actor=miriam, client=made, version=1, facts=facts)

    entry = AuditEntry.objects.get(action="clients.client.changed")
    assert entry.changes == {
        "given_name": "changed",
        "sex": ["", "f"],
        "birth_date": "changed",
        "birth_date_precision": ["", "day"],
        "safe_contact": "changed",
    }


def test_changed_name_is_found_under_the_new_spelling(cast, miriam) -> None:
    made = register(cast, miriam)

    actions.change_client(
        actor=miriam, client=made, version=1, facts=ClientFacts(family_name="Öztürk")
    )

    stored = Client.objects.get(pk=made.pk)
    assert (stored.search_text, stored.sort_key) == (" oeztuerk ozturk ", "ozturk")


def test_change_of_a_changed_file_is_refused(cast, miriam) -> None:
    made = register(cast, miriam)
    actions.change_client(actor=miriam, client=made, version=1, facts=ClientFacts(family_name="B"))

    with pytest.raises(actions.StaleVersion):
        actions.change_client(
            actor=miriam, client=made, version=1, facts=ClientFacts(family_name="C")
        )
    assert Client.objects.get(pk=made.pk).family_name == "B"


def test_saving_without_difference_leaves_no_trace(cast, miriam) -> None:
    made = register(cast, miriam)

    actions.change_client(actor=miriam, client=made, version=1, facts=ClientFacts.of(made))

    assert Client.objects.get(pk=made.pk).version == 1
    assert AuditEntry.objects.count() == 1


def test_colleague_who_left_the_team_stays_in_the_file_until_it_is_changed(cast, miriam) -> None:
    with as_owner():
        made = clients.client(cast.north, counsellor=cast.samir)

    facts = ClientFacts(family_name="Neu", counsellor_id=cast.samir.pk)
    actions.change_client(actor=miriam, client=made, version=1, facts=facts)

    assert Client.objects.get(pk=made.pk).counsellor == cast.samir


def test_lead_sees_a_file_but_does_not_change_it(cast, miriam) -> None:
    made = register(cast, miriam)
    petra = cast.viewer(cast.petra)
    row_security.enter(petra.sight())

    assert Client.objects.filter(pk=made.pk).exists()
    with pytest.raises(PermissionDenied):
        actions.change_client(
            actor=petra, client=made, version=1, facts=ClientFacts(family_name="B")
        )
