"""Where the invented people come from: shares, families, languages, names and kinds of residence.

Shares are those published for Sinsheim (395 people, DOMAIN § 8), 'not stated' among them; from spring 2022 people
from Ukraine join them, first as nearly half of all newcomers.
"""

import datetime as dt
from dataclasses import dataclass
from functools import cache

from geleit.clients.choices import ResidenceKind as Kind
from geleit.gateway.demo_data.chance import deck

# An average family has 4.1 members: 254 people in 62 families.
FAMILY_SIZES = {2: 15, 3: 22, 4: 28, 5: 18, 6: 10, 7: 5, 8: 2}
FAMILY_SIZES_UKRAINE = {2: 40, 3: 35, 4: 18, 5: 6, 6: 1}
_AVERAGE_FAMILY = 4.1
_AVERAGE_FAMILY_UKRAINE = 2.9

UKRAINE_FROM = dt.date(2022, 3, 4)
# Share of newcomers by year.
_UKRAINE_SHARES = {2022: 0.45, 2023: 0.38, 2024: 0.3}
_UKRAINE_LATER = 0.25

_PROTECTED = {
    Kind.REFUGEE: 44,
    Kind.SUBSIDIARY: 40,
    Kind.REMOVAL_BAN: 4,
    Kind.PERMISSION_TO_STAY: 7,
    Kind.SETTLEMENT: 5,
}
_MIXED = {
    Kind.REFUGEE: 24,
    Kind.REMOVAL_BAN: 34,
    Kind.SUBSIDIARY: 6,
    Kind.PERMISSION_TO_STAY: 15,
    Kind.TOLERATION: 10,
    Kind.CHANCE: 8,
    Kind.RESETTLEMENT: 3,
}
_UNSURE = {
    Kind.PERMISSION_TO_STAY: 26,
    Kind.TOLERATION: 40,
    Kind.TOLERATION_WORK: 8,
    Kind.TOLERATION_TRAINING: 7,
    Kind.CHANCE: 10,
    Kind.INTEGRATION: 4,
    Kind.REMOVAL_BAN: 3,
    Kind.OBLIGED_TO_LEAVE: 2,
}
_PURSUED = {
    Kind.REFUGEE: 36,
    Kind.PERMISSION_TO_STAY: 38,
    Kind.TOLERATION: 16,
    Kind.ASYLUM: 4,
    Kind.FICTION: 6,
}
_DISPLACED = {Kind.TEMPORARY: 92, Kind.FICTION: 5, Kind.OTHER: 3}


@dataclass(frozen=True)
class Tongue:
    """A language, how often it is spoken in the community, and where names come from."""

    code: str
    weight: int
    names: str


@dataclass(frozen=True, eq=False)
class Community:
    """People of one citizenship. `share` counts people, `families` is the part of families among units."""

    citizenship: str
    share: float
    families: float
    women: float
    tongues: tuple[Tongue, ...]
    residence: dict[Kind, int]
    also_speaks: str = ""

    @property
    def is_ukraine(self) -> bool:
        return self.citizenship == "UA"

    @property
    def people_per_unit(self) -> float:
        average = _AVERAGE_FAMILY_UKRAINE if self.is_ukraine else _AVERAGE_FAMILY
        return 1 + self.families * (average - 1)


def _of(
    citizenship: str,
    share: float,
    families: float,
    women: float,
    tongues: str,
    residence: dict[Kind, int],
    also_speaks: str = "",
) -> Community:
    """A community; tongues are written `code:weight:names`, parted by spaces."""
    parts = [entry.split(":") for entry in tongues.split()]
    read = tuple(Tongue(code, int(weight), names) for code, weight, names in parts)
    return Community(citizenship, share, families, women, read, residence, also_speaks)


COMMUNITIES: tuple[Community, ...] = (
    _of("SY", 103, 0.45, 0.25, "ar:84:arabic kmr:16:kurdish", _PROTECTED),
    _of("AF", 73, 0.28, 0.12, "prs:66:afghan ps:34:afghan", _MIXED),
    _of("IQ", 62, 0.45, 0.25, "ar:46:arabic kmr:32:kurdish ckb:22:kurdish", _MIXED),
    _of("GM", 29, 0.03, 0.05, "mnk:55:gambian wo:30:gambian ff:15:gambian", _UNSURE, "en"),
    _of("TR", 20, 0.35, 0.25, "tr:62:turkish kmr:38:kurdish", _PURSUED),
    _of(
        "NG",
        14,
        0.35,
        0.5,
        "en:45:nigerian bin:25:nigerian ig:20:nigerian yo:10:nigerian",
        _UNSURE,
        "en",
    ),
    _of("PK", 10, 0.12, 0.1, "ur:65:pakistani pa:25:pakistani ps:10:afghan", _UNSURE),
    _of("MK", 10, 0.6, 0.4, "mk:55:macedonian rom:45:macedonian", _UNSURE),
    _of("DZ", 9, 0.05, 0.08, "ar:80:algerian fr:20:algerian", _UNSURE, "fr"),
    _of("LK", 8, 0.25, 0.25, "ta:85:tamil si:15:tamil", _UNSURE),
    _of("ER", 7, 0.25, 0.35, "ti:100:tigrinya", _PROTECTED),
    _of("AL", 5, 0.55, 0.4, "sq:100:albanian", _UNSURE),
    _of("SO", 5, 0.25, 0.45, "so:100:somali", _MIXED),
    _of("IR", 3, 0.25, 0.35, "fa:85:persian ckb:15:kurdish", _PURSUED),
    _of("GE", 2, 0.4, 0.45, "ka:100:georgian", _UNSURE),
    _of("ET", 1.5, 0.2, 0.45, "am:85:amharic ti:15:tigrinya", _MIXED),
    _of("CM", 1.5, 0.2, 0.4, "fr:70:west_african en:30:west_african", _UNSURE, "fr"),
    _of("GN", 1.5, 0.1, 0.3, "ff:55:west_african fr:45:west_african", _UNSURE, "fr"),
    _of("IN", 1.5, 0.15, 0.2, "pa:75:indian hi:25:indian", _UNSURE),
    _of("XK", 1, 0.5, 0.4, "sq:85:albanian rom:15:macedonian", _UNSURE),
    _of("RS", 1, 0.5, 0.4, "rom:60:macedonian sq:40:albanian", _UNSURE),
    _of("", 12, 0.25, 0.25, "ar:50:arabic prs:30:afghan kmr:20:kurdish", _MIXED),
    _of("UA", 0, 0.42, 0.68, "uk:72:ukrainian ru:28:ukrainian", _DISPLACED),
)
_UKRAINE = COMMUNITIES[-1]


@cache
def units_by_community(year: int) -> list[Community]:
    """Cards to draw the community of a new family or single person from, by the year they come.

    Shares hold for people, so communities with many families get fewer cards.
    """
    ukraine = _UKRAINE_SHARES.get(year, _UKRAINE_LATER if year > 2024 else 0.0)
    others = sum(community.share for community in COMMUNITIES)
    cards: dict[int, float] = {}
    for place, community in enumerate(COMMUNITIES):
        share = ukraine if community.is_ukraine else (1 - ukraine) * community.share / others
        cards[place] = share / community.people_per_unit
    return [COMMUNITIES[place] for place in deck(cards, 4_000)]


@cache
def tongues_of(community: Community) -> list[Tongue]:
    """Cards to draw a family's language from."""
    return deck({tongue: tongue.weight for tongue in community.tongues}, 100)


@cache
def family_sizes(ukraine: bool) -> list[int]:
    """Cards to draw a family's size from."""
    return deck(FAMILY_SIZES_UKRAINE if ukraine else FAMILY_SIZES, 100)
