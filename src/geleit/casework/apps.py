"""Registers the domain: what personal data it holds, why and how long."""

from django.apps import AppConfig

FILE = "with the client's file: 12 months after counselling ended"


class CaseworkConfig(AppConfig):
    name = "geleit.casework"
    label = "casework"

    def ready(self) -> None:
        from geleit.casework import models  # noqa: PLC0415 - app ready
        from geleit.privacy.declarations import declare  # noqa: PLC0415 - app ready

        counselling = "counselling and its proof towards the granting authority"
        declare(models.Topic, "nobody")
        declare(models.Case, "client", why=counselling, kept=FILE)
        declare(models.CounsellingSession, "client", why=counselling, kept=FILE)
        declare(models.Participation, "client", why=counselling, kept=FILE)
        declare(models.Note, "client", why="continuity of counselling", kept=FILE, sealed=True)
        declare(models.PlannedSession, "client", why="preparing talks", kept=FILE)
        declare(
            models.Draft,
            "client",
            why="nothing typed is lost",
            kept="until saved or thrown away; older than 14 days it goes with the next draft",
            sealed=True,
        )
        declare(models.ShortContact, "staff", why=counselling, kept="as the talks")
        declare(models.GroupEvent, "staff", why=counselling, kept="as the talks")
