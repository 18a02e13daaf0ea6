"""Registers the domain with Django."""

from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    name = "geleit.casework"
    label = "casework"
