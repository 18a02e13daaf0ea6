"""Arranging a substitution."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from geleit.people.models import Account
from geleit.people.queries import possible_absentees, possible_substitutes, teams_arranged_by
from geleit.people.viewer import Viewer
from geleit.shared.forms import DateField


class SubstitutionForm(forms.Form):
    """Who is absent, who stands in, from when to when. Choices that leave no choice are not shown."""

    absent = forms.ModelChoiceField(
        Account.objects.none(), label=_("Who is absent"), empty_label=_("Please choose")
    )
    team = forms.ChoiceField(label=_("Team"))
    substitute = forms.ModelChoiceField(
        Account.objects.none(),
        label=_("Who stands in"),
        empty_label=_("Please choose"),
        help_text=_("Counsellors of the same carrier, also from other teams."),
    )
    first_day = DateField(label=_("First day"))
    last_day = DateField(label=_("Last day"))

    def __init__(self, viewer: Viewer, today: dt.date, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.teams = teams_arranged_by(viewer)
        absentees = possible_absentees(viewer, today)
        self._choose("absent", absentees, only=[a.pk for a in absentees])
        self.fields["substitute"].queryset = possible_substitutes(viewer, today)  # type: ignore[attr-defined]
        self.fields["team"].choices = [(str(t.pk), t.name) for t in self.teams]  # type: ignore[attr-defined]
        if len(self.teams) == 1:
            self._fix("team", str(self.teams[0].pk))

    def _choose(self, name: str, queryset: Any, only: list[int]) -> None:
        self.fields[name].queryset = queryset  # type: ignore[attr-defined]
        if len(only) == 1:
            self._fix(name, str(only[0]))

    def _fix(self, name: str, value: str) -> None:
        """One possibility only: it is taken without asking."""
        self.fields[name].widget = forms.HiddenInput()
        self.initial[name] = value

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("team"):
            cleaned["team"] = next(t for t in self.teams if str(t.pk) == cleaned["team"])
        if cleaned.get("absent") and cleaned.get("absent") == cleaned.get("substitute"):
            self.add_error("substitute", _("Please choose somebody else than the absent person."))
        return cleaned
