"""Addresses of people's files, households and the search. German words, because people read them."""

from django.urls import path

from geleit.workspace.web import (
    client_change,
    client_file,
    client_register,
    client_steps,
    clients,
    households,
    search,
)

urlpatterns = [
    path("personen/", clients.client_list, name="client-list"),
    path("personen/export.<slug:kind>", clients.client_export, name="client-export"),
    path("personen/neu/", client_register.register, name="client-new"),
    path("personen/<int:pk>/", client_file.overview, name="client-file"),
    path("personen/<int:pk>/gespraeche/", client_file.talks, name="client-talks"),
    path("personen/<int:pk>/angaben/", client_file.details, name="client-details"),
    path("personen/<int:pk>/bearbeiten/", client_change.change, name="client-change"),
    path("personen/<int:pk>/aufenthalt/neu/", client_steps.add_status, name="residence-add"),
    path(
        "personen/<int:pk>/aufenthalt/<int:status_pk>/",
        client_steps.change_status,
        name="residence-change",
    ),
    path(
        "personen/<int:pk>/aufenthalt/<int:status_pk>/entfernen",
        client_steps.remove_status,
        name="residence-remove",
    ),
    path("personen/<int:pk>/beenden/", client_steps.end, name="case-end"),
    path("personen/<int:pk>/fortsetzen", client_steps.reopen, name="case-reopen"),
    path("personen/<int:pk>/aufnehmen/", client_steps.begin, name="case-begin"),
    path("haushalte/<int:pk>/", households.detail, name="household-detail"),
    path("haushalte/<int:pk>/bearbeiten/", households.change, name="household-change"),
    path("haushalte/<int:pk>/mitglied", households.add_member, name="household-join"),
    path(
        "haushalte/<int:pk>/mitglied/<int:client_pk>/entfernen",
        households.remove_member,
        name="household-leave",
    ),
    path("suche/", search.page, name="search"),
    path("suche/treffer", search.hits, name="search-hits"),
]
