"""Codes of the client's record. Stored values never change; 'not stated' is always among them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Sex(models.TextChoices):
    """Civil status entries under § 22 (3) PStG; 'not stated' where nobody was asked."""

    MALE = "m", _("male")
    FEMALE = "f", _("female")
    DIVERSE = "d", _("diverse")
    NOT_STATED = "", _("not stated")


class BirthDatePrecision(models.TextChoices):
    DAY = "day", _("exact")
    MONTH = "month", _("month and year known")
    YEAR = "year", _("only the year known")
    ESTIMATED = "estimated", _("estimated")
    NOT_STATED = "", _("not stated")


class InterpretingNeed(models.TextChoices):
    NEEDED = "needed", _("interpreting needed")
    HELPFUL = "helpful", _("helpful for difficult matters")
    NOT_NEEDED = "not_needed", _("not needed")
    NOT_STATED = "", _("not stated")


class ResidenceKind(models.TextChoices):
    """Residence titles and statuses (AufenthG, AsylG); DOMAIN § 3.3."""

    PERMISSION_TO_STAY = "permission_to_stay", _("Permission to stay during the asylum procedure")
    ASYLUM = "asylum_25_1", _("Entitled to asylum (§ 25 (1))")
    REFUGEE = "refugee_25_2_1", _("Refugee status (§ 25 (2))")
    SUBSIDIARY = "subsidiary_25_2_2", _("Subsidiary protection (§ 25 (2))")
    REMOVAL_BAN = "removal_ban_25_3", _("Ban on removal (§ 25 (3))")
    TEMPORARY = "temporary_24", _("Temporary protection (§ 24)")
    RESETTLEMENT = "resettlement_22_23", _("Admission or resettlement (§§ 22, 23)")
    CHANCE = "chance_104c", _("Right of residence as an opportunity (§ 104c)")
    INTEGRATION = "integration_25ab", _("Good integration (§ 25a, § 25b)")
    SETTLEMENT = "settlement_9_26", _("Settlement permit (§ 9, § 26)")
    FICTION = "fiction_81", _("Provisional certificate (§ 81)")
    TOLERATION = "toleration_60a", _("Toleration (§ 60a)")
    TOLERATION_TRAINING = "toleration_training_60c", _("Toleration for training (§ 60c)")
    TOLERATION_WORK = "toleration_work_60d", _("Toleration for work (§ 60d)")
    OBLIGED_TO_LEAVE = "obliged_to_leave", _("Enforceably obliged to leave")
    OTHER = "other", _("Other status")
    UNKNOWN = "unknown", _("unknown")


class Housing(models.TextChoices):
    SHARED = "shared", _("Shared municipal accommodation")
    MUNICIPAL_FLAT = "municipal_flat", _("Flat assigned by the municipality")
    OWN_FLAT = "own_flat", _("Own rented flat")
    WITH_OTHERS = "with_others", _("Living with relatives or friends")
    FACILITY = "facility", _("Home or facility")
    HOMELESS = "homeless", _("Without a dwelling")
    NOT_STATED = "", _("not stated")


class HouseholdRole(models.TextChoices):
    ADULT = "adult", _("adult")
    PARTNER = "partner", _("partner")
    CHILD = "child", _("child")
    PARENT = "parent", _("parent")
    OTHER = "other", _("other relative")
    NOT_STATED = "", _("not stated")
