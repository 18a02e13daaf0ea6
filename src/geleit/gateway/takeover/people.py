"""From a row of the list to what a client's file says."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from geleit.clients.actions.facts import ClientFacts, content_errors
from geleit.clients.choices import InterpretingNeed
from geleit.gateway.caseload.fields import Field
from geleit.gateway.caseload.outcomes import Member, PartialDate
from geleit.gateway.caseload.results import CaseloadRow, CellProblem

# What a client's field is called in the list, where that differs.
COLUMN_OF = {"municipality_id": Field.MUNICIPALITY, "counsellor_id": Field.COUNSELLOR}
# Where a part of an address or name stands if it has no column of its own.
FOUND_IN = (Field.ADDRESS, Field.POSTCODE, Field.STREET, Field.FULL_NAME, Field.FAMILY_NAME)


@dataclass(frozen=True)
class Surroundings:
    """What the list refers to: places, colleagues, households with a number, and the columns of its sheets."""

    places: dict[str, int] = field(default_factory=dict)
    colleagues: dict[str, int] = field(default_factory=dict)
    households: dict[str, int] = field(default_factory=dict)
    counsellor_id: int | None = None
    columns: dict[str, dict[Field, int]] = field(default_factory=dict)


Read = tuple[ClientFacts, list[CellProblem], list[CellProblem]]


def facts_of(row: CaseloadRow, surroundings: Surroundings) -> Read:
    """What the row says about its person; problems keep the row out, notices say what was done instead."""
    said = row.fields
    notices: list[CellProblem] = []
    place = str(said.get(Field.MUNICIPALITY, ""))
    municipality_id = surroundings.places.get(place.casefold()) if place else None
    street = str(said.get(Field.STREET, ""))
    if place and municipality_id is None:
        street = ", ".join(filter(None, [street, place]))
        text = _("“%(place)s” is no municipality of the state; it is kept with the address.") % {
            "place": place
        }
        notices.append(problem_of(row, Field.MUNICIPALITY, text, surroundings.columns))
    facts = ClientFacts(
        family_name=said.get(Field.FAMILY_NAME, ""),
        given_name=said.get(Field.GIVEN_NAME, ""),
        **_birth(said.get(Field.BIRTH_DATE)),
        sex=_code(said, Field.SEX),
        citizenships=tuple(said.get(Field.CITIZENSHIPS, ())),
        languages=tuple(said.get(Field.LANGUAGES, ())),
        counselling_language=next(iter(said.get(Field.LANGUAGES, ())), ""),
        interpreting=_interpreting(said.get(Field.INTERPRETING)),
        arrived_on=_day(said.get(Field.ARRIVED_ON)),
        allocated_on=_day(said.get(Field.ALLOCATED_ON)),
        municipality_id=municipality_id,
        housing=_code(said, Field.HOUSING),
        street=street,
        postcode=str(said.get(Field.POSTCODE, "")),
        phone=str(said.get(Field.PHONE, "")),
        email=str(said.get(Field.EMAIL, "")),
        file_number=str(said.get(Field.FILE_NUMBER, "")),
        counsellor_id=_counsellor(row, surroundings, notices),
    ).tidied()
    problems = [
        problem_of(row, COLUMN_OF.get(name) or Field(name), str(text), surroundings.columns)
        for name, text in content_errors(facts).items()
    ]
    return facts, problems, notices


def members_of(row: CaseloadRow, main: ClientFacts) -> Iterable[tuple[ClientFacts, str]]:
    """What the row says about the others of its household, with their role; they live where its person lives."""
    members: tuple[Member, ...] = row.fields.get(Field.HOUSEHOLD_MEMBERS, ())
    for member in members:
        facts = ClientFacts(
            family_name=member.name.family_name,
            given_name=member.name.given_name,
            **_birth(member.birth_date),
            sex=str(getattr(member.sex, "value", member.sex) or ""),
            languages=main.languages,
            counselling_language=main.counselling_language,
            municipality_id=main.municipality_id,
            housing=main.housing,
            street=main.street,
            postcode=main.postcode,
            counsellor_id=main.counsellor_id,
        ).tidied()
        if not content_errors(facts):
            yield facts, str(getattr(member.role, "value", member.role) or "")


def problem_of(
    row: CaseloadRow, meant: Field, reason: str, columns: dict[str, dict[Field, int]]
) -> CellProblem:
    """A problem of one cell that only showed when the row was seen as a person."""
    of_sheet = columns.get(row.sheet, {})
    column = next((of_sheet[name] for name in (meant, *FOUND_IN) if name in of_sheet), 0)
    value = row.fields.get(meant, "")
    shown = f"{value.date:%d.%m.%Y}" if isinstance(value, PartialDate) else str(value)
    return CellProblem(
        row.sheet, row.row_number, column, "", shown, f"client.{meant.value}", reason
    )


def _birth(born: PartialDate | None) -> dict[str, Any]:
    return {"birth_date": born.date, "birth_date_precision": born.precision} if born else {}


def _day(read: PartialDate | dt.date | None) -> dt.date | None:
    return read.date if isinstance(read, PartialDate) else read


def _code(said: dict[Field, Any], meant: Field) -> str:
    value = said.get(meant)
    return str(getattr(value, "value", value) or "")


def _interpreting(value: Any) -> str:
    if isinstance(value, bool):
        return InterpretingNeed.NEEDED if value else InterpretingNeed.NOT_NEEDED
    return str(getattr(value, "value", value) or "")


def _counsellor(
    row: CaseloadRow, surroundings: Surroundings, notices: list[CellProblem]
) -> int | None:
    name = str(row.fields.get(Field.COUNSELLOR, ""))
    if not name:
        return surroundings.counsellor_id
    found = surroundings.colleagues.get(name.casefold())
    if found is None:
        text = _("Nobody of this name counsels in the team.")
        notices.append(problem_of(row, Field.COUNSELLOR, text, surroundings.columns))
    return found or surroundings.counsellor_id
