"""Compile every message catalogue of the source: `*.po` to `*.mo`, without a system gettext."""

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

SOURCE = Path(__file__).resolve().parents[1] / "src"


def compile_catalogue(source: Path) -> Path:
    """Write the compiled catalogue beside its source; unsure translations are left out."""
    with source.open("rb") as file:
        catalogue = read_po(file, abort_invalid=True)
    target = source.with_suffix(".mo")
    incoming = source.with_suffix(".mo.new")
    with incoming.open("wb") as file:
        write_mo(file, catalogue, use_fuzzy=False)
    incoming.replace(target)
    return target


if __name__ == "__main__":
    for each in sorted(SOURCE.glob("**/locale/**/*.po")):
        compile_catalogue(each)
