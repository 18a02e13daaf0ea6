"""What a counsellor needs to see today: who comes, what runs out, how the month went."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from typing import Any

from django.db.models import Aggregate, Count, IntegerField, Q, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext, ngettext

from geleit.casework.choices import PlannedOutcome
from geleit.casework.models import (
    Case,
    CounsellingSession,
    GroupEvent,
    Participation,
    PlannedSession,
    ShortContact,
)
from geleit.clients.models import Client
from geleit.clients.queries import current_statuses
from geleit.people.models import Account
from geleit.people.queries import Viewer

# A residence permit takes months to renew; the counselling period is to be handed over in peace.
PERMIT_WARNING = dt.timedelta(days=90)
PERIOD_WARNING = dt.timedelta(days=183)
URGENT_DAYS = 14
DAYS_UNTIL_MONTHS = 60
LONG_OVERDUE_DAYS = 60


@dataclass(frozen=True)
class Deadline:
    """A date that runs out for one of the viewer's clients."""

    client: Client
    kind: str  # "permit" or "period"
    what: str
    on: dt.date
    days_left: int

    @property
    def tone(self) -> str:
        """How urgent it is: danger within two weeks and after the day, else warning."""
        return "danger" if self.days_left <= URGENT_DAYS else "warning"

    @property
    def in_words(self) -> str:
        """The time left as people say it."""
        if self.days_left < 0:
            days = -self.days_left
            return ngettext("%(n)d day overdue", "%(n)d days overdue", days) % {"n": days}
        if self.days_left == 0:
            return gettext("today")
        if self.days_left < DAYS_UNTIL_MONTHS:
            return ngettext("in %(n)d day", "in %(n)d days", self.days_left) % {"n": self.days_left}
        months = round(self.days_left / 30.4)
        return ngettext("in %(n)d month", "in %(n)d months", months) % {"n": months}


@dataclass(frozen=True)
class MonthFigures:
    """A counsellor's own month in figures."""

    first_day: dt.date
    talks: int
    persons: int
    minutes: int
    short_contacts: int
    group_events: int
    new_cases: int


def planned_visible_to(viewer: Viewer) -> QuerySet[PlannedSession]:
    """Planned talks of the viewer's teams."""
    return PlannedSession.objects.filter(team_id__in=viewer.team_ids)


def planned_between(viewer: Viewer, first: dt.date, last: dt.date) -> list[PlannedSession]:
    """The viewer's own planned talks from the first to the last day by time, cancelled ones left out."""
    start = timezone.make_aware(dt.datetime.combine(first, dt.time.min))
    end = timezone.make_aware(dt.datetime.combine(last + dt.timedelta(days=1), dt.time.min))
    return list(
        planned_visible_to(viewer)
        .filter(counsellor_id=viewer.account_id, starts_at__gte=start, starts_at__lt=end)
        .exclude(outcome=PlannedOutcome.CANCELLED)
        .select_related("client", "household")
        .order_by("starts_at", "pk")
    )


def planned_on(viewer: Viewer, day: dt.date) -> list[PlannedSession]:
    """The viewer's own planned talks of one day."""
    return planned_between(viewer, day, day)


def held_on(viewer: Viewer, day: dt.date) -> list[CounsellingSession]:
    """The viewer's own talks of a day that came from no plan, in the order of their time."""
    talks = CounsellingSession.objects.filter(
        team_id__in=viewer.team_ids,
        counsellor_id=viewer.account_id,
        held_on=day,
        voided_at=None,
        planned=None,
    )
    return sorted(talks, key=lambda talk: (talk.starts_at or dt.time.max, talk.pk))


def deadlines(
    viewer: Viewer, day: dt.date, *, team_wide: bool = False, limit: int | None = None
) -> list[Deadline]:
    """Permits and counselling periods that run out soon or have run out, the most urgent first.

    What is long overdue comes last: it is rather a record that was not kept up than a matter of today.
    Own clients only, unless `team_wide`; clients without an open case are left out. Three queries.
    """
    whose = Q(team_id__in=viewer.team_ids)
    if not team_wide:
        whose &= Q(counsellor_id=viewer.account_id)
    found = sorted(chain(_permits(viewer, whose, day), _periods(whose, day)), key=_urgency)
    return found[:limit] if limit else found


def _urgency(deadline: Deadline) -> tuple[bool, dt.date]:
    return deadline.days_left < -LONG_OVERDUE_DAYS, deadline.on


def _permits(viewer: Viewer, whose: Q, day: dt.date) -> Iterable[Deadline]:
    counselled = Client.objects.filter(whose, cases__ended_on=None, cases__isnull=False)
    clients = {client.pk: client for client in counselled.distinct()}
    # Only the present status counts: an older one has been replaced.
    for client_id, status in current_statuses(viewer, clients, day).items():
        if status.valid_until and status.valid_until <= day + PERMIT_WARNING:
            yield _deadline(
                clients[client_id], "permit", status.get_kind_display(), status.valid_until, day
            )


def _periods(whose: Q, day: dt.date) -> Iterable[Deadline]:
    cases = Case.objects.filter(
        client__in=Client.objects.filter(whose), ended_on=None, ends_on__lte=day + PERIOD_WARNING
    ).select_related("client")
    for case in cases:
        yield _deadline(case.client, "period", "", case.ends_on, day)


def _deadline(client: Client, kind: str, what: str, on: dt.date, day: dt.date) -> Deadline:
    return Deadline(client=client, kind=kind, what=what, on=on, days_left=(on - day).days)


def month_figures(viewer: Viewer, day: dt.date) -> MonthFigures:
    """The viewer's own month up to the day: counted talks, distinct persons, and what stands beside them. One query."""
    first = day.replace(day=1)
    own = Q(
        counsellor_id=viewer.account_id, team_id__in=viewer.team_ids, held_on__range=(first, day)
    )
    talks = CounsellingSession.objects.filter(own, voided_at=None, is_counted=True)
    persons = Participation.objects.filter(session__in=talks)
    new = Case.objects.filter(
        team_id__in=viewer.team_ids,
        client__counsellor_id=viewer.account_id,
        started_on__range=(first, day),
    )
    row = (
        Account.objects.filter(pk=viewer.account_id)
        .values(
            talks=_figure(talks, Count("pk")),
            minutes=_figure(talks, Sum("minutes")),
            persons=_figure(persons, Count("client_id", distinct=True)),
            short_contacts=_figure(ShortContact.objects.filter(own), Count("pk")),
            group_events=_figure(GroupEvent.objects.filter(own), Count("pk")),
            new_cases=_figure(new, Count("pk")),
        )
        .get()
    )
    return MonthFigures(first_day=first, **row)


def _figure(rows: QuerySet[Any], figure: Aggregate) -> Coalesce:
    """A figure over rows as part of a larger query; 0 where there are none."""
    counted = (
        rows.order_by()
        .annotate(all_rows=Value(1))
        .values("all_rows")
        .annotate(figure=figure)
        .values("figure")
    )
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)
