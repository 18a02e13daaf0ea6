"""Registers the shared parts (templates, scripts, style, German words) with Django."""

from django.apps import AppConfig


class SharedConfig(AppConfig):
    name = "geleit.shared"
    label = "shared"
