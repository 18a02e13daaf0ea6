"""Registers the domain with Django."""

from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    name = "geleit.organisations"
    label = "organisations"
