"""The audit trail. It outlives accounts and records, so it points to neither by foreign key."""

from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _


class AuditEntry(models.Model):
    """One thing somebody did: who, when, to what, and which coded values changed. Never free text."""

    append_only = True

    at = models.DateTimeField(
        _("at"), db_default=Now(), help_text=_("Moment by the database's clock.")
    )
    actor_id = models.BigIntegerField(
        _("actor"), help_text=_("Account that acted; 0 for the system.")
    )
    actor_name = models.CharField(_("actor's name"), max_length=200)
    action = models.CharField(
        _("action"), max_length=80, help_text=_("Unique name in the past tense, never renamed.")
    )
    object_type = models.CharField(_("kind of record"), max_length=60)
    object_id = models.BigIntegerField(_("record"))
    team_id = models.BigIntegerField(
        _("team"), null=True, help_text=_("Team whose members may read this.")
    )
    organisation_id = models.BigIntegerField(_("organisation"), null=True)
    changes = models.JSONField(
        _("changes"),
        default=dict,
        help_text=_("Field to [before, after]; free text appears as changed only."),
    )

    class Meta:
        verbose_name = _("audit entry")
        verbose_name_plural = _("audit entries")
        indexes = [
            models.Index(fields=["object_type", "object_id", "-at"], name="audit_object"),
            models.Index(fields=["organisation_id", "-at"], name="audit_organisation"),
        ]

    def __str__(self) -> str:
        return f"{self.action} {self.object_type} {self.object_id}"
