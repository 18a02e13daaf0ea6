"""The official tree as it was loaded."""

import pytest

from geleit.organisations.models import Organisation
from geleit.organisations.queries import tree_below


def test_tree_has_the_official_numbers(db) -> None:
    counts = {
        kind: Organisation.objects.filter(kind=kind).count()
        for kind in ("state", "granting_authority", "county", "municipality")
    }

    assert counts == {"state": 1, "granting_authority": 1, "county": 44, "municipality": 1103}
    assert Organisation.objects.filter(kind="municipality", is_inhabited=False).count() == 2
    assert Organisation.objects.filter(kind="county", county_kind="city").count() == 9


def test_every_municipality_lies_in_the_county_its_key_names(db) -> None:
    municipalities = Organisation.objects.filter(kind="municipality").select_related("parent")

    assert [m.name for m in municipalities if m.ags[:5] != m.parent.ags] == []


def test_names_are_those_people_use(db) -> None:
    names = Organisation.objects.filter(kind="municipality").values_list("name", flat=True)

    assert [name for name in names if name.count("(") != name.count(")") or "," in name] == []
    assert {"Stuttgart", "Wehr", "Villingen-Schwenningen", "Albbruck"} <= set(names)


def test_equal_names_are_told_apart_by_their_county(db) -> None:
    twice = Organisation.objects.filter(name="Altdorf", kind="municipality").order_by("slug")

    assert [o.slug for o in twice] == ["altdorf-boeblingen", "altdorf-esslingen"]


@pytest.mark.parametrize(
    ("slug", "size"), [("landkreis-waldshut", 33), ("landkreis-karlsruhe", 33)]
)
def test_tree_below_a_county_holds_it_and_its_municipalities(db, slug, size) -> None:
    county = Organisation.objects.get(slug=slug)

    assert tree_below([county.pk]).count() == size


def test_tree_below_reaches_every_depth_in_one_query(db, django_assert_num_queries) -> None:
    state = Organisation.objects.get(slug="baden-wuerttemberg")

    with django_assert_num_queries(1):
        assert tree_below([state.pk]).count() == 1 + 1 + 44 + 1103
