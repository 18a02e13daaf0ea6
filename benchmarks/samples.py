"""Many durations in a few numbers."""

import math
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Summary:
    """Durations in milliseconds: half are at most p50, 95 of 100 at most p95."""

    number: int
    p50: float
    p95: float
    longest: float


def share_below(ordered: Sequence[float], share: float) -> float:
    """The smallest of the ordered values that at least this share of them does not exceed (nearest rank)."""
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def summary(milliseconds: Sequence[float]) -> Summary:
    """Number, p50, p95 and longest; all zero for none."""
    if not milliseconds:
        return Summary(0, 0.0, 0.0, 0.0)
    ordered = sorted(milliseconds)
    figures = share_below(ordered, 0.5), share_below(ordered, 0.95), ordered[-1]
    return Summary(len(ordered), *(round(figure, 1) for figure in figures))
