"""Whether a database may take demo data: only one in which nobody has worked yet."""

from django.db.models import Model

from geleit.casework.models import CounsellingSession, GroupEvent, ShortContact
from geleit.clients.models import Client, Household
from geleit.organisations.models import Organisation, Team
from geleit.people.models import Account
from geleit.privacy.models import AuditEntry
from geleit.runtime.refusal import Refusal

LOADED = "gateway.demo_data.loaded"

# What people leave behind. The official tree, topics and funding lines come with the migrations and do not count.
_TRACES: tuple[tuple[str, type[Model]], ...] = (
    ("Zugänge", Account),
    ("Teams", Team),
    ("Personen", Client),
    ("Haushalte", Household),
    ("Gespräche", CounsellingSession),
    ("Kurzkontakte", ShortContact),
    ("Gruppenangebote", GroupEvent),
)


def refuse_unless_empty() -> None:
    """Raise `Refusal` if the demo data are there already or anything else is."""
    if AuditEntry.objects.filter(action=LOADED).exists():
        raise Refusal("Die Beispieldaten sind in dieser Datenbank schon geladen.")
    found = [what for what, model in _TRACES if model._default_manager.exists()]
    if Organisation.objects.filter(kind__in=["carrier", "association"]).exists():
        found.append("Träger")
    if found:
        raise Refusal(
            f"Die Datenbank enthält schon Daten ({', '.join(found)});"
            " Beispieldaten kommen nur in eine leere Datenbank."
        )
