"""The people of each unit, row by row: names, ages, papers, addresses, household and case."""

import datetime as dt
from dataclasses import dataclass
from random import Random

from geleit.clients.choices import BirthDatePrecision, HouseholdRole, Housing, InterpretingNeed, Sex
from geleit.clients.keys import client_keys, household_keys
from geleit.clients.names import romanise
from geleit.gateway.demo_data import invented_places, residence, tables
from geleit.gateway.demo_data.chance import deck
from geleit.gateway.demo_data.communities import COMMUNITIES, Community
from geleit.gateway.demo_data.invented_names import Name, name_list
from geleit.gateway.demo_data.residence import Status
from geleit.gateway.demo_data.stories import STORIES, Person
from geleit.gateway.demo_data.tables import Batch, day_text
from geleit.gateway.demo_data.units import Team, Unit

_PRECISION = deck({BirthDatePrecision.DAY: 80, BirthDatePrecision.YEAR: 7, BirthDatePrecision.ESTIMATED: 5,
                   BirthDatePrecision.MONTH: 1, BirthDatePrecision.NOT_STATED: 7}, 100)  # fmt: skip
_HOUSING = deck({Housing.SHARED: 44, Housing.MUNICIPAL_FLAT: 26, Housing.OWN_FLAT: 18, Housing.WITH_OTHERS: 5,
                 Housing.FACILITY: 2, Housing.HOMELESS: 1, Housing.NOT_STATED: 4}, 100)  # fmt: skip
_SEX_NOT_STATED, _DIVERSE = 0.015, 0.002
_ONE_NAME = 0.02
_SECOND_GIVEN_NAME = 0.12
_OWN_FAMILY_NAME = 0.35
_KEEP_FAMILY_NAME = {"arabic", "kurdish", "tigrinya", "somali", "amharic", "algerian"}
_IN_SCRIPT, _OTHER_SPELLING = 0.3, 0.12
_NOT_STATED = 0.04
_SECOND_CITIZENSHIP = 0.01
_FULL_AGE = 18


@dataclass
class _Home:
    """What the members of a unit share."""

    unit: Unit
    team: Team
    community: Community
    household: int | None
    housing: str
    street: str
    postcode: str
    allocated: int
    arrived: int
    statuses: list[Status]


def add_people(batch: Batch, throw: Random, unit: Unit, team: Team) -> None:
    """Add the household, its members with their papers, and their cases."""
    if not unit.comes_back:
        people = list(STORIES[unit.story].people) if unit.story >= 0 else _people(throw, unit)
        home = _home(throw, unit, team)
        if home.household:
            reference = f"F{unit.first_client:06d}" if throw.random() < 0.6 else ""
            name = f"Familie {people[0].family or people[0].given}"
            keys = household_keys(name=name).values()
            batch.add(
                tables.HOUSEHOLDS,
                home.household,
                team.id,
                name,
                reference,
                *keys,
                _morning(unit.start),
            )
        for place, person in enumerate(people):
            _add_client(batch, throw, home, place, person)
    for place in range(unit.size):
        _add_case(batch, unit, team, place)


def _home(throw: Random, unit: Unit, team: Team) -> _Home:
    community = COMMUNITIES[unit.community]
    allocated = unit.start - throw.randint(5, 70)
    arrived = allocated - (
        throw.randint(20, 200) if community.is_ukraine else throw.randint(150, 760)
    )
    if unit.story >= 0:
        story = STORIES[unit.story]
        statuses = [Status(story.residence, unit.start - 60, unit.end + story.paper_ends_in)]
    else:
        statuses = residence.history(throw, community, arrived, unit.end)
    street = "" if throw.random() < 0.08 else invented_places.street(throw)
    return _Home(
        unit=unit,
        team=team,
        community=community,
        household=unit.household or None,
        housing=throw.choice(_HOUSING).value,
        street=street,
        postcode=invented_places.postcode(throw) if street else "",
        allocated=allocated,
        arrived=arrived,
        statuses=statuses,
    )


def _people(throw: Random, unit: Unit) -> list[Person]:
    """Draw the members: adults first, then children from the oldest to the youngest."""
    community = COMMUNITIES[unit.community]
    if unit.size == 1:
        sex = Sex.FEMALE if throw.random() < community.women else Sex.MALE
        return [_person(throw, unit, sex, _single_age(throw, community), HouseholdRole.NOT_STATED)]
    first = Sex.MALE if unit.adults == 2 else (Sex.FEMALE if throw.random() < 0.85 else Sex.MALE)
    age = throw.randint(22, 52)
    people = [_person(throw, unit, first, age, HouseholdRole.ADULT)]
    if unit.adults == 2:
        partner = _person(
            throw, unit, Sex.FEMALE, max(19, age - throw.randint(-2, 9)), HouseholdRole.PARTNER
        )
        keeps = unit.names in _KEEP_FAMILY_NAME and throw.random() < _OWN_FAMILY_NAME
        people.append(partner if keeps else _renamed(partner, people[0], unit))
    oldest = min(age - 20, 20)
    ages = sorted(
        (throw.randint(0, max(oldest, 1)) for _ in range(unit.size - unit.adults)), reverse=True
    )
    for years in ages:
        sex = Sex.FEMALE if throw.random() < 0.48 else Sex.MALE
        child = _person(throw, unit, sex, years, HouseholdRole.CHILD)
        people.append(_renamed(child, people[0], unit))
    return people


def _single_age(throw: Random, community: Community) -> int:
    chance = throw.random()
    if community.is_ukraine:
        low, high = (18, 26) if chance < 0.15 else (27, 59) if chance < 0.65 else (60, 80)
    else:
        low, high = (18, 26) if chance < 0.52 else (27, 45) if chance < 0.9 else (46, 68)
    return throw.randint(low, high)


def _person(throw: Random, unit: Unit, sex: Sex, age: int, role: HouseholdRole) -> Person:
    names = name_list(unit.names)
    key = "f" if sex == Sex.FEMALE else "m"
    given, family = throw.choice(names.given[key]), throw.choice(names.family[key])
    if throw.random() < _ONE_NAME and unit.names in {"afghan", "indian", "tamil"}:
        family = Name("")
    first = given.latin
    if throw.random() < _SECOND_GIVEN_NAME:
        first += f" {throw.choice(names.given[key]).latin}"
    return Person(first, family.latin, _other_name(throw, given, family), sex, age, role)


def _other_name(throw: Random, given: Name, family: Name) -> str:
    chance = throw.random()
    if chance < _IN_SCRIPT and given.script and family.script:
        return f"{given.script} {family.script}"
    if chance > 1 - _OTHER_SPELLING and (given.spellings or family.spellings):
        first, last = (throw.choice(name.spellings or (name.latin,)) for name in (given, family))
        return f"{first} {last}".strip()
    return ""


def _renamed(person: Person, head: Person, unit: Unit) -> Person:
    """The same person with the family name of the head, in the form for their sex."""
    names = name_list(unit.names).family
    key, own = ("f" if sex == Sex.FEMALE else "m" for sex in (head.sex, person.sex))
    place = next((i for i, name in enumerate(names[key]) if name.latin == head.family), None)
    family = names[own][place].latin if place is not None else head.family
    other = person.also_known_as if person.also_known_as.isascii() else ""
    if other:
        other = f"{other.split()[0]} {family}".strip()
    return Person(person.given, family, other, person.sex, person.age, person.role)


def _add_client(batch: Batch, throw: Random, home: _Home, place: int, person: Person) -> None:
    unit, number = home.unit, home.unit.first_client + place
    came = _came(unit, place)
    born, precision = _birth(throw, came, person.age, is_written=unit.story >= 0)
    is_adult = person.age >= _FULL_AGE
    responsible = unit.counsellor if throw.random() > 0.03 or unit.story >= 0 else None
    file_number = (
        f"{dt.date.fromordinal(unit.start).year}-{number:06d}" if throw.random() < 0.88 else ""
    )
    phone, email, caution = _contact(throw, person, number) if is_adult else ("", "", "")
    keys = client_keys(
        given_name=person.given,
        family_name=person.family,
        also_known_as=person.also_known_as,
        phone=phone,
    )
    batch.add(
        tables.CLIENTS, number, home.team.id, responsible, file_number, person.family, person.given,
        person.also_known_as, born, precision, _sex(throw, person, unit), _citizenships(throw, home.community),
        _languages(throw, unit, home.community), _counselling_language(unit), _need(unit, is_adult),
        *_way(throw, home, place, born), unit.municipality or None, home.housing, home.street, home.postcode,
        phone, email, caution, home.household, person.role.value, keys["search_text"],
        keys["search_keys"], keys["sort_key"], _morning(came), 1,
    )  # fmt: skip
    for status in home.statuses:
        if came == unit.start or not status.valid_until or status.valid_until > came:
            _add_status(batch, number, status, came, is_late=came != unit.start)


def _add_status(batch: Batch, client: int, status: Status, came: int, *, is_late: bool) -> None:
    """A status of the family, for who came later from that day on."""
    begun = max(status.valid_from, came) if is_late else status.valid_from
    valid_from = day_text(begun) if status.valid_from else None
    until = day_text(status.valid_until) if status.valid_until else None
    batch.add(tables.RESIDENCE, client, status.kind.value, valid_from, until, _morning(came))


def _came(unit: Unit, place: int) -> int:
    """The day on which a member's counselling began; the youngest may have come later."""
    return unit.late_from if unit.late_from and place == unit.size - 1 else unit.start


def _birth(throw: Random, came: int, age: int, *, is_written: bool) -> tuple[str | None, str]:
    precision = BirthDatePrecision.DAY if is_written else throw.choice(_PRECISION)
    born = dt.date.fromordinal(came - int(age * 365.25) - throw.randint(1, 364))
    if precision == BirthDatePrecision.NOT_STATED:
        return None, precision.value
    if precision == BirthDatePrecision.MONTH:
        born = born.replace(day=1)
    elif precision != BirthDatePrecision.DAY:
        born = born.replace(month=1, day=1)
    return born.isoformat(), precision.value


def _sex(throw: Random, person: Person, unit: Unit) -> str:
    chance = throw.random()
    if unit.story >= 0 or chance > _SEX_NOT_STATED + _DIVERSE:
        return person.sex.value
    return Sex.DIVERSE.value if chance < _DIVERSE else Sex.NOT_STATED.value


def _citizenships(throw: Random, community: Community) -> list[str]:
    if not community.citizenship:
        return []
    second = throw.random() < _SECOND_CITIZENSHIP
    return [community.citizenship, "RU" if community.is_ukraine else "TR"][: 2 if second else 1]


def _languages(throw: Random, unit: Unit, community: Community) -> list[str]:
    if throw.random() < _NOT_STATED and unit.story < 0:
        return []
    spoken = [unit.tongue]
    if unit.tongue == "uk" and throw.random() < 0.6:
        spoken.append("ru")
    if community.also_speaks and throw.random() < 0.6:
        spoken.append(community.also_speaks)
    if throw.random() < 0.12:
        spoken.append("en")
    return list(dict.fromkeys(spoken))


def _counselling_language(unit: Unit) -> str:
    return "de" if unit.need == InterpretingNeed.NOT_NEEDED else unit.tongue


def _need(unit: Unit, is_adult: bool) -> str:
    if is_adult or unit.need == InterpretingNeed.NOT_STATED:
        return unit.need
    return InterpretingNeed.NOT_NEEDED.value


def _way(throw: Random, home: _Home, place: int, born: str | None) -> tuple[str | None, str | None]:
    """Day of arrival and of allocation, each sometimes not stated; who was born here never arrived."""
    late = home.unit.late_from if _came(home.unit, place) != home.unit.start else 0
    arrived = day_text(late - 10 if late else home.arrived)
    allocated = day_text(late or home.allocated)
    is_born_here = born is not None and born > arrived
    return (
        None if is_born_here or throw.random() < 0.08 else arrived,
        None if is_born_here or throw.random() < 0.1 else allocated,
    )


def _contact(throw: Random, person: Person, number: int) -> tuple[str, str, str]:
    phone = invented_places.phone(throw) if throw.random() < 0.8 else ""
    email = ""
    if throw.random() < 0.22:
        email = (
            f"{romanise(f'{person.given} {person.family}').replace(' ', '.')}.{number}@example.org"
        )
    caution = invented_places.caution(throw) if throw.random() < 0.05 else ""
    return phone, email, caution


def _add_case(batch: Batch, unit: Unit, team: Team, place: int) -> None:
    began = _came(unit, place)
    ended = None if unit.is_open else day_text(max(unit.end, began))
    batch.add(
        tables.CASES, unit.first_client + place, team.id, team.organisation_id, day_text(began),
        day_text(max(unit.ends_on, began)), ended, unit.reason,
    )  # fmt: skip


def _morning(ordinal: int) -> str:
    return f"{day_text(ordinal)} 09:00"
