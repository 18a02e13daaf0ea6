"""Addresses of the staff desk."""

from django.urls import include, path

from geleit.workspace.web import day

app_name = "workspace"
urlpatterns = [
    path("", day.day, name="day"),
    path("willkommen/", day.welcome, name="welcome"),
    path("", include("geleit.workspace.web.client_urls")),
]
