"""Registers the domain: what personal data it holds, why and how long."""

from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    name = "geleit.privacy"
    label = "privacy"

    def ready(self) -> None:
        from geleit.privacy import models  # noqa: PLC0415 - app ready
        from geleit.privacy.declarations import declare  # noqa: PLC0415 - app ready

        declare(
            models.AuditEntry,
            "client",
            why="accountability (Art. 5 (2) GDPR): who changed what when",
            kept="as long as the record it tells of",
        )
