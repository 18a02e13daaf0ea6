"""A client's file in words: facts for its head, values for comparing two versions, the audit trail."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from geleit.casework.choices import EndReason
from geleit.clients import rules, vocabulary
from geleit.clients.birth_dates import birth_date_in_words
from geleit.clients.choices import (
    BirthDatePrecision,
    HouseholdRole,
    Housing,
    InterpretingNeed,
    ResidenceKind,
    Sex,
)
from geleit.clients.models import Client, ResidenceStatus
from geleit.clients.queries.places import municipality_named
from geleit.privacy.models import AuditEntry

WHAT = {
    "clients.client.registered": gettext_lazy("File opened"),
    "clients.client.changed": gettext_lazy("File changed"),
    "clients.household.joined": gettext_lazy("Joined a household"),
    "clients.household.left": gettext_lazy("Left the household"),
    "clients.residence.added": gettext_lazy("Residence status added"),
    "clients.residence.corrected": gettext_lazy("Residence status corrected"),
    "clients.residence.removed": gettext_lazy("Residence status removed"),
}
_CODES: dict[str, dict[str, Any]] = {
    "sex": dict(Sex.choices),
    "birth_date_precision": dict(BirthDatePrecision.choices),
    "interpreting": dict(InterpretingNeed.choices),
    "housing": dict(Housing.choices),
    "household_role": dict(HouseholdRole.choices),
    "kind": dict(ResidenceKind.choices),
    "end_reason": dict(EndReason.choices),
}


@dataclass(frozen=True)
class Change:
    """One field that was changed; only its name where the values are nobody's business."""

    field: str
    old: str = ""
    new: str = ""


@dataclass(frozen=True)
class Step:
    """Who did what to a file, and when."""

    who: str
    when: dt.datetime
    what: str
    changes: list[Change]


def field_name(field: str) -> str:
    """What a column is called on the screen."""
    model: type[Model] = (
        ResidenceStatus if field in {"kind", "valid_from", "valid_until"} else Client
    )
    column: Any = model._meta.get_field(field.removesuffix("_id"))
    return str(column.verbose_name)


def value_in_words(field: str, value: Any, names: dict[str, dict[int, str]] | None = None) -> str:
    """A column's value to read. `names` are those of counsellors and households by their number."""
    if value in (None, "", [], ()):
        return _("not stated")
    if field in _CODES:
        return str(_CODES[field].get(value, value))
    if isinstance(value, dt.date):
        return f"{value:%d.%m.%Y}"
    spoken: dict[str, Callable[[Any], str]] = {
        "languages": vocabulary.language_names,
        "counselling_language": vocabulary.language_name,
        "citizenships": vocabulary.country_names,
        "municipality_id": lambda pk: (
            place.name if (place := municipality_named(pk)) else _("another one")
        ),
        "counsellor_id": lambda pk: (
            (names or {}).get("counsellor_id", {}).get(pk, _("another one"))
        ),
        "household_id": lambda pk: (names or {}).get("household_id", {}).get(pk, _("another one")),
    }
    return spoken[field](value) if field in spoken else _date_or_text(value)


def _date_or_text(value: Any) -> str:
    try:
        return f"{dt.date.fromisoformat(value):%d.%m.%Y}"
    except (TypeError, ValueError):
        return str(value)


def history_in_words(entries: Iterable[AuditEntry], names: dict[str, dict[int, str]]) -> list[Step]:
    """The audit trail of a file for those who work with it."""
    return [
        Step(
            who=entry.actor_name,
            when=entry.at,
            what=str(WHAT.get(entry.action, entry.action)),
            changes=[_change(field, pair, names) for field, pair in entry.changes.items()],
        )
        for entry in entries
    ]


def _change(field: str, pair: Any, names: dict[str, dict[int, str]]) -> Change:
    if not isinstance(pair, list):
        return Change(field_name(field), "", _("changed"))
    old, new = pair
    before = value_in_words(field, old, names) if old not in (None, "", []) else ""
    return Change(field_name(field), before, value_in_words(field, new, names))


def status_in_brief(kind: str | None) -> str:
    """A residence status without its paragraphs, as lists show it."""
    return str(_CODES["kind"].get(kind or "", "")).split(" (")[0]


def age_in_words(client: Client, day: dt.date) -> str:
    """How old somebody is, such as «30 years»; «about» where the birth date is not exact."""
    age = rules.age_on(client.birth_date, day)
    if age is None:
        return ""
    years = ngettext("%(age)d year", "%(age)d years", age) % {"age": age}
    is_exact = client.birth_date_precision in (
        BirthDatePrecision.DAY,
        BirthDatePrecision.NOT_STATED,
    )
    return years if is_exact else _("about %(years)s") % {"years": years}


def born_in_words(client: Client) -> str:
    """The birth date to read."""
    return birth_date_in_words(client.birth_date, client.birth_date_precision)


def time_left_in_words(days: int) -> str:
    """How long until a day: «in 14 days», «in 3 months», «since 7 days»."""
    if days == 0:
        return _("today")
    if days < 0:
        return ngettext("since %(days)d day", "since %(days)d days", -days) % {"days": -days}
    if days < 60:
        return ngettext("in %(days)d day", "in %(days)d days", days) % {"days": days}
    months = round(days / 30.44)
    if months < 24:
        return ngettext("in %(months)d month", "in %(months)d months", months) % {"months": months}
    return ngettext("in %(years)d year", "in %(years)d years", months // 12) % {
        "years": months // 12
    }


def length_in_words(days: int) -> str:
    """A length of time such as «1 year, 10 months»; less than a month in days."""
    if days < 31:
        return ngettext("%(days)d day", "%(days)d days", days) % {"days": max(days, 0)}
    months = int(days / 30.44)
    parts = []
    if months >= 12:
        parts.append(
            ngettext("%(years)d year", "%(years)d years", months // 12) % {"years": months // 12}
        )
    if months % 12:
        parts.append(
            ngettext("%(months)d month", "%(months)d months", months % 12) % {"months": months % 12}
        )
    return ", ".join(parts)


def day_in_words(day: dt.date) -> str:
    """A day with its weekday, such as «Mi 18.11.2026»."""
    return date_format(day, "D d.m.Y")
