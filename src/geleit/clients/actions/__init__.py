"""Everything that changes clients, households and residence statuses. One function per change."""

from geleit.clients.actions.clients import StaleVersion, change_client, register_client
from geleit.clients.actions.facts import ClientFacts, InvalidFacts
from geleit.clients.actions.households import (
    add_member,
    form_household,
    leave_household,
    rename_household,
)
from geleit.clients.actions.residence import add_status, correct_status, remove_status

__all__ = [
    "ClientFacts",
    "InvalidFacts",
    "StaleVersion",
    "add_member",
    "add_status",
    "change_client",
    "correct_status",
    "form_household",
    "leave_household",
    "register_client",
    "remove_status",
    "rename_household",
]
