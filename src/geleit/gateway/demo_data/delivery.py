"""Who does the counselling in a county: bodies, teams and who handed the task to whom (DOMAIN § 1.2).

Every delivery model that was found in reports occurs: the county itself, one carrier for a county, a network of
county and carriers, a city with shares, a city with its own staff, associations of small towns.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field

from geleit.gateway.demo_data.chance import shares
from geleit.gateway.demo_data.scale import FIRST_DAY
from geleit.organisations.choices import LegalRegime, OrganisationKind
from geleit.organisations.reference import County, Municipality, short_name

_PEOPLE_PER_TEAM = 3
_NEW_BUDGETS = dt.date(2025, 1, 1)  # since then the counties hold the budgets
_QUARTERS = (
    "Mitte",
    "Nord",
    "Süd",
    "Ost",
    "West",
    "Altstadt",
    "Neustadt",
    "Bahnhof",
    "Hafen",
    "Weststadt",
)
_CARRIERS = (
    ("Wegweiser {} gGmbH", LegalRegime.PRIVATE),
    ("Katholischer Sozialdienst {}", LegalRegime.CATHOLIC),
    ("Evangelisches Hilfswerk {}", LegalRegime.PROTESTANT),
    ("Brückenschlag {} e. V.", LegalRegime.PRIVATE),
    ("Ankerplatz {} e. V.", LegalRegime.PRIVATE),
)


@dataclass(frozen=True)
class Body:
    """An organisation beside the official tree; an association names its members."""

    kind: OrganisationKind
    name: str
    slug: str
    county: str
    regime: LegalRegime = LegalRegime.PUBLIC
    members: tuple[str, ...] = ()


@dataclass(frozen=True)
class TeamPlan:
    """A team to be: of which organisation, how many counsellors, for which municipalities (short names)."""

    organisation: str
    name: str
    counsellors: int
    municipalities: tuple[str, ...]
    county: str


@dataclass(frozen=True)
class Handover:
    """A delegation, by short names."""

    principal: str
    agent: str
    share: int | None = None
    valid_from: dt.date = FIRST_DAY


@dataclass
class Delivery:
    """All of it, for one county or several."""

    bodies: list[Body] = field(default_factory=list)
    teams: list[TeamPlan] = field(default_factory=list)
    handovers: list[Handover] = field(default_factory=list)

    def add(self, other: "Delivery") -> None:
        self.bodies += other.bodies
        self.teams += other.teams
        self.handovers += other.handovers


@dataclass
class _Part:
    """Who works in a county, with how large a part of its counsellors, for which municipalities."""

    organisation: str
    weight: float
    places: list[Municipality]


Model = Callable[[County, list[Municipality], Delivery], list[_Part]]


def in_county(county: County, places: list[Municipality], counsellors: int, place: int) -> Delivery:
    """How a county delivers; `place` in the list of counties decides which model it follows."""
    delivery = Delivery()
    model: Model
    if county.is_city:
        model = _city_with_shares if counsellors > 30 or place % 2 else _city_itself
    else:
        model = _RURAL[place % len(_RURAL)]
    parts = model(county, [each for each in places if each.is_inhabited], delivery)
    for part, number in zip(parts, _at_least_one(counsellors, parts), strict=True):
        delivery.teams += _teams(part, number, county)
    return delivery


def _at_least_one(counsellors: int, parts: list[_Part]) -> list[int]:
    extra = shares(counsellors - len(parts), [part.weight for part in parts])
    return [1 + more for more in extra]


def _teams(part: _Part, counsellors: int, county: County) -> list[TeamPlan]:
    count = max(1, round(counsellors / _PEOPLE_PER_TEAM))
    sizes = shares(counsellors, [1.0] * count)
    plans = []
    for i, size in enumerate(sizes):
        own = part.places[i::count] or part.places
        name = f"Team {own[0].name}" if len(part.places) >= count else f"Team {_quarter(i)}"
        plans.append(
            TeamPlan(part.organisation, name, size, tuple(p.slug for p in own), county.slug)
        )
    return plans


def _quarter(number: int) -> str:
    again, which = divmod(number, len(_QUARTERS))
    return _QUARTERS[which] + (f" {again + 1}" if again else "")


def _carrier(county: County, which: int, delivery: Delivery) -> str:
    pattern, regime = _CARRIERS[which % len(_CARRIERS)]
    name = pattern.format(county.name.split(" ", 1)[1])
    if county.is_city:
        name = name.replace(" gGmbH", " Stadt gGmbH").replace(" e. V.", " Stadt e. V.")
    body = Body(OrganisationKind.CARRIER, name, _slug(name, county), county.slug, regime)
    delivery.bodies.append(body)
    return body.slug


def _slug(name: str, county: County) -> str:
    """City and rural county may share a name, carriers' short names may not."""
    return short_name(name) + ("-stadt" if county.is_city and "Stadt" not in name else "")


def _hand_to_county(county: County, places: list[Municipality], delivery: Delivery) -> None:
    delivery.handovers += [Handover(each.slug, county.slug) for each in places]


def _county_itself(county: County, places: list[Municipality], delivery: Delivery) -> list[_Part]:
    """The county for nearly all, a few towns with their own staff."""
    rest = [each for i, each in enumerate(places) if i % 9 != 4]
    towns = [each for each in places if each not in rest][:3]
    rest += [each for each in places if each not in rest and each not in towns]
    _hand_to_county(county, rest, delivery)
    return [_Part(county.slug, 8, rest), *(_Part(town.slug, 0.7, [town]) for town in towns)]


def _one_carrier(county: County, places: list[Municipality], delivery: Delivery) -> list[_Part]:
    """The municipalities hand over to the county, the county hands everything to one carrier."""
    agent = _carrier(county, 1, delivery)
    _hand_to_county(county, places, delivery)
    delivery.handovers.append(Handover(county.slug, agent, 100))
    return [_Part(agent, 1, places)]


def _network(county: County, places: list[Municipality], delivery: Delivery) -> list[_Part]:
    """County and four carriers side by side, each for a part of the county."""
    _hand_to_county(county, places, delivery)
    agents = [_carrier(county, which, delivery) for which in range(4)]
    delivery.handovers += [
        Handover(county.slug, agent, valid_from=_NEW_BUDGETS) for agent in agents
    ]
    organisations = [county.slug, *agents]
    weights = (3.0, 3.0, 2.0, 2.0, 1.0)
    return [_Part(who, weights[i], places[i::5] or places) for i, who in enumerate(organisations)]


def _associations(county: County, places: list[Municipality], delivery: Delivery) -> list[_Part]:
    """Small towns join: one association with own staff, one that hands on to a carrier; the county for the rest."""
    size = max(2, len(places) // 5)
    parts = []
    for which, name in enumerate(("Gemeindeverbund {} Nord", "Gemeindeverbund {} Süd")):
        members = places[which * size : (which + 1) * size]
        title = name.format(county.name.split(" ", 1)[1])
        body = Body(
            OrganisationKind.ASSOCIATION,
            title,
            _slug(title, county),
            county.slug,
            members=tuple(each.slug for each in members),
        )
        delivery.bodies.append(body)
        agent = body.slug
        if which:
            agent = _carrier(county, 3, delivery)
            delivery.handovers.append(Handover(body.slug, agent))
        parts.append(_Part(agent, 1.5, members))
    rest = places[2 * size :]
    _hand_to_county(county, rest, delivery)
    return [_Part(county.slug, 5, rest), *parts]


def _town_with_shares(
    county: County, places: list[Municipality], delivery: Delivery
) -> list[_Part]:
    """The county for most; one town gives four fifths to a carrier and keeps a fifth."""
    town, rest = (
        places[len(places) // 2],
        [each for each in places if each is not places[len(places) // 2]],
    )
    _hand_to_county(county, rest, delivery)
    agent = _carrier(county, 4, delivery)
    delivery.handovers.append(Handover(town.slug, agent, 80))
    return [_Part(county.slug, 6, rest), _Part(agent, 2, [town]), _Part(town.slug, 0.5, [town])]


def _city_with_shares(
    county: County, places: list[Municipality], delivery: Delivery
) -> list[_Part]:
    """The city hands everything to several carriers, each with its share."""
    percents = (35, 25, 20, 12, 8)
    parts = []
    for which, percent in enumerate(percents):
        agent = _carrier(county, which, delivery)
        delivery.handovers.append(Handover(county.slug, agent, percent))
        parts.append(_Part(agent, percent, places))
    return parts


def _city_itself(county: County, places: list[Municipality], delivery: Delivery) -> list[_Part]:
    """The city employs all counsellors itself."""
    return [_Part(county.slug, 1, places)]


_RURAL: tuple[Model, ...] = (
    _county_itself,
    _network,
    _one_carrier,
    _associations,
    _town_with_shares,
)
