"""Single steps in a file: residence statuses, ending counselling and taking it up again."""

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from geleit.casework.actions import cases
from geleit.casework.choices import EndReason
from geleit.casework.queries import of_client
from geleit.clients import actions, queries, rules
from geleit.clients.actions import InvalidFacts
from geleit.clients.models import Client, ResidenceStatus
from geleit.people.viewer import StaffRequest
from geleit.workspace.web.client_forms import BeginForm, EndForm, StatusForm


def add_status(request: StaffRequest, pk: int) -> HttpResponse:
    """Add a residence status; the earlier ones stay in the history."""
    client = _own(request, pk)
    form = StatusForm(_sent(request))
    if request.method == "POST" and form.is_valid():
        try:
            actions.add_status(actor=request.viewer, client=client, **form.cleaned_data)
        except InvalidFacts as problem:
            _refuse(form, problem)
        else:
            messages.success(request, _("The residence status has been added."))
            return redirect("workspace:client-details", pk)
    return _status_page(request, client, form, None)


def change_status(request: StaffRequest, pk: int, status_pk: int) -> HttpResponse:
    """Correct a residence status that was entered wrongly."""
    client = _own(request, pk)
    status = _status(request, client, status_pk)
    form = StatusForm(request.POST) if request.method == "POST" else StatusForm.of(status)
    if request.method == "POST" and form.is_valid():
        try:
            actions.correct_status(actor=request.viewer, status=status, **form.cleaned_data)
        except InvalidFacts as problem:
            _refuse(form, problem)
        else:
            messages.success(request, _("The residence status has been corrected."))
            return redirect("workspace:client-details", pk)
    return _status_page(request, client, form, status)


@require_POST
def remove_status(request: StaffRequest, pk: int, status_pk: int) -> HttpResponse:
    """Take out a residence status entered by mistake."""
    client = _own(request, pk)
    actions.remove_status(actor=request.viewer, status=_status(request, client, status_pk))
    messages.success(request, _("The residence status has been removed."))
    return redirect("workspace:client-details", pk)


def end(request: StaffRequest, pk: int) -> HttpResponse:
    """End counselling with a reason; the file stays readable."""
    client = _own(request, pk)
    case = of_client.open_case_of(request.viewer, client)
    if case is None:
        messages.info(request, _("Counselling has ended already."))
        return redirect("workspace:client-file", pk)
    form = EndForm(_sent(request), initial={"ended_on": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        day = form.cleaned_data["ended_on"]
        if case.started_on <= day <= timezone.localdate():
            reason = EndReason(form.cleaned_data["reason"])
            cases.end_case(actor=request.viewer, case=case, ended_on=day, reason=reason)
            messages.success(
                request,
                _("Counselling has ended. The file stays readable for your team."),
                extra_tags=f"undo={reverse('workspace:case-reopen', args=[pk])}",
            )
            return redirect("workspace:client-file", pk)
        form.add_error("ended_on", _("This day lies before the beginning or in the future."))
    context = {
        "heading": _("End counselling of %(name)s") % {"name": client.display_name},
        "text": _("Planned talks stay planned. Counselling can be taken up again at any time."),
        "form": form,
        "action_url": reverse("workspace:case-end", args=[pk]),
        "submit": _("End counselling"),
        "cancel_url": reverse("workspace:client-file", args=[pk]),
    }
    return render(request, "shared/confirm.html", context, status=422 if form.errors else 200)


@require_POST
def reopen(request: StaffRequest, pk: int) -> HttpResponse:
    """Take back that counselling ended: the latest case goes on as if nothing had been said."""
    client = _own(request, pk)
    latest = next(iter(of_client.cases_of(request.viewer, client)), None)
    if latest is None or latest.ended_on is None:
        messages.info(request, _("This person is being counselled already."))
    else:
        cases.reopen_case(actor=request.viewer, case=latest)
        messages.success(request, _("Counselling goes on as before."))
    return redirect("workspace:client-file", pk)


def begin(request: StaffRequest, pk: int) -> HttpResponse:
    """Take counselling up again: a new case with a period of its own."""
    client = _own(request, pk)
    form = BeginForm(_sent(request), initial={"started_on": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        day = form.cleaned_data["started_on"]
        earlier = [
            case.ended_on for case in of_client.cases_of(request.viewer, client) if case.ended_on
        ]
        if day <= timezone.localdate() and all(day >= ended for ended in earlier):
            return _begun(request, client, form)
        form.add_error(
            "started_on",
            _("This day lies in the future or before the end of the last counselling."),
        )
    context = {
        "heading": _("Counsel %(name)s again") % {"name": client.display_name},
        "text": _("A new counselling period begins on that day."),
        "form": form,
        "action_url": reverse("workspace:case-begin", args=[pk]),
        "submit": _("Take up counselling"),
        "cancel_url": reverse("workspace:client-file", args=[pk]),
    }
    return render(request, "shared/confirm.html", context, status=422 if form.errors else 200)


def _begun(request: StaffRequest, client: Client, form: BeginForm) -> HttpResponse:
    try:
        cases.open_case(
            actor=request.viewer, client=client, started_on=form.cleaned_data["started_on"]
        )
    except cases.CaseAlreadyOpen:
        messages.info(request, _("This person is being counselled already."))
    else:
        messages.success(request, _("Counselling has been taken up again."))
    return redirect("workspace:client-file", client.pk)


def _own(request: StaffRequest, pk: int) -> Client:
    """The client, if the viewer may write into the file; who only reads it finds no such page."""
    client = get_object_or_404(queries.client_for(request.viewer, pk))
    if not rules.can_keep_files(request.viewer, client.team_id):
        raise Http404
    return client


def _status(request: StaffRequest, client: Client, status_pk: int) -> ResidenceStatus:
    found = next(
        (s for s in queries.statuses_of(request.viewer, client) if s.pk == status_pk), None
    )
    if found is None:
        raise Http404
    found.client = client
    return found


def _refuse(form: StatusForm, problem: InvalidFacts) -> None:
    for field, message in problem.errors.items():
        form.add_error(field, str(message))


def _status_page(
    request: StaffRequest, client: Client, form: StatusForm, status: ResidenceStatus | None
) -> HttpResponse:
    context = {"client": client, "form": form, "status": status}
    return render(
        request, "workspace/client_status.html", context, status=422 if form.errors else 200
    )


def _sent(request: StaffRequest) -> QueryDict | None:
    """What was sent; an empty form was sent too."""
    return request.POST if request.method == "POST" else None
