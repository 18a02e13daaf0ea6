"""Addresses of the lists that fields are filled from."""

from django.urls import path

from geleit.clients.web import options

app_name = "clients"
urlpatterns = [
    path("auswahl/sprachen", options.languages, name="language-options"),
    path("auswahl/staaten", options.countries, name="country-options"),
    path("auswahl/gemeinden", options.municipalities, name="municipality-options"),
    path("auswahl/personen", options.clients, name="client-options"),
    path("auswahl/haushalte", options.households, name="household-options"),
]
