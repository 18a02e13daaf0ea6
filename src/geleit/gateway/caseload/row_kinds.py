"""Which lines below the headings are people and which are sums, repeated headings or notes."""

import re
from collections.abc import Callable

from geleit.gateway.caseload.fields import Cell, Field
from geleit.gateway.caseload.headings import Mapping
from geleit.gateway.caseload.sheets import Area
from geleit.gateway.caseload.text import fold, is_blank, tidy

_SUM = re.compile(
    r"(?:zwischen|gesamt|end)?(?:summe|gesamt|total|insgesamt|anzahl|gesamtzahl|gesamtanzahl|gesamtsumme|Σ|sum)"
    r"(?:\s+(?:der\s+)?(?:personen|klient\w*|fälle|haushalte|einträge|datensätze|aktiv\w*|männlich|weiblich|kinder|"
    r"erwachsene))*\s*(?:[:=]\s*.*|\d*)$|\d+\s+(?:personen|klient\w*|fälle|haushalte|einträge)\b.*$",
    re.I,
)
_COUNT = re.compile(r"[\d.,\s]+(?:pers\w*\.?|klient\w*|fälle|haushalte|einträge)?", re.I)
_NOTE = re.compile(
    r"(?:stand|legende|hinweis\w*|erstellt|quelle|anmerkung\w*|bemerkung\w*|seite|fortsetzung|letzte änderung|"
    r"aktualisiert|rot|grün|gelb|blau|grau|farbe\w*|\*)(?:\s*[:=(]|\s*$|\s+\S)",
    re.I,
)
_GROUP = re.compile(
    r"(?:familie|fam\.|haushalt|gemeinde|stadt|ort|team|wohnheim|(?-i:GU)|unterkunft|landkreis)(?:\s.*|:.*|)",
    re.I,
)
_READ_OF_A_TEXT = 200
# Filled in beforehand for lines that are still free.
_PREPARED = frozenset(
    {
        Field.FILE_NUMBER,
        Field.HOUSEHOLD_REFERENCE,
        Field.COUNSELLOR,
        Field.MUNICIPALITY,
        Field.POSTCODE,
    }
)


def kind_of_row(
    cells: list[Cell],
    mapping: Mapping,
    heading_keys: frozenset[str],
    areas: list[Area],
    after_blank: bool,
) -> str | None:
    """Return why a line with something in it is no person, as a code of the wording, or None.

    `cells` are those that stand in the line itself, before merged cells are filled down.
    """
    filled = {column: cell for column, cell in enumerate(cells) if not is_blank(cell)}
    texts = {column: tidy(cell)[:_READ_OF_A_TEXT] for column, cell in filled.items()}
    stated = {mapping.columns[column] for column in filled if column in mapping.columns}
    tests: tuple[tuple[str, Callable[[], bool]], ...] = (
        ("heading_repeated", lambda: _repeats_heading(texts, heading_keys)),
        ("sum_line", lambda: _is_sum(texts, filled)),
        ("section", lambda: _is_section(texts, areas)),
        ("note", lambda: _is_note(texts, after_blank)),
        ("remark_only", lambda: stated == {Field.REMARKS}),
        ("prepared", lambda: bool(stated) and stated <= _PREPARED),
        ("nothing_mapped", lambda: not stated),
    )
    return next((kind for kind, holds in tests if holds()), None)


def _repeats_heading(texts: dict[int, str], heading_keys: frozenset[str]) -> bool:
    """A list printed page by page has its headings again and again."""
    same = sum(fold(text) in heading_keys for text in texts.values())
    return same >= 2 and same * 10 >= len(texts) * 6


def _is_sum(texts: dict[int, str], filled: dict[int, Cell]) -> bool:
    """Some cell says so, and beside it stand only numbers."""
    says_so = [column for column, text in texts.items() if _SUM.match(text)]
    return bool(says_so) and all(
        column in says_so or isinstance(cell, (int, float)) or _COUNT.fullmatch(texts[column])
        for column, cell in filled.items()
    )


def _is_section(texts: dict[int, str], areas: list[Area]) -> bool:
    """One text alone in its line, merged over several columns or naming a group."""
    if len(texts) != 1:
        return False
    ((column, text),) = texts.items()
    is_wide = any(area[0][1] == column and area[1][1] - column >= 2 for area in areas)
    return is_wide or bool(_GROUP.fullmatch(text))


def _is_note(texts: dict[int, str], after_blank: bool) -> bool:
    """One text alone under the list that explains it."""
    if len(texts) != 1:
        return False
    (text,) = texts.values()
    return bool(_NOTE.match(text)) and (after_blank or ":" in text or len(text.split()) > 3)
