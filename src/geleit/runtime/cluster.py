"""A PostgreSQL cluster for one small machine: created, configured, with Geleit's roles and database
in it.
"""

import json
import os
import secrets
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import psycopg
from psycopg import sql

from geleit.runtime.refusal import Refusal, reason
from geleit.runtime.server_user import ServerUser, started_as

DATABASE = "geleit"
SUPERUSER = "postgres"
ROLES = ("geleit_owner", "geleit_app", "geleit_statistics")
EXTENSIONS = ("pg_trgm", "unaccent", "btree_gin", "pg_stat_statements")
_MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Urls:
    """Where each role reaches the database, as `postgresql://` addresses with passwords."""

    superuser: str
    owner: str
    app: str
    statistics: str


def passwords(file: Path) -> dict[str, str]:
    """The passwords of all roles: drawn the first time, kept where only this user can read."""
    try:
        kept: dict[str, str] = json.loads(file.read_text(encoding="utf-8"))
        return kept
    except FileNotFoundError:
        drawn = {role: secrets.token_urlsafe(24) for role in (SUPERUSER, *ROLES)}
    incoming = file.with_suffix(".new")
    incoming.unlink(missing_ok=True)
    handle = os.open(incoming, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as out:
        json.dump(drawn, out)
        out.flush()
        os.fsync(out.fileno())
    incoming.replace(file)
    return drawn


def urls(words: dict[str, str], sockets: Path) -> Urls:
    """Addresses over the socket in the given folder."""

    def address(role: str, database: str = DATABASE) -> str:
        return f"postgresql://{role}:{words[role]}@/{database}?host={quote(str(sockets), safe='')}"

    return Urls(address(SUPERUSER, "postgres"), *(address(role) for role in ROLES))


def create(
    data: Path, programs: Path, user: ServerUser | None, password: str, durable: bool
) -> None:
    """Create the cluster. Killed half-way it leaves nothing that a later start takes for one."""
    incoming = data.with_name("data.new")
    word = data.with_name("password.new")
    shutil.rmtree(incoming, ignore_errors=True)
    word.unlink(missing_ok=True)
    incoming.mkdir(mode=0o700)
    try:
        handle = os.open(word, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            out.write(password)
        if user:
            user.own(incoming)
            os.chown(word, user.uid, user.gid)
        command: list[str | Path] = [
            programs / "initdb",
            "--pgdata",
            incoming,
            "--username",
            SUPERUSER,
            "--pwfile",
            word,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale-provider=builtin",
            "--locale=C.UTF-8",
            "--lc-messages=C",
            "--data-checksums",
            "--no-instructions",
        ]
        command += [] if durable else ["--no-sync"]
        with programs_runnable():
            done = subprocess.run(
                command,
                check=False,
                capture_output=True,
                text=True,
                env=environment(),
                **started_as(user),
            )
        if done.returncode:
            raise Refusal(why_it_failed("Die Datenbank lässt sich nicht anlegen", done.stderr))
        incoming.rename(data)
    finally:
        word.unlink(missing_ok=True)
        shutil.rmtree(incoming, ignore_errors=True)


@contextmanager
def programs_runnable() -> Iterator[None]:
    """Around the start of a PostgreSQL program: `Refusal` if the system does not run it."""
    try:
        yield
    except OSError as error:
        raise Refusal(
            f"PostgreSQL lässt sich nicht starten: {error.filename}: {reason(error)}."
        ) from error


def environment() -> dict[str, str]:
    """What PostgreSQL's programs find around them: nothing of the person who starts them."""
    return {"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"}


def why_it_failed(what: str, output: str) -> str:
    """One sentence from PostgreSQL's messages: a known reason in German, else its own last error
    line.
    """
    if "No space left on device" in output:
        return f"{what}: der Datenträger ist voll."
    if "wrong ownership" in output or "Permission denied" in output:
        return f"{what}: der Datenordner gehört einem anderen Benutzer."
    errors = [
        line
        for line in output.splitlines()
        if "FATAL" in line or "PANIC" in line or "error:" in line
    ]
    return f"{what}: {(errors or ['kein Grund genannt'])[-1].strip()}"


def write_configuration(file: Path, sockets: Path, durable: bool) -> None:
    """Write the server's settings, fitted anew to the machine's memory at each start."""
    lines = [f"{name} = '{value}'" for name, value in _settings(sockets, durable).items()]
    incoming = file.with_suffix(".new")
    incoming.unlink(missing_ok=True)
    incoming.write_text("\n".join(lines) + "\n", encoding="utf-8")
    incoming.chmod(0o644)
    incoming.replace(file)


def _settings(sockets: Path, durable: bool) -> dict[str, str]:
    memory = machine_memory() // _MEGABYTE
    settings = {
        "listen_addresses": "",
        "unix_socket_directories": str(sockets),
        "unix_socket_permissions": "0700",
        "max_connections": "60",
        "password_encryption": "scram-sha-256",
        # Memory: the machine also runs web, worker and a browser.
        "shared_buffers": f"{min(max(memory // 8, 32), 4096)}MB",
        "effective_cache_size": f"{max(memory // 2, 128)}MB",
        "work_mem": f"{min(max(memory // 512, 4), 32)}MB",
        "maintenance_work_mem": f"{min(max(memory // 24, 32), 512)}MB",
        # Disks are SSDs today; plans are short, so compiling them never pays.
        "random_page_cost": "1.1",
        "effective_io_concurrency": "200",
        "jit": "off",
        "wal_compression": "lz4",
        "max_wal_size": "2GB",
        "checkpoint_timeout": "15min",
        "shared_preload_libraries": "pg_stat_statements",
        "timezone": "UTC",
        "log_timezone": "UTC",
        # What people entrust must not reach the log: no statements, no details with values.
        "log_min_error_statement": "panic",
        "log_error_verbosity": "terse",
        "log_parameter_max_length": "0",
        "log_checkpoints": "off",
        "log_line_prefix": "%m [%p] ",
    }
    if not durable:
        settings |= {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
    return settings


def machine_memory() -> int:
    """Bytes of memory this process may count on: the machine's, or less if a control group limits
    it.
    """
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    try:
        limit = Path("/sys/fs/cgroup/memory.max").read_text(encoding="ascii").strip()
    except OSError:
        return memory
    return min(memory, int(limit)) if limit.isdecimal() else memory


def furnish(addresses: Urls, words: dict[str, str]) -> None:
    """See to it that roles, extensions and database exist, also if an earlier start was cut short.

    Extensions go into the template, so a database made for tests has them too.
    """
    with psycopg.connect(addresses.superuser, autocommit=True) as connection:
        names = {row[0] for row in connection.execute("SELECT rolname FROM pg_roles")}
        for role in ROLES:
            if role not in names:
                connection.execute(
                    sql.SQL(
                        "CREATE ROLE {} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE"
                        " NOBYPASSRLS PASSWORD {}"
                    ).format(sql.Identifier(role), words[role])
                )
        databases = {row[0] for row in connection.execute("SELECT datname FROM pg_database")}
        name, owner = sql.Identifier(DATABASE), sql.Identifier(ROLES[0])
        if DATABASE not in databases:
            _add_extensions(addresses.superuser.replace("/postgres?", "/template1?"))
            connection.execute(sql.SQL("CREATE DATABASE {} OWNER {}").format(name, owner))
        connection.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(name))
        users = sql.SQL(", ").join(sql.Identifier(role) for role in ROLES[1:])
        connection.execute(
            sql.SQL("GRANT CONNECT, TEMPORARY ON DATABASE {} TO {}").format(name, users)
        )


def _add_extensions(address: str) -> None:
    with psycopg.connect(address, autocommit=True) as connection:
        for extension in EXTENSIONS:
            connection.execute(
                sql.SQL("CREATE EXTENSION IF NOT EXISTS {}").format(sql.Identifier(extension))
            )
