"""Every command has help; whatever a person can put right is one German sentence and exit code 2."""

import os
import shutil
import subprocess
from pathlib import Path

import click
import pytest

from geleit.config.cli import COMMANDS
from geleit.config.cli.endings import Ending, ending_of
from geleit.runtime.embedded import EmbeddedServer
from tests.operations.conftest import GELEIT, free_port, geleit, surroundings

MAY_MOUNT = (
    os.geteuid() == 0
    and shutil.which("unshare") is not None
    and subprocess.call(["unshare", "--mount", "true"]) == 0
)
NOBODY_THERE = "postgresql://geleit_app:x@127.0.0.1:1/geleit"


def said(done: subprocess.CompletedProcess[str]) -> tuple[int, str, str]:
    """Exit code, what was printed, and what was said on standard error."""
    return done.returncode, done.stdout, done.stderr


def test_help_lists_the_commands() -> None:
    done = geleit("--help")

    assert done.returncode == 0
    listed = [line.split()[0] for line in done.stdout.splitlines() if line.startswith("  ")]
    assert [name for name in listed if name in COMMANDS] == list(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_german_help(name: str) -> None:
    done = geleit(name, "--help")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"Aufruf: geleit {name} [OPTIONEN]")
    assert "Diese Hilfe zeigen." in done.stdout


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["unsinn"], "Den Befehl 'unsinn' gibt es nicht. Hilfe: geleit --help"),
        (["check", "--tief"], "Die Option '--tief' gibt es nicht. Hilfe: geleit check --help"),
        (["serve", "mehr"], "Die Angabe (mehr) ist zu viel. Hilfe: geleit serve --help"),
        (
            ["serve", "--port", "viele"],
            "Der Wert für '--port' geht nicht: 'viele' ist keine Zahl. Hilfe: geleit serve --help",
        ),
        (
            ["worker", "--concurrency", "0"],
            "Der Wert für '--concurrency' geht nicht: 0 liegt nicht im Bereich 1<=x<=64."
            " Hilfe: geleit worker --help",
        ),
        (
            ["worker", "--concurrency"],
            "Zur Option '--concurrency' fehlt der Wert. Hilfe: geleit --help",
        ),
    ],
)
def test_wrong_arguments_get_one_sentence(arguments: list[str], sentence: str) -> None:
    assert said(geleit(*arguments)) == (2, "", f"{sentence}\n")


@pytest.mark.parametrize("name", ["check", "serve", "worker", "migrate"])
def test_unreachable_database_gets_one_sentence(name: str, folder: Path) -> None:
    done = geleit(
        name,
        GELEIT_DATA=str(folder),
        GELEIT_DATABASE_URL=NOBODY_THERE,
        GELEIT_OWNER_DATABASE_URL=NOBODY_THERE,
    )

    assert said(done) == (
        2,
        "",
        "Die Datenbank ist nicht erreichbar: unter der genannten Adresse antwortet niemand.\n",
    )


def test_address_that_is_none_is_named(folder: Path) -> None:
    done = geleit("check", GELEIT_DATA=str(folder), GELEIT_DATABASE_URL="geleit")

    assert said(done) == (
        2,
        "",
        "GELEIT_DATABASE_URL hat nicht die Form postgresql://rolle:passwort@rechner:5432/datenbank.\n",
    )


def test_migrating_needs_the_owners_address(folder: Path) -> None:
    done = geleit("migrate", GELEIT_DATA=str(folder), GELEIT_DATABASE_URL=NOBODY_THERE)

    assert said(done) == (
        2,
        "",
        "GELEIT_OWNER_DATABASE_URL fehlt: die Adresse der eigenen Datenbank.\n",
    )


def test_serving_without_a_database_says_what_is_missing(folder: Path) -> None:
    done = geleit("serve", GELEIT_DATA=str(folder))

    assert said(done) == (
        2,
        "",
        "GELEIT_DATABASE_URL fehlt: die Adresse der Datenbank"
        " (zum Ausprobieren startet «geleit demo» alles auf einmal).\n",
    )


def test_database_that_was_never_migrated_is_named(server: EmbeddedServer) -> None:
    done = geleit("worker", GELEIT_DATA=str(server.folder), GELEIT_DATABASE_URL=server.urls().app)

    assert said(done) == (
        2,
        "",
        "Die Datenbank ist nicht auf dem Stand dieser Version;"
        " bitte zuerst «geleit migrate» ausführen.\n",
    )


def test_check_finds_an_application_role_with_too_much_power(server: EmbeddedServer) -> None:
    done = geleit(
        "check", GELEIT_DATA=str(server.folder), GELEIT_DATABASE_URL=server.urls().superuser
    )

    assert done.returncode == 1
    role = [line.split(": ", 1) for line in done.stdout.splitlines() if "Datenbankrolle" in line]
    assert role == [
        [
            "  FEHLER  Datenbankrolle postgres darf nur, was die Anwendung braucht",
            "ist Superuser, umgeht die Zeilenrechte (BYPASSRLS), kann Rollen anlegen,"
            " kann Datenbanken anlegen",
        ]
    ]


def test_migrated_installation_passes_its_check(folder: Path) -> None:
    migrated = geleit("migrate", "--quiet", GELEIT_DATA=str(folder))
    checked = geleit("check", GELEIT_DATA=str(folder))

    assert said(migrated) == (0, "", "")
    assert checked.returncode == 0
    assert [line.split()[0] for line in checked.stdout.splitlines()] == ["gut"] * 4


def test_check_for_deployment_refuses_what_only_a_demo_may(folder: Path) -> None:
    geleit("migrate", "--quiet", GELEIT_DATA=str(folder))
    done = geleit("check", "--deploy", GELEIT_DATA=str(folder), GELEIT_SECRET_KEY="short")

    faults = [line for line in done.stdout.splitlines() if line.startswith("  FEHLER")]
    assert done.returncode == 1
    assert [fault for fault in faults if "Einstellungen" not in fault] == [
        "  FEHLER  Geheimer Schlüssel gesetzt: GELEIT_SECRET_KEY braucht 50 Zeichen",
        "  FEHLER  Keine Demo: GELEIT_DEMO ist eingeschaltet",
        "  FEHLER  Eigene Datenbank: GELEIT_DATABASE_URL fehlt, es antwortet die eingebettete",
    ]


@pytest.mark.skipif(not MAY_MOUNT, reason="needs the right to mount a file system")
@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        (
            "size=5m",
            "Auf dem Datenträger von {folder}/postgresql ist zu wenig Platz: nötig sind 300 MB.",
        ),
        (
            "ro",
            "In den Datenordner {folder} kann nicht geschrieben werden:"
            " der Datenträger ist schreibgeschützt (GELEIT_DATA wählt einen anderen).",
        ),
    ],
)
def test_small_or_read_only_disk_gets_one_sentence(kind: str, sentence: str, folder: Path) -> None:
    folder.mkdir()
    mounted = f'mount -t tmpfs -o mode=755,{kind} tmpfs "$0" && exec "$@"'
    done = subprocess.run(
        ["unshare", "--mount", "sh", "-c", mounted, str(folder), *GELEIT, "demo"],
        env=surroundings(GELEIT_DATA=str(folder), GELEIT_PORT=str(free_port())),
        capture_output=True,
        text=True,
    )

    assert (done.returncode, done.stderr) == (2, sentence.format(folder=folder) + "\n")


@pytest.mark.parametrize(
    ("port", "sentence"),
    [
        ("viele", "GELEIT_PORT: «viele» ist keine ganze Zahl."),
        ("70000", "GELEIT_PORT: 70000 ist kein Port; möglich sind 1 bis 65535."),
    ],
)
def test_port_that_is_none_is_named(port: str, sentence: str, folder: Path) -> None:
    done = geleit("demo", GELEIT_DATA=str(folder), GELEIT_PORT=port)

    assert said(done) == (2, "", f"{sentence}\n")


def test_fault_in_geleit_is_kept_in_the_log(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GELEIT_DATA", str(folder))

    ending = ending_of(ZeroDivisionError("our mistake"))

    log = folder / "log" / "geleit.log"
    assert ending == Ending(f"Unerwarteter Fehler (ZeroDivisionError); Einzelheiten in {log}.", 1)
    assert "ZeroDivisionError: our mistake" in log.read_text()


def test_interrupted_command_ends_quietly() -> None:
    assert ending_of(click.Abort()) == Ending("", 130)
