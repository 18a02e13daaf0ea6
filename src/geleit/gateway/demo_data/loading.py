"""The load itself: one transaction, so that a broken load leaves the database as it was."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.contrib.auth.hashers import make_password
from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper

from geleit.casework.models import Topic
from geleit.gateway.demo_data import bare_tables, tables
from geleit.gateway.demo_data.arrivals import plan_units
from geleit.gateway.demo_data.chance import dice, shares
from geleit.gateway.demo_data.delivery import Delivery, in_county
from geleit.gateway.demo_data.demo_county import demo_county
from geleit.gateway.demo_data.emptiness import LOADED, refuse_unless_empty
from geleit.gateway.demo_data.inventing import (
    Inventor,
    Packed,
    PeoplePlan,
    Piece,
    make_all,
    processes_for,
)
from geleit.gateway.demo_data.logins import COUNSELLOR, DEMO_PASSWORD, ELSEWHERE, SUBSTITUTE
from geleit.gateway.demo_data.plans import add_plans
from geleit.gateway.demo_data.scale import (
    DEMO_CLIENTS,
    DEMO_COUNSELLORS,
    DEMO_COUNTY,
    FIRST_DAY,
    Scale,
)
from geleit.gateway.demo_data.staff import Hiring, Passwords, Staff
from geleit.gateway.demo_data.stories import STORIES
from geleit.gateway.demo_data.tables import Batch, Table
from geleit.gateway.demo_data.talk_mix import Funding, funding_codes, known_topics
from geleit.gateway.demo_data.talks import MonthPlan, load_by_day
from geleit.gateway.demo_data.units import Setting
from geleit.gateway.demo_data.workdays import capacity_on, months
from geleit.organisations import reference
from geleit.organisations.models import Organisation
from geleit.privacy import actions as privacy
from geleit.programmes.models import FundingLine

Report = Callable[[str, float], None]

# Parts of the whole time, as measured with the whole state.
WHOLE = 1000.0
_STAFF, _PEOPLE, _TALKS, _INDEXES, _TIDY = 10.0, 80.0, 460.0, 380.0, 70.0
_UNITS_PER_PIECE = 2_000
_LOCK = 0x6E1E17


@dataclass(frozen=True)
class System:
    """Acts in nobody's name."""

    account_id: int = 0
    name: str = "Geleit"


def load(scale: Scale, *, seed: int, today: dt.date, report: Report) -> dict[str, int]:
    """Fill the database with invented data; afterwards its schema is as before and its statistics are fresh.

    Needs the tables' owner. Returns how many rows each table got. Raises `Refusal` if the database is not empty.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
        refuse_unless_empty()
        _refuse_unknown_codes()
        cursor.execute("SET LOCAL TIME ZONE 'Europe/Berlin'")
        cursor.execute("SET LOCAL maintenance_work_mem = '256MB'")
        _restart_sequences(cursor)
        stripped = bare_tables.strip(cursor, [table.name for table in tables.BULK])
        counts = _fill(_Loader(cursor), scale, seed, today, report)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for statement in stripped.statements:
            report("Indizes", _INDEXES / len(stripped.statements))
            cursor.execute(statement)
        _move_sequences(cursor)
        state = Organisation.objects.get(parent=None)
        facts = {"scale": scale.name, "seed": seed, "today": today.isoformat()}
        privacy.record(actor=System(), action=LOADED, subject=state, changes=facts)
    _tidy(report)
    return counts


class _Loader:
    """Sends rows to the database and counts them."""

    def __init__(self, cursor: CursorWrapper) -> None:
        self.cursor = cursor
        self.counts: dict[str, int] = {}

    def send(self, packed: Packed) -> None:
        for name, rows in packed.items():
            with self.cursor.copy(_TABLES[name].copy_statement()) as copy:
                copy.write(rows)
            self.counts[name] = self.counts.get(name, 0) + self.cursor.rowcount


_STAFF_TABLES = (
    tables.ORGANISATIONS, tables.MEMBERS, tables.DELEGATIONS, tables.TEAMS, tables.ACCOUNTS, tables.ADDRESSES,
    tables.MEMBERSHIPS, tables.SUBSTITUTIONS,
)  # fmt: skip
_TABLES: Mapping[str, Table] = {table.name: table for table in (*_STAFF_TABLES, *tables.BULK)}


def _fill(
    loader: _Loader, scale: Scale, seed: int, today: dt.date, report: Report
) -> dict[str, int]:
    """Send everything: first who works, then who is counselled, then the talks, at last what is planned."""
    delivery = _delivery(scale)
    staff = _hire(loader, delivery, seed, today)
    report("Menschen", _STAFF)
    stories = {staff.teams[0].id: list(STORIES)}
    units = plan_units(seed, staff.teams, _quotas(scale, delivery), today, stories)
    setting = Setting(seed, today, staff.teams, units)
    people: list[Piece] = [
        PeoplePlan(first, first + _UNITS_PER_PIECE)
        for first in range(0, len(units), _UNITS_PER_PIECE)
    ]
    talks: list[Piece] = [*_months(scale.talks_until(today), today)]
    workers = processes_for(scale.clients)
    steps = [("Menschen", _PEOPLE / len(people))] * len(people)
    steps += [("Gespräche", _TALKS / len(talks))] * len(talks)
    made = make_all(Inventor(setting, _funding_lines()), [*people, *talks], workers)
    for packed, step in zip(made, steps, strict=True):
        loader.send(packed)
        report(*step)
    planned = Batch([tables.PLANNED])
    busy = {staff.demo_account(person) for person in (COUNSELLOR, ELSEWHERE, SUBSTITUTE)}
    add_plans(planned, setting, busy)
    loader.send(planned.packed())
    return loader.counts


def _funding_lines() -> list[Funding]:
    return [
        Funding(line.pk, line.code, line.valid_from, line.valid_until)
        for line in FundingLine.objects.order_by("position", "pk")
    ]


def _delivery(scale: Scale) -> Delivery:
    """Who delivers: the demo county first, then the others with posts by population."""
    places: dict[str, list[reference.Municipality]] = {}
    for place in reference.municipalities():
        places.setdefault(place.county_ags, []).append(place)
    delivery = demo_county(places[DEMO_COUNTY])
    others = [
        each
        for each in reference.counties()
        if each.ags.startswith(scale.counties) and each.ags != DEMO_COUNTY
    ]
    if others:
        posts = shares(
            scale.counsellors - DEMO_COUNSELLORS, [float(county.population) for county in others]
        )
        for number, (county, count) in enumerate(zip(others, posts, strict=True)):
            delivery.add(in_county(county, places[county.ags], count, number))
    return delivery


def _hire(loader: _Loader, delivery: Delivery, seed: int, today: dt.date) -> Staff:
    batch = Batch(_STAFF_TABLES)
    organisations = dict(Organisation.objects.values_list("slug", "pk"))
    passwords = Passwords(make_password(DEMO_PASSWORD), make_password(None))
    staff = Hiring(batch, dice(seed, "staff"), today, organisations, passwords).hire(delivery)
    loader.send(batch.packed())
    return staff


def _quotas(scale: Scale, delivery: Delivery) -> list[int]:
    """How many people each team counsels in all: in the demo county as published, elsewhere the rest, by posts."""
    posts = [float(team.counsellors) for team in delivery.teams]
    demo = sum(1 for team in delivery.teams if team.county == delivery.teams[0].county)
    found = shares(DEMO_CLIENTS, posts[:demo])
    return found + (shares(scale.clients - DEMO_CLIENTS, posts[demo:]) if posts[demo:] else [])


def _months(talks: int, today: dt.date) -> list[MonthPlan]:
    """How many talks each month has, so that all of them sum up exactly; their numbers follow one another."""
    found = [tuple(days) for days in months(FIRST_DAY, today)]
    weights = [sum(load_by_day(days, today)) * capacity_on(days[0]) for days in found]
    plans, number = [], 1
    for days, count in zip(found, shares(talks, weights), strict=True):
        plans.append(MonthPlan(days, count, number))
        number += count
    return plans


def _refuse_unknown_codes() -> None:
    """A migration that renames a topic or a funding line must not leave the demo with codes that mean nothing."""
    known = set(Topic.objects.values_list("code", flat=True)) | set(
        FundingLine.objects.values_list("code", flat=True)
    )
    unknown = (known_topics() | funding_codes()) - known
    if unknown:
        raise RuntimeError(f"Demo data use codes the database does not know: {sorted(unknown)}")


def _restart_sequences(cursor: CursorWrapper) -> None:
    """Sequences outlive a load that was broken off; the next one shall give the same numbers all the same."""
    for table in _TABLES.values():
        if table.is_numbered and "id" not in table.columns:
            cursor.execute(table.sequence_from_start())


def _move_sequences(cursor: CursorWrapper) -> None:
    """New rows get numbers after those that came with the load."""
    for table in _TABLES.values():
        if "id" in table.columns:
            cursor.execute(table.sequence_past_rows())


def _tidy(report: Report) -> None:
    """Mark rows as visible to all and let the planner know how many there are, as autovacuum would later."""
    with connection.cursor() as cursor:
        for name in _TABLES:
            cursor.execute(f"VACUUM (ANALYZE) {name}")
            report("Aufräumen", _TIDY / len(_TABLES))
