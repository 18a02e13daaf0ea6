"""Databases filled by the command itself, as somebody at a keyboard would: in a process of its own, as owner."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import psycopg
import pytest
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo

GELEIT = [sys.executable, "-m", "geleit.config.cli"]
WEDNESDAY, SUNDAY = "2026-11-25", "2026-11-22"


@dataclass(frozen=True)
class Database:
    """One database of the run's server, reached by its owner."""

    name: str
    server: dict[str, Any]

    @property
    def owner(self) -> dict[str, Any]:
        return self.server | {"dbname": self.name, "user": "geleit_owner", "password": "owner"}

    @property
    def url(self) -> str:
        host, port = self.server.get("host", ""), self.server.get("port", "")
        if host.startswith("/"):
            return (
                f"postgresql://geleit_owner:owner@:{port}/{self.name}?host={quote(host, safe='')}"
            )
        return f"postgresql://geleit_owner:owner@{host}:{port}/{self.name}"

    def rows(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        with psycopg.connect(make_conninfo(**self.owner)) as connection:
            return connection.execute(statement, values or None).fetchall()  # type: ignore[arg-type]

    def value(self, statement: str, *values: object) -> Any:
        return self.rows(statement, *values)[0][0]

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        environment = os.environ | {
            "GELEIT_DATABASE_URL": self.url,
            "GELEIT_OWNER_DATABASE_URL": self.url,
        }
        return subprocess.Popen(
            [*GELEIT, *arguments],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *arguments: str) -> tuple[int, str]:
        """Exit code and what was said on standard error."""
        process = self.start(*arguments)
        _, said = process.communicate(timeout=120)
        return process.returncode, said

    def load(self, *, today: str, seed: int = 7) -> "Database":
        code, said = self.run(
            "demo-data", "--scale", "county", "--seed", str(seed), "--today", today
        )
        assert code == 0, said
        return self


Fresh = Callable[[str], Database]


@pytest.fixture(scope="session")
def fresh(worker_id: str) -> Iterator[Fresh]:
    """Makes migrated, empty databases; all of them are dropped at the end."""
    server: dict[str, Any] = conninfo_to_dict(os.environ["GELEIT_TEST_SERVER"])
    prefix = f"{os.environ.get('GELEIT_TEST_DATABASE', 'test')}_demo_{worker_id}"
    made: list[Database] = []

    def make(name: str, template: str = "") -> Database:
        database = Database(f"{prefix}_{name}", server)
        _create(database, template)
        made.append(database)
        return database

    with psycopg.connect(**server, autocommit=True) as maintenance:
        maintenance.execute("ALTER ROLE geleit_owner PASSWORD 'owner'")
    empty = make("empty")
    code, said = empty.run("migrate", "--quiet")
    assert code == 0, said
    yield lambda name: make(name, empty.name)
    for database in made:
        _drop(database)


def _create(database: Database, template: str) -> None:
    _drop(database)
    with psycopg.connect(**database.server, autocommit=True) as maintenance:
        maintenance.execute(
            sql.SQL("CREATE DATABASE {} OWNER geleit_owner TEMPLATE {}").format(
                sql.Identifier(database.name), sql.Identifier(template or "template1")
            )
        )
    if not template:
        with psycopg.connect(
            **(database.server | {"dbname": database.name}), autocommit=True
        ) as new:
            for extension in ("pg_trgm", "unaccent", "btree_gin"):
                new.execute(
                    sql.SQL("CREATE EXTENSION IF NOT EXISTS {}").format(sql.Identifier(extension))
                )


def _drop(database: Database) -> None:
    with psycopg.connect(**database.server, autocommit=True) as maintenance:
        maintenance.execute(
            sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(database.name))
        )


@pytest.fixture(scope="session")
def county(fresh: Fresh) -> Database:
    """The demo county, loaded on a Wednesday."""
    return fresh("county").load(today=WEDNESDAY)


@pytest.fixture(scope="session")
def county_on_sunday(fresh: Fresh) -> Database:
    """The demo county, loaded on a Sunday."""
    return fresh("sunday").load(today=SUNDAY)
