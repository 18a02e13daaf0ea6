"""Taking over a list through its pages."""

from collections.abc import Iterator
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client as Browser
from openpyxl import load_workbook

from geleit.clients.models import Client
from geleit.gateway import jobs
from geleit.gateway.models import CaseloadImport
from tests.access.world import World, committed_world
from tests.cast import Cast
from tests.conftest import as_owner
from tests.gateway.caseload.messy_list import messy_list
from tests.gateway.caseload.workbooks import HEADINGS, PERSON, workbook


def signed_in(account) -> Browser:
    browser = Browser()
    with as_owner():
        browser.force_login(account)
    return browser


@pytest.fixture
def miriam(cast: Cast) -> Browser:
    return signed_in(cast.miriam)


def sent(browser: Browser, content: bytes, name: str = "liste.xlsx", cast: Cast | None = None):
    return browser.post(
        "/uebernahme/", {"team": cast.north.pk, "file": SimpleUploadedFile(name, content)}
    )


def test_list_is_looked_at_before_anything_is_written(cast, miriam) -> None:
    answer = sent(miriam, messy_list().content, cast=cast)
    page = miriam.get(answer["Location"])

    with as_owner():
        assert Client.objects.count() == 0
    assert page.status_code == 200
    assert page.context["summary"]["rows_read"] == 200
    assert page.context["faulty_rows"] == 6


def test_columns_can_be_told_otherwise(cast, miriam) -> None:
    content = workbook([["Name", "Wann"], ["Anna Muster", "1.2.1990"], ["Ben Probst", "2.3.1991"]])
    address = sent(miriam, content, cast=cast)["Location"]

    answer = miriam.post(f"{address}spalten", {"column_0": "full_name", "column_1": "birth_date"})
    page = miriam.get(answer["Location"])

    assert page.context["summary"]["clients_created"] == 2
    assert [str(p.facts.birth_date) for p in page.context["sample"]] == ["1990-02-01", "1991-03-02"]


def test_two_columns_of_one_meaning_are_refused_in_words(cast, miriam) -> None:
    address = sent(miriam, workbook([HEADINGS, PERSON]), cast=cast)["Location"]

    answer = miriam.post(
        f"{address}spalten", {"column_0": "family_name", "column_1": "family_name"}
    )

    assert answer.status_code == 422
    assert "mehreren Spalten" in answer.content.decode()


def test_marked_copy_names_the_reason_beside_the_cell(cast, miriam) -> None:
    address = sent(miriam, messy_list().content, cast=cast)["Location"]

    answer = miriam.get(f"{address}fehler.xlsx")

    sheet = load_workbook(BytesIO(answer.content))["Fallliste 2026"]
    hint = sheet.cell(12, sheet.max_column).value
    assert "Diesen Tag gibt es nicht" in hint


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("liste.xlsx", b"%PDF-1.7 nothing of a list"),
        ("liste.xlsx", b""),
        ("liste.xlsx", b"PK\x03\x04 broken"),
        ("liste.csv", b"\x00\x01\x02\x03" * 100),
        ("liste.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
    ],
)
def test_what_is_no_list_is_refused_in_one_sentence(cast, miriam, name, content) -> None:
    answer = sent(miriam, content, name, cast)

    assert answer.status_code == 422
    assert len(answer.context["form"].errors["file"]) == 1
    with as_owner():
        assert CaseloadImport.objects.count() == 0


def test_list_of_a_colleague_does_not_exist(cast, miriam) -> None:
    address = sent(miriam, workbook([HEADINGS, PERSON]), cast=cast)["Location"]
    jonas = signed_in(cast.jonas)

    own = [miriam.get(address).status_code, miriam.get(f"{address}fehler.xlsx").status_code]
    foreign = [
        jonas.get(address).status_code,
        jonas.get(f"{address}fehler.xlsx").status_code,
        jonas.post(f"{address}uebernehmen").status_code,
        jonas.post(f"{address}verwerfen").status_code,
    ]

    assert own == [200, 200]
    assert foreign == [404, 404, 404, 404]


@pytest.fixture
def world(django_db_setup: None, django_db_blocker) -> Iterator[World]:
    """Committed, since the background work uses connections of its own."""
    with django_db_blocker.unblock(), committed_world() as made:
        yield made
        connection.close()


def test_background_work_takes_the_list_over_and_says_how_far_it_is(world) -> None:
    cast = world.cast
    miriam = Browser()
    miriam.force_login(cast.miriam)
    address = sent(miriam, messy_list().content, cast=cast)["Location"]
    miriam.post(f"{address}uebernehmen")
    run = CaseloadImport.objects.filter(account=cast.miriam).latest("created_at")
    waiting = miriam.get(address)
    before = Client.objects.filter(team=cast.north).count()

    jobs.take_over(account_id=cast.miriam.pk, import_id=run.pk)

    run.refresh_from_db()
    assert waiting.templates[0].name == "gateway/caseload_running.html"
    assert (run.state, run.done, run.result["rows_read"]) == ("done", run.total, 200)
    assert Client.objects.filter(team=cast.north).count() - before == run.result["clients_created"]
