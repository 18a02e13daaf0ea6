"""Every environment variable Geleit reads, declared once.

Settings, `geleit check`, `.env.example` and the reference page are made from `VARIABLES`. Nothing else
in the product may read the environment.
"""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Kind = Literal["text", "flag", "number", "list", "path", "secret"]


@dataclass(frozen=True)
class Variable:
    """One environment variable: how it is read and what an operator must know about it."""

    name: str
    kind: Kind
    default: str
    explains: str


VARIABLES: tuple[Variable, ...] = (
    Variable(
        "GELEIT_DATABASE_URL",
        "secret",
        "",
        "Database as seen by web and worker (role geleit_app). Empty: the embedded PostgreSQL of `geleit demo`.",
    ),
    Variable(
        "GELEIT_OWNER_DATABASE_URL",
        "secret",
        "",
        "Database as seen by `geleit migrate` (role geleit_owner). Never give it to web or worker.",
    ),
    Variable(
        "GELEIT_SECRET_KEY",
        "secret",
        "",
        "Signs cookies and links. At least 50 random characters; changing it signs everybody out.",
    ),
    Variable(
        "GELEIT_DATA",
        "path",
        "",
        "Folder for the embedded database, uploads and logs of this installation.",
    ),
    Variable("GELEIT_PORT", "number", "8000", "Port the web process listens on."),
    Variable(
        "GELEIT_HOSTS",
        "list",
        "localhost,127.0.0.1,[::1]",
        "Host names under which Geleit may be reached, separated by commas.",
    ),
    Variable(
        "GELEIT_BASE_URL",
        "text",
        "",
        "Address people type, used in mails, e.g. https://geleit.example.org. Empty: http://localhost and the port.",
    ),
    Variable(
        "GELEIT_DEMO",
        "flag",
        "no",
        "Demo installation: log-ins are shown and a second factor is not asked for. Never with real people's data.",
    ),
    Variable(
        "GELEIT_DEBUG",
        "flag",
        "no",
        "Show developers' error pages. Never where others can reach it.",
    ),
    Variable(
        "GELEIT_HTTPS",
        "flag",
        "yes",
        "Geleit is reached over TLS: cookies are marked secure and HSTS is sent. The demo switches it off.",
    ),
    Variable(
        "GELEIT_TRUSTED_PROXY",
        "flag",
        "no",
        "A reverse proxy in front sets X-Forwarded-Proto and X-Forwarded-For and overwrites what clients send.",
    ),
    Variable(
        "GELEIT_MAIL_URL",
        "secret",
        "",
        "Where mail goes, e.g. smtp+tls://user:password@mail.example.org:587. Empty: written to the log folder.",
    ),
    Variable("GELEIT_MAIL_FROM", "text", "Geleit <geleit@localhost>", "Sender of mails."),
    Variable(
        "GELEIT_IDLE_MINUTES",
        "number",
        "30",
        "Minutes without activity after which a person is signed out.",
    ),
    Variable(
        "GELEIT_LEAKED_PASSWORDS",
        "path",
        "",
        "Sorted SHA-1 hashes of leaked passwords (format of Have I Been Pwned). Empty: the list that comes along.",
    ),
    Variable("GELEIT_OIDC_NAME", "text", "", "Name of the sign-in service shown on the button."),
    Variable(
        "GELEIT_OIDC_SERVER",
        "text",
        "",
        "Address of the OpenID Connect server. Empty: password sign-in only.",
    ),
    Variable("GELEIT_OIDC_CLIENT_ID", "text", "", "Client id at the OpenID Connect server."),
    Variable(
        "GELEIT_OIDC_CLIENT_SECRET", "secret", "", "Client secret at the OpenID Connect server."
    ),
)

_BY_NAME = {variable.name: variable for variable in VARIABLES}


class BadEnvironment(Exception):
    """An environment variable cannot be used; the message names it and says what is wrong."""


def text(name: str) -> str:
    """Value of a variable; `NAME_FILE` may name a file that holds it, for secrets."""
    variable = _BY_NAME[name]
    file = os.environ.get(f"{name}_FILE")
    if file:
        try:
            return Path(file).read_text(encoding="utf-8").strip()
        except OSError as error:
            raise BadEnvironment(
                f"{name}_FILE: {file} ist nicht lesbar ({error.strerror})."
            ) from error
    return os.environ.get(name, variable.default).strip()


def flag(name: str) -> bool:
    """Truth of a variable; only yes/no words are taken, a typing error must not switch anything."""
    value = text(name).lower()
    if value in {"1", "yes", "true", "on", "ja"}:
        return True
    if value in {"", "0", "no", "false", "off", "nein"}:
        return False
    raise BadEnvironment(f"{name}: «{value}» ist weder yes noch no.")


def number(name: str) -> int:
    """Whole number of a variable."""
    value = text(name)
    if not value.isdecimal():
        raise BadEnvironment(f"{name}: «{value}» ist keine ganze Zahl.")
    return int(value)


def words(name: str) -> list[str]:
    """Items of a variable that holds a list separated by commas."""
    return [word.strip() for word in text(name).split(",") if word.strip()]
