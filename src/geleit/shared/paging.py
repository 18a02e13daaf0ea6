"""Paging that stays quick at any length: by the last row seen, never by counting rows away."""

import base64
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.core.exceptions import ValidationError
from django.db.models import Model, Q, QuerySet

Row = TypeVar("Row", bound=Model)

PAGE_SIZE = 25
# Counting stops here: «more than 1,000» is all a person needs, and the exact number would cost seconds.
COUNT_LIMIT = 1000


@dataclass(frozen=True)
class Page(Generic[Row]):
    """Rows of one page and the cursors of its neighbours; an empty cursor means there is none."""

    rows: list[Row]
    previous: str
    next: str


def page(
    queryset: QuerySet[Row], *, order: Sequence[str], cursor: str = "", size: int = PAGE_SIZE
) -> Page[Row]:
    """One page of a queryset. `order` names columns that are never NULL, the last of them unique.

    A cursor that was not made by this function, or for another order, shows the first page.
    """
    backwards, position = _decoded(cursor, len(order))
    wanted = [_reversed(name) for name in order] if backwards else list(order)
    found = queryset.order_by(*wanted)
    try:
        if position is not None:
            found = _after(found, wanted, position)
        rows = list(found[: size + 1])
    except (ValueError, ValidationError):  # a cursor somebody has tampered with
        return page(queryset, order=order, size=size)
    has_more = len(rows) > size
    rows = rows[:size]
    if backwards:
        rows.reverse()
    has_next = has_more if not backwards else position is not None
    has_previous = position is not None if not backwards else has_more
    return Page(
        rows=rows,
        previous=_encoded(rows[0], order, "p") if rows and has_previous else "",
        next=_encoded(rows[-1], order, "n") if rows and has_next else "",
    )


def capped_count(queryset: QuerySet[Any]) -> int:
    """Number of rows, at most `COUNT_LIMIT + 1`."""
    return queryset.order_by()[: COUNT_LIMIT + 1].count()


def _reversed(name: str) -> str:
    return name[1:] if name.startswith("-") else f"-{name}"


def _after(queryset: QuerySet[Row], order: Sequence[str], position: Sequence[Any]) -> QuerySet[Row]:
    """Rows that come after the position; the first condition alone lets PostgreSQL use the index."""
    condition = Q()
    equal = Q()
    for name, value in zip(order, position, strict=True):
        column = name.lstrip("-")
        step = "lt" if name.startswith("-") else "gt"
        condition |= equal & Q(**{f"{column}__{step}": value})
        equal &= Q(**{column: value})
    first = order[0].lstrip("-")
    bound = "lte" if order[0].startswith("-") else "gte"
    return queryset.filter(condition, **{f"{first}__{bound}": position[0]})


def _encoded(row: Model, order: Sequence[str], direction: str) -> str:
    values = [getattr(row, name.lstrip("-")) for name in order]
    written = json.dumps([direction, *[v if isinstance(v, int | str) else str(v) for v in values]])
    return base64.urlsafe_b64encode(written.encode()).decode().rstrip("=")


def _decoded(cursor: str, length: int) -> tuple[bool, list[Any] | None]:
    if not cursor:
        return False, None
    try:
        direction, *values = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except ValueError:
        return False, None
    is_usable = direction in {"n", "p"} and len(values) == length
    is_usable = is_usable and all(isinstance(value, int | str) for value in values)
    return (direction == "p", values) if is_usable else (False, None)
