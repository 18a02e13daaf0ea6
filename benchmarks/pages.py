"""What counsellors ask of the server: each page they open, and the order in which they do so on a working day.

Nothing here knows Django, so that the load generator starts quickly and uses the machine for little else.
"""

import datetime as dt
import uuid
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from random import Random
from typing import Any
from urllib.parse import quote, urlencode
from zoneinfo import ZoneInfo

RECORD = "/gespraeche/neu/"
_TOPICS = ("housing", "language", "work", "health", "residence", "livelihood", "authorities")
_MINUTES = ("30", "45", "60")
_CHANNELS = ("office", "office", "office", "home_visit", "phone", "phone", "message")
_SLIPS = 0.1  # of what is typed into the search holds a slip of the finger


@dataclass(frozen=True)
class Person:
    """A client somebody looks for, opens and talks with."""

    number: int
    given: str
    family: str


@dataclass(frozen=True)
class Desk:
    """A counsellor's desk: the session they are signed in with, a secret against forged forms, their people."""

    session: str
    csrf: str
    people: tuple[Person, ...]

    def written(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def read(cls, written: dict[str, Any]) -> "Desk":
        people = tuple(Person(**person) for person in written["people"])
        return cls(written["session"], written["csrf"], people)


@dataclass(frozen=True)
class Measured:
    """One counsellor who is measured alone, and how much their team has."""

    label: str
    desk: Desk
    team_clients: int
    team_talks: int


@dataclass(frozen=True)
class Request:
    """One request. `page` is the name it is counted under; `expected` the status of a proper answer."""

    page: str
    address: str
    form: dict[str, Any] = field(default_factory=dict)
    expected: int = 200

    @property
    def method(self) -> str:
        return "POST" if self.form else "GET"

    @property
    def body(self) -> str | None:
        return urlencode(self.form, doseq=True) if self.form else None


Page = Callable[[Desk, Random], Request]


def day_page(desk: Desk, chance: Random) -> Request:
    return Request("day page", "/")


def client_list(desk: Desk, chance: Random) -> Request:
    return Request("client list", "/personen/")


def search(desk: Desk, chance: Random) -> Request:
    return _hits(typed(chance.choice(desk.people), chance))


def client_file(desk: Desk, chance: Random) -> Request:
    return _file(chance.choice(desk.people))


def talk_list(desk: Desk, chance: Random) -> Request:
    return Request("talk list", "/gespraeche/")


def talk_list_filtered(desk: Desk, chance: Random) -> Request:
    """The team's talks of one month some years ago with one topic: deep in the table."""
    first = dt.date(chance.randint(2018, 2025), chance.randint(1, 12), 1)
    last = first + dt.timedelta(days=27)
    wanted = {"whose": "all", "first_day": first, "last_day": last, "topic": chance.choice(_TOPICS)}
    return Request("talk list, filtered", f"/gespraeche/?{urlencode(wanted)}")


def own_figures(desk: Desk, chance: Random) -> Request:
    return Request("own figures", "/kennzahlen/")


def recording(desk: Desk, chance: Random) -> tuple[Request, Request]:
    """The form for a talk with somebody, and the same form sent."""
    person = chance.choice(desk.people)
    return _form(person), _talk(desk, person, chance)


# In the order of the result tables.
PAGES: tuple[Page, ...] = (
    day_page,
    client_list,
    search,
    client_file,
    talk_list,
    talk_list_filtered,
    own_figures,
)


def typed(person: Person, chance: Random) -> str:
    """What somebody types to find a person: the beginning of a name or of both, sometimes with two letters swapped."""
    whole = chance.choice(
        [
            person.family,
            person.given,
            f"{person.given} {person.family}",
            f"{person.family} {person.given}",
        ]
    )
    text = whole[: chance.randint(3, max(3, len(whole)))].strip()
    if chance.random() < _SLIPS and len(text) > 4:
        at = chance.randint(1, len(text) - 2)
        text = text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    return text.lower()


def _hits(text: str) -> Request:
    return Request("search", f"/suche/treffer?q={quote(text)}")


def _file(person: Person) -> Request:
    return Request("client file", f"/personen/{person.number}/")


def _form(person: Person) -> Request:
    return Request("record form", f"{RECORD}?person=c{person.number}")


def _talk(desk: Desk, person: Person, chance: Random) -> Request:
    began = dt.datetime.now(ZoneInfo("Europe/Berlin")) - dt.timedelta(minutes=chance.randint(5, 90))
    topics = chance.sample(_TOPICS, chance.randint(1, 3))
    form = {
        "csrfmiddlewaretoken": desk.csrf,
        "people": [f"c{person.number}"],
        "held_on": began.date().isoformat(),
        "starts_at": f"{began:%H:%M}",
        "channel": chance.choice(_CHANNELS),
        "minutes_usual": chance.choice(_MINUTES),
        "topics": topics,
        "main_topic": topics[0],
        "interpreting": chance.choice(("none", "none", "staff", "volunteer", "phone")),
        "is_counted": "on",
        "note": "Unterlagen durchgesehen, nächste Schritte besprochen, Wiedervorlage vereinbart. "
        * 3,
        "submission": str(uuid.uuid4()),
    }
    return Request("record a talk", RECORD, form, expected=302)


# --- a working day ------------------------------------------------------------------------------

Episode = Callable[[Desk, Random], Iterator[Request]]


def look_at_the_day(desk: Desk, chance: Random) -> Iterator[Request]:
    yield day_page(desk, chance)


def look_somebody_up(desk: Desk, chance: Random) -> Iterator[Request]:
    """Types a name; the page asks for hits while letters come in; opens the file."""
    person = chance.choice(desk.people)
    whole = f"{person.family} {person.given}".lower()
    for letters in (3, 5, 8):
        yield _hits(whole[:letters].strip())
    yield _file(person)


def record_from_the_day(desk: Desk, chance: Random) -> Iterator[Request]:
    """Chooses the person in the day page's panel, which fetches fields that suit; saves; is back on the day page."""
    person = chance.choice(desk.people)
    text = quote(person.family[:4].lower())
    yield Request("choose a person", f"{RECORD}personen?q={text}")
    yield Request("form fields", f"{RECORD}felder?people=c{person.number}")
    yield _talk(desk, person, chance)
    yield day_page(desk, chance)


def record_from_the_file(desk: Desk, chance: Random) -> Iterator[Request]:
    person = chance.choice(desk.people)
    yield _file(person)
    yield _form(person)
    yield _talk(desk, person, chance)
    yield day_page(desk, chance)


def go_through_clients(desk: Desk, chance: Random) -> Iterator[Request]:
    yield client_list(desk, chance)
    yield client_file(desk, chance)


def go_through_talks(desk: Desk, chance: Random) -> Iterator[Request]:
    yield talk_list(desk, chance)
    if chance.random() < 0.5:
        yield talk_list_filtered(desk, chance)


def look_at_figures(desk: Desk, chance: Random) -> Iterator[Request]:
    yield own_figures(desk, chance)


# How often each is done, relative to the others.
EPISODES: dict[Episode, int] = {
    look_at_the_day: 20,
    look_somebody_up: 25,
    record_from_the_day: 18,
    record_from_the_file: 12,
    go_through_clients: 12,
    go_through_talks: 10,
    look_at_figures: 3,
}


def working_day(desk: Desk, chance: Random) -> Iterator[Request]:
    """What one counsellor asks for, one request after the other, without end."""
    episodes, weights = list(EPISODES), list(EPISODES.values())
    while True:
        [episode] = chance.choices(episodes, weights)
        yield from episode(desk, chance)
