"""The forms of a client's file. They say what was entered; whether it can be stored, the actions decide."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from geleit.casework.choices import EndReason
from geleit.clients import picks, queries, vocabulary
from geleit.clients.actions import ClientFacts, InvalidFacts
from geleit.clients.birth_dates import read_birth_date, typed_birth_date
from geleit.clients.choices import (
    BirthDatePrecision,
    HouseholdRole,
    Housing,
    InterpretingNeed,
    ResidenceKind,
    Sex,
)
from geleit.clients.models import Client, ResidenceStatus
from geleit.people.viewer import Viewer
from geleit.shared.forms import ChipsRadio, DateField, LongSelect, PickField

NOT_STATED = ("", _("not stated"))
STATUSES = [("", "–"), *ResidenceKind.choices]
# What a form calls differently than the facts it is made into.
FORM_NAMES = {
    "birth_date": "born",
    "birth_date_precision": "born",
    "municipality_id": "municipality",
    "counsellor_id": "counsellor",
    "household_id": "household",
}


def last_not_stated(choices: Iterable[tuple[Any, Any]]) -> list[tuple[Any, Any]]:
    """Choices with «not stated» at their end, as chips show it."""
    return [*(choice for choice in choices if choice[0]), NOT_STATED]


class BirthDateField(forms.CharField):
    """A birth date as far as it is known: a day, a month or only a year. Cleans to date and precision."""

    default_error_messages = {"unreadable": _("Write the date as 24.12.1990, or only the year.")}

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=20, required=False, **kwargs)
        self.widget.attrs.update(inputmode="numeric", autocomplete="off", placeholder="TT.MM.JJJJ")

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        try:
            return read_birth_date(text, timezone.localdate())
        except ValueError:
            raise forms.ValidationError(
                self.error_messages["unreadable"], code="unreadable"
            ) from None


class ClientForm(forms.Form):
    """All a file says about a person, in the groups of `groups`. The first group is the short form."""

    mark_optional = False
    groups: dict[str, tuple[str, ...]] = {
        "short": (
            "given_name", "family_name", "born", "born_is_estimated", "sex", "counselling_language", "interpreting",
            "municipality",
        ),
        "person": ("also_known_as", "citizenships", "languages", "arrived_on", "allocated_on"),
        "living": ("housing", "street", "postcode", "household", "household_role"),
        "contact": ("phone", "email", "safe_contact"),
        "file": ("counsellor", "file_number"),
    }  # fmt: skip

    given_name = forms.CharField(label=_("Given name"), max_length=120, required=False)
    family_name = forms.CharField(label=_("Family name"), max_length=120, required=False)
    born = BirthDateField(label=_("Birth date"), help_text=_("The year alone is enough."))
    born_is_estimated = forms.BooleanField(label=_("estimated"), required=False)
    sex = forms.ChoiceField(
        label=_("Sex"), choices=last_not_stated(Sex.choices), widget=ChipsRadio, required=False
    )
    counselling_language = forms.ChoiceField(
        label=_("Language of counselling"), widget=LongSelect, required=False
    )
    interpreting = forms.ChoiceField(
        label=_("Interpreting"),
        choices=last_not_stated(InterpretingNeed.choices),
        widget=ChipsRadio,
        required=False,
    )
    municipality: Any
    also_known_as = forms.CharField(
        label=_("Also known as"),
        help_text=_("Other spelling or script, as in papers."),
        max_length=200,
        required=False,
    )
    citizenships: Any
    languages: Any
    arrived_on = DateField(label=_("Arrived in Germany"), required=False)
    allocated_on = DateField(label=_("Allocated to follow-up accommodation"), required=False)
    housing = forms.ChoiceField(
        label=_("Housing"), choices=last_not_stated(Housing.choices)[:-1], required=False
    )
    street = forms.CharField(label=_("Street and number"), max_length=200, required=False)
    postcode = forms.CharField(label=_("Postcode"), max_length=10, required=False)
    household: Any
    household_role = forms.ChoiceField(
        label=_("Role in the household"), choices=HouseholdRole.choices, required=False
    )
    phone = forms.CharField(label=_("Phone"), max_length=80, required=False)
    email = forms.EmailField(label=_("E-mail address"), max_length=254, required=False)
    safe_contact = forms.CharField(
        label=_("Safe contact"),
        help_text=_(
            "How to reach this person without putting them at risk, e.g. «never by letter»."
        ),
        max_length=300,
        required=False,
    )
    counsellor = forms.ChoiceField(label=_("Responsible"), required=False)
    file_number = forms.CharField(label=_("File number"), max_length=40, required=False)

    def __init__(
        self, viewer: Viewer, *args: Any, client: Client | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.viewer = viewer
        self._add_picks()
        self._choices("housing", [NOT_STATED, *((c, label) for c, label in Housing.choices if c)])
        self._choices(
            "household_role", [NOT_STATED, *((c, label) for c, label in HouseholdRole.choices if c)]
        )
        spoken = client.languages if client else ()
        self._choices("counselling_language", vocabulary.language_choices(first=spoken))
        self._choices("counsellor", [("", _("nobody yet")), *self._colleagues(client)])

    def _add_picks(self) -> None:
        viewer = self.viewer
        self.fields["municipality"] = PickField(
            label=_("Municipality"),
            url=str(reverse_lazy("clients:municipality-options")),
            search=lambda text: picks.municipalities_found(viewer, text),
            labels=picks.municipalities_labelled,
            required=False,
        )
        self.fields["citizenships"] = PickField(
            label=_("Citizenships"),
            url=str(reverse_lazy("clients:country-options")),
            search=picks.countries_found,
            labels=picks.countries_labelled,
            multiple=True,
            required=False,
        )
        self.fields["languages"] = PickField(
            label=_("Speaks also"),
            url=str(reverse_lazy("clients:language-options")),
            search=picks.languages_found,
            labels=picks.languages_labelled,
            multiple=True,
            required=False,
        )
        self.fields["household"] = PickField(
            label=_("Household"),
            url=str(reverse_lazy("clients:household-options")),
            search=lambda text: picks.households_found(viewer, text),
            labels=lambda values: picks.households_labelled(viewer, values),
            required=False,
        )

    def _colleagues(self, client: Client | None) -> list[tuple[str, str]]:
        """Today's colleagues, and whoever is in the file already."""
        today = timezone.localdate()
        names = {
            str(account.pk): account.name
            for account in queries.possible_counsellors(self.viewer, today)
        }
        if client and client.counsellor:
            names.setdefault(str(client.counsellor_id), client.counsellor.name)
        return list(names.items())

    def _choices(self, name: str, choices: list[tuple[Any, Any]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    def group(self, name: str) -> list[BoundField]:
        """The fields of a group, in their order."""
        return [self[field] for field in self.groups[name] if field in self.fields]

    @property
    def open_groups(self) -> set[str]:
        """Groups that hold an error: they must not stay folded."""
        return {
            group
            for group, fields in self.groups.items()
            if any(self.errors.get(field) for field in fields)
        }

    def facts(self) -> ClientFacts:
        """What the valid form says."""
        said = self.cleaned_data
        born, precision = said["born"]
        if born and said["born_is_estimated"]:
            precision = BirthDatePrecision.ESTIMATED
        same = {name: said[name] for name in ClientFacts.__dataclass_fields__ if name in said}
        return ClientFacts(
            **same
            | {
                "birth_date": born,
                "birth_date_precision": precision,
                "citizenships": tuple(said["citizenships"]),
                "languages": tuple(said["languages"]),
                "municipality_id": _number(said["municipality"]),
                "counsellor_id": _number(said["counsellor"]),
                "household_id": _number(said["household"]),
            }
        )

    def refuse(self, problem: InvalidFacts) -> None:
        """Show what the actions refused beside the fields it is about."""
        for name, message in problem.errors.items():
            field = FORM_NAMES.get(name, name)
            self.add_error(field if field in self.fields else None, str(message))


def stored(client: Client) -> dict[str, Any]:
    """How a stored file stands in the form."""
    facts = ClientFacts.of(client)
    same = {
        name: getattr(facts, name)
        for name in ClientFacts.__dataclass_fields__
        if name in ClientForm.base_fields
    }
    return same | {
        "born": typed_birth_date(facts.birth_date, facts.birth_date_precision),
        "born_is_estimated": facts.birth_date_precision == BirthDatePrecision.ESTIMATED,
        "municipality": str(facts.municipality_id or ""),
        "citizenships": list(facts.citizenships),
        "languages": [code for code in facts.languages if code != facts.counselling_language],
        "household": str(facts.household_id or ""),
        "counsellor": str(facts.counsellor_id or ""),
    }


class StatusForm(forms.Form):
    """One residence status."""

    mark_optional = False

    kind = forms.ChoiceField(label=_("Residence status"), choices=STATUSES)
    valid_from = DateField(label=_("Valid from"), required=False)
    valid_until = DateField(label=_("Valid until (last day)"), required=False)

    @classmethod
    def of(cls, status: ResidenceStatus) -> "StatusForm":
        """The form with a stored status."""
        return cls(
            initial={
                "kind": status.kind,
                "valid_from": status.valid_from,
                "valid_until": status.valid_until,
            }
        )


class EndForm(forms.Form):
    """Why and when counselling ended."""

    mark_optional = False

    reason = forms.ChoiceField(
        label=_("Reason"), choices=EndReason.choices, widget=forms.RadioSelect
    )
    ended_on = DateField(label=_("Last day of counselling"))


class BeginForm(forms.Form):
    """From when on somebody is counselled again."""

    mark_optional = False

    started_on = DateField(label=_("Counselling begins on"))


class HouseholdForm(forms.Form):
    """What a household is called."""

    mark_optional = False

    name = forms.CharField(
        label=_("Name of the household"),
        help_text=_("Usually the family name, as the team calls it."),
        max_length=200,
    )
    reference = forms.CharField(label=_("Family number"), max_length=40, required=False)


def _number(text: str) -> int | None:
    return int(text) if text else None
