"""The list of clients with what counselling knows of them: last and next talk, open or ended case."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import DateField, Exists, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from geleit.casework.choices import PlannedOutcome
from geleit.casework.models import Case, Participation, PlannedSession
from geleit.clients import queries as clients
from geleit.clients.models import Client
from geleit.people.viewer import Viewer

OPEN, ENDED, ALL = "open", "ended", "all"

# Never talked to comes before the first talk; without an end comes after the last one.
NEVER, ALWAYS = dt.date(1, 1, 1), dt.date(9999, 12, 31)

# Orders a list can have by the name of their column; the number makes each one unambiguous.
ORDERS: dict[str, tuple[str, ...]] = {
    "name": ("sort_key", "pk"),
    "born": ("born_or_never", "pk"),
    "municipality": ("municipality_or_none", "sort_key", "pk"),
    "until": ("until_or_always", "pk"),
    "counsellor": ("counsellor_or_none", "sort_key", "pk"),
    "last": ("last_or_never", "pk"),
    "next": ("next_or_always", "pk"),
}


@dataclass(frozen=True)
class CaseloadFilter:
    """What the list is narrowed to; everything empty means all clients in sight, counselled or not."""

    text: str = ""
    counsellor_id: int | None = None
    without_counsellor: bool = False
    status: str = ""
    language: str = ""
    municipality_id: int | None = None
    household_id: int | None = None
    cases: str = ALL
    no_talk_since: dt.date | None = None


def order_of(name: str) -> tuple[str, ...]:
    """The columns of an order; a minus turns all of them round."""
    columns = ORDERS[name.removeprefix("-")]
    return tuple(f"-{column}" for column in columns) if name.startswith("-") else columns


def caseload(viewer: Viewer, wanted: CaseloadFilter, day: dt.date) -> QuerySet[Client]:
    """Clients in sight that meet the filter, each with `last_talk_on`, `next_talk_at`, `status_kind`, `status_until`.

    No order yet: see `order_of` and `sortable`.
    """
    found = clients.clients_matching(viewer, wanted.text).select_related(
        "counsellor", "municipality"
    )
    exact = {
        "counsellor_id": wanted.counsellor_id,
        "municipality_id": wanted.municipality_id,
        "household_id": wanted.household_id,
    }
    found = found.filter(**{column: value for column, value in exact.items() if value})
    if wanted.without_counsellor:
        found = found.filter(counsellor=None)
    if wanted.language:
        found = found.filter(languages__contains=[wanted.language])
    found = _by_case(found, wanted.cases)
    if wanted.no_talk_since:
        found = found.filter(~Exists(_talks().filter(held_on__gte=wanted.no_talk_since)))
    found = _annotated(found, day)
    # The condition is on an annotation, which the type checker does not know.
    with_status: dict[str, str] = {"status_kind": wanted.status} if wanted.status else {}
    return found.filter(**with_status)


def sortable(found: QuerySet[Client], order: str) -> QuerySet[Client]:
    """The same rows with the columns an order needs, none of them empty."""
    columns = {
        "born": {"born_or_never": Coalesce("birth_date", Value(NEVER))},
        "municipality": {"municipality_or_none": Coalesce("municipality__name", Value(""))},
        "until": {
            "until_or_always": Coalesce(F("status_until"), Value(ALWAYS), output_field=DateField())
        },
        "counsellor": {"counsellor_or_none": Coalesce("counsellor__name", Value(""))},
        "last": {
            "last_or_never": Coalesce(F("last_talk_on"), Value(NEVER), output_field=DateField())
        },
        "next": {"next_or_always": Coalesce(F("next_talk_at"), Value(_LATEST))},
    }
    return found.annotate(**columns.get(order.removeprefix("-"), {}))


_LATEST = dt.datetime(9999, 12, 30, tzinfo=dt.UTC)


def _annotated(found: QuerySet[Client], day: dt.date) -> QuerySet[Client]:
    status = clients.statuses_begun(day).filter(client=OuterRef("pk"))
    return found.annotate(
        last_talk_on=Subquery(_talks().order_by("-held_on").values("held_on")[:1]),
        next_talk_at=Subquery(_planned().order_by("starts_at").values("starts_at")[:1]),
        status_kind=Subquery(status.values("kind")[:1]),
        status_until=Subquery(status.values("valid_until")[:1]),
    )


def _talks() -> QuerySet[Participation]:
    return Participation.objects.filter(client=OuterRef("pk"), session__voided_at=None)


def _planned() -> QuerySet[PlannedSession]:
    with_them = Q(client=OuterRef("pk")) | Q(household=OuterRef("household"))
    return PlannedSession.objects.filter(
        with_them, outcome=PlannedOutcome.PLANNED, starts_at__gte=timezone.now()
    )


def _by_case(found: QuerySet[Client], cases: str) -> QuerySet[Client]:
    of_client = Case.objects.filter(client=OuterRef("pk"))
    is_open = Exists(of_client.filter(ended_on=None))
    if cases == OPEN:
        return found.filter(is_open)
    return found.filter(~is_open, Exists(of_client)) if cases == ENDED else found
