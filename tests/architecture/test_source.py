"""Rules for the source that neither the linter nor the import contracts check."""

import ast
from pathlib import Path

import pytest

from tests.architecture.models import PACKAGE, PROJECT

WRITES = {
    "save",
    "create",
    "update",
    "delete",
    "bulk_create",
    "bulk_update",
    "get_or_create",
    "update_or_create",
}
# Rooms that may write: actions; migrations; the demo data, which fill an empty database in one go.
MAY_WRITE = ("actions", "migrations", "demo_data")
SOURCES = sorted(p for p in PACKAGE.rglob("*.py") if "migrations" not in p.parts)


def name(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


def queryset_writes(tree: ast.AST) -> list[str]:
    """Calls such as `Model.objects.filter(…).update(…)`: a write at the end of a chain that names `objects`."""
    found = []
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in WRITES
        ):
            chain = ast.unparse(node.func.value)
            if ".objects" in chain:
                found.append(f"{node.lineno}: {chain}.{node.func.attr}")
    return found


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_only_actions_write(path) -> None:
    if any(part.removesuffix(".py") in MAY_WRITE for part in path.parts):
        return
    assert queryset_writes(ast.parse(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("path", [p for p in SOURCES if "config" not in p.parts], ids=name)
def test_environment_is_read_in_one_place(path) -> None:
    text = path.read_text(encoding="utf-8")

    if "runtime" not in path.parts:  # it hands the environment on to the processes it starts
        assert "os.environ" not in text
    assert "getenv(" not in text


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_files_stay_readable_in_one_sitting(path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("templates/**/*.html")), ids=name)
def test_templates_hold_neither_inline_script_nor_style(path) -> None:
    text = path.read_text(encoding="utf-8")

    assert " style=" not in text
    assert "<style" not in text
    assert "onclick=" not in text
    assert "<script>" not in text


def test_decisions_are_numbered_without_gap() -> None:
    numbers = sorted(int(p.name[:4]) for p in (PROJECT / "docs/decisions").glob("0*.md"))

    assert numbers == list(range(1, len(numbers) + 1))
