"""Kinds of organisation and the data protection law they work under."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class OrganisationKind(models.TextChoices):
    STATE = "state", _("State")
    GRANTING_AUTHORITY = "granting_authority", _("Granting authority")
    COUNTY = "county", _("County")
    MUNICIPALITY = "municipality", _("Municipality")
    ASSOCIATION = "association", _("Association of municipalities")
    CARRIER = "carrier", _("Carrier")


class CountyKind(models.TextChoices):
    """The state has 35 rural and 9 city counties."""

    RURAL = "rural", _("Rural county")
    CITY = "city", _("City county")


class LegalRegime(models.TextChoices):
    """Which data protection law binds an organisation (DOMAIN § 5.1)."""

    PUBLIC = "public", _("GDPR with the state's data protection act")
    PRIVATE = "private", _("GDPR with the federal data protection act")
    CATHOLIC = "catholic", _("Church data protection act (KDG)")
    PROTESTANT = "protestant", _("Church data protection act (DSG-EKD)")
