"""What the preview page shows: every component, with made-up people."""

from datetime import datetime
from types import SimpleNamespace
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.http import QueryDict
from django.utils.html import format_html

from geleit.shared.forms import (
    ChipsCheckbox,
    ChipsRadio,
    DateField,
    FileDrop,
    Pick,
    PickField,
    TimeField,
)

PEOPLE = (
    Pick("11", "Olena Kovalenko", "12.03.1988 · Waldshut-Tiengen", "/personen/11"),
    Pick("12", "Olena Kowalska", "02.07.1991 · Albbruck", "/personen/12"),
    Pick("13", "Familie Rahimi", "4 Personen", "/haushalte/13"),
)


def search(text: str) -> list[Pick]:
    return [pick for pick in PEOPLE if text.casefold() in pick.label.casefold()]


def labels(values: Any) -> list[Pick]:
    return [pick for pick in PEOPLE if pick.value in values]


def choices(*words: str) -> list[tuple[str, str]]:
    return [(word.lower(), word) for word in words]


class TalkForm(forms.Form):
    """The record-a-talk panel in the shape of the mock."""

    mark_optional = False

    how = forms.ChoiceField(
        label="Wie",
        widget=ChipsRadio,
        choices=choices("Büro", "Hausbesuch", "Telefon", "Video", "Nachricht", "Begleitung"),
    )
    minutes = forms.ChoiceField(
        label="Dauer",
        widget=ChipsRadio,
        choices=choices("10", "20", "45", "60", "90 min", "andere"),
    )
    topics = forms.MultipleChoiceField(
        label="Worum ging es",
        widget=ChipsCheckbox,
        choices=choices(
            "Wohnen", "Sprache", "Arbeit", "Ausbildung", "Kita und Schule", "Gesundheit",
            "Aufenthalt", "Lebensunterhalt", "Ämter und Briefe", "Teilhabe",
        ),
    )  # fmt: skip
    note = forms.CharField(
        label="Notiz",
        help_text="nur für Ihr Team lesbar",
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )

    field_order = ["who"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, prefix="talk", **kwargs)
        self.fields["who"] = PickField(
            label="Mit wem", url="/treffer", search=search, labels=labels, multiple=True
        )
        self.order_fields(self.field_order)


class AllFields(forms.Form):
    """One field of each kind; bound with nothing, so that the required ones show their error."""

    name = forms.CharField(label="Name", help_text="Wie im Ausweis, auch nur ein Name.")
    origin = forms.ChoiceField(
        label="Herkunft", choices=[("", "Bitte wählen"), *choices("Ukraine", "Syrien")]
    )
    born = DateField(label="Geburtsdatum", required=False)
    at = TimeField(label="Uhrzeit", required=False)
    sex = forms.ChoiceField(
        label="Geschlecht",
        widget=forms.RadioSelect,
        choices=choices("weiblich", "männlich", "divers"),
    )
    languages = forms.MultipleChoiceField(
        label="Sprachen", widget=forms.CheckboxSelectMultiple, required=False,
        choices=choices("Dari", "Tigrinya", "Ukrainisch"),
    )  # fmt: skip
    agreed = forms.BooleanField(label="Einwilligung liegt vor", help_text="unterschrieben")
    file = forms.FileField(label="Datei", widget=FileDrop, required=False)
    person = PickField(label="Person", url="/treffer", search=search, labels=labels, required=False)
    remark = forms.CharField(label="Bemerkung", widget=forms.Textarea, required=False)


class FilterForm(forms.Form):
    """Filters of a list, kept in the address."""

    mark_optional = False

    q = forms.CharField(label="Name", required=False)
    kind = forms.MultipleChoiceField(
        label="Art", required=False, choices=choices("Büro", "Telefon"), widget=ChipsCheckbox
    )
    since = DateField(label="Seit", required=False)


def item(label: str, url: str, **more: Any) -> SimpleNamespace:
    given = {"count": None, "current": False, "shortcut": "", **more}
    return SimpleNamespace(label=label, url=url, **given)


FRAME = SimpleNamespace(
    navigation=[
        SimpleNamespace(
            label="",
            items=[
                item("Mein Tag", "/", current=True, shortcut="g t"),
                item("Personen", "/personen", count=94, shortcut="g p"),
                item("Gespräche", "/gespraeche"),
                item("Integrationspläne", "/plaene", count=71),
            ],
        ),
        SimpleNamespace(
            label="Nachschlagen", items=[item("Regeldienste und Angebote", "/dienste")]
        ),
    ],
    person_name="Miriam Kessler",
    organisation_name="Integrationsmanagement Waldshut-Tiengen",
    idle_seconds=1800,
    ping_url="/wach",
    search_url="/treffer",
    search_page_url="/suche",
)

ADDRESS = "/?kind=b%C3%BCro&since=2026-11-01&sort=-date&after=77"


def moment(day: int, hour: int) -> datetime:
    return datetime(2026, 11, day, hour, 20, tzinfo=ZoneInfo("Europe/Berlin"))


class Message(SimpleNamespace):
    def __str__(self) -> str:
        return str(self.text)


def context() -> dict[str, Any]:
    """Everything the preview template asks for."""
    filter_form = FilterForm(QueryDict(ADDRESS[2:]))
    filter_form.is_valid()
    states = [("läuft", "info"), ("offen", "warning"), ("erreicht", "success")]
    names = ["Olena Kovalenko", "Tesfay Ghebremariam", "Yusuf Demir"]
    return {
        "frame": FRAME,
        "messages": [
            Message(text="Gespräch gespeichert.", level_tag="success", extra_tags=""),
            Message(text="Das Team ist voll.", level_tag="error", extra_tags=""),
            Message(text="Aufgabe gelöscht.", level_tag="success", extra_tags="undo=/zurueck"),
        ],
        "talk_form": TalkForm(
            initial={"who": ["13"], "how": "hausbesuch", "minutes": "45", "topics": ["wohnen"]}
        ),
        "all_fields": AllFields(QueryDict("name=&person_text=Olena")),
        "filter_form": filter_form,
        "facts": ["30 Jahre", "Eritrea", "Tigrinya", "subsidiärer Schutz bis 31.12.2026"],
        "tabs": [
            {"url": "/", "label": "Überblick", "current": True},
            {"url": "/g", "label": "Gespräche", "count": 23},
        ],
        "table": [
            (name, "18.11.2026", "Büro", *state, 45)
            for name, state in zip(names, states, strict=True)
        ],
        "file_actions": format_html(
            '<a class="kern-btn kern-btn--primary" href="/neu"><span class="kern-label">{}</span></a>',
            "Gespräch erfassen",
        ),
        "development": [
            ("Deutsch", "A1 → A2"), ("Arbeit", "ohne → Minijob"), ("Einwilligung", "ja", "success"),
        ],
        "bars": [("Büro", 24), ("Hausbesuch", 9), ("Telefon", 8)],
        "figures": [("Gespräche", 41), ("Beratene Personen", 57), ("Pläne neu / fortgeführt", "3 / 18")],
        "history": [
            SimpleNamespace(
                who="Miriam Kessler", when=moment(18, 9), what="Gespräch geändert",
                changes=[{"field": "Dauer", "old": "20 min", "new": "45 min"}],
            ),
            SimpleNamespace(who="Jonas Adler", when=moment(17, 15), what="Gespräch angelegt", changes=[]),
        ],
    }  # fmt: skip
