"""The benchmark measures what it says: no times here, only that its requests are real and its sums right."""

import uuid
from random import Random

import pytest
from allauth.mfa.models import Authenticator
from benchmarks import dataset, desks, load, pages, report, results, samples, statements
from benchmarks.targets import targets
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client as Browser

from geleit.casework.models import CounsellingSession
from geleit.privacy.models import AuditEntry
from tests.cast import Cast
from tests.conftest import as_owner
from tests.factories import casework, clients


@pytest.fixture
def desk(cast: Cast) -> pages.Desk:
    """Miriam's desk with two clients of hers, signed in as the benchmark does it."""
    with as_owner():
        for given, family in (("Olena", "Musterenko"), ("Kahin", "Beispiel")):
            casework.case(clients.client(cast.north, given, family, counsellor=cast.miriam))
        return desks.everybody_at_work()[0]


def answered(browser: Browser, desk: pages.Desk, request: pages.Request) -> int:
    browser.cookies[settings.SESSION_COOKIE_NAME] = desk.session
    browser.cookies[settings.CSRF_COOKIE_NAME] = desk.csrf
    if not request.body:
        return browser.get(request.address).status_code
    form = "application/x-www-form-urlencoded"
    return browser.post(request.address, request.body, content_type=form).status_code


@pytest.mark.parametrize("page", pages.PAGES, ids=lambda page: page.__name__)
def test_every_measured_page_is_answered(desk, page) -> None:
    request = page(desk, Random(1))

    assert answered(Browser(), desk, request) == request.expected


@pytest.mark.parametrize("episode", pages.EPISODES, ids=lambda episode: episode.__name__)
def test_every_request_of_a_working_day_is_answered(desk, episode) -> None:
    browser = Browser(enforce_csrf_checks=True)
    requests = list(episode(desk, Random(4)))

    assert [answered(browser, desk, request) for request in requests] == [
        r.expected for r in requests
    ]


def test_second_factor_is_there(desk, settings) -> None:
    settings.DEMO = False

    assert answered(Browser(), desk, pages.day_page(desk, Random(1))) == 200


def test_recording_records(desk) -> None:
    _form, talk = pages.recording(desk, Random(1))

    answered(Browser(enforce_csrf_checks=True), desk, talk)

    with as_owner():
        assert [str(each.submission) for each in CounsellingSession.objects.all()] == [
            talk.form["submission"]
        ]


def test_traces_of_a_run_are_removed_and_nothing_else(cast) -> None:
    with as_owner():
        person = clients.client(cast.north, counsellor=cast.miriam)
        casework.case(person)
        kept = [
            casework.session(cast.miriam, person),
            casework.session(cast.miriam, person, submission=uuid.uuid4()),
        ]
        with dataset.traces_removed():
            [desk] = desks.everybody_at_work()
            _form, talk = pages.recording(desk, Random(1))
            assert answered(Browser(), desk, talk) == 302

        assert set(CounsellingSession.objects.all()) == set(kept)
        left = [model.objects.count() for model in (AuditEntry, Session, Authenticator)]
        assert left == [0, 0, 0]


def test_who_sees_everything_is_gone_afterwards(cast, desk, monkeypatch) -> None:
    with as_owner():
        monkeypatch.setattr(desks, "_SPREAD", 2)
        before = type(cast.miriam).objects.count()
        with desks.SeesEverything() as who:
            status = answered(Browser(), who.desk, pages.search(who.desk, Random(1)))

        assert (status, type(cast.miriam).objects.count()) == (200, before)


def test_typed_text_finds_its_person() -> None:
    person = pages.Person(1, "Olena", "Musterenko")
    texts = [pages.typed(person, Random(seed)) for seed in range(50)]

    assert all(3 <= len(text) <= len("olena musterenko") for text in texts)
    assert len(set(texts)) > 10


@pytest.mark.parametrize(("share", "expected"), [(0.5, 50), (0.95, 95), (1.0, 100), (0.001, 1)])
def test_percentile_is_the_nearest_rank(share, expected) -> None:
    assert samples.share_below(range(1, 101), share) == expected


def test_queries_are_those_between_two_snapshots() -> None:
    seen = statements.Statement
    before = {1: seen("a", 5, 10.0), 2: seen("b", 1, 1.0)}
    after = {1: seen("a", 7, 13.0), 2: seen("b", 1, 1.0), 3: seen("c", 1, 4.0)}

    assert statements.between(before, after) == [seen("c", 1, 4.0), seen("a", 2, 3.0)]


def served(rate: float, p95: float, failed: int = 0) -> dict:
    everything = {"number": 1000, "p50": 1.0, "p95": p95, "longest": p95}
    return {
        "rate": rate,
        "sent_per_second": rate,
        "served_per_second": rate,
        "failures": {"x": failed} if failed else {},
        "all": everything,
    }


def test_ramp_stops_where_answers_come_late_and_tries_half_a_step() -> None:
    steps = load.ramp(lambda rate: served(rate, 100 if rate <= 110 else 900), 60, 20, 400)

    assert [step["rate"] for step in steps] == [60, 80, 100, 110, 120]
    assert load.highest(steps) == 110


def test_ramp_gives_a_rate_a_second_chance() -> None:
    late = [80.0]

    def work(rate: float) -> dict:
        return served(rate, 900 if rate > 100 or (rate in late and late.pop()) else 100)

    assert load.highest(load.ramp(work, 60, 20, 400)) == 100


def test_ramp_goes_down_where_even_the_first_rate_is_too_much() -> None:
    steps = load.ramp(lambda rate: served(rate, 100 if rate <= 30 else 900), 60, 20, 400)

    assert ([step["rate"] for step in steps], load.highest(steps)) == ([30, 60], 30)


@pytest.mark.parametrize(
    "figures",
    [served(60, 251), served(60, 10, failed=2), served(60, 10) | {"served_per_second": 50}],
)
def test_rate_does_not_hold_when_late_failed_or_left_lying(figures) -> None:
    assert load.holds(served(60, 250, failed=1))
    assert not load.holds(figures)


def measured(p95: float, queries: int) -> dict:
    page = {
        "number": 200,
        "p50": 20.0,
        "p95": p95,
        "longest": 90.0,
        "bytes": 1,
        "queries": queries,
        "database_ms": 1.0,
    }
    names = ("day page", "client list", "search", "client file", results.RECORD_WHOLE)
    return {name: dict(page) for name in names}


def test_aims_say_what_was_not_reached() -> None:
    pages_of = {"label": "typical team", "pages": measured(61.0, 15)}
    result = {
        "alone": [pages_of],
        "sees everything": {"pages": measured(10.0, 9)},
        "data": {"load": None},
    }

    found = {target.what.split(":")[0]: target.holds for target in targets({"alone": result})}

    assert found == {
        "day page, client list, search, client file": False,
        "record a talk, form and saving together": True,
        "search of somebody who sees everybody": True,
        "queries a page": True,
    }


def test_too_many_queries_are_named_and_two_requests_are_not_counted_as_one() -> None:
    found = measured(10.0, 15) | {
        results.RECORD_WHOLE: {"queries": 27},
        "talk list": {"queries": 16},
    }

    assert results.queries_above(found, results.MOST_QUERIES) == ["talk list: 16 queries"]


def test_newest_result_counts_for_each_part(tmp_path) -> None:
    for what, time, parts in (
        ("state", "2026-01-01T09:00", ["alone", "mix"]),
        ("state-alone", "2026-01-01T08:00", ["alone"]),
        ("state-mix", "2026-01-01T10:00", ["mix"]),
    ):
        results.write(
            {"day": "2026-01-01", "what": what, "finished_at": time, "parts": parts}, tmp_path
        )

    newest = {part: result["what"] for part, result in results.newest(tmp_path).items()}

    assert newest == {"alone": "state", "mix": "state-mix"}


def test_page_about_speed_shows_the_newest_results() -> None:
    assert report.PAGE.read_text(encoding="utf-8") == report.page(results.newest())
