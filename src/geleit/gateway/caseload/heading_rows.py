"""Finding the line of headings: below titles and blank lines, on one line or on two."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from geleit.gateway.caseload.fields import NAME_FIELDS, Cell
from geleit.gateway.caseload.heading_match import HeadingMatch, match_heading
from geleit.gateway.caseload.sheets import MergedAreas
from geleit.gateway.caseload.text import fold, tidy_lines

Match = Callable[[str], HeadingMatch | None]

ROWS_SEARCHED = 60
_FEWEST_FIELDS = 2


@dataclass(frozen=True, slots=True)
class HeadingRows:
    """Where the headings stand (rows counted from 0) and what stands above each column."""

    rows: tuple[int, ...]
    texts: tuple[str, ...]
    # Columns whose heading reaches over the next column too.
    spans_two: frozenset[int] = frozenset()

    @property
    def keys(self) -> frozenset[str]:
        """The headings folded, to tell whether another sheet has the same ones."""
        return frozenset(key for key in map(fold, self.texts) if key)


def find_headings(rows: list[list[Cell]], merged: MergedAreas) -> HeadingRows | None:
    """Return the headings of the best line, or of two lines that say more together, or None."""
    best: HeadingRows | None = None
    best_score = (0, 0)
    # Remembered for this search only: most of what is looked at are people's data.
    match = cache(_match_surely)
    for row in range(min(len(rows), ROWS_SEARCHED)):
        for numbers in ((row,), (row, row + 1)):
            if numbers[-1] >= len(rows) or (len(numbers) > 1 and _holds_values(rows[numbers[-1]])):
                continue
            found = headings_at(numbers, rows, merged, match)
            # Of equals one line wins over two, and the upper over the lower.
            score = (sum(match(text) is not None for text in found.texts), -len(numbers))
            if score > best_score:
                best, best_score = found, score
    if best is None or not _is_table(best):
        return None
    return best


def _match_surely(text: str) -> HeadingMatch | None:
    return match_heading(text, guess=False)


def headings_at(
    numbers: tuple[int, ...],
    rows: list[list[Cell]],
    merged: MergedAreas,
    match: Match = _match_surely,
) -> HeadingRows:
    """Read the headings that stand in the given rows (one or two)."""
    width = max(len(rows[number]) for number in numbers)
    lower = _texts(rows[numbers[-1]], width)
    areas = [area for number in numbers for area in merged.starting_in(number)]
    spans_two = frozenset(
        area[0][1]
        for area in areas
        if area[1][1] == area[0][1] + 1 and not _has_texts_below(area, lower, numbers)
    )
    if len(numbers) == 1:
        return HeadingRows(numbers, tuple(lower), spans_two)
    upper = _spread(_texts(rows[numbers[0]], width), lower, numbers[0], merged)
    texts = tuple(_joined(above, below, match) for above, below in zip(upper, lower, strict=True))
    return HeadingRows(numbers, texts, spans_two)


def _texts(row: list[Cell], width: int) -> list[str]:
    texts = [tidy_lines(cell) if isinstance(cell, str) else "" for cell in row]
    return texts + [""] * (width - len(texts))


def _has_texts_below(
    area: tuple[tuple[int, int], tuple[int, int]], lower: list[str], numbers: tuple[int, ...]
) -> bool:
    is_upper = area[1][0] < numbers[-1]
    return is_upper and any(lower[area[0][1] : area[1][1] + 1])


def _spread(upper: list[str], lower: list[str], row: int, merged: MergedAreas) -> list[str]:
    """Let a group heading stand above every column it is meant for.

    Merged cells say how far it reaches. In a CSV nothing does, so it reaches to the next group.
    """
    spread = list(upper)
    areas = merged.starting_in(row)
    for (_, first), (_, last) in areas:
        for column in range(first, min(last + 1, len(spread))):
            spread[column] = upper[first]
    if not areas:
        for column in range(1, len(spread)):
            if not spread[column] and lower[column]:
                spread[column] = spread[column - 1]
    return spread


def _joined(upper: str, lower: str, match: Match) -> str:
    """Choose the reading of two headings that says most: together, swapped, or the lower alone."""
    if not upper or not lower:
        return upper or lower
    readings = (f"{upper} {lower}", f"{lower} {upper}", lower)
    sure = [(found.confidence, text) for text in readings if (found := match(text))]
    return max(sure, key=lambda pair: pair[0])[1] if sure else readings[0]


def _holds_values(row: list[Cell]) -> bool:
    """Whether a row has numbers or dates and so is no line of headings."""
    return any(isinstance(cell, (int, float, dt.date, dt.time)) for cell in row)


def _is_table(found: HeadingRows) -> bool:
    """A list has a column of names, and another heading unless it has hardly any columns."""
    matches = [match for text in found.texts if (match := match_heading(text))]
    has_names = any(match.field in NAME_FIELDS for match in matches)
    few_columns = sum(bool(text) for text in found.texts) <= _FEWEST_FIELDS
    return has_names and (len(matches) >= _FEWEST_FIELDS or few_columns)
