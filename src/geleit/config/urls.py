"""Root of all addresses. Each domain brings its own; German words, because people read them."""

from django.urls import include, path

from geleit.people.web.views.account import set_language

urlpatterns = [
    path("", include("geleit.workspace.web.urls")),
    path("gespraeche/", include("geleit.casework.web.urls")),
    path("personen/", include("geleit.clients.web.urls")),
    path("kennzahlen/", include("geleit.statistics.web.urls")),
    path("uebernahme/", include("geleit.gateway.web.urls")),
    path("", include("geleit.people.web.urls")),
    path("konto/", include("allauth.urls")),
    path("sprache/", set_language, name="set_language"),
]

handler400 = "geleit.workspace.web.errors.bad_request"
handler403 = "geleit.workspace.web.errors.permission_denied"
handler404 = "geleit.workspace.web.errors.page_not_found"
handler500 = "geleit.workspace.web.errors.server_error"
