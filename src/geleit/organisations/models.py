"""Public bodies, carriers, who works on whose behalf, and the teams that counsel."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from geleit.organisations.choices import CountyKind, LegalRegime, OrganisationKind


class Organisation(models.Model):
    """A public body or a carrier. `parent` is its place in the state's tree, not who pays it."""

    kind = models.CharField(_("kind"), max_length=20, choices=OrganisationKind)
    name = models.CharField(_("name"), max_length=200)
    slug = models.SlugField(
        _("short name"), max_length=80, unique=True, help_text=_("Used in addresses and commands.")
    )
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("belongs to"),
    )
    county_kind = models.CharField(
        _("kind of county"), max_length=10, choices=CountyKind, blank=True
    )
    ags = models.CharField(
        _("official municipality key"),
        max_length=8,
        blank=True,
        help_text=_("AGS: 5 digits for a county, 8 for a municipality."),
    )
    nuts = models.CharField(_("NUTS code"), max_length=5, blank=True)
    is_inhabited = models.BooleanField(_("inhabited"), default=True)
    legal_regime = models.CharField(
        _("data protection law"), max_length=12, choices=LegalRegime, default=LegalRegime.PUBLIC
    )

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        constraints = [
            models.UniqueConstraint(fields=["ags"], condition=~Q(ags=""), name="organisation_ags"),
        ]
        indexes = [models.Index(fields=["kind", "name"], name="organisation_kind")]

    def __str__(self) -> str:
        return self.name


class AssociationMember(models.Model):
    """A municipality that does the task together with others in an association (Verbund)."""

    association = models.ForeignKey(
        Organisation, models.CASCADE, related_name="members", verbose_name=_("association")
    )
    municipality = models.ForeignKey(
        Organisation, models.PROTECT, related_name="associations", verbose_name=_("municipality")
    )

    class Meta:
        verbose_name = _("member of an association")
        verbose_name_plural = _("members of an association")
        constraints = [
            models.UniqueConstraint(
                fields=["association", "municipality"], name="association_member"
            )
        ]

    def __str__(self) -> str:
        return f"{self.municipality} – {self.association}"


class Delegation(models.Model):
    """A public body hands the counselling, or a part of it, to somebody else for a time.

    A municipality to its county, a county to a carrier, a city to several carriers with shares: DOMAIN § 1.2.
    """

    principal = models.ForeignKey(
        Organisation, models.PROTECT, related_name="delegations_given", verbose_name=_("hands over")
    )
    agent = models.ForeignKey(
        Organisation, models.PROTECT, related_name="delegations_held", verbose_name=_("takes over")
    )
    share_percent = models.PositiveSmallIntegerField(
        _("share in per cent"), null=True, blank=True, help_text=_("Empty: not agreed as a share.")
    )
    valid_from = models.DateField(_("valid from"))
    valid_until = models.DateField(
        _("valid until"), null=True, blank=True, help_text=_("First day it no longer holds.")
    )

    class Meta:
        verbose_name = _("delegation")
        verbose_name_plural = _("delegations")
        constraints = [
            models.CheckConstraint(
                condition=~Q(principal=F("agent")), name="delegation_to_another"
            ),
            models.CheckConstraint(
                condition=Q(share_percent__isnull=True) | Q(share_percent__range=(1, 100)),
                name="delegation_share",
            ),
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True) | Q(valid_until__gt=F("valid_from")),
                name="delegation_dates",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.principal} → {self.agent}"


class Team(models.Model):
    """Counsellors who share their clients and read each other's notes. The unit of sight."""

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="teams", verbose_name=_("carrier")
    )
    name = models.CharField(_("name"), max_length=120)
    is_active = models.BooleanField(_("active"), default=True)

    class Meta:
        verbose_name = _("team")
        verbose_name_plural = _("teams")
        constraints = [models.UniqueConstraint(fields=["organisation", "name"], name="team_name")]

    def __str__(self) -> str:
        return self.name
