"""Registers the domain with Django."""

from django.apps import AppConfig


class ProgrammesConfig(AppConfig):
    name = "geleit.programmes"
    label = "programmes"
