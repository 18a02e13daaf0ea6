"""What the list of people can be narrowed to. The filter stands in the address, so it can be kept and shared."""

import datetime as dt
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from geleit.casework.queries.caseload import ALL, ENDED, OPEN, CaseloadFilter
from geleit.clients import queries, vocabulary
from geleit.clients.choices import ResidenceKind
from geleit.clients.queries import places
from geleit.people.viewer import Viewer
from geleit.shared.forms import DateField, LongSelect

ANY = ("", _("all"))
TEAM, NOBODY = "team", "nobody"
CASES = [("", _("being counselled")), (ENDED, _("ended")), (ALL, _("all files"))]


class CaseloadForm(forms.Form):
    """Filter of the list of people; what cannot be understood is ignored with a message, never an error page."""

    mark_optional = False

    text = forms.CharField(
        label=_("Find"),
        max_length=200,
        required=False,
        widget=forms.TextInput({"type": "search", "placeholder": _("Name, birth date, number")}),
    )
    counsellor = forms.ChoiceField(widget=LongSelect, label=_("Responsible"), required=False)
    cases = forms.ChoiceField(
        widget=LongSelect, label=_("Counselling"), choices=CASES, required=False
    )
    status = forms.ChoiceField(
        widget=LongSelect,
        label=_("Residence status"),
        choices=[ANY, *ResidenceKind.choices],
        required=False,
    )
    language = forms.ChoiceField(widget=LongSelect, label=_("Language"), required=False)
    municipality = forms.ChoiceField(widget=LongSelect, label=_("Municipality"), required=False)
    no_talk_since = DateField(label=_("No talk since"), required=False)
    household = forms.IntegerField(
        min_value=1, max_value=2**62, widget=forms.HiddenInput, required=False
    )

    def __init__(self, viewer: Viewer, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.viewer = viewer
        self._choices("counsellor", self._counsellors())
        self._choices(
            "language", [ANY, *(choice for choice in vocabulary.language_choices() if choice[0])]
        )
        self._choices("municipality", [ANY, *self._municipalities()])

    def _counsellors(self) -> list[tuple[str, Any]]:
        """Counsellors begin with their own people, others with the whole team."""
        whole = _("the whole team")
        front = [("", _("my people")), (TEAM, whole)] if self.viewer.counsels else [("", whole)]
        accounts = queries.possible_counsellors(self.viewer, timezone.localdate())
        others = [
            (str(account.pk), account.name)
            for account in accounts
            if account.pk != self.viewer.account_id
        ]
        return [*front, *others, (NOBODY, _("nobody yet"))]

    def _municipalities(self) -> list[tuple[str, str]]:
        """Those of the own county, and one that is in the address already."""
        near = [(str(place.pk), place.name) for place in places.municipalities_near(self.viewer)]
        asked = str(self.data.get("municipality", ""))
        if (
            asked.isdecimal()
            and asked not in dict(near)
            and (place := places.municipality_named(int(asked)))
        ):
            near.append((asked, place.name))
        return near

    def _choices(self, name: str, choices: list[tuple[str, Any]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    def wanted(self) -> CaseloadFilter:
        """The filter as far as it could be understood. A household is shown whole, whoever is responsible."""
        self.is_valid()
        said = self.cleaned_data
        household_id, counsellor = said.get("household"), said.get("counsellor", "")
        is_mine = not counsellor and self.viewer.counsels and not household_id
        no_talk_since: dt.date | None = said.get("no_talk_since")
        return CaseloadFilter(
            text=said.get("text", ""),
            counsellor_id=self.viewer.account_id if is_mine else _number(counsellor),
            without_counsellor=counsellor == NOBODY,
            status=said.get("status", ""),
            language=said.get("language", ""),
            municipality_id=_number(said.get("municipality", "")),
            household_id=household_id,
            cases=said.get("cases") or (ALL if household_id else OPEN),
            no_talk_since=no_talk_since,
        )


def _number(text: str) -> int | None:
    return int(text) if text and text.isdecimal() else None
