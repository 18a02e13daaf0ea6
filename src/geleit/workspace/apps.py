"""Registers the domain with Django."""

from django.apps import AppConfig


class WorkspaceConfig(AppConfig):
    name = "geleit.workspace"
    label = "workspace"
