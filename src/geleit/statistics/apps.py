"""Registers the domain with Django."""

from django.apps import AppConfig


class StatisticsConfig(AppConfig):
    name = "geleit.statistics"
    label = "statistics"
