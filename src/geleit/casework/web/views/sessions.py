"""Recording a talk, looking at it, correcting it."""

import uuid

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from geleit.casework import rules
from geleit.casework.actions import drafts as draft_actions
from geleit.casework.actions import sessions as actions
from geleit.casework.choices import DraftKind
from geleit.casework.models import CounsellingSession, PlannedSession
from geleit.casework.queries import day as day_queries
from geleit.casework.queries import drafts as draft_queries
from geleit.casework.queries import sessions as queries
from geleit.casework.web.forms.people import (
    CLIENT,
    HOUSEHOLD,
    PeopleField,
    chosen,
    suggestions,
)
from geleit.casework.web.forms.session import SessionForm, new_talk, recorded_talk
from geleit.casework.web.history import changes_in_words
from geleit.clients import vocabulary
from geleit.clients.models import Client
from geleit.people.doors import for_teams
from geleit.people.queries import Viewer
from geleit.people.viewer import StaffRequest

NEXT = "next"


def empty_form(
    viewer: Viewer, people: list[str], planned: PlannedSession | None = None
) -> SessionForm:
    """The form for a new talk with these people, filled as their last talk suggests."""
    known = chosen(viewer, people)
    initial = new_talk(queries.defaults_for(viewer, known.client_ids), people)
    if planned:
        initial |= {"planned": planned.pk}
        if planned.channel:
            initial["channel"] = planned.channel
        if planned.place:
            initial["place"] = planned.place
    return SessionForm(viewer, initial=initial, client_languages=_languages(known.client_ids))


def record(request: StaffRequest) -> HttpResponse:
    """Record a talk. Answers with the day page, or with an empty form for the next one."""
    viewer = request.viewer
    if request.method == "POST":
        return _save_new(request)
    if not viewer.counsels:
        return render(request, "casework/session_not_yours.html", status=403)
    planned = _planned(request)
    people = request.GET.getlist("person") or _people_of_plan(planned)
    form = empty_form(viewer, people, planned)
    kept = draft_queries.draft_of(viewer, DraftKind.SESSION, request.GET.get("entwurf", ""))
    if kept:
        form = SessionForm(
            viewer, _as_query(kept.fields), client_languages=_languages_typed(viewer, kept.fields)
        )
        form.is_restored = True  # type: ignore[attr-defined]
    return render(request, "casework/session_record.html", {"form": form, "planned": planned})


def _save_new(request: StaffRequest) -> HttpResponse:
    form = SessionForm(request.viewer, request.POST)
    if not form.is_valid():
        context = {"form": form, "planned": _planned(request)}
        return render(request, "casework/session_record.html", context, status=422)
    session = actions.record_session(
        actor=request.viewer,
        facts=form.facts(),
        submission=form.cleaned_data["submission"],
        planned_id=form.cleaned_data["planned"],
    )
    _forget_draft(request, str(form.cleaned_data["submission"]))
    undo = reverse("casework:session-void", args=[session.pk])
    messages.success(request, _("The talk has been recorded."), extra_tags=f"undo={undo}")
    return redirect(
        "casework:session-record" if NEXT in request.POST else settings.LOGIN_REDIRECT_URL
    )


@require_GET
@for_teams
def fields(request: StaffRequest) -> HttpResponse:
    """The form's fields anew after somebody was chosen, with defaults that suit; keeps what was typed."""
    viewer = request.viewer
    people = request.GET.getlist("people")
    form = empty_form(viewer, people)
    for name in ("submission", "planned", "note", "held_on", "starts_at"):
        if request.GET.get(name):
            form.initial[name] = request.GET[name]
    for name in request.GET.getlist("touched"):
        if name in form.fields:
            is_list = name == "topics"
            form.initial[name] = request.GET.getlist(name) if is_list else request.GET.get(name, "")
    return render(request, "casework/_session_fields.html", {"form": form})


@require_GET
@for_teams
def people_search(request: StaffRequest) -> HttpResponse:
    """Hits for the field «with whom»."""
    text = request.GET.get("q", "").strip()
    hits = suggestions(request.viewer, text) if text else []
    return render(request, "shared/atoms/options.html", {"hits": hits})


@require_GET
def detail(request: StaffRequest, pk: int) -> HttpResponse:
    """One talk with note and history."""
    viewer = request.viewer
    session = get_object_or_404(queries.session_for(viewer, pk))
    people = queries.people_of([session]).get(session.pk, [])
    names = {client.pk: client.display_name for client in people}
    notes = queries.notes_written(viewer, session)
    context = {
        "session": session,
        "people": people,
        "note": notes[0] if notes else None,
        "language": vocabulary.language_name(session.language) if session.language else "",
        "topics": [(code, queries.topic_names().get(code, code)) for code in session.topics],
        "history": changes_in_words(queries.history_of(viewer, session), names),
        "earlier_notes": notes[1:],
        "may_correct": rules.can_correct(viewer, session),
        "may_read_note": session.team_id in viewer.sealed_team_ids,
    }
    return render(request, "casework/session_detail.html", context)


def correct(request: StaffRequest, pk: int) -> HttpResponse:
    """Correct a talk. If somebody else was quicker, both versions are shown to choose from."""
    viewer = request.viewer
    session = get_object_or_404(queries.session_for(viewer, pk))
    if not rules.can_correct(viewer, session):
        return render(request, "casework/session_not_yours.html", status=403)
    people = _people_of(session)
    note = queries.note_of(viewer, session)
    now = recorded_talk(session, people, note.text if note else "")
    languages = _languages(tuple(c.pk for c in queries.people_of([session]).get(pk, [])))
    if request.method != "POST":
        form = SessionForm(viewer, initial=now, client_languages=languages)
        return _correction(request, session, form)
    form = SessionForm(viewer, request.POST, initial=now, client_languages=languages)
    if not form.is_valid():
        return _correction(request, session, form, status=422)
    version = int(request.POST["version"]) if request.POST.get("version", "").isdecimal() else 0
    try:
        actions.correct_session(actor=viewer, session=session, version=version, facts=form.facts())
    except actions.StaleVersion:
        return _correction(request, session, form, theirs=_differences(form), status=409)
    _forget_draft(request, f"gespraech-{pk}")
    messages.success(
        request, _("The talk has been changed. The history keeps what was there before.")
    )
    return redirect("casework:session-detail", pk)


def _correction(
    request: StaffRequest,
    session: CounsellingSession,
    form: SessionForm,
    *,
    theirs: list[tuple[str, str, str]] | None = None,
    status: int = 200,
) -> HttpResponse:
    is_conflict = theirs is not None
    version = session.version if status == 200 or is_conflict else request.POST.get("version", "")
    context = {
        "session": session,
        "session_key": f"gespraech-{session.pk}",
        "form": form,
        "theirs": theirs,
        "version": version,
    }
    return render(request, "casework/session_correct.html", context, status=status)


@require_POST
def void(request: StaffRequest, pk: int) -> HttpResponse:
    """Withdraw a talk; the message offers to bring it back."""
    session = get_object_or_404(queries.session_for(request.viewer, pk))
    actions.void_session(actor=request.viewer, session=session)
    undo = reverse("casework:session-restore", args=[pk])
    messages.success(
        request, _("The talk has been withdrawn and no longer counts."), extra_tags=f"undo={undo}"
    )
    return redirect(settings.LOGIN_REDIRECT_URL)


@require_POST
def restore(request: StaffRequest, pk: int) -> HttpResponse:
    """Bring a withdrawn talk back."""
    session = get_object_or_404(queries.session_for(request.viewer, pk))
    actions.restore_session(actor=request.viewer, session=session)
    messages.success(request, _("The talk is back."))
    return redirect("casework:session-detail", pk)


def _differences(form: SessionForm) -> list[tuple[str, str, str]]:
    """Where the typed form differs from what is stored now: field, stored, typed."""
    found = []
    for bound in form.visible_fields():
        name = bound.name
        typed = bound.value() if name == "people" else form.cleaned_data[name]
        words = _in_words(form, name, bound.initial), _in_words(form, name, typed)
        if words[0] != words[1]:
            found.append((str(bound.label), *words))
    return found


def _in_words(form: SessionForm, name: str, value: object) -> str:
    field = form.fields[name]
    if isinstance(field, PeopleField):
        values = value if isinstance(value, list) else getattr(value, "values", [])
        return ", ".join(pick.label for pick in field.labels(values))
    choices = {str(code): str(label) for code, label in getattr(field, "choices", [])}
    if isinstance(value, list | tuple):
        return ", ".join(choices.get(str(item), str(item)) for item in value)
    if hasattr(value, "strftime"):
        return f"{value:%H:%M}" if name == "starts_at" else f"{value:%d.%m.%Y}"
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return choices.get(str(value or ""), str(value or ""))


def _planned(request: HttpRequest) -> PlannedSession | None:
    number = request.GET.get("geplant") or request.POST.get("planned") or ""
    if not number.isdecimal():
        return None
    return (
        day_queries.planned_visible_to(request.viewer)  # type: ignore[attr-defined]
        .filter(pk=int(number))
        .select_related("client", "household")
        .first()
    )


def _people_of_plan(planned: PlannedSession | None) -> list[str]:
    if planned and planned.household_id:
        return [f"{HOUSEHOLD}{planned.household_id}"]
    return [f"{CLIENT}{planned.client_id}"] if planned and planned.client_id else []


def _people_of(session: CounsellingSession) -> list[str]:
    """Whom the talk was with as values of the form: the household if it is still the same people."""
    people = queries.people_of([session]).get(session.pk, [])
    if session.household_id:
        members = set(
            Client.objects.filter(household_id=session.household_id).values_list("pk", flat=True)
        )
        if members == {client.pk for client in people}:
            return [f"{HOUSEHOLD}{session.household_id}"]
    return [f"{CLIENT}{client.pk}" for client in people]


def _languages(client_ids: tuple[int, ...]) -> tuple[str, ...]:
    if not client_ids:
        return ()
    lists = Client.objects.filter(pk__in=client_ids).values_list("languages", flat=True)
    return tuple(dict.fromkeys(code for codes in lists for code in codes))


def _languages_typed(viewer: Viewer, typed: dict[str, list[str]]) -> tuple[str, ...]:
    return _languages(chosen(viewer, typed.get("people", [])).client_ids)


def _as_query(fields_kept: dict[str, list[str]]) -> QueryDict:
    data = QueryDict(mutable=True)
    for name, values in fields_kept.items():
        data.setlist(name, values)
    data.setdefault("submission", str(uuid.uuid4()))
    return data


def _forget_draft(request: StaffRequest, key: str) -> None:
    draft_actions.discard_draft(actor=request.viewer, kind=DraftKind.SESSION, key=key)
