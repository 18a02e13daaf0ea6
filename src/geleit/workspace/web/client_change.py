"""Changing a file. If somebody else was quicker, both versions stand side by side to choose from."""

import json
from dataclasses import dataclass, fields
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from geleit.casework.actions import drafts
from geleit.casework.choices import DraftKind
from geleit.casework.queries import drafts as draft_queries
from geleit.clients import actions, queries, rules
from geleit.clients.actions import ClientFacts, InvalidFacts, StaleVersion
from geleit.clients.models import Client
from geleit.people.viewer import StaffRequest
from geleit.workspace.web.client_file import known_names
from geleit.workspace.web.client_forms import ClientForm, stored
from geleit.workspace.web.client_words import field_name, value_in_words

MINE, THEIRS = "mine", "theirs"
# Fields that only make sense together are chosen together.
TOGETHER = {
    "birth_date": ("birth_date", "birth_date_precision"),
    "household_id": ("household_id", "household_role"),
}
_SECOND = {"birth_date_precision", "household_role"}
NOT_KEPT = {"csrfmiddlewaretoken", "version", "base"}


@dataclass(frozen=True)
class Difference:
    """A field that two versions of a file tell differently; `chosen` is what suggests itself, or nothing."""

    field: str
    label: str
    mine: str
    theirs: str
    chosen: str


def change(request: StaffRequest, pk: int) -> HttpResponse:
    """Change what the file says about a person."""
    viewer = request.viewer
    client = get_object_or_404(queries.client_for(viewer, pk))
    if not rules.can_keep_files(viewer, client.team_id):
        return render(request, "workspace/client_not_yours.html", {"client": client}, status=403)
    if request.method != "POST":
        return _page(request, client, _first_form(request, client))
    form = ClientForm(viewer, request.POST, initial=stored(client), client=client)
    if not form.is_valid():
        return _page(request, client, form, status=422)
    version, facts = _number(request.POST.get("version", "")), form.facts().tidied()
    if version != client.version:
        return _ask_or_save(request, client, form, facts)
    return _save(request, client, form, facts)


def _save(
    request: StaffRequest, client: Client, form: ClientForm, facts: ClientFacts
) -> HttpResponse:
    try:
        actions.change_client(
            actor=request.viewer, client=client, version=client.version, facts=facts
        )
    except StaleVersion:
        client.refresh_from_db()
        return _ask_or_save(request, client, form, facts)
    except InvalidFacts as problem:
        form.refuse(problem)
        return _page(request, client, form, status=422)
    drafts.discard_draft(actor=request.viewer, kind=DraftKind.CLIENT, key=_draft_key(client))
    messages.success(request, _("The file has been changed."))
    return redirect("workspace:client-details", client.pk)


def _ask_or_save(
    request: StaffRequest, client: Client, form: ClientForm, mine: ClientFacts
) -> HttpResponse:
    """Ask field by field what shall hold; save once every difference to the present version was answered."""
    theirs = ClientFacts.of(client).tidied()
    differing = [name for name in _chosen_fields() if _told(mine, name) != _told(theirs, name)]
    answers = {name: request.POST.get(f"keep-{name}", "") for name in differing}
    is_answered = _number(request.POST.get("merged", "")) == client.version
    if is_answered and all(answer in (MINE, THEIRS) for answer in answers.values()):
        return _save(request, client, form, _merged(mine, theirs, answers))
    names = known_names(request.viewer, client, timezone.localdate())
    base = _as_base(request.POST.get("base", ""))
    context = {
        "client": client,
        "differences": [
            _difference(name, mine, theirs, base, answers[name], names) for name in differing
        ],
        "typed": [
            (name, value)
            for name, values in request.POST.lists()
            if _is_typed(name)
            for value in values
        ],
        "base": request.POST.get("base", ""),
        "version": request.POST.get("version", ""),
        "is_incomplete": is_answered,
    }
    return render(request, "workspace/client_merge.html", context, status=409)


def _difference(
    name: str,
    mine: ClientFacts,
    theirs: ClientFacts,
    base: dict[str, str],
    answer: str,
    names: dict[str, dict[int, str]],
) -> Difference:
    """What only one side changed is suggested; what both changed is left open."""
    suggested = ""
    if base.get(name) == str(_told(theirs, name)):
        suggested = MINE
    elif base.get(name) == str(_told(mine, name)):
        suggested = THEIRS
    return Difference(
        name,
        field_name(name),
        _in_words(name, mine, names),
        _in_words(name, theirs, names),
        answer or suggested,
    )


def _in_words(name: str, facts: ClientFacts, names: dict[str, dict[int, str]]) -> str:
    parts = TOGETHER.get(name, (name,))
    words = [
        value_in_words(part, getattr(facts, part), names) for part in parts if getattr(facts, part)
    ]
    return ", ".join(words) or _("not stated")


def _merged(mine: ClientFacts, theirs: ClientFacts, answers: dict[str, str]) -> ClientFacts:
    values = {field.name: getattr(mine, field.name) for field in fields(ClientFacts)}
    for name, answer in answers.items():
        if answer == THEIRS:
            values |= {part: getattr(theirs, part) for part in TOGETHER.get(name, (name,))}
    return ClientFacts(**values)


def _told(facts: ClientFacts, name: str) -> tuple[Any, ...]:
    return tuple(getattr(facts, part) for part in TOGETHER.get(name, (name,)))


def _chosen_fields() -> list[str]:
    return [field.name for field in fields(ClientFacts) if field.name not in _SECOND]


def _first_form(request: StaffRequest, client: Client) -> ClientForm:
    kept = draft_queries.draft_of(request.viewer, DraftKind.CLIENT, _draft_key(client))
    if kept and "entwurf" in request.GET:
        typed = QueryDict(mutable=True)
        for name, values in kept.fields.items():
            typed.setlist(name, values)
        return ClientForm(request.viewer, typed, initial=stored(client), client=client)
    return ClientForm(request.viewer, initial=stored(client), client=client)


def _page(
    request: StaffRequest, client: Client, form: ClientForm, status: int = 200
) -> HttpResponse:
    is_typed = form.is_bound and request.method == "POST"
    kept = (
        None
        if form.is_bound
        else draft_queries.draft_of(request.viewer, DraftKind.CLIENT, _draft_key(client))
    )
    facts = ClientFacts.of(client).tidied()
    base = json.dumps({name: str(_told(facts, name)) for name in _chosen_fields()})
    context = {
        "client": client,
        "form": form,
        "version": request.POST.get("version", "")
        if is_typed
        else form.data.get("version", client.version),
        "base": request.POST.get("base", "") if is_typed else form.data.get("base", base),
        "kept": kept,
        "draft_key": _draft_key(client),
    }
    return render(request, "workspace/client_change.html", context, status=status)


def _draft_key(client: Client) -> str:
    return f"person-{client.pk}"


def _as_base(text: str) -> dict[str, str]:
    """What the form was filled from, only to suggest an answer; anything else is as good as nothing."""
    try:
        told = json.loads(text)
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}


def _is_typed(name: str) -> bool:
    return name not in NOT_KEPT and name != "merged" and not name.startswith("keep-")


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 10 else 0
