"""Cases, talks and what stands beside them. Notes lie in a table of their own, sealed to the team."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from geleit.casework.choices import Channel, DraftKind, EndReason, Interpreting, PlannedOutcome
from geleit.clients.models import Client, Household
from geleit.organisations.models import Organisation, Team
from geleit.people.models import Account
from geleit.programmes.models import FundingLine


class Topic(models.Model):
    """What a talk can be about. Rows with validity, because the state's reporting topics change."""

    code = models.SlugField(_("code"), max_length=24, unique=True)
    name = models.CharField(_("name"), max_length=80)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    valid_from = models.DateField(_("valid from"))
    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    source = models.CharField(_("source"), max_length=200)

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["position"]

    def __str__(self) -> str:
        return self.name


class Case(models.Model):
    """A client's counselling from its start to its end; at most three years, in justified cases four (VwV)."""

    client = models.ForeignKey(
        Client, models.CASCADE, related_name="cases", verbose_name=_("client")
    )
    team = models.ForeignKey(Team, models.PROTECT, verbose_name=_("team"))
    organisation = models.ForeignKey(Organisation, models.PROTECT, verbose_name=_("carrier"))
    started_on = models.DateField(_("started on"))
    ends_on = models.DateField(
        _("period ends on"), help_text=_("Last day of the counselling period.")
    )
    ended_on = models.DateField(_("ended on"), null=True, blank=True)
    end_reason = models.CharField(
        _("reason for the end"), max_length=20, choices=EndReason, blank=True
    )

    class Meta:
        verbose_name = _("case")
        verbose_name_plural = _("cases")
        constraints = [
            models.UniqueConstraint(
                fields=["client"], condition=Q(ended_on__isnull=True), name="case_one_open"
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("started_on")),
                name="case_dates",
            ),
        ]
        indexes = [
            models.Index(
                fields=["team", "ends_on"],
                condition=Q(ended_on__isnull=True),
                name="case_open_by_team",
            ),
            models.Index(fields=["organisation", "started_on"], name="case_by_organisation"),
            models.Index(fields=["client", "-started_on"], name="case_by_client"),
        ]

    def __str__(self) -> str:
        return str(self.client)


def once_per_form(name: str) -> models.UniqueConstraint:
    """The same form sent twice makes one row; rows that came from no form do not fill the index."""
    return models.UniqueConstraint(
        fields=["submission"], condition=Q(submission__isnull=False), name=name
    )


class Contact(models.Model):
    """What talks, short contacts and group events have in common: when, how, about what, on whose account.

    Each kind has its own indexes, which begin with team, carrier or counsellor and then the day.
    """

    team = models.ForeignKey(Team, models.PROTECT, verbose_name=_("team"), db_index=False)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, verbose_name=_("carrier"), db_index=False
    )
    counsellor = models.ForeignKey(
        Account, models.PROTECT, verbose_name=_("counsellor"), db_index=False
    )
    held_on = models.DateField(_("date"))
    minutes = models.PositiveSmallIntegerField(_("minutes"), null=True, blank=True)
    channel = models.CharField(_("how"), max_length=14, choices=Channel, blank=True, default="")
    place = models.CharField(_("place"), max_length=120, blank=True)
    topics = ArrayField(
        models.CharField(max_length=24), verbose_name=_("topics"), default=list, blank=True
    )
    language = models.CharField(_("language"), max_length=3, blank=True, default="")
    funding_line = models.ForeignKey(
        FundingLine, models.PROTECT, null=True, blank=True, verbose_name=_("funding line")
    )
    submission = models.UUIDField(
        null=True,
        editable=False,
        help_text=_("Key of the form, so that sending it twice records once."),
    )
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now())

    class Meta:
        abstract = True


class CounsellingSession(Contact):
    """One talk between a counsellor and one or several clients (Beratungsgespräch). Counts once, whoever took part."""

    starts_at = models.TimeField(_("time"), null=True, blank=True)
    household = models.ForeignKey(
        Household, models.SET_NULL, null=True, blank=True, verbose_name=_("household")
    )
    main_topic = models.CharField(_("main topic"), max_length=24, blank=True, default="")
    interpreting = models.CharField(
        _("interpreting"), max_length=12, choices=Interpreting, blank=True, default=""
    )
    is_counted = models.BooleanField(_("counts for the figures"), default=True)
    voided_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)
    version = models.PositiveIntegerField(_("version"), default=1)
    clients: models.ManyToManyField = models.ManyToManyField(
        Client, through="Participation", related_name="sessions", verbose_name=_("clients")
    )

    class Meta:
        verbose_name = _("counselling session")
        verbose_name_plural = _("counselling sessions")
        constraints = [
            once_per_form("session_submission"),
            models.CheckConstraint(
                condition=Q(main_topic="") | Q(topics__contains=[F("main_topic")]),
                name="session_main_topic",
            ),
        ]
        indexes = [
            models.Index(fields=["team", "-held_on", "-id"], name="session_by_team"),
            models.Index(
                fields=["counsellor", "team", "-held_on", "-id"],
                condition=Q(voided_at__isnull=True),
                name="session_by_counsellor",
            ),
            models.Index(fields=["organisation", "held_on"], name="session_by_organisation"),
        ]

    def __str__(self) -> str:
        return f"{self.held_on:%d.%m.%Y}"


class Participation(models.Model):
    """A client took part in a talk. Carries team, carrier and date, so that persons are counted without the talk."""

    pk = models.CompositePrimaryKey("client_id", "session_id")
    client = models.ForeignKey(Client, models.PROTECT, verbose_name=_("client"), db_index=False)
    session = models.ForeignKey(CounsellingSession, models.CASCADE, verbose_name=_("talk"))
    team = models.ForeignKey(
        Team, models.PROTECT, verbose_name=_("team"), db_index=False, db_constraint=False
    )
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, verbose_name=_("carrier"), db_index=False, db_constraint=False
    )
    held_on = models.DateField(_("date"))

    class Meta:
        verbose_name = _("participation")
        verbose_name_plural = _("participations")
        indexes = [models.Index(fields=["client", "-held_on"], name="participation_by_client")]

    def __str__(self) -> str:
        return f"{self.client_id} · {self.session_id}"


class Note(models.Model):
    """What was said in a talk, readable by the responsible team only (§ 203 StGB). A correction is a new row."""

    append_only = True

    session = models.ForeignKey(
        CounsellingSession,
        models.CASCADE,
        related_name="notes",
        verbose_name=_("talk"),
        db_index=False,  # note_version begins with it
    )
    team = models.ForeignKey(Team, models.PROTECT, verbose_name=_("team"), db_index=False)
    text = models.TextField(_("note"), max_length=10_000)
    version = models.PositiveIntegerField(
        _("version"), default=1, help_text=_("Version of the talk it belongs to.")
    )
    written_by = models.ForeignKey(
        Account, models.PROTECT, verbose_name=_("written by"), db_index=False
    )
    written_at = models.DateTimeField(_("written at"), db_default=Now())

    class Meta:
        verbose_name = _("note")
        verbose_name_plural = _("notes")
        constraints = [models.UniqueConstraint(fields=["session", "version"], name="note_version")]

    def __str__(self) -> str:
        return f"{self.session_id}/{self.version}"


class ShortContact(Contact):
    """A short question answered without a file (Kurzkontakt), counted apart from talks."""

    class Meta:
        verbose_name = _("short contact")
        verbose_name_plural = _("short contacts")
        constraints = [once_per_form("short_contact_submission")]
        indexes = [
            models.Index(fields=["team", "-held_on", "-id"], name="short_contact_by_team"),
            models.Index(fields=["organisation", "held_on"], name="short_contact_by_org"),
        ]

    def __str__(self) -> str:
        return f"{self.held_on:%d.%m.%Y}"


class GroupEvent(Contact):
    """A group came together (Gruppenangebot): one event with a head count, never as many talks."""

    title = models.CharField(_("title"), max_length=160)
    head_count = models.PositiveSmallIntegerField(_("number of people"))

    class Meta:
        verbose_name = _("group event")
        verbose_name_plural = _("group events")
        constraints = [once_per_form("group_event_submission")]
        indexes = [
            models.Index(fields=["team", "-held_on", "-id"], name="group_event_by_team"),
            models.Index(fields=["organisation", "held_on"], name="group_event_by_org"),
        ]

    def __str__(self) -> str:
        return self.title


class PlannedSession(models.Model):
    """A talk somebody means to have: shown on the day, turned into a recorded talk with one press."""

    team = models.ForeignKey(Team, models.PROTECT, verbose_name=_("team"))
    counsellor = models.ForeignKey(Account, models.PROTECT, verbose_name=_("counsellor"))
    starts_at = models.DateTimeField(_("starts at"))
    minutes = models.PositiveSmallIntegerField(_("minutes"), null=True, blank=True)
    client = models.ForeignKey(
        Client, models.CASCADE, null=True, blank=True, verbose_name=_("client")
    )
    household = models.ForeignKey(
        Household, models.CASCADE, null=True, blank=True, verbose_name=_("household")
    )
    channel = models.CharField(_("how"), max_length=14, choices=Channel, blank=True, default="")
    place = models.CharField(_("place"), max_length=120, blank=True)
    subject = models.CharField(
        _("subject"),
        max_length=160,
        blank=True,
        help_text=_("A catchword for the day page, nothing confidential."),
    )
    outcome = models.CharField(
        _("outcome"), max_length=10, choices=PlannedOutcome, default=PlannedOutcome.PLANNED
    )
    session = models.OneToOneField(
        CounsellingSession,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="planned",
        verbose_name=_("talk"),
    )

    class Meta:
        verbose_name = _("planned talk")
        verbose_name_plural = _("planned talks")
        indexes = [
            models.Index(fields=["counsellor", "starts_at"], name="planned_by_counsellor"),
            models.Index(fields=["team", "starts_at"], name="planned_by_team"),
        ]

    def __str__(self) -> str:
        return f"{self.starts_at:%d.%m.%Y %H:%M}"


class Draft(models.Model):
    """What somebody has typed into a form and not yet saved. Theirs alone; gone once the form is saved."""

    account = models.ForeignKey(Account, models.CASCADE, verbose_name=_("account"))
    kind = models.CharField(_("kind"), max_length=10, choices=DraftKind)
    key = models.CharField(
        max_length=60, help_text=_("Which form: a new one's submission key or the record's number.")
    )
    fields = models.JSONField(_("fields"), default=dict)
    saved_at = models.DateTimeField(_("saved at"), auto_now=True)

    class Meta:
        verbose_name = _("draft")
        verbose_name_plural = _("drafts")
        constraints = [models.UniqueConstraint(fields=["account", "kind", "key"], name="draft_key")]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"
