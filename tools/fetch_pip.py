"""Fetch pip's wheel with nothing but the standard library, for a Python that comes without pip.

The version and its hashes are those locked in the developers' requirements; the index is the one
the user's pip configuration names, read from the same places and variables as pip does.
"""

from __future__ import annotations

import base64
import configparser
import hashlib
import os
import re
import ssl
import urllib.parse
import urllib.request
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

DEFAULT_INDEX = "https://pypi.org/simple"


class _Links(HTMLParser):
    """Collects the addresses a page links to."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value for name, value in attrs if tag == "a" and name == "href" and value]


def fetch_pip(requirements: Path, folder: Path, failure: type[Exception]) -> Path:
    """The locked pip as a wheel in the folder; raises `failure` if no index has it."""
    version, hashes = locked_pip(requirements)
    name = f"pip-{version}-py3-none-any.whl"
    reasons = []
    for page in index_pages():
        try:
            links = _Links()
            links.feed(_read(page).decode())
            for link in links.found:
                if (
                    urllib.parse.urlsplit(link).path.endswith(f"/{name}")
                    or link.split("#")[0] == name
                ):
                    wheel = folder / name
                    wheel.write_bytes(_checked(_read(urllib.parse.urljoin(page, link)), hashes))
                    return wheel
        except (OSError, ValueError) as error:
            reasons.append(str(error))
    why = "; ".join(reasons) or "in keinem Paketverzeichnis gefunden"
    raise failure(
        f"{name} ließ sich nicht laden ({why}); das Debian-Paket python3-venv hilft auch."
    )


def locked_pip(requirements: Path) -> tuple[str, set[str]]:
    """Version and hashes of pip in a requirements file with hashes."""
    text = requirements.read_text(encoding="utf-8")
    found = re.search(r"^pip==(\S+)((?:\s*\\\n\s*--hash=sha256:[0-9a-f]{64})+)", text, re.MULTILINE)
    if not found:
        raise ValueError(f"{requirements} locks no pip")
    return found[1], set(re.findall(r"sha256:([0-9a-f]{64})", found[2]))


def index_pages() -> Iterator[str]:
    """Addresses of pip's page in each configured package index."""
    first = _configured("index-url") or DEFAULT_INDEX
    for index in [first, *_configured("extra-index-url").split()]:
        page = f"{index.rstrip('/')}/pip/"
        yield f"{page}index.html" if page.startswith("file:") else page


def _configured(key: str) -> str:
    """A value of pip's configuration: the environment first, then the user's file, then the
    machine's.
    """
    value = os.environ.get(f"PIP_{key.upper().replace('-', '_')}")
    if value:
        return value
    parser = configparser.RawConfigParser()
    home = Path.home()
    config = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config")
    files = [
        "/etc/xdg/pip/pip.conf",
        "/etc/pip.conf",
        home / ".pip/pip.conf",
        config / "pip/pip.conf",
    ]
    parser.read([*files, os.environ.get("PIP_CONFIG_FILE") or os.devnull], encoding="utf-8")
    for section in ("install", "global"):
        if parser.has_option(section, key):
            return parser.get(section, key)
    return ""


def _read(address: str) -> bytes:
    parts = urllib.parse.urlsplit(address)
    request = urllib.request.Request(address)
    if parts.username:
        bare = parts._replace(netloc=parts.netloc.rpartition("@")[2])
        word = (
            f"{urllib.parse.unquote(parts.username)}:{urllib.parse.unquote(parts.password or '')}"
        )
        request = urllib.request.Request(urllib.parse.urlunsplit(bare))
        request.add_header("Authorization", f"Basic {base64.b64encode(word.encode()).decode()}")
    context = ssl.create_default_context(cafile=_configured("cert") or None)
    with urllib.request.urlopen(request, timeout=60, context=context) as answer:
        content: bytes = answer.read()
    return content


def _checked(content: bytes, hashes: set[str]) -> bytes:
    if hashlib.sha256(content).hexdigest() not in hashes:
        raise ValueError("die Prüfsumme stimmt nicht")
    return content
