"""What taking over a list would do, row by row, before anything is written."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from geleit.clients.actions.facts import ClientFacts
from geleit.gateway.caseload.fields import Field
from geleit.gateway.caseload.results import Caseload, CaseloadRow, CellProblem
from geleit.gateway.takeover.known import Known, KnownPeople, number_is_somebody_elses
from geleit.gateway.takeover.people import Surroundings, facts_of, members_of, problem_of

Progress = Callable[[int, int], None]


@dataclass(eq=False)
class PlannedPerson:
    """One person of the list and what becomes of them."""

    row: CaseloadRow
    facts: ClientFacts
    household: str = ""  # key of the household they belong to; '' for none
    household_name: str = ""
    reference: str = ""
    role: str = ""
    known: Known | None = None
    likely: Known | None = None
    is_member: bool = False

    @property
    def is_new(self) -> bool:
        return self.known is None

    @property
    def residence(self) -> tuple[str, dt.date | None] | None:
        """Status and its last day, if the row says something about it."""
        kind = self.row.fields.get(Field.RESIDENCE_KIND)
        until = self.row.fields.get(Field.RESIDENCE_VALID_UNTIL)
        if self.is_member or not (kind or until):
            return None
        return str(kind or "unknown"), until.date if until else None


@dataclass
class TakeoverPlan:
    """Everybody the list tells of, and every cell that keeps a row out."""

    rows_read: int = 0
    people: list[PlannedPerson] = field(default_factory=list)
    problems: list[CellProblem] = field(default_factory=list)
    notices: list[CellProblem] = field(default_factory=list)
    known_references: dict[str, int] = field(default_factory=dict)

    @property
    def new(self) -> list[PlannedPerson]:
        return [person for person in self.people if person.is_new]

    @property
    def unchanged(self) -> list[PlannedPerson]:
        return [person for person in self.people if not person.is_new]

    @property
    def likely_duplicates(self) -> list[PlannedPerson]:
        return [person for person in self.people if person.is_new and person.likely]

    @property
    def new_households(self) -> list[str]:
        """Keys of households that have to be formed, in the order of the list."""
        keys = dict.fromkeys(person.household for person in self.new if person.household)
        return [key for key in keys if self._household_is_new(key)]

    def _household_is_new(self, key: str) -> bool:
        members = [person for person in self.people if person.household == key]
        if any(person.reference in self.known_references for person in members if person.reference):
            return False
        return not any(person.known and person.known.household_id for person in members)


def plan_takeover(
    caseload: Caseload,
    known: KnownPeople,
    surroundings: Surroundings,
    *,
    leave_out: frozenset[str] = frozenset(),
    progress: Progress | None = None,
) -> TakeoverPlan:
    """Match every good row with the files; nothing is written.

    `leave_out` names rows (`sheet:number`) somebody decided against. Rows with a problem stay out whole.
    """
    plan = TakeoverPlan(
        rows_read=len(caseload.rows),
        problems=list(caseload.problems),
        notices=list(caseload.notices),
        known_references=surroundings.households,
    )
    good = [row for row in caseload.good_rows if row_key(row) not in leave_out]
    main: list[PlannedPerson] = []
    for number, row in enumerate(good):
        person = _planned(row, known, surroundings, plan)
        if person:
            main.append(person)
        if progress and number % 100 == 0:
            progress(number, len(good))
    for person in main:
        plan.people.append(person)
        plan.people += _members(person, known, surroundings, plan)
    return plan


def row_key(row: CaseloadRow) -> str:
    """How a row is named in forms."""
    return f"{row.sheet}:{row.row_number}"


def _planned(
    row: CaseloadRow, known: KnownPeople, surroundings: Surroundings, plan: TakeoverPlan
) -> PlannedPerson | None:
    facts, problems, notices = facts_of(row, surroundings)
    plan.notices += notices
    numbered = known.with_number(facts)
    if numbered and number_is_somebody_elses(facts, numbered):
        text = _("This file number already belongs to %(name)s.") % {"name": numbered.name}
        problems.append(problem_of(row, Field.FILE_NUMBER, text, surroundings.columns))
    if problems:
        plan.problems += problems
        return None
    reference = str(row.fields.get(Field.HOUSEHOLD_REFERENCE, ""))
    has_members = bool(row.fields.get(Field.HOUSEHOLD_MEMBERS))
    key = (
        f"ref:{reference.casefold()}" if reference else f"row:{row_key(row)}" if has_members else ""
    )
    family = facts.family_name or facts.given_name
    person = PlannedPerson(
        row,
        facts,
        household=key,
        reference=reference,
        household_name=_("Family %(name)s") % {"name": family},
    )
    _match(person, known)
    return person


def _members(
    main: PlannedPerson, known: KnownPeople, surroundings: Surroundings, plan: TakeoverPlan
) -> Iterable[PlannedPerson]:
    """The other people of the row's household. Somebody with a row of their own is not taken up twice."""
    for facts, role in members_of(main.row, main.facts):
        own_row = known.compatible(facts)
        if own_row and own_row.row_of_its_own:
            _join(own_row.row_of_its_own, main, role)
            continue
        member = PlannedPerson(
            main.row,
            facts,
            household=main.household,
            household_name=main.household_name,
            reference=main.reference,
            role=role,
            is_member=True,
        )
        if own_row:
            own_row.is_matched, member.known = True, own_row
        else:
            _match(member, known)
        yield member


def _join(person: PlannedPerson, main: PlannedPerson, role: str) -> None:
    """Somebody new with a row of their own belongs to the household another row tells of."""
    if person.is_new and not person.household:
        person.household, person.household_name = main.household, main.household_name
        person.reference, person.role = main.reference, role


def _match(person: PlannedPerson, known: KnownPeople) -> None:
    same = known.same(person.facts)
    if same is None:
        person.likely = known.likely(person.facts)
        same = Known(facts=person.facts)
        known.add(same)
    else:
        person.known = same
    same.is_matched = True
    if not person.is_member:
        same.row_of_its_own = person
