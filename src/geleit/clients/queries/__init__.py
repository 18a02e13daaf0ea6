"""Reading clients and households for those who may see them. The first argument is always who looks."""

from geleit.clients.queries.duplicates import LikelyDuplicate, likely_duplicates
from geleit.clients.queries.files import (
    client_for,
    clients_visible_to,
    current_statuses,
    history_of,
    household_for,
    households_visible_to,
    members_of,
    possible_counsellors,
    statuses_begun,
    statuses_of,
)
from geleit.clients.queries.search import clients_matching, households_matching, search

__all__ = [
    "LikelyDuplicate",
    "client_for",
    "clients_matching",
    "clients_visible_to",
    "current_statuses",
    "history_of",
    "household_for",
    "households_matching",
    "households_visible_to",
    "likely_duplicates",
    "members_of",
    "possible_counsellors",
    "search",
    "statuses_begun",
    "statuses_of",
]
