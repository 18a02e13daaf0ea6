"""The head of a client's file, the same on all its pages: what matters at a glance, what can be done, the tabs."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from geleit.casework.models import Case
from geleit.casework.queries import of_client
from geleit.clients import queries, rules, vocabulary
from geleit.clients.choices import InterpretingNeed
from geleit.clients.models import Client, ResidenceStatus
from geleit.people.viewer import Viewer
from geleit.workspace.web.client_words import age_in_words, born_in_words

# A paper that runs out within six weeks cannot wait; the appointment at the office alone takes that long.
PRESSING = dt.timedelta(days=42)
# From here on it is worth a thought.
SOON = dt.timedelta(days=90)

OVERVIEW, TALKS, DETAILS = "overview", "talks", "details"


@dataclass(frozen=True)
class ClientFile:
    """What every page of a file needs to know."""

    client: Client
    statuses: list[ResidenceStatus]
    current: ResidenceStatus | None
    cases: list[Case]

    @property
    def open_case(self) -> Case | None:
        """The case under which the client is being counselled."""
        return next((case for case in self.cases if case.ended_on is None), None)


def open_file(viewer: Viewer, client: Client, day: dt.date) -> ClientFile:
    """Fetch what the head shows; three queries."""
    statuses = queries.statuses_of(viewer, client)
    begun = [status for status in statuses if status.valid_from is None or status.valid_from <= day]
    return ClientFile(
        client, statuses, begun[0] if begun else None, of_client.cases_of(viewer, client)
    )


def head(viewer: Viewer, file: ClientFile, tab: str, day: dt.date) -> dict[str, Any]:
    """The context of `workspace/_client_head.html`; no query."""
    client: Any = file.client  # carries the number of talks
    return {
        "client": client,
        "facts": facts(file, day),
        "tabs": _tabs(client, tab, client.talk_count),
        "may_change": rules.can_keep_files(viewer, client.team_id),
        "open_case": file.open_case,
        "ended_case": None if file.open_case or not file.cases else file.cases[0],
    }


def facts(file: ClientFile, day: dt.date) -> list[str]:
    """What matters about a person in one line; what is not stated is left out."""
    client = file.client
    age, born = age_in_words(client, day), born_in_words(client)
    parts = [
        format_html("<b>{}</b>, {}", age, born) if age else born,
        vocabulary.country_names(client.citizenships),
        _language(client),
        _status(file.current, day),
        ", ".join(
            filter(
                None, [client.municipality.name if client.municipality else "", _housing(client)]
            )
        ),
    ]
    return [part for part in parts if part]


def _language(client: Client) -> str:
    language = (
        vocabulary.language_name(client.counselling_language) if client.counselling_language else ""
    )
    if not language:
        language = vocabulary.language_names(client.languages[:2])
    needs = {
        InterpretingNeed.NEEDED.value: _("interpreting needed"),
        InterpretingNeed.HELPFUL.value: _("interpreting helpful"),
    }
    need = needs.get(client.interpreting)
    if need:
        return (
            format_html("{}, <b>{}</b>", language, need)
            if language
            else format_html("<b>{}</b>", need)
        )
    return language


def _status(status: ResidenceStatus | None, day: dt.date) -> str | SafeString:
    if status is None:
        return ""
    if status.valid_until is None:
        return status.get_kind_display()
    return format_html(
        '{} {} <b class="{}">{}</b>',
        status.get_kind_display(),
        _("until"),
        tone(status.valid_until, day),
        f"{status.valid_until:%d.%m.%Y}",
    )


def _housing(client: Client) -> str:
    return client.get_housing_display() if client.housing else ""


def tone(until: dt.date | None, day: dt.date) -> str:
    """How loudly a date that runs out is shown."""
    if until is None or until > day + SOON:
        return ""
    return "danger" if until <= day + PRESSING else "warning"


def _tabs(client: Client, current: str, talks: int) -> list[dict[str, Any]]:
    return [
        {
            "url": reverse(name, args=[client.pk]),
            "label": label,
            "count": count,
            "current": tab == current,
        }
        for tab, name, label, count in [
            (OVERVIEW, "workspace:client-file", pgettext("first page of a file", "Overview"), None),
            (TALKS, "workspace:client-talks", _("Talks"), talks),
            (DETAILS, "workspace:client-details", _("About the person"), None),
        ]
    ]
