"""The addresses the shared templates link to; the previews need no others."""

from django.urls import include, path

urlpatterns = [
    path("konto/", include("allauth.urls")),
    path("sprache/", include("django.conf.urls.i18n")),
]
