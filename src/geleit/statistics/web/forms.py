"""The period of a page, as its address gives it."""

import datetime as dt
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from geleit.shared.forms import DateInput
from geleit.statistics.periods import Period

# Addresses are typed and bookmarked by people; outside these years it is a typing error.
FIRST_DAY, LAST_DAY = dt.date(2017, 1, 1), dt.date(2099, 12, 31)


class PeriodForm(forms.Form):
    """`zeitraum=2026-11` (or `2026-Q4`, `2026`), or `von` and `bis` for any range; nothing means this month."""

    zeitraum = forms.CharField(required=False, widget=forms.HiddenInput)
    von = forms.DateField(label=_("From"), required=False, widget=DateInput)
    bis = forms.DateField(label=_("To, included"), required=False, widget=DateInput)

    mark_optional = False

    def clean_zeitraum(self) -> Period | None:
        code = self.cleaned_data["zeitraum"]
        if not code:
            return None
        period = Period.from_code(code)
        if period is None or not _is_plausible(period):
            raise ValidationError(_("The address names no period; this month is shown."))
        return period

    def clean(self) -> dict[str, Any]:
        cleaned = self.cleaned_data
        first, last = cleaned.get("von"), cleaned.get("bis")
        if self.errors or not (first or last):
            return cleaned
        if not (first and last):
            self.add_error("bis" if first else "von", _("Please enter both days."))
        elif first > last:
            self.add_error("bis", _("The last day lies before the first."))
        elif not _is_plausible(Period(first, last)):
            self.add_error("von", _("Figures begin in 2017."))
        return cleaned

    def period(self, today: dt.date) -> Period:
        """The period asked for, or the present month."""
        if self.is_valid():
            first, last = self.cleaned_data["von"], self.cleaned_data["bis"]
            if first and last:
                return Period(first, last)
            if self.cleaned_data["zeitraum"]:
                return self.cleaned_data["zeitraum"]
        return Period.around(today, "month")


def _is_plausible(period: Period) -> bool:
    return period.first >= FIRST_DAY and period.last <= LAST_DAY
