"""The audit trail of a talk in words a counsellor reads."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from geleit.casework.choices import Channel, Interpreting
from geleit.casework.models import CounsellingSession
from geleit.casework.queries.sessions import topic_names
from geleit.clients import vocabulary
from geleit.privacy.models import AuditEntry
from geleit.programmes.queries import funding_lines

WHAT = {
    "casework.session.recorded": gettext_lazy("recorded"),
    "casework.session.corrected": gettext_lazy("corrected"),
    "casework.session.voided": gettext_lazy("withdrawn"),
    "casework.session.restored": gettext_lazy("brought back"),
    "casework.session.carried_over": gettext_lazy("taken over from a list"),
}


@dataclass(frozen=True)
class Change:
    """One value that was changed; both empty if only that it changed may be said."""

    field: str
    old: str
    new: str


@dataclass(frozen=True)
class Step:
    """Who did what when."""

    who: str
    when: dt.datetime
    what: str
    changes: list[Change]


def changes_in_words(entries: Iterable[AuditEntry], names: dict[int, str]) -> list[Step]:
    """Audit entries with labels instead of codes. `names` are those of the people in the talk."""
    return [
        Step(
            who=entry.actor_name,
            when=entry.at,
            what=str(WHAT.get(entry.action, entry.action)),
            changes=[_change(field, pair, names) for field, pair in entry.changes.items()],
        )
        for entry in entries
    ]


def _change(field: str, pair: Any, names: dict[int, str]) -> Change:
    if not isinstance(pair, list):
        return Change(_label(field), "", _("changed"))
    return Change(_label(field), *(_value(field, value, names) for value in pair))


def _label(field: str) -> str:
    own = {"note": _("Note"), "clients": _("With whom")}
    if field in own:
        return own[field]
    return str(
        getattr(
            CounsellingSession._meta.get_field(field.removesuffix("_id")), "verbose_name", field
        )
    )


def _value(field: str, value: Any, names: dict[int, str]) -> str:
    codes: dict[str, dict[Any, Any]] = {
        "channel": dict(Channel.choices),
        "interpreting": dict(Interpreting.choices),
        "main_topic": topic_names(),
        "topics": topic_names(),
        "funding_line_id": {line.pk: line.name for line in funding_lines()},
        "clients": names,
        "is_counted": {True: _("yes"), False: _("no")},
    }
    known = codes.get(field, {})
    if isinstance(value, list):
        return ", ".join(
            str(known.get(item, _("another person") if field == "clients" else item))
            for item in value
        )
    if field == "language":
        return vocabulary.language_name(value)
    if field == "held_on" and value:
        return f"{dt.date.fromisoformat(value):%d.%m.%Y}"
    if value is None or value == "":
        return _("not stated")
    return (
        str(known.get(value, value))[:16] if field == "starts_at" else str(known.get(value, value))
    )
