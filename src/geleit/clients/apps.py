"""Registers the domain with Django."""

from django.apps import AppConfig


class ClientsConfig(AppConfig):
    name = "geleit.clients"
    label = "clients"
