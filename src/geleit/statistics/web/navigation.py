"""Links from one page of figures to the others: other periods, other scopes."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from geleit.organisations.models import Organisation
from geleit.people.queries import Viewer
from geleit.statistics import rules
from geleit.statistics.periods import UNITS, Period
from geleit.statistics.web.forms import FIRST_DAY

# A coordinator with more carriers than this finds them in the county's table instead of in tabs.
MOST_TABS = 5


@dataclass(frozen=True)
class Choice:
    """A link to another period or scope."""

    label: str
    url: str
    current: bool = False
    of_organisation: bool = False


def period_choices(period: Period, today: dt.date) -> dict[str, Any]:
    """Links to the month, quarter and year at hand, and to the periods before and after within reach."""
    # The day the other kinds are built around: today if the period holds it, else its last day.
    day = today if period.first <= today <= period.last else period.last
    names = {"month": _("Month"), "quarter": _("Quarter"), "year": _("Year")}
    around = {unit: Period.around(day, unit) for unit in UNITS}
    before = period.previous() if period.previous().first >= FIRST_DAY else None
    after = period.next() if period.last < today else None
    return {
        "kinds": [
            Choice(names[unit], f"?{around[unit].query}", unit == period.kind) for unit in UNITS
        ],
        "previous": Choice(before.label(), f"?{before.query}") if before else None,
        "next": Choice(after.label(), f"?{after.query}") if after else None,
        "is_range": period.kind == "range",
    }


def scope_tabs(
    viewer: Viewer, carriers: Sequence[Organisation], path: str = "", period: Period | None = None
) -> list[Choice]:
    """Links to the scopes the viewer may see, for the same period; the one at `path` is marked.

    `carriers` are all in sight; of many only the present one gets a tab.
    """
    query = f"?{period.query}" if period else ""
    return [
        Choice(label, url + query, url == path, kind in ("county", "carrier"))
        for kind, label, url in _scopes(viewer, carriers)
        if url == path or kind != "carrier" or len(carriers) <= MOST_TABS
    ]


def _scopes(viewer: Viewer, carriers: Sequence[Organisation]) -> Iterator[tuple[str, str, str]]:
    """(kind, label, address) of all scopes, the nearest first."""
    if rules.can_see_own_figures(viewer):
        yield "own", _("My figures"), reverse("statistics:mine")
    for team in viewer.teams:
        yield "team", team.name, reverse("statistics:team-figures", args=[team.pk])
    for county in carriers:
        if rules.can_see_county_figures(viewer, county):
            label = _("All carriers, %(county)s") % {"county": county.name}
            yield "county", label, reverse("statistics:county-figures", args=[county.slug])
    for carrier in carriers:
        yield "carrier", carrier.name, reverse("statistics:carrier-figures", args=[carrier.slug])
