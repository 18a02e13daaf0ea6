"""Registers the domain with Django."""

from django.apps import AppConfig

from geleit.privacy.declarations import declare


class OrganisationsConfig(AppConfig):
    name = "geleit.organisations"
    label = "organisations"

    def ready(self) -> None:
        from geleit.organisations import models  # noqa: PLC0415 - app ready

        for model in (
            models.Organisation,
            models.AssociationMember,
            models.Delegation,
            models.Team,
        ):
            declare(model, "nobody")
