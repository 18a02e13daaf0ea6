"""Registers the domain: what personal data it holds, why and how long."""

from django.apps import AppConfig


class GatewayConfig(AppConfig):
    name = "geleit.gateway"
    label = "gateway"

    def ready(self) -> None:
        from geleit.gateway import jobs, models  # noqa: F401, PLC0415 - app ready
        from geleit.privacy.declarations import declare  # noqa: PLC0415 - app ready

        declare(
            models.CaseloadImport,
            "client",
            why="taking over a caseload from a spreadsheet",
            kept="until thrown away, at most 14 days",
            sealed=True,
        )
