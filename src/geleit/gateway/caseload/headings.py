"""What each column means: a guess with its reason, and the choice the user made of it."""

import json
import re
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import Any

from geleit.gateway.caseload import refusals, wording
from geleit.gateway.caseload.fields import (
    NAME_FIELDS,
    REPEATABLE_FIELDS,
    Cell,
    Field,
    NameOrder,
    column_letter,
)
from geleit.gateway.caseload.heading_match import HeadingMatch, match_heading
from geleit.gateway.caseload.heading_rows import HeadingRows
from geleit.gateway.caseload.heading_words import (
    BARE_NAMES,
    MAYBE_RUNNING_NUMBER,
    NAME_ORDER_OF,
    NEEDS_PROOF,
)
from geleit.gateway.caseload.outcomes import Unreadable
from geleit.gateway.caseload.text import fold, is_blank, tidy
from geleit.gateway.caseload.values import Reading, read_value
from geleit.gateway.caseload.values.household_words import ROLE_AT_START

# Where the values do not fit the heading, they may fit what often stands under the same one.
_CONFUSED_WITH = {
    Field.RESIDENCE_VALID_UNTIL: Field.RESIDENCE_KIND,
    Field.RESIDENCE_KIND: Field.RESIDENCE_VALID_UNTIL,
    Field.INTERPRETING: Field.LANGUAGES,
    Field.LANGUAGES: Field.INTERPRETING,
    Field.POSTCODE: Field.ADDRESS,
    Field.EMAIL: Field.PHONE,
}
_MEMBER_LIST = re.compile(r"\d{4}|[,;\n]|\bund\b", re.I)


@dataclass(frozen=True, slots=True)
class ColumnGuess:
    """What one column was taken for, how surely (0 to 1), and why, in German."""

    index: int
    heading: str
    field: Field | None
    confidence: float
    reason: str
    samples: tuple[str, ...] = ()

    @property
    def letter(self) -> str:
        return column_letter(self.index)


@dataclass(frozen=True, slots=True)
class Mapping:
    """What the columns of one sheet mean. Columns that are not named are not taken over.

    `heading_rows` are counted from 1 as in a spreadsheet and are empty where there is no heading.
    """

    sheet: str
    columns: dict[int, Field]
    heading_rows: tuple[int, ...] = ()
    name_order: NameOrder = NameOrder.GIVEN_FIRST

    def __post_init__(self) -> None:
        counts = Counter(field for field in self.columns.values() if field not in REPEATABLE_FIELDS)
        for field_name, count in counts.items():
            if count > 1:
                label = wording.FIELD_LABELS[field_name]
                raise refusals.MappingNotUsable(
                    detail=f"„{label}“ ist mehreren Spalten zugeordnet."
                )
        if not NAME_FIELDS & set(self.columns.values()):
            raise refusals.MappingNotUsable(detail="Es fehlt eine Spalte mit Namen.")

    def to_json(self) -> str:
        """Write the mapping so that `from_json` reads it back."""
        return json.dumps(
            {
                "sheet": self.sheet,
                "heading_rows": list(self.heading_rows),
                "name_order": self.name_order.value,
                "columns": {
                    str(index): field.value for index, field in sorted(self.columns.items())
                },
            },
            ensure_ascii=False,
        )

    @classmethod
    def from_json(cls, text: str) -> "Mapping":
        """Read what `to_json` wrote or a browser sent. Raises `MappingNotUsable`."""
        try:
            stored: dict[str, Any] = json.loads(text)
            return cls(
                sheet=str(stored["sheet"]),
                columns={int(index): Field(name) for index, name in stored["columns"].items()},
                heading_rows=tuple(int(number) for number in stored.get("heading_rows", ())),
                name_order=NameOrder(stored.get("name_order", NameOrder.GIVEN_FIRST)),
            )
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise refusals.MappingNotUsable(detail="Die Angaben sind unvollständig.") from error


@dataclass(slots=True)
class _Column:
    index: int
    heading: str
    values: list[Cell]
    match: HeadingMatch | None
    samples: tuple[str, ...] = field(default=())


def guess_columns(
    found: HeadingRows, rows: list[list[Cell]], reading: Reading
) -> tuple[tuple[ColumnGuess, ...], NameOrder]:
    """Guess every column from its heading and from some rows of values; and the order of names."""
    columns = [_column(index, found, rows) for index in range(len(found.texts))]
    guesses = [_guess(column, reading) for column in columns if column.heading or column.values]
    guesses = _names_over_two_columns(guesses, found.spans_two)
    guesses = _bare_names(guesses, columns)
    guesses = _one_column_per_field(guesses)
    return tuple(guesses), _name_order(guesses, columns)


def mapping_of(
    sheet: str, found: HeadingRows, guesses: tuple[ColumnGuess, ...], order: NameOrder
) -> Mapping:
    """Turn guesses into the mapping that is used where the user chooses nothing else."""
    columns = {guess.index: guess.field for guess in guesses if guess.field is not None}
    return Mapping(sheet, columns, tuple(row + 1 for row in found.rows), order)


def _column(index: int, found: HeadingRows, rows: list[list[Cell]]) -> _Column:
    values = [row[index] for row in rows if index < len(row) and not is_blank(row[index])]
    heading = found.texts[index]
    samples = tuple(dict.fromkeys(tidy(value)[:60] for value in values))[:3]
    return _Column(index, heading, values, match_heading(heading), samples)


def _guess(column: _Column, reading: Reading) -> ColumnGuess:
    """Judge one column: by its heading first, then by whether its values fit."""
    match = column.match
    if match is None:
        return _guess_by_content(column)
    if match.key in MAYBE_RUNNING_NUMBER and _counts_up(column.values):
        return _told(column, None, 0.8, wording.guess_reason("running_number"))
    if match.field is None:
        return _told(
            column,
            None,
            match.confidence,
            wording.guess_reason("left_out", heading=_one_line(column)),
        )
    if match.field == Field.HOUSEHOLD_MEMBERS and _are_counts(column.values):
        return _told(
            column, None, 0.8, wording.guess_reason("only_counts", heading=_one_line(column))
        )
    if match.field == Field.HOUSEHOLD_MEMBERS and _are_references(column):
        match = replace(
            match, field=Field.HOUSEHOLD_REFERENCE, confidence=min(match.confidence, 0.7)
        )
    return _checked_by_values(column, match, reading)


def _checked_by_values(column: _Column, match: HeadingMatch, reading: Reading) -> ColumnGuess:
    """Trust a heading less where few values fit it; give a vague one up."""
    assert match.field is not None  # noqa: S101 - told apart by the caller
    total = len(column.values)
    readable = _count_readable(column, match.field, reading)
    if not total or readable * 2 >= total:
        return _told(column, match.field, match.confidence, match.reason)
    other = _CONFUSED_WITH.get(match.field)
    if other and _count_readable(column, other, reading) * 2 > total:
        return _told(column, other, match.confidence / 2, wording.guess_reason("content"))
    reason = wording.guess_reason(
        "few_readable", reason=match.reason, readable=readable, total=total
    )
    is_vague = match.key in NEEDS_PROOF or match.confidence < 0.8
    if is_vague and readable * 10 < total * 3:
        return _told(column, None, 0.3, reason)
    return _told(column, match.field, match.confidence / 2, reason)


def _count_readable(column: _Column, meant: Field, reading: Reading) -> int:
    outcomes = (read_value(meant, value, reading) for value in column.values)
    return sum(not isinstance(outcome, Unreadable) for outcome in outcomes)


def _guess_by_content(column: _Column) -> ColumnGuess:
    """Without a known heading only e-mail addresses speak for themselves."""
    texts = [tidy(value) for value in column.values]
    if texts and sum("@" in text and "." in text for text in texts) * 10 >= len(texts) * 8:
        return _told(column, Field.EMAIL, 0.5, wording.guess_reason("content"))
    code = "unknown" if column.heading else "no_heading"
    return _told(column, None, 0.0, wording.guess_reason(code, heading=_one_line(column)))


def _told(column: _Column, meant: Field | None, confidence: float, reason: str) -> ColumnGuess:
    return ColumnGuess(
        column.index, _one_line(column), meant, round(confidence, 2), reason, column.samples
    )


def _one_line(column: _Column) -> str:
    return " ".join(column.heading.split())


def _counts_up(values: list[Cell]) -> bool:
    """Whether the values are 1, 2, 3 … and so number the lines, not the people."""
    numbers = [tidy(value).rstrip(".") for value in values]
    return bool(numbers) and numbers == [str(number) for number in range(1, len(numbers) + 1)]


def _are_counts(values: list[Cell]) -> bool:
    """Whether a column of people only counts them."""
    return bool(values) and all(tidy(value).isdecimal() for value in values)


def _are_references(column: _Column) -> bool:
    """Whether a column «Haushalt» or «Familie» holds keys rather than lists of people."""
    texts = [tidy(value) for value in column.values]
    lists = sum(bool(_MEMBER_LIST.search(text) or ROLE_AT_START.match(text)) for text in texts)
    is_vague = column.match is not None and column.match.key in ("haushalt", "familie")
    return is_vague and bool(texts) and lists * 2 < len(texts)


def _names_over_two_columns(
    guesses: list[ColumnGuess], spans_two: frozenset[int]
) -> list[ColumnGuess]:
    """A heading «Name, Vorname» merged over two columns names both of them."""
    by_index = {guess.index: guess for guess in guesses}
    for index in spans_two:
        left, right = by_index.get(index), by_index.get(index + 1)
        if left is None or right is None or left.field != Field.FULL_NAME or right.heading:
            continue
        reason = wording.guess_reason("spans_two", heading=left.heading)
        family_first = (
            NAME_ORDER_OF.get(fold(left.heading)) == NameOrder.FAMILY_FIRST
            or fold(left.heading) in BARE_NAMES
        )
        fields = (Field.FAMILY_NAME, Field.GIVEN_NAME)
        first, second = fields if family_first else fields[::-1]
        by_index[index] = replace(left, field=first, reason=reason)
        by_index[index + 1] = replace(
            right, field=second, confidence=left.confidence, reason=reason
        )
    return [by_index[index] for index in sorted(by_index)]


def _bare_names(guesses: list[ColumnGuess], columns: list[_Column]) -> list[ColumnGuess]:
    """«Name» beside a column of given names holds family names only."""
    fields = {guess.field for guess in guesses}
    if Field.GIVEN_NAME not in fields or Field.FAMILY_NAME in fields:
        return guesses
    keys = {column.index: column.match.key for column in columns if column.match}
    return [
        replace(guess, field=Field.FAMILY_NAME)
        if guess.field == Field.FULL_NAME and keys.get(guess.index) in BARE_NAMES
        else guess
        for guess in guesses
    ]


def _one_column_per_field(guesses: list[ColumnGuess]) -> list[ColumnGuess]:
    """Give a field to the column that fits best; the others are not taken over, and say so."""
    owner: dict[Field, ColumnGuess] = {}
    for guess in guesses:
        meant = guess.field
        if meant and (meant not in owner or guess.confidence > owner[meant].confidence):
            owner[meant] = guess
    kept = []
    for guess in guesses:
        if guess.field and guess.field not in REPEATABLE_FIELDS and owner[guess.field] is not guess:
            letter = owner[guess.field].letter
            reason = wording.guess_reason("taken", heading=guess.heading, letter=letter)
            guess = replace(guess, field=None, confidence=0.0, reason=reason)
        kept.append(guess)
    return kept


def _name_order(guesses: list[ColumnGuess], columns: list[_Column]) -> NameOrder:
    """Read the order off the heading; «Name» alone says nothing, then commas in the values do."""
    for column in columns:
        is_full_name = any(
            guess.index == column.index and guess.field == Field.FULL_NAME for guess in guesses
        )
        if not is_full_name or column.match is None:
            continue
        with_comma = sum("," in value for value in column.values if isinstance(value, str))
        if column.match.key in BARE_NAMES and with_comma * 2 > len(column.values):
            return NameOrder.FAMILY_FIRST
        return NAME_ORDER_OF.get(column.match.key, NameOrder.GIVEN_FIRST)
    return NameOrder.GIVEN_FIRST
