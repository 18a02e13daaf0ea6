"""The official tree of Baden-Württemberg as data; source in SOURCE.md beside the files."""

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

from django.utils.text import slugify

_UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}
)


@dataclass(frozen=True)
class County:
    ags: str
    nuts: str
    is_city: bool
    name: str
    slug: str
    population: int


@dataclass(frozen=True)
class Municipality:
    ags: str
    county_ags: str
    name: str
    slug: str
    is_inhabited: bool


def short_name(name: str) -> str:
    """An ASCII name for addresses and commands: «Villingen-Schwenningen, Stadt» → villingen-schwenningen."""
    return slugify(name.split(",")[0].translate(_UMLAUTS))


def counties() -> list[County]:
    """The 44 counties, in the order of their keys."""
    return [
        County(
            ags=row["ags"],
            nuts=row["nuts3"],
            is_city=row["kind"] == "Stadtkreis",
            name=f"{row['kind']} {row['name']}",
            slug=f"{row['kind'].lower()}-{short_name(row['name'])}",
            population=int(row["population_2018"]),
        )
        for row in _rows("counties_bw.csv")
    ]


def municipalities() -> list[Municipality]:
    """The 1,103 municipalities and areas. Equal names get their county's name added to the short name."""
    rows = list(_rows("municipalities_bw.csv"))
    seats = {county.ags: county.slug.split("-", 1)[1] for county in counties()}
    twice = {
        name for name, count in Counter(short_name(r["name"]) for r in rows).items() if count > 1
    }
    return [_municipality(row, seats, twice) for row in rows]


def _municipality(row: dict[str, str], seats: dict[str, str], twice: set[str]) -> Municipality:
    slug = short_name(row["name"])
    is_inhabited = "gemeindefreies Gebiet" not in row["name"]
    if not is_inhabited:
        slug += "-gemeindefrei"
    elif slug in twice:
        slug += "-" + seats[row["county_ags"]]
    return Municipality(
        row["ags"], row["county_ags"], row["name"].split(",")[0], slug, is_inhabited
    )


def _rows(name: str) -> Iterator[dict[str, str]]:
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    yield from csv.DictReader(text.splitlines())
