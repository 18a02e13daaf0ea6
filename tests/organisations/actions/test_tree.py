"""Founding and renaming carriers and associations."""

import pytest
from django.core.exceptions import PermissionDenied

from geleit.organisations.actions import tree
from geleit.organisations.choices import LegalRegime, OrganisationKind
from geleit.organisations.models import AssociationMember, Organisation
from geleit.privacy.models import AuditEntry


def found(actor, kind=OrganisationKind.CARRIER, name="Träger Neu", parent="landkreis-waldshut"):
    return tree.found_organisation(
        actor=actor,
        kind=kind,
        name=name,
        parent=Organisation.objects.get(slug=parent),
        legal_regime=LegalRegime.PRIVATE,
    )


def entries() -> list[tuple]:
    return list(AuditEntry.objects.order_by("pk").values_list("action", "object_id", "changes"))


def test_founded_carrier_stands_in_the_tree_and_in_the_trail(administrator_of) -> None:
    actor = administrator_of("landkreis-waldshut")

    made = found(actor, name="Größe & Würde e. V.")

    assert (made.kind, made.slug, made.legal_regime) == ("carrier", "groesse-wuerde-e-v", "private")
    assert made.parent.slug == "landkreis-waldshut"
    assert entries() == [("organisations.organisation.founded", made.pk, {})]


def test_equal_names_in_two_counties_get_different_short_names(state) -> None:
    first = found(state, name="Caritas Beispiel")
    second = found(state, name="Caritas Beispiel", parent="landkreis-karlsruhe")

    assert (first.slug, second.slug) == ("caritas-beispiel", "caritas-beispiel-2")


def test_equal_names_in_one_place_are_refused(state) -> None:
    found(state)

    with pytest.raises(tree.NameTaken):
        found(state, name="träger neu")


@pytest.mark.parametrize("kind", ["state", "granting_authority", "county", "municipality"])
def test_public_bodies_come_from_the_official_list_only(state, kind) -> None:
    with pytest.raises(PermissionDenied):
        found(state, kind=OrganisationKind(kind))


@pytest.mark.parametrize("parent", ["landkreis-karlsruhe", "baden-wuerttemberg", "rp-stuttgart"])
def test_nobody_founds_outside_the_own_tree(administrator_of, parent) -> None:
    actor = administrator_of("landkreis-waldshut")

    with pytest.raises(PermissionDenied):
        found(actor, parent=parent)


def test_carrier_does_not_found_below_itself(cast, administrator_of) -> None:
    actor = administrator_of(cast.carrier.slug)

    with pytest.raises(PermissionDenied):
        found(actor, parent=cast.carrier.slug)


@pytest.mark.parametrize(
    "name", ["miriam", "petra", "greta", "kerstin", "ruth", "moritz", "dora", "otto", "nina"]
)
def test_only_administrators_found(cast, name) -> None:
    with pytest.raises(PermissionDenied):
        found(cast.viewer(getattr(cast, name)))


def test_renamed_carrier_keeps_its_short_name(cast, administrator_of) -> None:
    actor = administrator_of(cast.carrier.slug)

    for _ in range(2):
        tree.rename_organisation(
            actor=actor,
            organisation=cast.carrier,
            name="Träger Oberrhein",
            legal_regime=LegalRegime.CATHOLIC,
        )

    cast.carrier.refresh_from_db()
    assert (cast.carrier.name, cast.carrier.slug) == ("Träger Oberrhein", "traeger-hochrhein")
    assert entries() == [
        (
            "organisations.organisation.renamed",
            cast.carrier.pk,
            {
                "name": ["Träger Hochrhein", "Träger Oberrhein"],
                "legal_regime": ["private", "catholic"],
            },
        )
    ]


def test_public_bodies_keep_their_name(state) -> None:
    with pytest.raises(PermissionDenied):
        tree.rename_organisation(
            actor=state,
            organisation=Organisation.objects.get(slug="wehr"),
            name="Weer",
            legal_regime=LegalRegime.PUBLIC,
        )


def test_joining_and_leaving_an_association_leaves_one_entry_each(state) -> None:
    association = found(state, OrganisationKind.ASSOCIATION, "Verbund Neu")
    state = _again(state)
    wehr = Organisation.objects.get(slug="wehr")

    for _ in range(2):
        tree.join_association(actor=state, association=association, municipality=wehr)
    joined = AssociationMember.objects.count()
    for _ in range(2):
        tree.leave_association(actor=state, association=association, municipality=wehr)

    assert (joined, AssociationMember.objects.count()) == (1, 0)
    assert [action for action, _pk, _changes in entries()] == [
        "organisations.organisation.founded",
        "organisations.association.joined",
        "organisations.association.left",
    ]


def test_only_municipalities_join_only_associations(state, cast) -> None:
    association = found(state, OrganisationKind.ASSOCIATION, "Verbund Neu")
    state = _again(state)

    with pytest.raises(tree.NotAMunicipality):
        tree.join_association(actor=state, association=association, municipality=cast.county)
    with pytest.raises(PermissionDenied):
        tree.join_association(
            actor=state,
            association=cast.carrier,
            municipality=Organisation.objects.get(slug="wehr"),
        )


def test_association_of_another_tree_is_out_of_reach(state, administrator_of) -> None:
    association = found(state, OrganisationKind.ASSOCIATION, "Verbund Neu")
    other = administrator_of("landkreis-karlsruhe")

    with pytest.raises(PermissionDenied):
        tree.join_association(
            actor=other, association=association, municipality=Organisation.objects.get(slug="wehr")
        )


def _again(viewer):
    from geleit.people.models import Account
    from geleit.people.queries import viewer_of
    from tests.cast import TODAY

    return viewer_of(Account.objects.get(pk=viewer.account_id), TODAY)
