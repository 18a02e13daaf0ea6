"""The search in the top bar and its page; what fields are filled from."""

import re

import pytest
from django.urls import reverse

from tests.clients.people import household, person
from tests.conftest import as_owner

HITS, PAGE = reverse("workspace:search-hits"), reverse("workspace:search")


def labels(answer) -> list[str]:
    assert answer.status_code == 200
    return re.findall(r'data-label="([^"]*)"', answer.content.decode())


@pytest.fixture
def rahimis(cast):
    with as_owner():
        home = household(cast.north, "Familie Rahimi")
        person(cast.north, "Omid", "Rahimi", household=home)
        person(cast.south, "Fremde", "Rahimi")
        return home


def test_hits_are_people_then_households_with_their_addresses(miriam, rahimis) -> None:
    answer = miriam.get(HITS, {"q": "rahimi"}, headers={"HX-Request": "true"})

    assert labels(answer) == ["Omid Rahimi", "Familie Rahimi"]
    assert f'data-url="/haushalte/{rahimis.pk}/"' in answer.content.decode()


def test_page_finds_the_same_without_scripts(miriam, rahimis) -> None:
    answer = miriam.get(PAGE, {"q": "Рахими"})

    assert [hit["client"].display_name for hit in answer.context["people"]] == ["Omid Rahimi"]
    assert [hit["household"] for hit in answer.context["households"]] == [rahimis]


def test_outsiders_find_nobody(cast, rahimis, sign_in) -> None:
    assert labels(sign_in(cast.otto).get(HITS, {"q": "rahimi"})) == []
    for who in (cast.greta, cast.kerstin, cast.dora, cast.nina):
        assert sign_in(who).get(HITS, {"q": "rahimi"}).status_code == 404


@pytest.mark.parametrize("text", ["", " ", "\x00", "%", "x" * 5000, "<script>alert(1)</script>"])
def test_odd_texts_are_no_error_and_never_run(miriam, rahimis, text) -> None:
    for url in (HITS, PAGE):
        answer = miriam.get(url, {"q": text})
        assert answer.status_code == 200
        assert b"<script>alert" not in answer.content


def test_whoever_was_not_found_can_be_taken_up(miriam) -> None:
    answer = miriam.get(PAGE, {"q": "Olena A&B"})

    assert answer.context["register_url"] == "/personen/neu/?name=Olena+A%26B"


@pytest.mark.parametrize(
    ("name", "text", "first"),
    [
        ("language-options", "tig", "Tigrinya"),
        ("country-options", "erit", "Eritrea"),
        ("municipality-options", "tiengen", "Waldshut-Tiengen"),
        ("client-options", "omid", "Omid Rahimi"),
        ("household-options", "rahimi", "Familie Rahimi (1 Person)"),
    ],
)
def test_fields_are_filled_from_what_is_in_sight(miriam, rahimis, name, text, first) -> None:
    assert labels(miriam.get(reverse(f"clients:{name}"), {"q": text}))[0] == first


@pytest.mark.parametrize("name", ["client-options", "household-options"])
def test_fields_offer_nobody_out_of_sight(cast, rahimis, sign_in, name) -> None:
    assert labels(sign_in(cast.otto).get(reverse(f"clients:{name}"), {"q": "rahimi"})) == []
