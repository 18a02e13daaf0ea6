"""Addresses of the figures. German words, because people read them."""

from django.urls import path

from geleit.statistics.web import views

app_name = "statistics"
urlpatterns = [
    path("", views.own_figures, name="mine"),
    path("kennzahlen.xlsx", views.own_export, name="mine-export"),
    path("team/<int:pk>/", views.team_figures, name="team-figures"),
    path("team/<int:pk>/kennzahlen.xlsx", views.team_export, name="team-export"),
    path("traeger/", views.organisations, name="organisations"),
    path("traeger/<slug:slug>/", views.carrier_figures, name="carrier-figures"),
    path("traeger/<slug:slug>/kennzahlen.xlsx", views.carrier_export, name="carrier-export"),
    path("traeger/alle/<slug:slug>/", views.county_figures, name="county-figures"),
    path("traeger/alle/<slug:slug>/kennzahlen.xlsx", views.county_export, name="county-export"),
]
