"""Forms for short contacts, group events and planned talks."""

import datetime as dt
import uuid
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from geleit.casework import rules
from geleit.casework.queries.sessions import topics_on
from geleit.casework.web.forms.people import PeopleField
from geleit.casework.web.forms.session import CHANNELS
from geleit.clients import vocabulary
from geleit.people.queries import Viewer
from geleit.programmes.queries import funding_lines_on
from geleit.shared.forms import ChipsCheckbox, ChipsRadio, DateField, TimeField

SHORT_MINUTES = [("5", "5"), ("10", "10"), ("15", "15"), ("20", "20"), ("", _("not stated"))]


class ContactForm(forms.Form):
    """What short contacts and group events share."""

    mark_optional = False

    team = forms.ChoiceField(label=_("Team"))
    held_on = DateField(label=_("Date"))
    channel = forms.ChoiceField(label=_("How"), choices=CHANNELS, widget=ChipsRadio, required=False)
    topics = forms.MultipleChoiceField(
        label=_("What it was about"), widget=ChipsCheckbox, required=False
    )
    language = forms.ChoiceField(label=_("Language"), required=False)
    place = forms.CharField(label=_("Place"), max_length=120, required=False)
    funding_line = forms.ChoiceField(label=_("Funding line"), required=False)
    submission = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, viewer: Viewer, data: QueryDict | None = None) -> None:
        super().__init__(
            data, initial={"held_on": timezone.localdate(), "submission": uuid.uuid4()}
        )
        today = timezone.localdate()
        self._choices("topics", [(topic.code, topic.name) for topic in topics_on(today)])
        self._choices("language", vocabulary.language_choices())
        lines = [(str(line.pk), line.name) for line in funding_lines_on(today)]
        self._choices("funding_line", [("", _("not stated")), *lines])
        add_teams(self, viewer)

    def _choices(self, name: str, choices: list[tuple[Any, Any]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    def clean_held_on(self) -> dt.date:
        day: dt.date = self.cleaned_data["held_on"]
        if not rules.FIRST_DAY <= day <= timezone.localdate():
            raise forms.ValidationError(_("Choose a day between 2017 and today."))
        return day

    def details(self) -> dict[str, Any]:
        """The valid form as the action takes it."""
        data = dict(self.cleaned_data)
        line = data.pop("funding_line")
        return {
            **data,
            "team_id": int(data.pop("team")),
            "funding_line_id": int(line) if line else None,
        } | {"minutes": int(data["minutes"]) if data.get("minutes") else None}


class ShortContactForm(ContactForm):
    """A short question answered, without a file."""

    minutes = forms.ChoiceField(
        label=_("Minutes"), choices=SHORT_MINUTES, widget=ChipsRadio, required=False
    )
    field_order = (
        "team",
        "channel",
        "minutes",
        "topics",
        "language",
        "held_on",
        "place",
        "funding_line",
    )


class GroupEventForm(ContactForm):
    """A group that came together."""

    title = forms.CharField(label=_("What was it?"), max_length=160)
    head_count = forms.IntegerField(label=_("How many people came?"), min_value=1, max_value=1000)
    minutes = forms.IntegerField(
        label=_("Minutes"), min_value=1, max_value=rules.LONGEST_TALK_MINUTES, required=False
    )
    field_order = (
        "team",
        "title",
        "head_count",
        "held_on",
        "minutes",
        "topics",
        "place",
        "language",
        "funding_line",
    )


class PlannedForm(forms.Form):
    """A talk one means to have. Without a person: open hours."""

    mark_optional = False

    people: Any
    day = DateField(label=_("Date"))
    time = TimeField(label=_("Time"))
    minutes = forms.IntegerField(
        label=_("Minutes"), min_value=5, max_value=rules.LONGEST_TALK_MINUTES, required=False
    )
    channel = forms.ChoiceField(label=_("How"), choices=CHANNELS, widget=ChipsRadio, required=False)
    place = forms.CharField(label=_("Place"), max_length=120, required=False)
    subject = forms.CharField(
        label=_("Subject"),
        max_length=160,
        required=False,
        help_text=_("A catchword for your day, nothing confidential."),
    )

    def __init__(self, viewer: Viewer, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["people"] = PeopleField(
            viewer,
            label=_("With whom"),
            required=False,
            help_text=_("Leave empty for open office hours."),
        )
        self.order_fields(["people"])
        self.viewer = viewer

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        people = cleaned.get("people")
        if people and len(people.client_ids) > 1 and not people.household_id:
            self.add_error("people", _("Choose one person or one household."))
        team_id = people.team_id if people and people.client_ids else None
        if (
            people
            and people.client_ids
            and not (team_id and rules.can_counsel_in(self.viewer, team_id))
        ):
            self.add_error("people", _("You see this team's clients but do not counsel them."))
        if cleaned.get("day") and cleaned.get("time"):
            cleaned["starts_at"] = timezone.make_aware(
                dt.datetime.combine(cleaned["day"], cleaned["time"])
            )
        return cleaned


def add_teams(form: forms.Form, viewer: Viewer) -> None:
    """Offer the teams the viewer counsels in; a single one is set and hidden."""
    teams = [
        (str(team.pk), team.name) for team in viewer.teams if team.pk in viewer.sealed_team_ids
    ]
    field = form.fields["team"]
    field.choices = teams  # type: ignore[attr-defined]
    if teams:
        form.initial.setdefault("team", teams[0][0])
    if len(teams) <= 1:
        field.widget = forms.HiddenInput()
