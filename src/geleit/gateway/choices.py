"""Where a list stands on its way into the files."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ImportState(models.TextChoices):
    PREVIEW = "preview", _("to be looked at")
    WAITING = "waiting", _("waiting for the background work")
    RUNNING = "running", _("being taken over")
    DONE = "done", _("taken over")
    FAILED = "failed", _("stopped by an error")
