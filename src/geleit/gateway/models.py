"""Lists somebody is taking over in the browser. Gone when thrown away or after two weeks."""

from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from geleit.gateway.choices import ImportState
from geleit.organisations.models import Team
from geleit.people.models import Account


class CaseloadImport(models.Model):
    """A spreadsheet on its way into the files, seen by whoever sends it and nobody else."""

    account = models.ForeignKey(Account, models.CASCADE, verbose_name=_("account"))
    team = models.ForeignKey(Team, models.CASCADE, verbose_name=_("team"))
    filename = models.CharField(_("file name"), max_length=200)
    content = models.BinaryField(_("content"))
    mapping = models.TextField(
        _("meaning of the columns"), blank=True, help_text=_("As JSON; empty: as guessed.")
    )
    left_out = models.JSONField(_("rows left out"), default=list)
    state = models.CharField(
        _("state"), max_length=10, choices=ImportState, default=ImportState.PREVIEW
    )
    done = models.PositiveIntegerField(_("rows done"), default=0)
    total = models.PositiveIntegerField(_("rows in all"), default=0)
    result = models.JSONField(_("result"), default=dict)
    created_at = models.DateTimeField(_("created at"), db_default=Now())
    touched_at = models.DateTimeField(_("last sign of work"), db_default=Now())

    class Meta:
        verbose_name = _("caseload import")
        verbose_name_plural = _("caseload imports")
        indexes = [models.Index(fields=["account", "-created_at"], name="caseload_import_account")]

    def __str__(self) -> str:
        return self.filename
