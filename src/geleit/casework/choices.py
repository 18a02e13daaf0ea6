"""Codes of a talk. Stored values never change; 'not stated' is always among them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Channel(models.TextChoices):
    OFFICE = "office", _("Office")
    HOME_VISIT = "home_visit", _("Home visit")
    ACCOMPANIMENT = "accompaniment", _("Accompaniment")
    PHONE = "phone", _("Phone")
    VIDEO = "video", _("Video")
    MESSAGE = "message", _("Message")
    LETTER = "letter", _("Letter")
    NOT_STATED = "", _("not stated")


class Interpreting(models.TextChoices):
    """Who interpreted (Sprachmittlung); DOMAIN § 4."""

    NONE = "none", _("none")
    STAFF = "staff", _("colleague")
    VOLUNTEER = "volunteer", _("volunteer")
    PROFESSIONAL = "professional", _("professional")
    FAMILY = "family", _("family or friends")
    PHONE = "phone", _("by phone or video")
    APP = "app", _("app")
    NOT_STATED = "", _("not stated")


class EndReason(models.TextChoices):
    """Why counselling ended; DOMAIN § 3.3."""

    GOALS_REACHED = "goals_reached", _("Goals reached")
    SERVICES_SUFFICE = "services_suffice", _("Regular services suffice")
    MOVED = "moved", _("Moved away")
    NO_CONTACT = "no_contact", _("No contact any more")
    PERIOD_OVER = "period_over", _("Counselling period over")
    DECLINED = "declined", _("Does not want counselling")
    LEFT_COUNTRY = "left_country", _("Left the country")
    DIED = "died", _("Died")


class PlannedOutcome(models.TextChoices):
    PLANNED = "planned", _("planned")
    HELD = "held", _("talk recorded")
    NO_SHOW = "no_show", _("did not come")
    CANCELLED = "cancelled", _("cancelled")


class DraftKind(models.TextChoices):
    SESSION = "session", _("Talk")
    CLIENT = "client", _("Person")
    GROUP = "group", _("Group event")
