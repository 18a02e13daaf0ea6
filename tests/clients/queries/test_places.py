"""Choosing a municipality."""

from geleit.clients.queries import places
from geleit.organisations.models import Organisation


def test_municipalities_of_the_own_county_come_first(cast, miriam) -> None:
    found = places.municipalities_beginning(miriam, "w", limit=30)

    counties = [place.county_id == cast.county.pk for place in found]
    assert counties == sorted(counties, reverse=True)
    assert found[0].county == "Landkreis Waldshut"


def test_municipality_elsewhere_is_found_by_its_name(cast, miriam) -> None:
    assert places.municipalities_beginning(miriam, "tubing")[0].name.startswith("Tübingen")
    assert places.municipalities_beginning(miriam, "tuebing")[0].name.startswith("Tübingen")


def test_second_word_of_a_name_is_enough(cast, miriam) -> None:
    assert "Waldshut-Tiengen" in [
        p.name for p in places.municipalities_beginning(miriam, "tiengen")
    ]


def test_near_ones_are_all_of_the_county(cast, miriam) -> None:
    inhabited = Organisation.objects.filter(
        parent=cast.county, kind="municipality", is_inhabited=True
    )

    assert {p.pk for p in places.municipalities_near(miriam)} == set(
        inhabited.values_list("pk", flat=True)
    )


def test_nobody_can_live_in_an_uninhabited_area(cast, miriam) -> None:
    assert len(places.municipalities()) == 1101
    assert places.municipality_named(cast.county.pk) is None


def test_whoever_has_no_team_is_near_nothing(cast) -> None:
    assert places.municipalities_near(cast.viewer(cast.nina)) == []
