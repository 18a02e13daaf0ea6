"""Registers the domain with Django, and what personal data it holds."""

from django.apps import AppConfig


class ClientsConfig(AppConfig):
    name = "geleit.clients"
    label = "clients"

    def ready(self) -> None:
        from geleit.clients.models import Client, Household, ResidenceStatus  # noqa: PLC0415 - app ready
        from geleit.privacy.declarations import declare  # noqa: PLC0415 - app ready

        why = "Counselling of refugees in follow-up accommodation (VwV Integrationsmanagement); given voluntarily."
        kept = (
            "As long as the file: until the retention period after the end of counselling is over."
        )
        declare(Client, "client", why=why, kept=kept)
        declare(Household, "client", why=why, kept="Until its last member's file is erased.")
        declare(ResidenceStatus, "client", why=why, kept=kept)
