"""Addresses for taking over a list."""

from django.urls import path

from geleit.gateway.web import caseload

app_name = "gateway"
urlpatterns = [
    path("", caseload.start, name="caseload-start"),
    path("<int:pk>/", caseload.show, name="caseload-show"),
    path("<int:pk>/spalten", caseload.map_columns, name="caseload-map"),
    path("<int:pk>/uebernehmen", caseload.take_over, name="caseload-take-over"),
    path("<int:pk>/stand", caseload.progress, name="caseload-progress"),
    path("<int:pk>/fehler.xlsx", caseload.marked_copy, name="caseload-marked-copy"),
    path("<int:pk>/verwerfen", caseload.discard, name="caseload-discard"),
]
