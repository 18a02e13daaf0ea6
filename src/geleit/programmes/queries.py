"""Reading programmes and funding lines. They are the same for everybody, so nobody needs to say who looks."""

import datetime as dt

from django.db.models import Q

from geleit.programmes.models import FundingLine
from geleit.shared.remember import remembered


@remembered
def funding_lines_on(day: dt.date) -> list[FundingLine]:
    """Funding lines a talk of that day may be paid from, in their usual order."""
    ends = Q(valid_until__isnull=True) | Q(valid_until__gt=day)
    return list(FundingLine.objects.filter(ends, valid_from__lte=day))


@remembered
def funding_lines() -> list[FundingLine]:
    """All funding lines there ever were, for filters and figures of past years."""
    return list(FundingLine.objects.all())
