"""Keeps the German catalogues complete, without GNU gettext.

Each domain translates in its own `locale/de/LC_MESSAGES/django.po`; a text counts as translated if any domain does so.

    python tools/catalogues.py            adds missing texts (empty) and drops unused ones
    python tools/catalogues.py --check    fails if a text is missing, unused or translated in two ways
"""

import argparse
import io
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

PACKAGE = Path(__file__).resolve().parents[1] / "src" / "geleit"
KEYWORDS = {
    "gettext": None, "gettext_lazy": None, "gettext_noop": None, "_": None,
    "ngettext": (1, 2), "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2), "pgettext_lazy": ((1, "c"), 2), "npgettext": ((1, "c"), 2, 3),
}  # fmt: skip

Key = tuple[str, str]  # context, text


def domains() -> list[Path]:
    """The packages that may hold texts."""
    return sorted(path for path in PACKAGE.iterdir() if (path / "__init__.py").exists())


def texts_of(domain: Path) -> Iterator[tuple[Key, str]]:
    """Every text of a domain that people may read, with its plural or ''."""
    for path in sorted(domain.rglob("*.py")):
        if "migrations" not in path.parts:
            yield from _texts(path.read_text(encoding="utf-8"))
    for path in sorted(domain.rglob("templates/**/*.*")):
        if path.suffix in {".html", ".txt"}:
            # Django turns a template into lines that look like code; only their indentation is odd.
            lines = templatize(path.read_text(encoding="utf-8")).splitlines()
            yield from _texts("\n".join(line.strip() for line in lines))


def _texts(source: str) -> Iterator[tuple[Key, str]]:
    stream = io.BytesIO(source.encode("utf-8"))
    for _line, message, _comments, context in extract("python", stream, KEYWORDS):
        single, plural = message if isinstance(message, tuple) else (message, "")
        if single:
            yield (context or "", single), plural


def read(domain: Path) -> Catalog:
    """The German catalogue of a domain, empty where it has none."""
    path = catalogue_path(domain)
    if not path.exists():
        return Catalog(locale="de", charset="utf-8", fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale="de")


def catalogue_path(domain: Path) -> Path:
    return domain / "locale" / "de" / "LC_MESSAGES" / "django.po"


def translated(message: Message) -> bool:
    """Whether a message has all its German texts and nobody marked it as doubtful."""
    strings = message.string if isinstance(message.string, tuple) else (message.string,)
    return all(strings) and not message.fuzzy


def entries(catalogue: Catalog) -> Iterator[tuple[Key, Message]]:
    for message in catalogue:
        if message.id:
            single = message.id[0] if isinstance(message.id, tuple) else message.id
            yield (message.context or "", single), message


def problems() -> list[str]:
    """What is wrong with the catalogues, a line each."""
    used = {key: domain.name for domain in domains() for key, _plural in texts_of(domain)}
    known: dict[Key, set[str]] = defaultdict(set)
    found = []
    for domain in domains():
        for key, message in entries(read(domain)):
            if key not in used:
                found.append(f"{domain.name}: unused «{key[1]}»")
            if translated(message):
                known[key].add(str(message.string))
    found += [f"{used[key]}: not translated «{key[1]}»" for key in used if key not in known]
    found += [
        f"translated in two ways «{key[1]}»: {sorted(ways)}"
        for key, ways in known.items()
        if len(ways) > 1
    ]
    return sorted(found)


def update() -> None:
    """Add missing texts to the catalogue of the domain that uses them; drop what nobody uses."""
    used = {domain: dict(texts_of(domain)) for domain in domains()}
    everywhere = set().union(*used.values())
    known = {
        key for domain in domains() for key, message in entries(read(domain)) if translated(message)
    }
    for domain in domains():
        old = read(domain)
        fresh = Catalog(locale="de", charset="utf-8", fuzzy=False)
        present = {key: message for key, message in entries(old) if key in everywhere}
        missing = {
            key: plural
            for key, plural in used[domain].items()
            if key not in known and key not in present
        }
        for key in sorted({*present, *missing}, key=lambda k: (k[1].lower(), k)):
            message = present.get(key)
            identity = (
                message.id if message else ((key[1], missing[key]) if missing[key] else key[1])
            )
            fresh.add(identity, message.string if message else None, context=key[0] or None)
        if len(fresh):
            path = catalogue_path(domain)
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("wb") as file:
                write_po(file, fresh, omit_header=False, width=110)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--check", action="store_true", help="change nothing")
    if not parser.parse_args().check:
        update()
    found = problems()
    print("\n".join(found) or "catalogues complete")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
