"""What is said about a client, tidied and checked before it is stored."""

import datetime as dt
import re
import unicodedata
from dataclasses import asdict, dataclass, fields, replace
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from geleit.clients import rules, vocabulary
from geleit.clients.keys import client_keys
from geleit.clients.models import Client, Household
from geleit.organisations.choices import OrganisationKind
from geleit.organisations.models import Organisation
from geleit.people.choices import Role
from geleit.people.models import Membership
from geleit.people.queries import valid_on

MOST_CITIZENSHIPS, MOST_LANGUAGES = 6, 12

_BLANKS = re.compile(r"\s+")


class InvalidFacts(Exception):
    """Something said about a client or household cannot be. `errors` says what, by field, for the reader."""

    def __init__(self, errors: dict[str, str | Promise]) -> None:
        super().__init__(", ".join(f"{field}: {error}" for field, error in errors.items()))
        self.errors = errors


@dataclass(frozen=True)
class ClientFacts:
    """What a client's file says, as a form or an import gives it. '' and None mean «not stated»."""

    family_name: str = ""
    given_name: str = ""
    also_known_as: str = ""
    birth_date: dt.date | None = None
    birth_date_precision: str = ""
    sex: str = ""
    citizenships: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    counselling_language: str = ""
    interpreting: str = ""
    arrived_on: dt.date | None = None
    allocated_on: dt.date | None = None
    municipality_id: int | None = None
    housing: str = ""
    street: str = ""
    postcode: str = ""
    phone: str = ""
    email: str = ""
    safe_contact: str = ""
    file_number: str = ""
    counsellor_id: int | None = None
    household_id: int | None = None
    household_role: str = ""

    @classmethod
    def of(cls, client: Client) -> "ClientFacts":
        """What a stored file says."""
        said = {field.name: getattr(client, field.name) for field in fields(cls)}
        return cls(
            **(
                said
                | {"citizenships": tuple(client.citizenships), "languages": tuple(client.languages)}
            )
        )

    def tidied(self) -> "ClientFacts":
        """The same without stray blanks, with the precision the birth date allows and each code once.

        The language of counselling is one of the languages somebody speaks; a role needs a household.
        """
        texts: dict[str, Any] = {
            name: tidy(value) for name, value in asdict(self).items() if isinstance(value, str)
        }
        born, precision = rules.exact_to(self.birth_date, self.birth_date_precision)
        spoken = [texts["counselling_language"], *self.languages]
        texts["birth_date_precision"] = precision
        if not self.household_id:
            texts["household_role"] = ""
        return replace(
            self,
            birth_date=born,
            citizenships=tuple(dict.fromkeys(self.citizenships)),
            languages=tuple(dict.fromkeys(code for code in spoken if code)),
            **texts,
        )

    def columns(self) -> dict[str, Any]:
        """The columns of the stored file."""
        return asdict(self) | {
            "citizenships": list(self.citizenships),
            "languages": list(self.languages),
        }

    def keys(self) -> dict[str, str]:
        """The columns it is found and sorted by. The one place where they are made."""
        return client_keys(
            given_name=self.given_name,
            family_name=self.family_name,
            also_known_as=self.also_known_as,
            phone=self.phone,
        )


def tidy(text: str) -> str:
    """Blanks of every kind as one, none at the ends; no control characters; letters put together as usual."""
    shown = "".join(
        c for c in _BLANKS.sub(" ", text.replace("\u00a0", " ")) if unicodedata.category(c) != "Cc"
    )
    return unicodedata.normalize("NFC", shown).strip()


def check(team_id: int, facts: ClientFacts, before: Client | None = None) -> None:
    """Raise `InvalidFacts` unless tidied facts may be stored in this team. What was so `before` may stay."""
    errors = content_errors(facts) | _reference_errors(team_id, facts, before)
    if errors:
        raise InvalidFacts(errors)


def content_errors(facts: ClientFacts) -> dict[str, str | Promise]:
    """What tidied facts say that cannot be, by field, without asking the database."""
    errors = {
        **_form_errors(facts),
        **_date_errors(facts, timezone.localdate()),
        **_code_errors(facts),
    }
    if not facts.family_name and not facts.given_name:
        errors["family_name"] = _("A person needs a name; one is enough.")
    return errors


def model_errors(candidate: Model, *, exclude: set[str]) -> dict[str, str | Promise]:
    """What the model's own fields refuse: lengths, choices, an address that is none."""
    try:
        candidate.clean_fields(exclude=exclude)
    except ValidationError as refused:
        return {field: messages[0] for field, messages in refused.message_dict.items()}
    return {}


def _form_errors(facts: ClientFacts) -> dict[str, str | Promise]:
    references = {"team", "counsellor", "municipality", "household"}
    return model_errors(Client(**facts.columns()), exclude=references)


def _date_errors(facts: ClientFacts, today: dt.date) -> dict[str, str | Promise]:
    errors: dict[str, str | Promise] = {}
    if facts.birth_date and not rules.is_possible_birth(facts.birth_date, today):
        errors["birth_date"] = _("This birth date cannot be. Please check the year.")
    for field in ("arrived_on", "allocated_on"):
        day = getattr(facts, field)
        if day and not rules.EARLIEST_STATUS <= day <= today + dt.timedelta(days=366):
            errors[field] = _("This date cannot be. Please check the year.")
        elif day and facts.birth_date and day.year < facts.birth_date.year:
            errors[field] = _("This day lies before the birth date.")
    return errors


def _code_errors(facts: ClientFacts) -> dict[str, str | Promise]:
    errors: dict[str, str | Promise] = {}
    if len(facts.citizenships) > MOST_CITIZENSHIPS or not all(
        map(vocabulary.is_country, facts.citizenships)
    ):
        errors["citizenships"] = _("Choose up to six states from the list.")
    if len(facts.languages) > MOST_LANGUAGES or not all(
        map(vocabulary.is_language, facts.languages)
    ):
        errors["languages"] = _("Choose up to twelve languages from the list.")
    if facts.counselling_language and not vocabulary.is_language(facts.counselling_language):
        errors["counselling_language"] = _("Choose a language from the list.")
    return errors


def _reference_errors(
    team_id: int, facts: ClientFacts, before: Client | None
) -> dict[str, str | Promise]:
    """References to others: only what lies in the same team, or is public."""
    errors: dict[str, str | Promise] = {}
    place = _new(facts, before, "municipality_id")
    places = Organisation.objects.filter(kind=OrganisationKind.MUNICIPALITY)
    if place and not places.filter(pk=place).exists():
        errors["municipality_id"] = _("Choose a municipality from the list.")
    household = _new(facts, before, "household_id")
    if household and not Household.objects.filter(team_id=team_id, pk=household).exists():
        errors["household_id"] = _("This household is not one of your team's.")
    counsellor = _new(facts, before, "counsellor_id")
    if counsellor and not _counsels(counsellor, team_id):
        errors["counsellor_id"] = _("This colleague does not counsel in this team today.")
    number = _new(facts, before, "file_number")
    if number and Client.objects.filter(team_id=team_id, file_number=number).exists():
        errors["file_number"] = _("Another file of your team has this number.")
    return errors


def _new(facts: ClientFacts, before: Client | None, field: str) -> Any:
    """What the field says, if it says something else than before."""
    value = getattr(facts, field)
    return value if before is None or getattr(before, field) != value else None


def _counsels(account_id: int, team_id: int) -> bool:
    return Membership.objects.filter(
        valid_on(timezone.localdate()),
        account_id=account_id,
        team_id=team_id,
        role=Role.COUNSELLOR,
    ).exists()
