"""Programmes and funding lines: rows with validity and source, because every guideline changes them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Programme(models.Model):
    """One support programme of the state, such as the Integrationsmanagement itself."""

    code = models.SlugField(_("code"), unique=True)
    name = models.CharField(_("name"), max_length=200)
    source = models.CharField(
        _("source"), max_length=300, help_text=_("Guideline or decision it rests on.")
    )

    class Meta:
        verbose_name = _("programme")
        verbose_name_plural = _("programmes")

    def __str__(self) -> str:
        return self.name


class FundingLine(models.Model):
    """Out of which money a post or a talk is paid. One client can be counselled under several."""

    programme = models.ForeignKey(Programme, models.PROTECT, verbose_name=_("programme"))
    code = models.SlugField(_("code"), unique=True)
    name = models.CharField(_("name"), max_length=120)
    valid_from = models.DateField(_("valid from"))
    valid_until = models.DateField(
        _("valid until"), null=True, blank=True, help_text=_("First day it no longer holds.")
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("funding line")
        verbose_name_plural = _("funding lines")
        ordering = ["position", "name"]

    def __str__(self) -> str:
        return self.name
