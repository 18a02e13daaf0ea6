"""Names for what was counted: the rows of each breakdown in their usual order, 'not stated' last."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, DateField, QuerySet, SmallIntegerField, Value
from django.db.models.functions import Cast
from django.utils.translation import gettext as _

from geleit.casework.choices import Channel, Interpreting
from geleit.casework.models import Topic
from geleit.clients import vocabulary
from geleit.organisations.models import Organisation, Team
from geleit.people.models import Account
from geleit.programmes.models import FundingLine
from geleit.statistics.periods import Period

NOT_STATED = ""
_TEXT: CharField = CharField()


@dataclass(frozen=True)
class Entry:
    """One row of a catalogue: the value talks hold, its code in files, its name, and when it holds."""

    value: str
    code: str
    name: str
    valid_from: dt.date | None
    valid_until: dt.date | None

    def holds_in(self, period: Period) -> bool:
        begins = self.valid_from is None or self.valid_from <= period.last
        return begins and (self.valid_until is None or self.valid_until > period.first)


@dataclass(frozen=True)
class Names:
    """What the database calls topics, funding lines, counsellors, teams and carriers."""

    topics: tuple[Entry, ...]
    funding_lines: tuple[Entry, ...]
    parts: Mapping[str, Mapping[int, str]]

    def rows(
        self, dimension: str, found: Iterable[Any], period: Period
    ) -> list[tuple[Any, str, str]]:
        """(value, code, label) of a breakdown: what the catalogue holds in the period and whatever else was found.

        The last row is always 'not stated', so that rows add up to the whole.
        """
        values = [value for value in found if value not in (NOT_STATED, None)]
        listed = self._listed(dimension, {str(value) for value in values}, period)
        known = {value for value, _code, _label in listed}
        strays = [
            (str(value), str(value), str(value)) for value in values if str(value) not in known
        ]
        return [*listed, *sorted(strays), (NOT_STATED, NOT_STATED, _("not stated"))]

    def _listed(
        self, dimension: str, found: set[str], period: Period
    ) -> list[tuple[str, str, str]]:
        if dimension == "channel":
            return [(code, code, str(label)) for code, label in Channel.choices if code]
        if dimension == "interpreting":
            return [(code, code, str(label)) for code, label in Interpreting.choices if code]
        if dimension == "language":
            named = [(code, code, vocabulary.language_name(code)) for code in found]
            return sorted(named, key=lambda row: row[2].casefold())
        catalogue = self.funding_lines if dimension == "funding_line" else self.topics
        return [
            (entry.value, entry.code, entry.name)
            for entry in catalogue
            if entry.value in found or entry.holds_in(period)
        ]


def names_of(parts: Mapping[str, Iterable[int]]) -> Names:
    """Look up all names in one query. `parts`: ids of accounts, teams and organisations by their column."""
    topics = _entries(Topic.objects.all(), "topic", "code", "code", dated=True)
    lines = _entries(FundingLine.objects.all(), "funding_line", "pk", "code", dated=True)
    owners: dict[str, QuerySet[Any]] = {
        "counsellor_id": Account.objects.all(),
        "team_id": Team.objects.all(),
        "organisation_id": Organisation.objects.all(),
    }
    others = [
        _entries(owners[part].filter(pk__in=list(ids)), part, "pk", "pk")
        for part, ids in parts.items()
    ]
    kinds: dict[str, list[tuple[int, Entry]]] = {}
    for kind, place, *row in topics.union(lines, *others, all=True):
        kinds.setdefault(kind, []).append((place, Entry(*row)))
    ordered = {
        kind: tuple(e for _place, e in sorted(found, key=lambda f: f[0]))
        for kind, found in kinds.items()
    }
    return Names(
        topics=ordered.get("topic", ()),
        funding_lines=ordered.get("funding_line", ()),
        parts={part: {int(e.value): e.name for e in ordered.get(part, ())} for part in parts},
    )


def _entries(
    rows: QuerySet[Any], kind: str, value: str, code: str, *, dated: bool = False
) -> QuerySet[Any]:
    """Rows as (kind, place, value, code, name, valid_from, valid_until), fit for a union."""
    nothing = Value(None, DateField())
    return rows.order_by().values_list(
        Value(kind, _TEXT),
        Cast("position", SmallIntegerField()) if dated else Value(0, SmallIntegerField()),
        Cast(value, _TEXT),
        Cast(code, _TEXT),
        Cast("name", _TEXT),
        "valid_from" if dated else nothing,
        "valid_until" if dated else nothing,
    )
