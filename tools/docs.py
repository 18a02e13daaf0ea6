"""Writes the reference pages that are made from code and data, so that they cannot drift.

python tools/docs.py            writes them
python tools/docs.py --check    fails if one differs from what would be written
"""

import argparse
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
REFERENCE = PROJECT / "docs" / "reference"
MADE = "<!-- Made by tools/docs.py; change the source instead. -->\n\n"
KINDS = {"flag": "yes or no", "number": "whole number"}

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "geleit.config.settings")


def environment_page() -> str:
    from geleit.config.environment import VARIABLES

    rows = [
        f"| `{v.name}` | {KINDS.get(v.kind, v.kind)} | {f'`{v.default}`' if v.default else '–'} | {v.explains} |"
        for v in VARIABLES
    ]
    return (
        f"# Environment variables\n\n{MADE}Secrets may be given as a file instead: `NAME_FILE` holds its path.\n\n"
        "| variable | kind | default | meaning |\n|---|---|---|---|\n" + "\n".join(rows) + "\n"
    )


def environment_example() -> str:
    from geleit.config.environment import VARIABLES

    return "\n".join(f"# {v.explains}\n#{v.name}={v.default}\n" for v in VARIABLES)


def data_page() -> str:
    from django.apps import apps

    from geleit.privacy.declarations import declarations

    declared = {d.model: d for d in declarations()}
    parts = [
        f"# Data dictionary\n\n{MADE}Every table, what a row is, whose data it holds and what each field means.\n"
    ]
    for model in apps.get_models():
        if model.__module__.startswith("geleit.") and model._meta.managed:
            parts.append(_model_section(model, declared.get(model)))
    return "\n".join(parts)


def _model_section(model: type, declaration: object) -> str:
    meta = model._meta  # type: ignore[attr-defined]
    first = (model.__doc__ or "").strip()
    lines = [f"## {meta.label} · `{meta.db_table}`\n", re.sub(r"\n\s+", "\n", first), ""]
    if declaration is not None:
        whose = {"client": "clients", "staff": "staff", "nobody": "nobody"}[declaration.about]  # type: ignore[attr-defined]
        why = f" Why: {declaration.why}." if declaration.why else ""  # type: ignore[attr-defined]
        kept = f" Kept: {declaration.kept}." if declaration.kept else ""  # type: ignore[attr-defined]
        lines.append(f"Data about: {whose}.{why}{kept}\n")
    lines += ["| field | type | meaning |", "|---|---|---|"]
    for field in meta.get_fields():
        if getattr(field, "column", None):
            help_text = str(field.help_text or field.verbose_name)
            lines.append(f"| `{field.column}` | {field.get_internal_type()} | {help_text} |")
    return "\n".join(lines) + "\n"


def glossary_page() -> str:
    with (PROJECT / "docs" / "glossary.toml").open("rb") as file:
        entries = sorted(tomllib.load(file).values(), key=lambda e: e["de"].lower())
    rows = []
    for e in entries:
        cells = [
            e["de"],
            e["en"],
            f"`{e['owner']}.{e['code']}`",
            e["definition_de"],
            e["source"],
            ", ".join(e["not"]),
        ]
        rows.append(f"| {' | '.join(cells)} |")
    return (
        f"# Glossary\n\n{MADE}| German | English | code | definition | source | not |\n|---|---|---|---|---|---|\n"
        + "\n".join(rows)
        + "\n"
    )


def rights_page() -> str:
    with (PROJECT / "tests" / "access" / "matrix.toml").open("rb") as file:
        matrix = tomllib.load(file)
    roles = matrix.pop("roles")
    head = "| page | " + " | ".join(roles.values()) + " |"
    lines = [
        f"# Rights\n\n{MADE}What each role gets at each address; the same table is tried by the tests.\n",
        head,
        "|---|" + "---|" * len(roles),
    ]
    for name, row in sorted(matrix["pages"].items()):
        lines.append(
            f"| `{name}` | "
            + " | ".join(str(row.get(role, row["default"])) for role in roles)
            + " |"
        )
    return "\n".join(lines) + "\n"


def commands_page() -> str:
    from geleit.config.cli import COMMANDS

    parts = [f"# Commands\n\n{MADE}"]
    for name in ["", *sorted(COMMANDS)]:
        words = ["geleit", *([name] if name else [])]
        run = subprocess.run(
            [sys.executable, "-m", "geleit.config.cli", *words[1:], "--help"],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "COLUMNS": "90"},
        )
        parts.append(f"## {' '.join(words)}\n\n```text\n{run.stdout.strip()}\n```\n")
    return "\n".join(parts)


def pages() -> dict[Path, str]:
    """Every generated file and what it must hold."""
    return {
        REFERENCE / "environment.md": environment_page(),
        PROJECT / ".env.example": environment_example(),
        REFERENCE / "data.md": data_page(),
        REFERENCE / "glossary.md": glossary_page(),
        REFERENCE / "rights.md": rights_page(),
        REFERENCE / "commands.md": commands_page(),
    }


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--check", action="store_true", help="change nothing")
    is_check = parser.parse_args().check

    import django
    from django.utils import translation

    django.setup()
    translation.activate("en")
    stale = []
    for path, text in pages().items():
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        stale.append(str(path.relative_to(PROJECT)))
        if not is_check:
            path.write_text(text, encoding="utf-8")
    if is_check and stale:
        print("out of date, run `make docs`: " + ", ".join(stale))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
