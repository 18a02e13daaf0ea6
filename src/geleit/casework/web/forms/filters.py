"""What the list of talks can be narrowed to. The filter stands in the address, so it can be kept and shared."""

import datetime as dt
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from geleit.casework.queries.sessions import SessionFilter, topic_names
from geleit.casework.web.forms.session import CHANNELS, INTERPRETING
from geleit.clients import vocabulary
from geleit.people.queries import Viewer, colleagues_of
from geleit.programmes.queries import funding_lines
from geleit.shared.forms import DateField, LongSelect

ANY = ("", _("all"))
WHOSE = [("mine", _("my own")), ("all", _("all I see"))]


class SessionFilterForm(forms.Form):
    """Filter of the list of talks; what cannot be understood is ignored with a message, never an error page."""

    mark_optional = False

    whose = forms.ChoiceField(label=_("Whose"), choices=WHOSE, required=False)
    person = forms.CharField(label=_("Person"), max_length=80, required=False)
    first_day = DateField(label=_("From"), required=False)
    last_day = DateField(label=_("Until"), required=False)
    topic = forms.ChoiceField(label=_("Topic"), widget=LongSelect, required=False)
    channel = forms.ChoiceField(label=_("How"), choices=[ANY, *CHANNELS[:-1]], required=False)
    language = forms.ChoiceField(label=_("Language"), widget=LongSelect, required=False)
    interpreting = forms.ChoiceField(
        label=_("Interpreting"), choices=[ANY, *INTERPRETING[:-1]], required=False
    )
    funding_line = forms.ChoiceField(label=_("Funding line"), widget=LongSelect, required=False)
    counsellor = forms.ChoiceField(
        label=pgettext_lazy("counsellor of a talk", "By"), required=False
    )
    counted = forms.ChoiceField(
        label=_("Counts"), choices=[ANY, ("yes", _("yes")), ("no", _("no"))], required=False
    )

    def __init__(self, viewer: Viewer, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._choices("topic", [ANY, *topic_names().items()])
        self._choices(
            "language", [ANY, *[pair for pair in vocabulary.language_choices() if pair[0]]]
        )
        self._choices(
            "funding_line", [ANY, *((str(line.pk), line.name) for line in funding_lines())]
        )
        colleagues = colleagues_of(viewer, timezone.localdate())
        self._choices("counsellor", [ANY, *((str(a.pk), a.name) for a in colleagues)])

    def _choices(self, name: str, choices: list[tuple[Any, Any]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        first: dt.date | None = cleaned.get("first_day")
        last: dt.date | None = cleaned.get("last_day")
        if first and last and first > last:
            self.add_error("last_day", _("The end lies before the beginning."))
        return cleaned

    def wanted(self, *, mine_by_default: bool) -> SessionFilter:
        """The filter as far as it could be understood."""
        self.is_valid()
        data = self.cleaned_data
        whose = data.get("whose") or ("mine" if mine_by_default else "all")
        return SessionFilter(
            mine=whose == "mine" and not data.get("counsellor"),
            counsellor_id=_number(data.get("counsellor")),
            first_day=data.get("first_day"),
            last_day=data.get("last_day"),
            channel=data.get("channel", ""),
            topic=data.get("topic", ""),
            language=data.get("language", ""),
            interpreting=data.get("interpreting", ""),
            funding_line_id=_number(data.get("funding_line")),
            is_counted={"yes": True, "no": False}.get(data.get("counted", "")),
            person=data.get("person", ""),
        )


def _number(text: str | None) -> int | None:
    return int(text) if text else None
