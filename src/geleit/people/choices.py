"""Roles of staff. What each may see: DESIGN § 6, docs/explanation/sight.md."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    COUNSELLOR = "counsellor", _("Counsellor")
    TEAM_LEAD = "team_lead", _("Team lead")
    GRANTS_CLERK = "grants_clerk", _("Grants clerk")
    COUNTY_COORDINATOR = "county_coordinator", _("County coordinator")
    GRANTING_AUTHORITY = "granting_authority", _("Granting authority")
    MINISTRY = "ministry", _("Ministry")
    DATA_PROTECTION_OFFICER = "data_protection_officer", _("Data protection officer")
    ADMINISTRATOR = "administrator", _("Administrator")


TEAM_ROLES = frozenset({Role.COUNSELLOR, Role.TEAM_LEAD})


class Theme(models.TextChoices):
    AUTO = "auto", _("As on this device")
    LIGHT = "light", _("Light")
    DARK = "dark", _("Dark")


class Notice(models.TextChoices):
    """What somebody is told by mail when it happens to their account."""

    PASSWORD_CHANGED = "password_changed", _("Your password was changed.")
    PASSWORD_RESET = "password_reset", _("Your password was set anew with a link from a mail.")
    PASSWORD_SET = "password_set", _("A password was set for your account.")
    TOTP_ACTIVATED = "totp_activated", _("An authenticator app was set up as second factor.")
    TOTP_DEACTIVATED = "totp_deactivated", _("The authenticator app was removed as second factor.")
    WEBAUTHN_ADDED = "webauthn_added", _("A passkey was added to your account.")
    WEBAUTHN_REMOVED = "webauthn_removed", _("A passkey was removed from your account.")
    CODES_GENERATED = "recovery_codes_generated", _("New recovery codes were made.")
    CONNECTED = "account_connected", _("Your account was connected with the sign-in service.")
    DISCONNECTED = "account_disconnected", _("Your account was separated from the sign-in service.")
