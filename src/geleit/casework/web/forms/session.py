"""The form a talk is recorded with: filled from what is known, a few presses in the usual case."""

import datetime as dt
import uuid
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from geleit.casework import rules
from geleit.casework.actions.sessions import SessionFacts
from geleit.casework.choices import Channel, Interpreting
from geleit.casework.models import CounsellingSession
from geleit.casework.queries.sessions import Defaults, topic_names, topics_on
from geleit.casework.web.forms.people import Chosen, PeopleField
from geleit.clients import vocabulary
from geleit.people.queries import Viewer
from geleit.programmes.queries import funding_lines, funding_lines_on
from geleit.shared.forms import ChipsCheckbox, ChipsRadio, DateField, LongSelect, TimeField

USUAL_MINUTES = (10, 15, 30, 45, 60, 90)
OTHER = "other"
MINUTES = [*((str(n), str(n)) for n in USUAL_MINUTES), (OTHER, _("other")), ("", _("not stated"))]
INTERPRETING = [c for c in Interpreting.choices if c[0]] + [("", Interpreting.NOT_STATED.label)]
CHANNELS = [c for c in Channel.choices if c[0]] + [("", Channel.NOT_STATED.label)]


class SessionForm(forms.Form):
    """One talk. `viewer` decides who can be chosen; `chosen` clients bring their languages to the front."""

    mark_optional = False

    people: Any
    held_on = DateField(label=_("Date"))
    starts_at = TimeField(label=_("Time"), required=False)
    channel = forms.ChoiceField(label=_("How"), choices=CHANNELS, widget=ChipsRadio, required=False)
    minutes_usual = forms.ChoiceField(
        label=_("Minutes"), choices=MINUTES, widget=ChipsRadio, required=False
    )
    minutes_other = forms.IntegerField(
        label=_("Other length in minutes"),
        min_value=1,
        max_value=rules.LONGEST_TALK_MINUTES,
        required=False,
    )
    topics = forms.MultipleChoiceField(
        label=_("What it was about"), widget=ChipsCheckbox, required=False
    )
    main_topic = forms.ChoiceField(label=_("Main topic"), widget=LongSelect, required=False)
    language = forms.ChoiceField(label=_("Language"), widget=LongSelect, required=False)
    interpreting = forms.ChoiceField(
        label=_("Interpreting"), choices=INTERPRETING, widget=ChipsRadio, required=False
    )
    place = forms.CharField(label=_("Place"), max_length=120, required=False)
    funding_line = forms.ChoiceField(label=_("Funding line"), widget=LongSelect, required=False)
    is_counted = forms.BooleanField(label=_("Counts for the figures"), required=False)
    note = forms.CharField(
        label=_("Note"),
        help_text=_("Readable by your team only"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=10_000,
        required=False,
        strip=True,
    )

    submission = forms.UUIDField(widget=forms.HiddenInput)
    planned = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, viewer: Viewer, *args: Any, client_languages: tuple[str, ...] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.viewer = viewer
        self.fields["people"] = PeopleField(
            viewer,
            label=_("With whom"),
            error_messages={"required": _("Choose at least one person.")},
        )
        self.order_fields(["people"])
        today = timezone.localdate()
        topics = [(topic.code, topic.name) for topic in topics_on(today)]
        named = dict(topics) | {
            code: topic_names().get(code, code) for code in self.initial.get("topics", [])
        }
        self._choices("topics", list(named.items()))
        self._choices("main_topic", [("", _("the first one chosen")), *named.items()])
        self._choices("language", vocabulary.language_choices(first=client_languages))
        lines = (
            funding_lines_on(today)
            if not self.is_bound and not self.initial.get("funding_line")
            else funding_lines()
        )
        self._choices(
            "funding_line", [("", _("not stated")), *((str(line.pk), line.name) for line in lines)]
        )

    def _choices(self, name: str, choices: list[tuple[Any, Any]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    def clean_held_on(self) -> dt.date:
        day: dt.date = self.cleaned_data["held_on"]
        if day > timezone.localdate():
            raise forms.ValidationError(
                _("This day is still to come. Plan the talk instead of recording it.")
            )
        if day < rules.FIRST_DAY:
            raise forms.ValidationError(_("The programme began in 2017. Please check the year."))
        return day

    def clean_people(self) -> Chosen:
        chosen: Chosen = self.cleaned_data["people"]
        if not chosen.client_ids:
            raise forms.ValidationError(_("This household has no members. Choose a person."))
        if chosen.team_id is None:
            raise forms.ValidationError(
                _("These people belong to different teams. Record one talk for each team.")
            )
        if not rules.can_counsel_in(self.viewer, chosen.team_id):
            raise forms.ValidationError(
                _("You see this team's clients but do not record talks for them.")
            )
        return chosen

    def clean_main_topic(self) -> str:
        """The one chosen, or the first of the topics; it need not be marked twice."""
        main: str = self.cleaned_data["main_topic"]
        topics: list[str] = self.cleaned_data.get("topics") or []
        return main or (topics[0] if topics else "")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        is_length_missing = cleaned.get("minutes_usual") == OTHER and not cleaned.get(
            "minutes_other"
        )
        if is_length_missing and "minutes_other" not in self.errors:
            self.add_error("minutes_other", _("How many minutes?"))
        return cleaned

    def facts(self) -> SessionFacts:
        """What the valid form says."""
        data = self.cleaned_data
        people: Chosen = data["people"]
        usual = data["minutes_usual"]
        minutes = data["minutes_other"] if usual == OTHER else int(usual) if usual else None
        return SessionFacts(
            team_id=people.team_id or 0,
            client_ids=people.client_ids,
            household_id=people.household_id,
            held_on=data["held_on"],
            starts_at=data["starts_at"],
            minutes=minutes,
            channel=data["channel"],
            place=data["place"],
            topics=tuple(data["topics"]),
            main_topic=data["main_topic"],
            language=data["language"],
            interpreting=data["interpreting"],
            funding_line_id=int(data["funding_line"]) if data["funding_line"] else None,
            is_counted=data["is_counted"],
            note=data["note"].replace("\r\n", "\n"),
        )


def minutes_fields(minutes: int | None) -> dict[str, Any]:
    """How a length stands in the form: a usual one as a chip, another one typed."""
    if minutes is None or minutes in USUAL_MINUTES:
        return {"minutes_usual": str(minutes or "")}
    return {"minutes_usual": OTHER, "minutes_other": minutes}


def new_talk(defaults: Defaults, people: list[str]) -> dict[str, Any]:
    """How an empty form begins: today, now, counted, and what the last talk suggests."""
    now = timezone.localtime()
    return {
        "people": people,
        "held_on": now.date(),
        "starts_at": now.replace(minute=now.minute - now.minute % 5, second=0).time(),
        "channel": defaults.channel,
        "place": defaults.place,
        "language": defaults.language,
        "interpreting": defaults.interpreting,
        "funding_line": str(defaults.funding_line_id or ""),
        "is_counted": True,
        "submission": uuid.uuid4(),
        **minutes_fields(defaults.minutes),
    }


def recorded_talk(session: CounsellingSession, people: list[str], note: str) -> dict[str, Any]:
    """How a recorded talk stands in the form."""
    return {
        "people": people,
        "held_on": session.held_on,
        "starts_at": session.starts_at,
        "channel": session.channel,
        "place": session.place,
        "topics": session.topics,
        "main_topic": session.main_topic,
        "language": session.language,
        "interpreting": session.interpreting,
        "funding_line": str(session.funding_line_id or ""),
        "is_counted": session.is_counted,
        "note": note,
        "submission": session.submission or uuid.uuid4(),
        **minutes_fields(session.minutes),
    }
