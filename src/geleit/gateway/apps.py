"""Registers the domain with Django."""

from django.apps import AppConfig


class GatewayConfig(AppConfig):
    name = "geleit.gateway"
    label = "gateway"
