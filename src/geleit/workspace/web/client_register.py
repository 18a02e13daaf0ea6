"""Taking up a person: a short form first, and a question if the person may be in the files already."""

import uuid
from dataclasses import replace
from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from geleit.casework.actions import cases, drafts
from geleit.casework.choices import DraftKind
from geleit.casework.queries import drafts as draft_queries
from geleit.clients import actions, queries
from geleit.clients.actions import InvalidFacts
from geleit.clients.models import Client
from geleit.clients.names import Reason
from geleit.clients.queries import LikelyDuplicate
from geleit.people.viewer import StaffRequest, Viewer
from geleit.shared.forms import DateField
from geleit.workspace.web.client_forms import STATUSES, ClientForm

LONGEST_NAME = 120
WHY = {
    Reason.NAME_EQUAL: gettext_lazy("same name"),
    Reason.NAME_SOUNDS_EQUAL: gettext_lazy("name sounds the same"),
    Reason.NAME_ALIKE: gettext_lazy("similar name"),
    Reason.NAME_PARTS_MISSING: gettext_lazy("part of the name missing"),
    Reason.BIRTH_EQUAL: gettext_lazy("same birth date"),
    Reason.BIRTH_SWAPPED: gettext_lazy("day and month of birth swapped"),
    Reason.BIRTH_MISTYPED: gettext_lazy("birth date differs by one digit"),
    Reason.BIRTH_ESTIMATED: gettext_lazy("birth date estimated"),
    Reason.BIRTH_UNKNOWN: gettext_lazy("birth date unknown"),
}


class NewClientForm(ClientForm):
    """A new file: what the person says, which team takes them up, and when counselling begins."""

    groups = ClientForm.groups | {"living": (*ClientForm.groups["living"], "new_household")}

    new_household = forms.CharField(
        label=gettext_lazy("New household"),
        help_text=gettext_lazy("Only if the household is not there yet: what your team calls it."),
        max_length=200,
        required=False,
    )
    status_kind = forms.ChoiceField(
        label=gettext_lazy("Residence status"),
        choices=STATUSES,
        required=False,
    )
    status_until = DateField(label=gettext_lazy("Valid until"), required=False)
    started_on = DateField(label=gettext_lazy("Counselling begins on"))
    team = forms.TypedChoiceField(label=gettext_lazy("Team"), coerce=int)
    submission = forms.UUIDField(widget=forms.HiddenInput)
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=200)

    def __init__(self, viewer: Viewer, *args: Any, **kwargs: Any) -> None:
        super().__init__(viewer, *args, **kwargs)
        teams = [(team.pk, team.name) for team in viewer.teams if team.pk in viewer.sealed_team_ids]
        self._choices("team", teams)
        if len(teams) == 1:
            self.fields["team"].widget = forms.HiddenInput()

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("household") and said.get("new_household"):
            self.add_error("new_household", _("Choose a household or form a new one, not both."))
        if said.get("status_until") and not said.get("status_kind"):
            self.add_error("status_kind", _("Which status is valid until then?"))
        if said.get("started_on") and said["started_on"] > timezone.localdate():
            self.add_error("started_on", _("Counselling cannot begin in the future."))
        return said


def register(request: StaffRequest) -> HttpResponse:
    """Open a file and begin counselling. Who may be there already is shown before a second file is opened."""
    viewer = request.viewer
    if not viewer.counsels:
        return render(request, "workspace/client_not_yours.html", status=403)
    if request.method != "POST":
        return _page(request, _empty_form(request))
    form = NewClientForm(viewer, request.POST)
    if not form.is_valid():
        return _page(request, form, status=422)
    duplicates = _not_yet_seen(viewer, form)
    if duplicates:
        return _page(request, form, duplicates=duplicates, status=409)
    try:
        client = _open_file(viewer, form)
    except InvalidFacts as problem:
        form.refuse(problem)
        return _page(request, form, status=422)
    drafts.discard_draft(
        actor=viewer, kind=DraftKind.CLIENT, key=str(form.cleaned_data["submission"])
    )
    messages.success(request, _("%(name)s has been taken up.") % {"name": client.display_name})
    return redirect("workspace:client-file", client.pk)


def _open_file(viewer: Viewer, form: NewClientForm) -> Client:
    """Household, file, residence status and case together, or nothing of it."""
    said = form.cleaned_data
    facts = form.facts()
    with transaction.atomic():
        if said["new_household"]:
            household = actions.form_household(
                actor=viewer, team_id=said["team"], name=said["new_household"]
            )
            facts = replace(facts, household_id=household.pk)
        client = actions.register_client(actor=viewer, team_id=said["team"], facts=facts)
        cases.open_case(actor=viewer, client=client, started_on=said["started_on"])
        if said["status_kind"]:
            actions.add_status(
                actor=viewer,
                client=client,
                kind=said["status_kind"],
                valid_until=said["status_until"],
            )
    return client


def _not_yet_seen(viewer: Viewer, form: NewClientForm) -> list[LikelyDuplicate]:
    """Likely duplicates, unless all of them were shown before and the file is to be opened anyway."""
    facts = form.facts().tidied()
    name = f"{facts.given_name} {facts.family_name}"
    duplicates = queries.likely_duplicates(viewer, name, facts.birth_date)
    if not duplicates and facts.also_known_as:
        duplicates = queries.likely_duplicates(viewer, facts.also_known_as, facts.birth_date)
    seen = set(form.cleaned_data["seen"].split(","))
    is_all_seen = all(str(duplicate.client.pk) in seen for duplicate in duplicates)
    return [] if is_all_seen else duplicates


def _empty_form(request: StaffRequest) -> NewClientForm:
    """As empty as possible: today, one's own team, oneself responsible; a kept draft if one is asked for."""
    viewer = request.viewer
    kept = draft_queries.draft_of(viewer, DraftKind.CLIENT, request.GET.get("entwurf", ""))
    if kept:
        return NewClientForm(viewer, _as_query(kept.fields))
    team = viewer.home_team
    is_own = team is not None and team.pk not in viewer.substituted_team_ids
    given, _blank, family = request.GET.get("name", "")[: 2 * LONGEST_NAME].strip().rpartition(" ")
    household = request.GET.get("household", "")
    initial = {
        "given_name": given[:LONGEST_NAME],
        "family_name": family[:LONGEST_NAME],
        "household": household if household.isdecimal() else "",
        "team": team.pk if team else None,
        "counsellor": str(viewer.account_id) if is_own else "",
        "started_on": timezone.localdate(),
        "submission": uuid.uuid4(),
    }
    return NewClientForm(viewer, initial=initial)


def _as_query(kept: dict[str, list[str]]) -> QueryDict:
    fields = QueryDict(mutable=True)
    for name, values in kept.items():
        fields.setlist(name, values)
    return fields


def _why(duplicate: LikelyDuplicate) -> str:
    """Why two people are held to be one, in words."""
    return ", ".join(str(WHY[reason]) for reason in duplicate.reasons if reason in WHY)


def _page(
    request: StaffRequest,
    form: NewClientForm,
    *,
    duplicates: list[LikelyDuplicate] | None = None,
    status: int = 200,
) -> HttpResponse:
    found = duplicates or []
    context = {
        "form": form,
        "duplicates": [{"client": found_one.client, "why": _why(found_one)} for found_one in found],
        "seen": ",".join(str(found_one.client.pk) for found_one in found),
        "kept": []
        if request.method == "POST"
        else draft_queries.drafts_of(request.viewer, DraftKind.CLIENT)[:3],
    }
    return render(request, "workspace/client_new.html", context, status=status)
