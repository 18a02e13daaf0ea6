"""Registers the domain: it holds no personal data."""

from django.apps import AppConfig


class ProgrammesConfig(AppConfig):
    name = "geleit.programmes"
    label = "programmes"

    def ready(self) -> None:
        from geleit.privacy.declarations import declare  # noqa: PLC0415 - app ready
        from geleit.programmes import models  # noqa: PLC0415 - app ready

        declare(models.Programme, "nobody")
        declare(models.FundingLine, "nobody")
