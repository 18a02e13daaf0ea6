"""What the architecture tests walk over."""

import tomllib
from pathlib import Path

from django.apps import apps
from django.db import models

PROJECT = Path(__file__).resolve().parents[2]
PACKAGE = PROJECT / "src" / "geleit"


def own_models() -> list[type[models.Model]]:
    """Models of Geleit's own domains that have a table."""
    return [m for m in apps.get_models() if m.__module__.startswith("geleit.") and m._meta.managed]


def domain_of(model: type[models.Model]) -> str:
    return model.__module__.split(".")[1]


def domain_order() -> dict[str, int]:
    """Position of each domain from top to bottom, as the import contract says."""
    with (PROJECT / "pyproject.toml").open("rb") as file:
        contracts = tomllib.load(file)["tool"]["importlinter"]["contracts"]
    layers = next(c["layers"] for c in contracts if c["id"] == "domains")
    return {
        name.strip(" ()"): place for place, layer in enumerate(layers) for name in layer.split("|")
    }
