"""Several people in one cell: «Ehefrau: Fatima (1990), Kinder: Ali 2012, Sara 2015»."""

import datetime as dt
import re
from dataclasses import dataclass, field, replace

from geleit.clients.choices import HouseholdRole, Sex
from geleit.gateway.caseload.fields import Cell, NameOrder
from geleit.gateway.caseload.outcomes import (
    Assumed,
    Member,
    PartialDate,
    PersonName,
    Unreadable,
    assumed,
    unreadable,
)
from geleit.gateway.caseload.text import fold, is_not_stated, tidy_lines
from geleit.gateway.caseload.values.dates import BIRTH, ESTIMATED, read_date
from geleit.gateway.caseload.values.household_words import (
    ALONE,
    NOBODY,
    ONLY_A_COUNT,
    PLURALS,
    ROLE_AT_START,
    ROLES,
)
from geleit.gateway.caseload.values.people import NAME_LIMIT, is_particle, read_full_name, read_sex

MEMBERS_LIMIT = 30

_BLOCKS = re.compile(r"\s*[;\n]\s*")
# Commas, «und», «+» and slashes, but not a slash inside a date nor anything inside brackets.
_PARTS = re.compile(r"\s*(?:,|\bund\b|\bu\.\s|&|\+|\s/\s|(?<!\d)/|\|)\s*(?![^()]*\))", re.I)
_BIRTH = re.compile(
    r"(?:\*|\bgeb(?:oren)?\b\.?(?:\s*am)?|\bjg\.?|\bjahrgang)?\s*"
    r"((?:ca\.?\s*)?(?<!\d)(?:\d{1,2}\.\s?\d{1,2}\.\s?(?:\d{4}|\d{2})|\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})"
    r"|\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{4}|\d{4})(?!\d))",
    re.I,
)
_AGE = re.compile(
    r"\b(\d{1,3})\s*(?:j\.|j\b|jahre?\b|jährig\w*)(?:\s*alt)?|\b\d{1,2}\s*(?:monate?|mon\.)(?:\s*alt)?",
    re.I,
)
# «mit Ehefrau Rana», «1. Rana», «verh. mit Rana».
_LEAD = re.compile(
    r"^(?:(?:verh\.|verheiratet)\s+)?(?:(?:mit|und|sowie|inkl\.|davon)\s+|\d{1,2}[.)]\s+(?=[^\W\d]))",
    re.I,
)
_FAMILY = re.compile(r"^(?:familie|fam\.)\s+([^\W\d][^:;,\n]*):\s*", re.I)
_BRACKETS = re.compile(r"\(([^()]*)\)")


@dataclass(slots=True)
class _Reading:
    """What has been read of one cell so far."""

    today: dt.date
    family_name: str
    order: NameOrder
    members: list[Member] = field(default_factory=list)
    role: HouseholdRole = HouseholdRole.NOT_STATED
    sex: Sex = Sex.NOT_STATED
    # A role standing alone («Kinder:») holds for the people after it; unused, it was only a count.
    role_lasts: bool = False
    heading: tuple[HouseholdRole, Sex] | None = None
    heading_used: bool = False
    counted_only: bool = False


def read_members(
    value: Cell, today: dt.date, family_name: str = "", order: NameOrder = NameOrder.GIVEN_FIRST
) -> tuple[Member, ...] | Assumed | Unreadable | None:
    """Return the people named, in their order. A mere number of people is passed over and said.

    `family_name` is that of the line: it tells family from given name and stands in where a member
    has only a given name. `order` is the order of names elsewhere in the list.
    """
    text = tidy_lines(value)
    if is_not_stated(text) or fold(text) in ALONE or text == "1" or text == "0":
        return None
    if not isinstance(value, (str, int, float)) or isinstance(value, bool):
        return unreadable("members_unreadable", word=text[:40])
    if match := _FAMILY.match(text):
        family_name, text = family_name or match.group(1), text[match.end() :]
    reading = _Reading(today, family_name, order)
    blocks = [block for block in _BLOCKS.split(text) if block]
    for block in blocks:
        problem = _read_block(reading, block, several=len(blocks) > 1)
        if problem:
            return problem
    members = _with_family_names(reading)
    if len(members) > MEMBERS_LIMIT:
        return unreadable("members_unreadable", word=text[:40])
    counted = reading.counted_only or (reading.heading is not None and not reading.heading_used)
    return assumed(members, "members_counted") if counted else members or None


def _read_block(reading: _Reading, block: str, several: bool) -> Unreadable | None:
    reading.role, reading.sex = reading.heading or (HouseholdRole.NOT_STATED, Sex.NOT_STATED)
    parts = [part.strip(" .") for part in _PARTS.split(block)]
    parts = _joined_names(reading, [part for part in parts if part], several)
    for part in parts:
        problem = _read_part(reading, part)
        if problem:
            return problem
    return None


def _joined_names(reading: _Reading, parts: list[str], several: bool) -> list[str]:
    """Put «Kovalenko, Maksym 2010» together again where the first part is a family name."""
    if len(parts) < 2 or re.search(r"\d", parts[0]) or ROLE_AT_START.match(parts[1]):
        return parts
    role = ROLE_AT_START.match(parts[0])
    first = parts[0][role.end() :] if role else parts[0]
    is_own_name = bool(reading.family_name) and fold(first) == fold(reading.family_name)
    is_list_of_full_names = several and not role and not _is_birth_only(parts[1], reading)
    if is_own_name or is_list_of_full_names:
        return [f"{parts[0]}, {parts[1]}", *parts[2:]]
    return parts


def _is_birth_only(part: str, reading: _Reading) -> bool:
    rest, birth_date = _take_birth_date(part, reading.today)
    return birth_date is not None and not rest.strip(" ()")


def _read_part(reading: _Reading, part: str) -> Unreadable | None:
    """Take one part of the list into the reading: a role, a date of the one before, or a person."""
    part = _LEAD.sub("", part)
    if match := ROLE_AT_START.match(part):
        word = fold(match.group(1))
        reading.role, reading.sex = ROLES[word]
        reading.role_lasts = word in PLURALS
        rest = part[match.end() :]
        if not rest:
            _open_heading(reading)
            return None
        part = rest
    if ONLY_A_COUNT.match(part) or fold(part) in NOBODY:
        reading.counted_only = True
        return None
    rest, birth_date = _take_birth_date(part, reading.today)
    if isinstance(birth_date, Unreadable):
        return birth_date
    if reading.members and _belongs_to_last(reading, rest, birth_date):
        return None
    return _add_member(reading, rest, birth_date, part)


def _belongs_to_last(reading: _Reading, rest: str, birth_date: PartialDate | None) -> bool:
    """Take a date or m, w, d that stands behind its own comma to the person before it."""
    last = reading.members[-1]
    if birth_date and not rest.strip(" ()-") and not last.birth_date:
        reading.members[-1] = replace(last, birth_date=birth_date)
        return True
    if birth_date is None and rest.casefold() in ("m", "w", "d"):
        sex = read_sex(rest)
        reading.members[-1] = replace(last, sex=sex if isinstance(sex, Sex) else last.sex)
        return True
    return False


def _open_heading(reading: _Reading) -> None:
    if reading.heading and not reading.heading_used:
        reading.counted_only = True
    reading.heading = (reading.role, reading.sex)
    reading.heading_used = False


def _add_member(
    reading: _Reading, rest: str, birth_date: PartialDate | None, part: str
) -> Unreadable | None:
    member = Member(PersonName(), reading.role, birth_date, reading.sex)
    for inside in _BRACKETS.findall(rest):
        for word in filter(None, (word.strip(" .,-") for word in inside.split(","))):
            told = _with_addition(member, word)
            if told is None:
                return unreadable("members_unreadable", word=part[:40])
            member = told
    name_text = " ".join(_BRACKETS.sub(" ", rest).split()).strip(" ,:-–*")
    name = read_full_name(name_text, _order(name_text, reading))
    # «wohnt bei der Tante» is no name; «ali 2012» is one, written without care.
    is_small = name_text[:1].islower() and not is_particle(name_text.partition(" ")[0])
    if not isinstance(name, PersonName) or name == PersonName() or (is_small and not birth_date):
        return unreadable("members_unreadable", word=part[:40])
    if max(len(name.family_name), len(name.given_name)) > NAME_LIMIT:
        return unreadable("too_long", limit=NAME_LIMIT)
    reading.members.append(replace(member, name=name))
    _close_role(reading)
    return None


def _close_role(reading: _Reading) -> None:
    """After its person a single role is over; one for several goes on."""
    if reading.heading == (reading.role, reading.sex):
        reading.heading_used = True
    if not reading.role_lasts:
        reading.role, reading.sex = HouseholdRole.NOT_STATED, Sex.NOT_STATED
        if reading.heading_used:
            reading.heading = None


def _with_addition(member: Member, word: str) -> Member | None:
    """Take what stands in brackets behind a name: a role or the sex. Anything else is None."""
    role = ROLES.get(fold(word))
    if role:
        return replace(member, role=role[0], sex=role[1] or member.sex)
    sex = read_sex(word)
    return replace(member, sex=sex) if isinstance(sex, Sex) else None


def _take_birth_date(part: str, today: dt.date) -> tuple[str, PartialDate | Unreadable | None]:
    """Cut the birth date or age out of a part."""
    if match := _BIRTH.search(part):
        found = read_date(match.group(1), today, BIRTH)
        birth_date = found if isinstance(found, (PartialDate, Unreadable)) else None
        return part[: match.start()] + " " + part[match.end() :], birth_date
    if match := _AGE.search(part):
        year = today.year - int(match.group(1) or 0)
        return part[: match.start()] + " " + part[match.end() :], PartialDate(
            dt.date(year, 1, 1), ESTIMATED
        )
    return part, None


def _order(name: str, reading: _Reading) -> NameOrder:
    own_name = fold(reading.family_name)
    return NameOrder.FAMILY_FIRST if own_name and fold(name).startswith(own_name) else reading.order


def _with_family_names(reading: _Reading) -> tuple[Member, ...]:
    """Give the line's family name to members without one; parents of listed children are adults."""
    has_children = any(member.role == HouseholdRole.CHILD for member in reading.members)
    members = []
    for member in reading.members:
        if member.role == HouseholdRole.PARENT and has_children:
            member = replace(member, role=HouseholdRole.ADULT)
        if not member.name.family_name and reading.family_name:
            name = PersonName(reading.family_name, member.name.given_name)
            member = replace(member, name=name, family_name_assumed=True)
        members.append(member)
    return tuple(members)
