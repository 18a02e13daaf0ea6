"""Accounts of staff, what they are members of, who stands in for whom, and invitations."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from geleit.organisations.models import Organisation, Team
from geleit.people.choices import TEAM_ROLES, Role, Theme


class AccountManager(BaseUserManager["Account"]):
    """Finds accounts by e-mail address, whatever its case. Accounts are made by `actions` only."""

    def get_by_natural_key(self, username: str | None) -> "Account":
        return self.get(email__iexact=username)


class Account(AbstractBaseUser):
    """A member of staff who can sign in. What they may see follows from memberships, not from this row."""

    email = models.EmailField(_("e-mail address"), unique=True)
    name = models.CharField(_("name"), max_length=200)
    is_active = models.BooleanField(_("active"), default=True)
    language = models.CharField(
        _("language"),
        max_length=2,
        default="de",
        choices=[("de", _("German")), ("en", _("English"))],
    )
    theme = models.CharField(_("appearance"), max_length=5, choices=Theme, default=Theme.AUTO)
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    objects = AccountManager()

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")
        constraints = [models.UniqueConstraint(Lower("email"), name="account_email")]

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        return self.name


class Membership(models.Model):
    """A role of an account in an organisation for a time; counsellors and team leads hold it in one team."""

    account = models.ForeignKey(
        Account, models.CASCADE, related_name="memberships", verbose_name=_("account")
    )
    organisation = models.ForeignKey(Organisation, models.PROTECT, verbose_name=_("organisation"))
    team = models.ForeignKey(Team, models.PROTECT, null=True, blank=True, verbose_name=_("team"))
    role = models.CharField(_("role"), max_length=30, choices=Role)
    valid_from = models.DateField(_("valid from"))
    valid_until = models.DateField(
        _("valid until"), null=True, blank=True, help_text=_("First day it no longer holds.")
    )

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = [
            models.CheckConstraint(
                condition=Q(role__in=sorted(TEAM_ROLES), team__isnull=False)
                | (~Q(role__in=sorted(TEAM_ROLES)) & Q(team__isnull=True)),
                name="membership_team_by_role",
            ),
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("valid_from")),
                name="membership_dates",
            ),
        ]
        indexes = [models.Index(fields=["team", "role"], name="membership_team")]

    def __str__(self) -> str:
        return f"{self.account}: {self.get_role_display()}"


class Substitution(models.Model):
    """Somebody stands in for an absent colleague: from the first to the last day they see what the colleague sees."""

    absent = models.ForeignKey(
        Account, models.CASCADE, related_name="absences", verbose_name=_("absent")
    )
    substitute = models.ForeignKey(
        Account, models.CASCADE, related_name="substitutions", verbose_name=_("substitute")
    )
    team = models.ForeignKey(Team, models.CASCADE, verbose_name=_("team"))
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"))
    arranged_by = models.ForeignKey(
        Account, models.PROTECT, related_name="+", verbose_name=_("arranged by")
    )

    class Meta:
        verbose_name = _("substitution")
        verbose_name_plural = _("substitutions")
        constraints = [
            models.CheckConstraint(
                condition=~Q(absent=F("substitute")), name="substitution_by_another"
            ),
            models.CheckConstraint(
                condition=Q(last_day__gte=F("first_day")), name="substitution_dates"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.substitute} für {self.absent}"


class Invitation(models.Model):
    """A mail that lets somebody open their account. Only a hash of its secret is kept."""

    email = models.EmailField(_("e-mail address"))
    name = models.CharField(_("name"), max_length=200)
    organisation = models.ForeignKey(Organisation, models.PROTECT, verbose_name=_("organisation"))
    team = models.ForeignKey(Team, models.PROTECT, null=True, blank=True, verbose_name=_("team"))
    role = models.CharField(_("role"), max_length=30, choices=Role)
    secret_hash = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(
        Account, models.PROTECT, related_name="+", verbose_name=_("invited by")
    )
    invited_at = models.DateTimeField(_("invited at"), auto_now_add=True)
    mailed_at = models.DateTimeField(_("mailed at"), null=True)
    expires_at = models.DateTimeField(_("expires at"))
    accepted_at = models.DateTimeField(_("accepted at"), null=True)
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True)

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        indexes = [
            models.Index(fields=["organisation", "-invited_at"], name="invitation_organisation")
        ]

    def __str__(self) -> str:
        return f"{self.email}: {self.get_role_display()}"
