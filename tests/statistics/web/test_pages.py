"""Pages of figures: who finds them, what they show, and what they cost."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.conftest import as_owner
from tests.factories import casework, clients

EVERYBODY = (
    "miriam",
    "samir",
    "petra",
    "greta",
    "kerstin",
    "ruth",
    "moritz",
    "dora",
    "adam",
    "otto",
    "nina",
)
QUERY = "?zeitraum=2026"


def addresses(cast) -> dict[str, str]:
    return {
        "own": reverse("statistics:mine"),
        "north": reverse("statistics:team-figures", args=[cast.north.pk]),
        "elsewhere": reverse("statistics:team-figures", args=[cast.elsewhere.pk]),
        "carrier": reverse("statistics:carrier-figures", args=[cast.carrier.slug]),
        "foreign": reverse("statistics:carrier-figures", args=[cast.elsewhere.organisation.slug]),
        "county": reverse("statistics:county-figures", args=[cast.county.slug]),
    }


FOUND = {
    "miriam": {"own", "north"},
    "samir": {"own"},
    "petra": {"north", "carrier"},
    "greta": {"north", "carrier"},
    "kerstin": {"north", "carrier", "county"},
    "otto": {"own", "elsewhere"},
}


@pytest.mark.parametrize("who", EVERYBODY)
def test_pages_and_workbooks_exist_for_who_may_see_them(cast, year, signed_in, who: str) -> None:
    browser = signed_in(who)

    pages = {
        name for name, url in addresses(cast).items() if browser.get(url + QUERY).status_code == 200
    }
    books = {
        name
        for name, url in addresses(cast).items()
        if browser.get(f"{url}kennzahlen.xlsx{QUERY}").status_code == 200
    }
    missing = {
        browser.get(addresses(cast)[name] + QUERY).status_code
        for name in addresses(cast).keys() - pages
    }

    assert pages == books == FOUND.get(who, set())
    assert missing <= {404, 302}


@pytest.mark.parametrize(
    ("who", "first"), [("petra", "north"), ("greta", "carrier"), ("kerstin", "county")]
)
def test_who_does_not_counsel_is_led_to_their_first_figures(
    cast, signed_in, who: str, first: str
) -> None:
    answer = signed_in(who).get("/kennzahlen/")

    assert (answer.status_code, answer["Location"]) == (302, addresses(cast)[first])


@pytest.mark.parametrize(
    ("who", "first"), [("petra", "carrier"), ("greta", "carrier"), ("kerstin", "county")]
)
def test_figures_of_the_organisation_lead_to_carrier_or_county(
    cast, signed_in, who: str, first: str
) -> None:
    answer = signed_in(who).get("/kennzahlen/traeger/")

    assert (answer.status_code, answer["Location"]) == (302, addresses(cast)[first])


@pytest.mark.parametrize("address", ["/kennzahlen/", "/kennzahlen/traeger/"])
def test_nobody_without_figures_finds_a_way_in(signed_in, address: str) -> None:
    assert {
        signed_in(who).get(address).status_code
        for who in ("ruth", "moritz", "dora", "adam", "nina")
    } == {404}


def numbers(html: str) -> dict[str, str]:
    """Key figures of a page by their name."""
    return dict(re.findall(r'<dt>([^<]*)</dt>\s*<dd class="numbers__value">([^<]*)</dd>', html))


def test_page_shows_the_figures_of_its_period(cast, year, signed_in) -> None:
    html = signed_in("greta").get(addresses(cast)["carrier"] + QUERY).content.decode()

    assert numbers(html) == {
        "Gespräche": "5",
        "Beratene Personen": "3",
        "Kurzkontakte": "1",
        "Gruppenangebote": "1",
        "Neue Fälle": "1",
        "Fortgeführte Fälle": "2",
        "Beendete Fälle": "1",
        "Aktive Fälle am Ende": "2",
        "Personen je Monat, zusammengezählt": "5",
        "Personen je Quartal, zusammengezählt": "5",
    }
    assert "vertraulich" not in html
    assert "Musterenko" not in html


def test_range_of_days_counts_only_those_days(cast, year, signed_in) -> None:
    url = addresses(cast)["carrier"] + "?von=2026-01-10&bis=2026-05-09"

    assert numbers(signed_in("greta").get(url).content.decode())["Gespräche"] == "2"


@pytest.mark.parametrize(
    ("query", "complaint"),
    [
        ("zeitraum=2026-99", "Die Adresse nennt keinen Zeitraum; gezeigt wird der laufende Monat."),
        ("zeitraum=1066", "Die Adresse nennt keinen Zeitraum; gezeigt wird der laufende Monat."),
        ("von=2026-05-01&bis=2026-04-30", "Der letzte Tag liegt vor dem ersten."),
        ("von=2026-05-01", "Bitte beide Tage angeben."),
        ("von=1999-01-01&bis=2026-04-30", "Kennzahlen gibt es ab 2017."),
    ],
)
def test_impossible_period_is_explained(signed_in, query: str, complaint: str) -> None:
    answer = signed_in("miriam").get(f"/kennzahlen/?{query}")

    assert answer.status_code == 200
    assert complaint in answer.content.decode()


def test_long_period_comes_first_without_figures_and_then_with_them(cast, year, signed_in) -> None:
    browser = signed_in("greta")
    url = addresses(cast)["carrier"] + "?von=2025-01-01&bis=2026-12-31"

    first = browser.get(url).content.decode()
    followed = browser.get(f"{url}&jetzt=1", headers={"HX-Request": "true"})
    without_script = browser.get(f"{url}&jetzt=1").content.decode()

    assert (
        numbers(first),
        f'hx-get="{"?von=2025-01-01&amp;bis=2026-12-31&amp;jetzt=1"}"' in first,
    ) == ({}, True)
    assert numbers(followed.content.decode())["Gespräche"] == "6"
    assert "<html" not in followed.content.decode()
    assert followed["Vary"].split(", ")[0] == "HX-Request"
    assert numbers(without_script) == numbers(followed.content.decode())
    assert "<html" in without_script


def test_links_lead_to_neighbouring_periods(cast, signed_in) -> None:
    html = signed_in("greta").get(addresses(cast)["carrier"] + "?zeitraum=2018-Q4").content.decode()

    assert re.findall(r'rel="(prev|next)" href="([^"]*)"', html) == [
        ("prev", "?zeitraum=2018-Q3"),
        ("next", "?zeitraum=2019-Q1"),
    ]


def test_nothing_before_the_programme_began(cast, signed_in) -> None:
    html = signed_in("greta").get(addresses(cast)["carrier"] + "?zeitraum=2017").content.decode()

    assert re.findall(r'rel="(prev|next)"', html) == ["next"]


@pytest.mark.parametrize(
    ("who", "name", "queries"),
    [
        ("miriam", "own", 12),
        ("petra", "north", 13),
        ("greta", "carrier", 13),
        ("kerstin", "county", 15),
    ],
)
def test_pages_cost_the_same_for_one_talk_and_thirty(cast, signed_in, who, name, queries) -> None:
    browser = signed_in(who)
    url = addresses(cast)[name] + QUERY
    with as_owner():
        casework.session(cast.miriam, clients.client(cast.north))
    browser.get(url)

    with CaptureQueriesContext(connection) as one:
        browser.get(url)
    with as_owner():
        for number in range(29):
            person = clients.client(cast.north, f"P{number}", counsellor=cast.jonas)
            casework.session(
                cast.jonas, person, channel="office", topics=["housing"], language="uk"
            )
            casework.case(person)
    with CaptureQueriesContext(connection) as thirty:
        browser.get(url)

    assert (len(one), len(thirty)) == (queries, queries)
