"""Registers the domain with Django."""

from django.apps import AppConfig


class RuntimeConfig(AppConfig):
    name = "geleit.runtime"
    label = "runtime"
