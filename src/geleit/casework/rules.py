"""Who may do what with talks. Reading is decided by sight (`queries`), these rules decide on changes."""

import datetime as dt

from geleit.casework.models import Contact, PlannedSession
from geleit.people.queries import Viewer

# Longest counselling of one case: three years, in justified cases four (VwV Integrationsmanagement).
PERIOD_YEARS = 3

# The programme began in 2017; an earlier date is a typing error.
FIRST_DAY = dt.date(2017, 1, 1)

LONGEST_TALK_MINUTES = 12 * 60


def can_counsel_in(viewer: Viewer, team_id: int) -> bool:
    """Only those who counsel in a team, or stand in for somebody there, write for its clients."""
    return team_id in viewer.sealed_team_ids


def can_correct(viewer: Viewer, contact: Contact) -> bool:
    """A talk may be corrected by everybody who counsels in its team; the history says who did."""
    return can_counsel_in(viewer, contact.team_id)


def can_change_plan(viewer: Viewer, planned: PlannedSession) -> bool:
    """A planned talk may be changed by everybody who counsels in its team, as colleagues take over."""
    return can_counsel_in(viewer, planned.team_id)


def period_end(started_on: dt.date) -> dt.date:
    """Last day of the counselling period: three years from its first day."""
    try:
        anniversary = started_on.replace(year=started_on.year + PERIOD_YEARS)
    except ValueError:  # begun on 29 February
        anniversary = dt.date(started_on.year + PERIOD_YEARS, 3, 1)
    return anniversary - dt.timedelta(days=1)
