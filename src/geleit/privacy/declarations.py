"""What personal data each model holds, declared once by its domain.

Tests, the record of processing activities and the erasure run are made from this register.
"""

from dataclasses import dataclass
from typing import Literal

from django.db import models

About = Literal["client", "staff", "nobody"]


@dataclass(frozen=True)
class Declaration:
    """Whose data a model holds, why, how long, and whether it holds confidential text."""

    model: type[models.Model]
    about: About
    why: str
    kept: str
    sealed: bool = False


_REGISTER: dict[str, Declaration] = {}


def declare(
    model: type[models.Model], about: About, *, why: str = "", kept: str = "", sealed: bool = False
) -> None:
    """Register a model's declaration; called from the domain's `apps.py`. A second one is an error."""
    label = model._meta.label
    if label in _REGISTER:
        raise RuntimeError(f"{label} is declared twice")
    _REGISTER[label] = Declaration(model, about, why, kept, sealed)


def declarations() -> list[Declaration]:
    """All declarations, in the order of their tables' names."""
    return sorted(_REGISTER.values(), key=lambda d: d.model._meta.db_table)
