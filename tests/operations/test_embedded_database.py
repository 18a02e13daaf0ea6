"""The embedded database starts, refuses clearly, and comes back after anything that was killed."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from geleit.runtime import cluster, processes, server_user
from geleit.runtime.embedded import EmbeddedServer
from geleit.runtime.refusal import Refusal

as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root hands the server to another user")

HOLDER = """
import sys, time
from pathlib import Path
from geleit.runtime.embedded import EmbeddedServer
server = EmbeddedServer(Path(sys.argv[1]), durable=False)
server.start()
print("ready", flush=True)
time.sleep(600)
"""


def write_mark(server: EmbeddedServer) -> None:
    with psycopg.connect(server.urls().owner) as connection:
        connection.execute("CREATE TABLE mark (word text)")
        connection.execute("INSERT INTO mark VALUES ('here')")


def marks(server: EmbeddedServer) -> list[str]:
    with psycopg.connect(server.urls().owner) as connection:
        return [row[0] for row in connection.execute("SELECT word FROM mark")]


def started_elsewhere(folder: Path) -> subprocess.Popen[str]:
    """Another process that runs the folder's server, ready."""
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(folder)], stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "ready\n"
    return holder


def test_roles_of_the_application_hold_no_power(server: EmbeddedServer) -> None:
    with psycopg.connect(server.urls().superuser) as connection:
        rows = connection.execute(
            "SELECT rolname, rolcanlogin, rolsuper, rolcreatedb, rolcreaterole, rolbypassrls,"
            " pg_has_role(rolname, 'geleit_owner', 'MEMBER')"
            " FROM pg_roles WHERE rolname LIKE 'geleit%' ORDER BY 1"
        ).fetchall()

    assert rows == [
        ("geleit_app", True, False, False, False, False, False),
        ("geleit_owner", True, False, False, False, False, True),
        ("geleit_statistics", True, False, False, False, False, False),
    ]


def test_application_cannot_create_a_table(server: EmbeddedServer) -> None:
    with (
        psycopg.connect(server.urls().app) as connection,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        connection.execute("CREATE TABLE foothold (a int)")


def test_database_has_the_extensions_and_compares_german_letters(server: EmbeddedServer) -> None:
    with psycopg.connect(server.urls().app) as connection:
        extensions = connection.execute("SELECT extname FROM pg_extension ORDER BY 1").fetchall()
        lowered = connection.execute("SELECT lower('ÄÖÜ')").fetchone()

    assert [row[0] for row in extensions] == sorted([*cluster.EXTENSIONS, "plpgsql"])
    assert lowered == ("äöü",)


def test_nothing_listens_on_the_network(server: EmbeddedServer) -> None:
    with psycopg.connect(server.urls().app) as connection:
        assert connection.execute("SHOW listen_addresses").fetchone() == ("",)


def test_passwords_are_for_the_starting_user_only(server: EmbeddedServer) -> None:
    assert server.places.passwords.stat().st_mode & 0o777 == 0o600


def test_what_a_failing_statement_holds_does_not_reach_the_log(server: EmbeddedServer) -> None:
    with psycopg.connect(server.urls().owner) as connection:
        connection.execute("CREATE TABLE secret (word text PRIMARY KEY)")
        connection.execute("INSERT INTO secret VALUES ('vertraulich')")
        with pytest.raises(psycopg.errors.UniqueViolation):
            connection.execute("INSERT INTO secret VALUES ('vertraulich')")

    log = server.places.log.read_text()
    assert "duplicate key" in log
    assert "vertraulich" not in log


def test_second_start_on_the_same_folder_is_refused(server: EmbeddedServer) -> None:
    with pytest.raises(Refusal) as refusal:
        EmbeddedServer(server.folder).start()

    assert str(refusal.value) == (
        f"Geleit läuft mit diesem Datenordner schon (Prozess {os.getpid()})."
    )


def test_second_start_keeps_the_data(folder: Path) -> None:
    with EmbeddedServer(folder) as server:
        write_mark(server)

    with EmbeddedServer(folder) as server:
        assert marks(server) == ["here"]


def test_killed_server_restarts_with_what_was_confirmed(folder: Path) -> None:
    with EmbeddedServer(folder) as server:
        write_mark(server)
        main = int(server.places.process_file.read_text().splitlines()[0])

        os.kill(main, signal.SIGKILL)
        processes.wait_until_gone(lambda: [1] if server.is_running() else [], 5)
        server.restart()

        assert marks(server) == ["here"]


def test_start_works_at_once_after_the_parent_was_killed(folder: Path) -> None:
    holder = started_elsewhere(folder)
    running = EmbeddedServer(folder, durable=False)
    assert running.runs_elsewhere()
    write_mark(running)

    holder.kill()
    with EmbeddedServer(folder, durable=False) as server:
        assert marks(server) == ["here"]
    holder.wait()


def test_killed_parent_takes_its_server_along(folder: Path) -> None:
    holder = started_elsewhere(folder)
    data = EmbeddedServer(folder).places.data
    assert processes.working_in(data) != []

    holder.kill()
    holder.wait()

    assert processes.wait_until_gone(lambda: processes.working_in(data), 10)


def test_process_file_with_the_number_of_another_program_does_not_block(folder: Path) -> None:
    with EmbeddedServer(folder, durable=False) as server:
        write_mark(server)
        stale = server.places.process_file.read_text().splitlines()
    server.places.process_file.write_text("\n".join([str(os.getpid()), *stale[1:]]) + "\n")

    with EmbeddedServer(folder, durable=False) as server:
        assert marks(server) == ["here"]


def test_start_that_was_cut_short_is_finished_by_the_next(folder: Path) -> None:
    with EmbeddedServer(folder, durable=False) as server:
        half_made = server.places.home / "data.new"
        with psycopg.connect(server.urls().superuser, autocommit=True) as connection:
            connection.execute("DROP DATABASE geleit")
            connection.execute("DROP ROLE geleit_app, geleit_statistics")
    half_made.mkdir()

    with (
        EmbeddedServer(folder, durable=False) as server,
        psycopg.connect(server.urls().app) as connection,
    ):
        assert connection.execute("SELECT current_user").fetchone() == ("geleit_app",)


def test_long_folder_name_leaves_the_socket_reachable(folder: Path) -> None:
    long = folder / ("lang" * 25)

    with EmbeddedServer(long, durable=False) as server:
        write_mark(server)
        sockets = server.places.sockets
        assert marks(server) == ["here"]

    assert not sockets.exists()


def test_folder_below_a_file_is_refused(folder: Path) -> None:
    folder.write_text("in the way")

    with pytest.raises(Refusal) as refusal:
        EmbeddedServer(folder / "data").start()

    assert str(refusal.value) == (
        f"In den Datenordner {folder / 'data'} kann nicht geschrieben werden:"
        " ein Teil des Pfads ist eine Datei (GELEIT_DATA wählt einen anderen)."
    )


def test_lost_passwords_are_named(folder: Path) -> None:
    with EmbeddedServer(folder, durable=False) as server:
        places = server.places
    places.passwords.unlink()

    with pytest.raises(Refusal) as refusal:
        EmbeddedServer(folder).start()

    assert str(refusal.value) == (
        f"Zur Datenbank in {places.home} fehlt die Datei {places.passwords}."
    )


def test_full_disk_reported_by_the_server_becomes_a_sentence() -> None:
    output = "FATAL:  could not write to file: No space left on device"

    sentence = cluster.why_it_failed("Die Datenbank startet nicht", output)

    assert sentence == "Die Datenbank startet nicht: der Datenträger ist voll."


@as_root
def test_root_keeps_the_cluster_in_a_folder_others_can_enter(folder: Path) -> None:
    with EmbeddedServer(folder, durable=False) as server:
        assert server.places.data == folder / "postgresql" / "data"
        assert server.places.data.stat().st_uid != 0


@as_root
def test_root_works_in_a_folder_closed_to_others(folder: Path) -> None:
    closed = folder / "closed"
    closed.mkdir(parents=True)
    closed.chmod(0o700)

    with EmbeddedServer(closed / "data", durable=False) as server:
        write_mark(server)
        home = server.places.home
        assert home.parent == server_user.SHARED / "clusters"
        assert server.places.data.stat().st_uid != 0
    with EmbeddedServer(closed / "data", durable=False) as server:
        assert marks(server) == ["here"]
    server.remove()

    assert not home.exists()


@as_root
def test_passing_cluster_goes_when_its_folder_is_gone(folder: Path) -> None:
    folder.mkdir()
    folder.chmod(0o700)
    with EmbeddedServer(folder / "first", durable=False) as first:
        home = first.places.home
    for file in (folder / "first").rglob("*.*"):
        file.unlink()
    (folder / "first").rename(folder / "moved")
    assert home.exists()

    second = EmbeddedServer(folder / "second", durable=False)
    second.start()
    second.remove()

    assert not home.exists()
