"""`geleit figures` gives the same numbers as the page, and one sentence where it cannot."""

import io
import json
import os
from collections.abc import Iterator

import psycopg
import pytest
from django.db import connection
from openpyxl import load_workbook
from psycopg.conninfo import conninfo_to_dict

from tests.access.world import World, committed_world
from tests.operations.conftest import geleit

YEAR = ("--from", "2026-01-01", "--to", "2026-12-31")


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: object) -> Iterator[World]:
    """Committed rows, because the command has a connection of its own."""
    with psycopg.connect(os.environ["GELEIT_TEST_SERVER"], autocommit=True) as superuser:
        superuser.execute("ALTER ROLE geleit_app PASSWORD 'app'")
    with django_db_blocker.unblock(), committed_world() as made:  # type: ignore[attr-defined]
        yield made
        connection.close()


def run(*arguments: str):
    """Run the command as the application on the tests' database."""
    server = conninfo_to_dict(os.environ["GELEIT_TEST_SERVER"])
    host = f"?host={server['host']}" if server["host"].startswith("/") else ""
    place = "" if host else f"{server['host']}:{server['port']}"
    address = f"postgresql://geleit_app:app@{place}/{connection.settings_dict['NAME']}{host}"
    return geleit("figures", *arguments, GELEIT_DATABASE_URL=address)


def test_counts_as_json(world) -> None:
    done = run("--organisation", "traeger-hochrhein", *YEAR)

    assert (done.returncode, done.stderr) == (0, "")
    found = json.loads(done.stdout)
    assert (
        found["talks"],
        found["distinct_persons"],
        found["short_contacts"],
        found["group_heads"],
    ) == (1, 1, 1, 12)
    assert [(row["name"], row["talks"]) for row in found["by_counsellor"]] == [("Miriam Muster", 1)]


def test_german_days_and_a_workbook(world, tmp_path) -> None:
    file = tmp_path / "kennzahlen.xlsx"

    done = run(
        "--organisation", "traeger-hochrhein", "--from", "1.1.2026", "--to", "31.12.2026",
        "--format", "xlsx", "--out", str(file),
    )  # fmt: skip

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    sheet = load_workbook(io.BytesIO(file.read_bytes()))["Auswertung Zeitraum"]
    assert sheet.cell(2, 1).value == "Träger: Träger Hochrhein"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (
            ["--organisation", "traeger-hochrein", *YEAR],
            "Eine Organisation mit dem Kurznamen «traeger-hochrein» gibt es nicht; meinten Sie «traeger-hochrhein»?",
        ),
        (
            ["--organisation", "qqq", *YEAR],
            "Eine Organisation mit dem Kurznamen «qqq» gibt es nicht.",
        ),
        (
            ["--organisation", "traeger-hochrhein", "--from", "2026-02-30", "--to", "2026-12-31"],
            "Der Wert für '--from' geht nicht: «2026-02-30» ist kein Tag; bitte so: 2026-11-30."
            " Hilfe: geleit figures --help",
        ),
        (
            ["--organisation", "traeger-hochrhein", "--from", "2026-02-01", "--to", "2026-01-01"],
            "Der Zeitraum endet am 01.01.2026 und beginnt erst am 01.02.2026. Hilfe: geleit figures --help",
        ),
        (
            ["--organisation", "traeger-hochrhein", *YEAR, "--out", "/gibt/es/nicht/k.json"],
            "Den Ordner /gibt/es/nicht gibt es nicht.",
        ),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(world, arguments, sentence) -> None:
    done = run(*arguments)

    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"{sentence}\n")
