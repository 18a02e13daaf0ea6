"""Figures for programs: the keys others rely on, and that all of them are documented."""

import json
import re
from pathlib import Path

import pytest

from geleit.statistics.exports.plain import plain_figures
from geleit.statistics.periods import Period
from geleit.statistics.queries import scopes
from geleit.statistics.queries.figures import figures

REFERENCE = Path(__file__).resolve().parents[3] / "docs" / "reference" / "figures.md"


@pytest.fixture
def plain(cast, year, looking) -> dict:
    scope = scopes.carrier_scope(looking("greta"), cast.carrier)
    return plain_figures(figures(scope, Period.from_code("2026"), detailed=True))


def test_figures_have_stable_keys(plain) -> None:
    assert {key: value for key, value in plain.items() if isinstance(value, int | str)} == {
        "from": "2026-01-01",
        "to": "2026-12-31",
        "talks": 5,
        "minutes": 110,
        "talks_without_minutes": 1,
        "talks_not_counted": 1,
        "distinct_persons": 3,
        "short_contacts": 1,
        "short_contact_minutes": 5,
        "group_events": 1,
        "group_event_minutes": 90,
        "group_heads": 12,
        "cases_new": 1,
        "cases_continued": 2,
        "cases_ended": 1,
        "cases_active": 2,
    }
    assert plain["organisation"] == {"slug": "traeger-hochrhein", "name": "Träger Hochrhein"}
    assert plain["persons_per_period"] == {"month": 5, "quarter": 5, "year": 3}
    assert plain["by_main_topic"]["not_stated"] == 3
    assert plain["by_month"][0] == {"start": "2026-01-01", "talks": 2, "distinct_persons": 2}


def test_figures_can_be_written_as_json(plain) -> None:
    assert json.loads(json.dumps(plain)) == plain


def test_every_key_is_documented(plain) -> None:
    documented = set(re.findall(r"`([a-z_]+)`", REFERENCE.read_text(encoding="utf-8")))
    keys = {
        *plain,
        *plain["by_counsellor"][0],
        *plain["organisation"],
        *plain["by_month"][0],
        "not_stated",
    }

    assert keys <= documented
