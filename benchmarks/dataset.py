"""The data under test: loaded by `geleit demo-data`, with a note of how long that took, cleaned up after a run."""

import datetime as dt
import json
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import Any

import psutil
import psycopg
from psycopg import sql

from benchmarks import footprint
from benchmarks.stage import GELEIT, Database

SEED = 1
_LARGE = (
    "casework_counsellingsession",
    "casework_participation",
    "casework_note",
    "clients_client",
    "casework_case",
)


@dataclass(frozen=True)
class Load:
    """How the data got there. Kept as the database's comment, so that it goes when the database goes."""

    scale: str
    day: str
    seconds: float
    peak_megabytes: float
    settling_seconds: float


def note_of(database: Database) -> Load | None:
    """What was noted when the data was loaded; None if the database holds no data of a benchmark."""
    with psycopg.connect(database.owner) as connection:
        row = connection.execute(
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = current_database()"
        ).fetchone()
    return Load(**json.loads(row[0])) if row and row[0] else None


def migrate(database: Database, settings: dict[str, str]) -> None:
    """Bring tables and rights to the state of this source."""
    owner = settings | {"GELEIT_OWNER_DATABASE_URL": database.owner}
    subprocess.run([*GELEIT, "migrate", "--quiet"], env=owner, check=True)


def load(database: Database, settings: dict[str, str], scale: str) -> Load:
    """Load into a migrated database; afterwards the tables are as tidy as autovacuum would make them."""
    owner = settings | {"GELEIT_OWNER_DATABASE_URL": database.owner}
    began = time.monotonic()
    command = [*GELEIT, "demo-data", "--scale", scale, "--seed", str(SEED)]
    with subprocess.Popen(command, env=owner) as loader, _peak(loader.pid) as peak:
        code = loader.wait()
    if code:
        raise subprocess.CalledProcessError(code, command)
    loaded = time.monotonic()
    _settle(database)
    settled = time.monotonic()
    note = Load(scale, _today(), round(loaded - began, 1), peak[0], round(settled - loaded, 1))
    with psycopg.connect(database.owner, autocommit=True) as connection:
        text = sql.Literal(json.dumps(asdict(note)))
        name = sql.Identifier(database.name)
        connection.execute(sql.SQL("COMMENT ON DATABASE {} IS {}").format(name, text))
    return note


def is_of_today(note: Load) -> bool:
    """Whether pages that show the current day have something to show."""
    return note.day == _today()


def talks(database: Database) -> int:
    """How many talks the database holds."""
    with psycopg.connect(database.owner) as connection:
        number: int = _one(connection, sql.SQL("SELECT count(*) FROM casework_counsellingsession"))
    return number


def size(database: Database) -> dict[str, Any]:
    """Rows and bytes."""
    with psycopg.connect(database.owner) as connection:
        whole = connection.execute("SELECT pg_database_size(current_database())").fetchone()
        tables = {
            table: _one(
                connection, sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(table))
            )
            for table in _LARGE
        }
    return {"megabytes": round(whole[0] / 1e6) if whole else 0, "rows": tables}


@contextmanager
def traces_removed() -> Iterator[None]:
    """Afterwards talks recorded inside, sessions and second factors are gone: the next run meets the same data.

    Needs Django set up as owner. Talks of the demo data came from no form and have no submission.
    """
    from allauth.mfa.models import Authenticator
    from django.conf import settings
    from django.contrib.sessions.models import Session
    from django.db import connection

    from geleit.casework.models import CounsellingSession
    from geleit.privacy.models import AuditEntry

    with connection.cursor() as cursor:
        cursor.execute("SELECT statement_timestamp()")  # rows carry the database's time
        [began] = cursor.fetchone()
    expires = dt.datetime.now(dt.UTC) + dt.timedelta(seconds=settings.SESSION_COOKIE_AGE)
    try:
        yield
    finally:
        CounsellingSession.objects.filter(submission__isnull=False, recorded_at__gte=began).delete()
        AuditEntry.objects.filter(at__gte=began).delete()
        Session.objects.filter(expire_date__gte=expires).delete()
        Authenticator.objects.filter(created_at__gte=began).delete()


def _settle(database: Database) -> None:
    with psycopg.connect(database.owner, autocommit=True) as connection:
        connection.execute("VACUUM (ANALYZE)")
    with psycopg.connect(database.reader, autocommit=True) as connection:
        mighty = _one(connection, sql.SQL("SELECT pg_has_role('pg_checkpoint', 'USAGE')"))
        if mighty:
            connection.execute("CHECKPOINT")


def _one(connection: psycopg.Connection, query: sql.SQL | sql.Composed) -> Any:
    row = connection.execute(query).fetchone()
    return row[0] if row else None


def _today() -> str:
    return dt.datetime.now().astimezone().date().isoformat()


@contextmanager
def _peak(process: int) -> Iterator[list[float]]:
    """Watches a process and its children; the list holds the largest memory of all together, in MB."""
    highest, done = [0.0], threading.Event()

    def watch() -> None:
        while not done.wait(0.5):
            try:
                family = [
                    process,
                    *(p.pid for p in psutil.Process(process).children(recursive=True)),
                ]
            except psutil.Error:
                return
            highest[0] = max(highest[0], footprint.megabytes(family))

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield highest
    finally:
        done.set()
        watcher.join()
