"""Languages and states by name and code."""

import pytest
from django.utils import translation

from geleit.clients import vocabulary
from geleit.gateway.caseload.values.countries import read_citizenships
from geleit.gateway.caseload.values.languages import read_languages


@pytest.mark.parametrize(
    ("reader", "names"),
    [("de", ["Tigrinya", "Dari", "Arabisch"]), ("en", ["Tigrinya", "Dari", "Arabic"])],
)
def test_languages_are_named_in_the_readers_language(reader, names) -> None:
    with translation.override(reader):
        assert [vocabulary.language_name(code) for code in ("ti", "prs", "ar")] == names


def test_rare_language_has_at_least_its_international_name() -> None:
    assert vocabulary.language_name("ssy") in {"Saho"}
    assert vocabulary.language_name("mzw") == "Deg"


def test_common_languages_come_first_and_none_twice() -> None:
    codes = [code for code, _name in vocabulary.language_choices(first=["ti", "sus"])]

    assert codes[:4] == ["", "ti", "sus", "ar"]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize(
    ("typed", "first"), [("kur", "kmr"), ("Dari", "prs"), ("pers", "fa"), ("türk", "tr")]
)
def test_language_is_found_by_the_beginning_of_any_word(typed, first) -> None:
    assert vocabulary.languages_beginning(typed)[0][0] == first


@pytest.mark.parametrize(
    ("typed", "first"), [("syr", "SY"), ("kos", "XK"), ("staatenlos", "XA"), ("eri", "ER")]
)
def test_state_is_found_by_its_beginning(typed, first) -> None:
    assert vocabulary.countries_beginning(typed)[0][0] == first


def test_nothing_typed_finds_nothing() -> None:
    assert vocabulary.languages_beginning(" ") == []
    assert vocabulary.countries_beginning("") == []


@pytest.mark.parametrize("code", ["XY", "", "ukraine", "DD", "sy"])
def test_invented_states_are_refused(code) -> None:
    assert not vocabulary.is_country(code)


def test_every_code_an_import_can_read_is_known_here() -> None:
    states = read_citizenships("Syrien, Kosovo, staatenlos, Eritrea")
    found = read_languages("Dari, Kurmandschi, Tigrinya, Aramäisch, Mandinka")

    assert all(map(vocabulary.is_country, states))
    assert all(map(vocabulary.is_language, found.codes))
