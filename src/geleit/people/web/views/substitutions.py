"""Cover in absence: what is arranged, a new arrangement, and its end."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from geleit.people import rules
from geleit.people.actions import substitutions
from geleit.people.queries import substitutions_in, teams_arranged_by
from geleit.people.viewer import StaffRequest
from geleit.people.web.forms.members import ConfirmForm
from geleit.people.web.forms.substitutions import SubstitutionForm
from geleit.people.web.pages import answer
from geleit.people.web.refusals import refusals_shown_in


@require_GET
def substitution_list(request: StaffRequest) -> HttpResponse:
    """Present and coming substitutions in one's teams, and one's own."""
    viewer, today = request.viewer, timezone.localdate()
    found = list(substitutions_in(viewer, today))
    if not viewer.teams and not found:
        raise Http404
    rows = [
        {
            "substitution": s,
            "is_running": s.first_day <= today,
            "may_cancel": rules.can_cancel_substitution(viewer, s),
        }
        for s in found
    ]
    context = {"rows": rows, "may_arrange": bool(teams_arranged_by(viewer))}
    return render(request, "people/substitution_list.html", context)


def substitution_create(request: StaffRequest) -> HttpResponse:
    """Arrange a substitution for oneself, as lead for the team."""
    viewer, today = request.viewer, timezone.localdate()
    if not teams_arranged_by(viewer):
        raise Http404
    form = SubstitutionForm(viewer, today, request.POST or None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        if not rules.can_arrange_substitution(viewer, data["team"].pk, data["absent"].pk):
            form.add_error("team", _("You can arrange this in teams you lead, or for yourself."))
        else:
            with refusals_shown_in(form):
                substitutions.arrange_substitution(actor=viewer, today=today, **data)
        if form.is_valid():
            messages.success(request, _("The substitution has been arranged."))
            return redirect("people:substitution-list")
    return answer(request, "people/substitution_create.html", {"form": form}, form)


def substitution_cancel(request: StaffRequest, pk: int) -> HttpResponse:
    """End a substitution now."""
    viewer, today = request.viewer, timezone.localdate()
    substitution = get_object_or_404(substitutions_in(viewer, today), pk=pk)
    if not rules.can_cancel_substitution(viewer, substitution):
        raise Http404
    form = ConfirmForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        substitutions.cancel_substitution(actor=viewer, substitution=substitution, today=today)
        messages.success(request, _("The substitution has ended."))
        return redirect("people:substitution-list")
    facts = {
        "substitute": substitution.substitute.name,
        "absent": substitution.absent.name,
        "last_day": date_format(substitution.last_day, "d.m.Y"),
    }
    text = _(
        "%(substitute)s no longer stands in for %(absent)s; it was arranged until %(last_day)s."
    )
    context = {
        "heading": _("End substitution"),
        "text": text % facts,
        "form": form,
        "action_url": request.path,
        "submit": _("End substitution"),
        "cancel_url": reverse("people:substitution-list"),
    }
    return answer(request, "shared/confirm.html", context, form)
