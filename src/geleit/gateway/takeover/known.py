"""Who is in the team's files already, and who of the list is the same person."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from geleit.clients import names
from geleit.clients.actions.facts import ClientFacts
from geleit.clients.choices import BirthDatePrecision
from geleit.clients.models import Client

EXACT = {BirthDatePrecision.DAY, BirthDatePrecision.ESTIMATED}
# Two different people do not share a file number; a name this unlike is a mistake in the list.
SAME_NUMBER_LIKENESS = 0.5


@dataclass(eq=False)
class Known:
    """A person in the files, or one of the list that is about to be."""

    facts: ClientFacts
    client_id: int | None = None
    household_id: int | None = None
    is_matched: bool = False
    # The person of the list whose row, not only whose mention in another's household, this is.
    row_of_its_own: Any = field(default=None, repr=False)

    @property
    def name(self) -> str:
        return f"{self.facts.given_name} {self.facts.family_name}".strip()


class KnownPeople:
    """An index over people by number, by name, and by what makes two spellings one person."""

    def __init__(self, people: Iterable[Known] = ()) -> None:
        self._by_number: dict[str, Known] = {}
        self._by_name: dict[tuple[str, str], list[Known]] = defaultdict(list)
        self._by_birth: dict[Any, list[Known]] = defaultdict(list)
        self._by_sound: dict[frozenset[str], list[Known]] = defaultdict(list)
        for person in people:
            self.add(person)

    def add(self, person: Known) -> None:
        """Make a person findable."""
        facts = person.facts
        if facts.file_number:
            self._by_number[facts.file_number.casefold()] = person
        self._by_name[_name(facts)].append(person)
        if facts.birth_date:
            self._by_birth[facts.birth_date].append(person)
        self._by_sound[_sounds(facts)].append(person)

    def with_number(self, facts: ClientFacts) -> Known | None:
        """Who has the same file number."""
        return self._by_number.get(facts.file_number.casefold()) if facts.file_number else None

    def same(self, facts: ClientFacts) -> Known | None:
        """The same person: same number, or same name and the same statement of the birth date.

        Without an exact birth date each known person stands for one row only, since two people may be called alike.
        """
        numbered = self.with_number(facts)
        if numbered:
            return numbered
        for person in self._by_name[_name(facts)]:
            other = person.facts
            if other.file_number and facts.file_number:
                continue
            is_same_birth = (other.birth_date, other.birth_date_precision) == (
                facts.birth_date, facts.birth_date_precision,
            )  # fmt: skip
            is_exact = facts.birth_date_precision in EXACT
            if is_same_birth and (is_exact or not person.is_matched):
                return person
        return None

    def compatible(self, facts: ClientFacts) -> Known | None:
        """Somebody of the same name whose birth date may be the one stated more vaguely here."""
        for person in self._by_name[_name(facts)]:
            if _may_be(person.facts, facts):
                return person
        return None

    def likely(self, facts: ClientFacts) -> Known | None:
        """Somebody who is likely the same person in another spelling, the likeliest; None if nobody is."""
        near = [*self._by_birth.get(facts.birth_date, ()), *self._by_sound.get(_sounds(facts), ())]
        best, best_score = None, 0.0
        name = f"{facts.given_name} {facts.family_name}"
        for person in near:
            if person.facts.file_number and facts.file_number:
                continue
            found = names.likely_same(name, facts.birth_date, person.name, person.facts.birth_date)
            if found.is_likely and found.score > best_score:
                best, best_score = person, found.score
        return best


def number_is_somebody_elses(facts: ClientFacts, other: Known) -> bool:
    """Whether the file number belongs to a clearly different person."""
    name = f"{facts.given_name} {facts.family_name}"
    return names.likeness(name, other.name) < SAME_NUMBER_LIKENESS


def people_of_team(clients: Iterable[Client]) -> KnownPeople:
    """The index over a team's files."""
    return KnownPeople(
        Known(facts=ClientFacts.of(client), client_id=client.pk, household_id=client.household_id)
        for client in clients
    )


def _name(facts: ClientFacts) -> tuple[str, str]:
    return facts.family_name.casefold(), facts.given_name.casefold()


def _sounds(facts: ClientFacts) -> frozenset[str]:
    return frozenset(names.skeletons(f"{facts.given_name} {facts.family_name}").split())


def _may_be(one: ClientFacts, other: ClientFacts) -> bool:
    if one.birth_date is None or other.birth_date is None:
        return True
    if {one.birth_date_precision, other.birth_date_precision} <= EXACT:
        return one.birth_date == other.birth_date
    return one.birth_date.year == other.birth_date.year
