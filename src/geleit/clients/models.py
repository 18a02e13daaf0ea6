"""Clients, their households and their residence statuses."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now, Upper
from django.utils.translation import gettext_lazy as _

from geleit.clients.choices import (
    BirthDatePrecision,
    HouseholdRole,
    Housing,
    InterpretingNeed,
    ResidenceKind,
    Sex,
)
from geleit.organisations.models import Organisation, Team


class Household(models.Model):
    """People who live and are counselled together. Belongs to one team, as its members do."""

    team = models.ForeignKey(Team, models.PROTECT, verbose_name=_("team"))
    name = models.CharField(
        _("name"), max_length=200, help_text=_("Usually the family name, as the team calls it.")
    )
    reference = models.CharField(_("family number"), max_length=40, blank=True)
    search_text = models.TextField(editable=False, default="")
    search_keys = models.TextField(editable=False, default="")
    created_at = models.DateTimeField(_("created at"), db_default=Now())

    class Meta:
        verbose_name = _("household")
        verbose_name_plural = _("households")
        constraints = [
            models.UniqueConstraint(
                fields=["team", "reference"], condition=~Q(reference=""), name="household_reference"
            )
        ]
        indexes = [
            models.Index(
                OpClass(Upper("reference"), name="text_pattern_ops"),
                name="household_reference_search",
            ),
            GinIndex(OpClass(F("search_text"), name="gin_trgm_ops"), name="household_search_text"),
            GinIndex(OpClass(F("search_keys"), name="gin_trgm_ops"), name="household_search_keys"),
        ]

    def __str__(self) -> str:
        return self.name


class Client(models.Model):
    """A person who is counselled. Belongs to exactly one team; where they live is another field.

    Everything except a name may be 'not stated': data are given voluntarily (DOMAIN § 3.1).
    """

    team = models.ForeignKey(Team, models.PROTECT, verbose_name=_("team"))
    counsellor = models.ForeignKey(
        "people.Account",
        models.PROTECT,
        null=True,
        blank=True,
        verbose_name=_("responsible counsellor"),
    )
    file_number = models.CharField(_("file number"), max_length=40, blank=True)
    family_name = models.CharField(_("family name"), max_length=120, blank=True)
    given_name = models.CharField(_("given name"), max_length=120, blank=True)
    also_known_as = models.CharField(
        _("also known as"),
        max_length=200,
        blank=True,
        help_text=_("Other spelling or script, as in papers."),
    )
    birth_date = models.DateField(_("birth date"), null=True, blank=True)
    birth_date_precision = models.CharField(
        _("birth date is"), max_length=10, choices=BirthDatePrecision, blank=True, default=""
    )
    sex = models.CharField(_("sex"), max_length=1, choices=Sex, blank=True, default="")
    citizenships = ArrayField(
        models.CharField(max_length=2), verbose_name=_("citizenships"), default=list, blank=True
    )
    languages = ArrayField(
        models.CharField(max_length=3), verbose_name=_("languages"), default=list, blank=True
    )
    counselling_language = models.CharField(
        _("language of counselling"), max_length=3, blank=True, default=""
    )
    interpreting = models.CharField(
        _("interpreting"), max_length=12, choices=InterpretingNeed, blank=True, default=""
    )
    arrived_on = models.DateField(_("arrived in Germany"), null=True, blank=True)
    allocated_on = models.DateField(
        _("allocated to follow-up accommodation"),
        null=True,
        blank=True,
        help_text=_("Zuteilung under § 18 FlüAG."),
    )
    municipality = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        verbose_name=_("municipality"),
        related_name="+",
    )
    housing = models.CharField(_("housing"), max_length=16, choices=Housing, blank=True, default="")
    street = models.CharField(_("street and number"), max_length=200, blank=True)
    postcode = models.CharField(_("postcode"), max_length=10, blank=True)
    phone = models.CharField(_("phone"), max_length=80, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    safe_contact = models.CharField(
        _("safe contact"),
        max_length=300,
        blank=True,
        help_text=_(
            "How to reach this person without putting them at risk, e.g. «never by letter»."
        ),
    )
    household = models.ForeignKey(
        Household,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="members",
        verbose_name=_("household"),
    )
    household_role = models.CharField(
        _("role in the household"), max_length=10, choices=HouseholdRole, blank=True, default=""
    )
    search_text = models.TextField(editable=False, default="")
    search_keys = models.TextField(editable=False, default="")
    sort_key = models.CharField(max_length=250, editable=False, default="")
    created_at = models.DateTimeField(_("created at"), db_default=Now())
    version = models.PositiveIntegerField(_("version"), default=1)

    class Meta:
        verbose_name = _("client")
        verbose_name_plural = _("clients")
        constraints = [
            models.CheckConstraint(
                condition=~Q(family_name="", given_name=""), name="client_has_a_name"
            ),
            models.UniqueConstraint(
                fields=["team", "file_number"],
                condition=~Q(file_number=""),
                name="client_file_number",
            ),
        ]
        indexes = [
            models.Index(fields=["team", "sort_key", "id"], name="client_by_name"),
            models.Index(fields=["counsellor", "sort_key"], name="client_by_counsellor"),
            models.Index(fields=["household"], name="client_household"),
            models.Index(fields=["birth_date"], name="client_birth_date"),
            models.Index(
                OpClass(Upper("file_number"), name="text_pattern_ops"), name="client_file_search"
            ),
            GinIndex(OpClass(F("search_text"), name="gin_trgm_ops"), name="client_search_text"),
            GinIndex(OpClass(F("search_keys"), name="gin_trgm_ops"), name="client_search_keys"),
        ]

    def __str__(self) -> str:
        return self.display_name

    @property
    def display_name(self) -> str:
        """Given name before family name, as people introduce themselves."""
        return f"{self.given_name} {self.family_name}".strip()

    @property
    def list_name(self) -> str:
        """Family name first, as lists are sorted."""
        return ", ".join(part for part in (self.family_name, self.given_name) if part)


class ResidenceStatus(models.Model):
    """Under which title or status a client stays, from when until when. Several follow one another."""

    client = models.ForeignKey(
        Client, models.CASCADE, related_name="residence_statuses", verbose_name=_("client")
    )
    kind = models.CharField(_("status"), max_length=24, choices=ResidenceKind)
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_until = models.DateField(
        _("valid until"), null=True, blank=True, help_text=_("Last day on the paper.")
    )
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now())

    class Meta:
        verbose_name = _("residence status")
        verbose_name_plural = _("residence statuses")
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True)
                | Q(valid_from__isnull=True)
                | Q(valid_until__gte=F("valid_from")),
                name="residence_dates",
            )
        ]
        indexes = [models.Index(fields=["client", "-valid_until"], name="residence_client")]

    def __str__(self) -> str:
        return self.get_kind_display()
