"""Chance that repeats itself: everything drawn follows from the seed and the name of what is drawn."""

from collections.abc import Mapping
from random import Random
from typing import TypeVar

Value = TypeVar("Value")


def dice(seed: int, *what: object) -> Random:
    """A source of chance of its own for one part of the load, whatever the other parts draw."""
    return Random("/".join(map(str, (seed, *what))))  # noqa: S311 - must repeat, protects nothing


def deck(weights: Mapping[Value, float], cards: int = 500) -> list[Value]:
    """A list to draw from with one throw, `pile[int(throw() * len(pile))]`: shares become numbers of cards.

    Everything with a weight gets at least one card.
    """
    total = sum(weights.values())
    return [
        value
        for value, weight in weights.items()
        for _ in range(max(1, round(weight * cards / total)) if weight else 0)
    ]


def shares(total: int, weights: list[float]) -> list[int]:
    """Whole numbers in these proportions that sum up to the total exactly."""
    whole = sum(weights)
    parts = [total * weight / whole for weight in weights]
    floors = [int(part) for part in parts]
    by_rest = sorted(range(len(parts)), key=lambda i: (floors[i] - parts[i], i))
    for i in by_rest[: total - sum(floors)]:
        floors[i] += 1
    return floors
