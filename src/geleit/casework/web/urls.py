"""Addresses of counselling. German words, because people read them."""

from django.urls import path

from geleit.casework.web.views import contacts, deadlines, drafts, lists, planning, sessions

app_name = "casework"
urlpatterns = [
    path("", lists.session_list, name="session-list"),
    path("export.<slug:kind>", lists.session_export, name="session-export"),
    path("neu/", sessions.record, name="session-record"),
    path("neu/felder", sessions.fields, name="session-fields"),
    path("neu/personen", sessions.people_search, name="people-search"),
    path("<int:pk>/", sessions.detail, name="session-detail"),
    path("<int:pk>/bearbeiten/", sessions.correct, name="session-correct"),
    path("<int:pk>/zuruecknehmen", sessions.void, name="session-void"),
    path("<int:pk>/wiederherstellen", sessions.restore, name="session-restore"),
    path("kurzkontakt/", contacts.record_short, name="short-contact-record"),
    path("kurzkontakt/<int:pk>/entfernen", contacts.remove_short, name="short-contact-remove"),
    path("gruppe/", contacts.record_group, name="group-event-record"),
    path("gruppe/<int:pk>/entfernen", contacts.remove_group, name="group-event-remove"),
    path("kontakte/", contacts.contact_list, name="contact-list"),
    path("geplant/neu/", planning.plan, name="planned-new"),
    path("geplant/<int:pk>/", planning.change, name="planned-change"),
    path("geplant/<int:pk>/ausgang", planning.settle, name="planned-settle"),
    path("geplant/", planning.week, name="planned-week"),
    path("fristen/", deadlines.deadline_list, name="deadline-list"),
    path("entwurf/<slug:kind>/<slug:key>", drafts.keep, name="draft-keep"),
    path("entwurf/<slug:kind>/<slug:key>/verwerfen", drafts.discard, name="draft-discard"),
]
