"""Registers the domain with Django."""

from django.apps import AppConfig

from geleit.privacy.declarations import declare


class PeopleConfig(AppConfig):
    name = "geleit.people"
    label = "people"

    def ready(self) -> None:
        from geleit.people import jobs, models  # noqa: F401, PLC0415 - app ready

        staff = "until the account is deleted"
        declare(models.Account, "staff", why="signing in, naming who did what", kept=staff)
        declare(models.Membership, "staff", why="deciding what somebody sees", kept=staff)
        declare(models.Substitution, "staff", why="cover in absence", kept=staff)
        declare(models.Invitation, "staff", why="opening accounts", kept=staff)
