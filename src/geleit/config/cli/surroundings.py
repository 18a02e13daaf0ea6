"""What a command finds around it: the data folder, the database and a Django that is set up.

A command that works with data wraps its work in `installation()` and imports Django's models
inside.
"""

import os
import secrets
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from geleit.config import environment
from geleit.runtime.embedded import EmbeddedServer
from geleit.runtime.places import open_data_folder
from geleit.runtime.refusal import Refusal

Role = Literal["app", "owner"]
_open_as: list[Role] = []  # a command may call another; Django connects as one role only
PROJECT = Path(__file__).resolve().parents[4]
_ADDRESS = {"app": "GELEIT_DATABASE_URL", "owner": "GELEIT_OWNER_DATABASE_URL"}


def data_folder() -> Path:
    """The folder for everything this installation keeps outside its database server."""
    return Path(environment.text("GELEIT_DATA") or PROJECT / "var").absolute()


def port() -> int:
    """The port the web process listens on; a Refusal names a number that is none."""
    number = environment.number("GELEIT_PORT")
    if not 0 < number < 65536:
        raise Refusal(f"GELEIT_PORT: {number} ist kein Port; möglich sind 1 bis 65535.")
    return number


def refuse_taken_port(host: str, number: int) -> None:
    """Raise `Refusal` if nothing can listen there, before anything is started."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, number))
            probe.listen(1)
        except PermissionError:
            raise Refusal(
                f"Port {number} ist gewöhnlichen Benutzern verwehrt; bitte einen ab 1024."
            ) from None
        except OSError:
            raise Refusal(
                f"Port {number} ist schon belegt; GELEIT_PORT wählt einen anderen."
            ) from None


@contextmanager
def installation(role: Role = "app", *, migrated: bool = True) -> Iterator[None]:
    """Inside, Django is set up and its database answers as this role.

    The database is the one the environment names, else the embedded one of the data folder, which
    is started for the time of the command if `geleit demo` does not run. Raises `Refusal` if an
    address is missing or, with `migrated`, if the database is not up to date; database errors pass
    through.
    """
    if _open_as:
        if _open_as[-1] != role:
            raise RuntimeError(f"The installation is open as {_open_as[-1]}, not as {role}.")
        yield
        return
    with _database(role):
        _set_up_django()
        if migrated:
            _refuse_unmigrated()
        _open_as.append(role)
        try:
            yield
        finally:
            _open_as.pop()
            _disconnect()


@contextmanager
def _database(role: Role) -> Iterator[None]:
    if has_own_database():
        _set("GELEIT_DATABASE_URL", address_of(role))
        yield
        return
    server = EmbeddedServer(data_folder())
    if server.runs_elsewhere():
        _use(server, role)
        yield
        return
    with server:
        _use(server, role)
        yield


def has_own_database() -> bool:
    """Whether the environment names a database server, so that the embedded one has no part."""
    return any(environment.text(name) for name in _ADDRESS.values())


def address_of(role: Role) -> str:
    """Address of the own database for this role; `Refusal` if it is missing or not an address."""
    name = _ADDRESS[role]
    address = environment.text(name)
    if not address:
        raise Refusal(f"{name} fehlt: die Adresse der eigenen Datenbank.")
    try:
        parts = urlsplit(address)
        usable = parts.scheme in {"postgresql", "postgres"} and parts.port != 0
    except ValueError:
        usable = False
    if not usable:
        raise Refusal(
            f"{name} hat nicht die Form postgresql://rolle:passwort@rechner:5432/datenbank."
        )
    return address


def require_address() -> None:
    """Raise `Refusal` unless a database is named or the embedded one of the data folder already
    runs.

    For commands that serve: none of them may own the database the others need.
    """
    if not has_own_database() and not EmbeddedServer(data_folder()).runs_elsewhere():
        raise Refusal(
            "GELEIT_DATABASE_URL fehlt: die Adresse der Datenbank"
            " (zum Ausprobieren startet «geleit demo» alles auf einmal)."
        )


def embedded_settings(folder: Path) -> dict[str, str]:
    """Environment that goes with the embedded database: a demo on this machine, with a key of its
    own.
    """
    settings = {"GELEIT_DATA": str(folder), "GELEIT_DEMO": "yes", "GELEIT_HTTPS": "no"}
    if not environment.text("GELEIT_SECRET_KEY"):
        settings["GELEIT_SECRET_KEY_FILE"] = str(_key_file(folder))
    return settings


def _key_file(folder: Path) -> Path:
    file = folder / "secret-key"
    if not file.exists():
        open_data_folder(folder)
        incoming = file.with_suffix(".new")
        incoming.unlink(missing_ok=True)
        with os.fdopen(os.open(incoming, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
            out.write(secrets.token_urlsafe(64))
        incoming.replace(file)
    return file


def _use(server: EmbeddedServer, role: Role) -> None:
    for name, value in embedded_settings(server.folder).items():
        _set(name, value)
    addresses = server.urls()
    _set("GELEIT_DATABASE_URL", addresses.owner if role == "owner" else addresses.app)


def _set(name: str, value: str) -> None:
    os.environ[name] = value
    os.environ.pop(f"{name}_FILE", None)  # it would win


def _set_up_django() -> None:
    import django  # noqa: PLC0415 - slow import

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "geleit.config.settings")
    django.setup()

    from django.db import connection  # noqa: PLC0415 - slow import

    connection.ensure_connection()


def _refuse_unmigrated() -> None:
    from django.db import connection  # noqa: PLC0415 - slow import
    from django.db.migrations.executor import MigrationExecutor  # noqa: PLC0415 - slow import

    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise Refusal(
            "Die Datenbank ist nicht auf dem Stand dieser Version;"
            " bitte zuerst «geleit migrate» ausführen."
        )


def _disconnect() -> None:
    from django.db import connections  # noqa: PLC0415 - slow import

    connections.close_all()
