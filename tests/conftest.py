"""Shared fixtures: one embedded PostgreSQL for the run, a database per worker, the cast.

Tests speak to the database as the application does (role geleit_app, row security on). Factories write as the
owner, because they set up rows that the person under test may not see.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from django.db import connection, connections
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict

from geleit.runtime.embedded import EmbeddedServer
from tests.cast import Cast

SERVER = "GELEIT_TEST_SERVER"  # superuser address of the run's server, handed to parallel workers
_running: list[tuple[EmbeddedServer, Path]] = []


def pytest_configure(config: pytest.Config) -> None:
    """Start one server for the whole run, in the process that starts the workers."""
    _serve_files_as_they_are()
    if hasattr(config, "workerinput") or SERVER in os.environ:
        return
    folder = Path(tempfile.mkdtemp(prefix="geleit-test-"))
    server = EmbeddedServer(folder, durable=False)
    server.start()
    _running.append((server, folder))
    os.environ[SERVER] = server.urls().superuser


def _serve_files_as_they_are() -> None:
    """Tests of pages need neither collected nor fingerprinted files; browser tests run the real server."""
    settings.STORAGES["staticfiles"]["BACKEND"] = (
        "django.contrib.staticfiles.storage.StaticFilesStorage"
    )
    settings.MIDDLEWARE.remove("whitenoise.middleware.WhiteNoiseMiddleware")
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # speed only
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    settings.HTTPS = settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = False
    settings.SESSION_COOKIE_NAME = "geleit"
    settings.DEMO = True  # tests of the second factor switch it off again


def pytest_unconfigure() -> None:
    while _running:
        server, folder = _running.pop()
        server.remove()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def django_db_setup(worker_id: str, django_db_blocker: object) -> Iterator[None]:
    """Migrate one database per worker as owner; dropped with the server at the end."""
    from django.core.management import call_command

    from geleit.runtime import grants

    name = os.environ.get("GELEIT_TEST_DATABASE", "test") + f"_{worker_id}"
    server = conninfo_to_dict(os.environ[SERVER])
    with psycopg.connect(**server, autocommit=True) as maintenance:
        maintenance.execute(
            sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
        )
        maintenance.execute(
            sql.SQL("CREATE DATABASE {} OWNER geleit_owner").format(sql.Identifier(name))
        )
        # Only in tests: lets a test set up rows as owner and act as the application on one connection.
        maintenance.execute("GRANT geleit_app, geleit_statistics TO geleit_owner")
        maintenance.execute("ALTER ROLE geleit_owner PASSWORD 'owner'")
    with psycopg.connect(**(server | {"dbname": name}), autocommit=True) as fresh:
        for extension in ("pg_trgm", "unaccent", "btree_gin"):
            fresh.execute(
                sql.SQL("CREATE EXTENSION IF NOT EXISTS {}").format(sql.Identifier(extension))
            )
    connection.settings_dict.update(
        NAME=name,
        USER="geleit_owner",
        PASSWORD="owner",
        HOST=server.get("host", ""),
        PORT=server.get("port", ""),
        OPTIONS={"server_side_binding": True, "prepare_threshold": 3},
    )
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        call_command("migrate", verbosity=0)
        grants.apply()
    yield
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        connections.close_all()


@pytest.fixture(autouse=True)
def _as_application(request: pytest.FixtureRequest) -> None:
    """Every test with a database runs as the application's role, without any sight until one is entered."""
    if "db" in request.fixturenames or request.node.get_closest_marker("django_db"):
        request.getfixturevalue("db")
        _set_role("geleit_app")


def _set_role(role: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL("SET LOCAL ROLE {}").format(sql.Identifier(role)).as_string())


@contextmanager
def as_owner() -> Iterator[None]:
    """Inside, the test reads and writes without row security."""
    _set_role("geleit_owner")
    try:
        yield
    finally:
        _set_role("geleit_app")


@pytest.fixture
def cast(db: None) -> Cast:
    """The people of the tests and their organisations; see tests/cast.py."""
    with as_owner():
        return Cast.assemble()
