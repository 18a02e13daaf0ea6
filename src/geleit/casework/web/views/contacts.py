"""Counting short contacts, recording group events, and the list of both."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from geleit.casework.actions import contacts as actions
from geleit.casework.queries import contacts as queries
from geleit.casework.web.forms.contacts import GroupEventForm, ShortContactForm
from geleit.people.doors import for_teams
from geleit.people.viewer import StaffRequest

NEXT = "next"


def record_short(request: StaffRequest) -> HttpResponse:
    """Count a short contact; «save and next» for the queue in open hours."""
    if not request.viewer.counsels:
        return render(request, "casework/session_not_yours.html", status=403)
    form = ShortContactForm(request.viewer, request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = actions.record_short_contact(actor=request.viewer, **form.details())
        undo = reverse("casework:short-contact-remove", args=[made.pk])
        messages.success(
            request, _("The short contact has been counted."), extra_tags=f"undo={undo}"
        )
        return redirect(
            "casework:short-contact-record" if NEXT in request.POST else settings.LOGIN_REDIRECT_URL
        )
    status = 422 if form.is_bound else 200
    return render(request, "casework/short_contact_record.html", {"form": form}, status=status)


def record_group(request: StaffRequest) -> HttpResponse:
    """Record a group event with its head count."""
    if not request.viewer.counsels:
        return render(request, "casework/session_not_yours.html", status=403)
    form = GroupEventForm(request.viewer, request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = actions.record_group_event(actor=request.viewer, **form.details())
        undo = reverse("casework:group-event-remove", args=[made.pk])
        messages.success(
            request, _("The group event has been recorded."), extra_tags=f"undo={undo}"
        )
        return redirect("casework:contact-list")
    status = 422 if form.is_bound else 200
    return render(request, "casework/group_event_record.html", {"form": form}, status=status)


@require_GET
@for_teams
def contact_list(request: StaffRequest) -> HttpResponse:
    """The latest short contacts and group events in sight."""
    context = {
        "short_contacts": queries.latest_short_contacts(request.viewer),
        "group_events": queries.latest_group_events(request.viewer),
    }
    return render(request, "casework/contact_list.html", context)


@require_POST
def remove_short(request: StaffRequest, pk: int) -> HttpResponse:
    """Take back a short contact."""
    contact = get_object_or_404(queries.short_contacts_visible_to(request.viewer), pk=pk)
    actions.remove_short_contact(actor=request.viewer, contact=contact)
    messages.success(request, _("The short contact has been removed."))
    return redirect("casework:contact-list")


@require_POST
def remove_group(request: StaffRequest, pk: int) -> HttpResponse:
    """Take back a group event."""
    event = get_object_or_404(queries.group_events_visible_to(request.viewer), pk=pk)
    actions.remove_group_event(actor=request.viewer, event=event)
    messages.success(request, _("The group event has been removed."))
    return redirect("casework:contact-list")
