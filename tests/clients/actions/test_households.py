"""Forming households, joining and leaving them."""

import pytest
from django.core.exceptions import PermissionDenied

from geleit.clients import actions
from geleit.clients.actions import ClientFacts, InvalidFacts
from geleit.clients.models import Client, Household
from geleit.privacy.models import AuditEntry
from tests.conftest import as_owner
from tests.factories import clients


@pytest.fixture
def family(cast, miriam) -> Household:
    return actions.form_household(actor=miriam, team_id=cast.north.pk, name=" Familie  Rahimi ")


@pytest.fixture
def omid(cast, miriam) -> Client:
    facts = ClientFacts(given_name="Omid", family_name="Rahimi")
    return actions.register_client(actor=miriam, team_id=cast.north.pk, facts=facts)


def trail() -> list[str]:
    return list(AuditEntry.objects.order_by("pk").values_list("action", flat=True))


def test_formed_household_has_a_tidy_name_and_can_be_found(family) -> None:
    assert (family.name, family.search_text) == ("Familie Rahimi", " familie rahimi ")
    assert trail() == ["clients.household.formed"]


def test_household_needs_a_name(cast, miriam) -> None:
    with pytest.raises(InvalidFacts) as refusal:
        actions.form_household(actor=miriam, team_id=cast.north.pk, name="  ")

    assert set(refusal.value.errors) == {"name"}


def test_family_number_is_unique_in_the_team(cast, miriam) -> None:
    actions.form_household(actor=miriam, team_id=cast.north.pk, name="A", reference="F1")

    with pytest.raises(InvalidFacts) as refusal:
        actions.form_household(actor=miriam, team_id=cast.north.pk, name="B", reference="F1")
    assert set(refusal.value.errors) == {"reference"}


def test_renamed_household_is_found_under_the_new_name(miriam, family) -> None:
    actions.rename_household(actor=miriam, household=family, name="WG Bahnhofstraße")

    assert Household.objects.get().search_text == " wg bahnhofstrasse "
    assert trail() == ["clients.household.formed", "clients.household.renamed"]


def test_member_joins_with_a_role_and_leaves_again(miriam, family, omid) -> None:
    actions.add_member(actor=miriam, household=family, client=omid, role="child")
    joined = Client.objects.get(pk=omid.pk)
    actions.leave_household(actor=miriam, client=omid)
    left = Client.objects.get(pk=omid.pk)

    assert (joined.household, joined.household_role) == (family, "child")
    assert (left.household, left.household_role) == (None, "")
    assert trail()[-2:] == ["clients.household.joined", "clients.household.left"]


def test_client_of_another_team_cannot_join(cast, miriam, family) -> None:
    with as_owner():
        foreign = clients.client(cast.south)

    with pytest.raises(Client.DoesNotExist):
        actions.add_member(actor=miriam, household=family, client=foreign)


def test_household_of_another_team_cannot_be_changed(cast, miriam) -> None:
    with as_owner():
        foreign = clients.household(cast.south)

    with pytest.raises(PermissionDenied):
        actions.rename_household(actor=miriam, household=foreign, name="X")
