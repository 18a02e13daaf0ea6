"""Taking over a list, and the way it goes in the browser."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from io import BytesIO
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from geleit.casework.actions import bulk as casework
from geleit.clients.actions import bulk as clients
from geleit.clients.actions import households
from geleit.clients.models import Client
from geleit.gateway.caseload.fields import Field
from geleit.gateway.caseload.headings import Mapping
from geleit.gateway.caseload.results import Caseload
from geleit.gateway.caseload.rows import read_caseload
from geleit.gateway.choices import ImportState
from geleit.gateway.models import CaseloadImport
from geleit.gateway.takeover.planning import PlannedPerson, TakeoverPlan, plan_takeover
from geleit.gateway.takeover.sources import known_people, surroundings_of
from geleit.organisations.models import Team
from geleit.people.viewer import Viewer
from geleit.privacy import actions as privacy
from geleit.runtime.queue import enqueue

CHUNK = 250
IMPORTS_LAST = dt.timedelta(days=14)
# A chunk takes a second or two; after this long nobody is working on it any more.
SILENCE = dt.timedelta(minutes=2)

Progress = Callable[[int, int], None]


def plan(
    viewer: Viewer, team: Team, caseload: Caseload, *, leave_out: frozenset[str] = frozenset()
) -> TakeoverPlan:
    """What taking over this list into the team's files would do. Writes nothing."""
    return plan_takeover(
        caseload,
        known_people(viewer, team),
        surroundings_of(viewer, team, caseload),
        leave_out=leave_out,
    )


def take_over(
    *, actor: Viewer, team: Team, planned: TakeoverPlan, progress: Progress | None = None
) -> None:
    """Write everybody who is new into the team's files: person, household, status, case, last talk.

    All of it or, after an error, nothing: call it inside one transaction. Doing it again with a fresh plan
    finds everybody and changes nothing. Raises PermissionDenied for a team one does not counsel in.
    """
    if team.pk not in actor.sealed_team_ids:
        raise PermissionDenied
    with transaction.atomic():
        places = _form_households(actor, team, planned)
        new = planned.new
        for start in range(0, len(new), CHUNK):
            _take_up(actor, team, new[start : start + CHUNK], places)
            if progress:
                progress(min(start + CHUNK, len(new)), len(new))


def _form_households(actor: Viewer, team: Team, planned: TakeoverPlan) -> dict[str, int]:
    """Ids of all households of the plan by key; new ones are formed."""
    places: dict[str, int] = {}
    for person in planned.people:
        known_id = (
            planned.known_references.get(person.reference.casefold()) if person.reference else None
        )
        known_id = known_id or (person.known.household_id if person.known else None)
        if person.household and known_id:
            places.setdefault(person.household, known_id)
    first = {person.household: person for person in reversed(planned.people) if person.household}
    for key in planned.new_households:
        if key not in places:
            person = first[key]
            made = households.form_household(
                actor=actor, team_id=team.pk, name=person.household_name, reference=person.reference
            )
            places[key] = made.pk
    return places


def _take_up(
    actor: Viewer, team: Team, people: Sequence[PlannedPerson], places: dict[str, int]
) -> None:
    facts = [
        replace(
            person.facts,
            household_id=places.get(person.household),
            household_role=person.role if person.household else "",
        ).tidied()
        for person in people
    ]
    made = clients.register_clients(actor=actor, team=team, people=facts)
    pairs = list(zip(made, people, strict=True))
    statuses = [clients.StatusToAdd(client, *p.residence) for client, p in pairs if p.residence]
    clients.add_statuses(actor=actor, team=team, statuses=statuses)
    cases = [casework.CaseToOpen(client, _started_on(person)) for client, person in pairs]
    casework.open_cases(actor=actor, team=team, cases=cases)
    talks = [talk for client, person in pairs if (talk := _last_talk(client, person))]
    casework.carry_over_talks(actor=actor, team=team, talks=talks)


def _started_on(person: PlannedPerson) -> dt.date:
    """Since when somebody is counselled, as far as the list says; else from today."""
    said = person.row.fields
    for name in (Field.COUNSELLING_SINCE, Field.ALLOCATED_ON, Field.LAST_COUNSELLED_ON):
        if said.get(name) and said[name].date <= timezone.localdate():
            day: dt.date = said[name].date
            return day
    return timezone.localdate()


def _last_talk(client: Client, person: PlannedPerson) -> casework.TalkToCarryOver | None:
    last = person.row.fields.get(Field.LAST_COUNSELLED_ON)
    remarks = str(person.row.fields.get(Field.REMARKS, ""))
    if person.is_member or not client.counsellor_id or not (last or remarks):
        return None
    day = last.date if last else timezone.localdate()
    return casework.TalkToCarryOver(client, day, remarks, client.counsellor_id)


# --- in the browser ---------------------------------------------------------------------------------


def begin_import(*, actor: Viewer, team: Team, filename: str, content: bytes) -> CaseloadImport:
    """Keep a list for looking at it. Raises a `Refusal` of `gateway.caseload` if it cannot be used."""
    if team.pk not in actor.sealed_team_ids:
        raise PermissionDenied
    read_caseload(BytesIO(content), filename)
    run = CaseloadImport.objects.create(
        account_id=actor.account_id, team=team, filename=filename[:200], content=content
    )
    enqueue(
        "gateway.forget_import", after=IMPORTS_LAST, account_id=actor.account_id, import_id=run.pk
    )
    return run


def set_mapping(*, actor: Viewer, run: CaseloadImport, mapping: Mapping) -> None:
    """Keep what the columns mean, as somebody has confirmed or changed it."""
    run.mapping = mapping.to_json()
    run.save(update_fields=["mapping"])


def start_import(*, actor: Viewer, run: CaseloadImport, left_out: list[str]) -> None:
    """Hand the list to the background work. Starting twice starts once; work that died can be started again."""
    with transaction.atomic():
        current = CaseloadImport.objects.select_for_update().defer("content").get(pk=run.pk)
        if not can_start(current):
            return
        current.state, current.left_out, current.done = ImportState.WAITING, left_out, 0
        current.touched_at = timezone.now()
        current.save(update_fields=["state", "left_out", "done", "touched_at"])
        enqueue("gateway.take_over", account_id=actor.account_id, import_id=run.pk)


def can_start(run: CaseloadImport) -> bool:
    """Whether the list waits for a decision, or the work on it has given no sign of life for long."""
    if run.state in {ImportState.PREVIEW, ImportState.FAILED}:
        return True
    is_silent = timezone.now() - run.touched_at > SILENCE
    return run.state in {ImportState.WAITING, ImportState.RUNNING} and is_silent


def run_import(*, actor: Viewer, import_id: int, progress: Progress | None = None) -> None:
    """Take over the list as its owner decided. It stays for two weeks, for the copy with reasons beside the cells."""
    run = CaseloadImport.objects.select_related("team").get(pk=import_id)
    if run.state == ImportState.DONE:
        return
    mapping = Mapping.from_json(run.mapping) if run.mapping else None
    caseload = read_caseload(BytesIO(bytes(run.content)), run.filename, mapping)
    planned = plan(actor, run.team, caseload, leave_out=frozenset(run.left_out))
    take_over(actor=actor, team=run.team, planned=planned, progress=progress)
    run.state, run.result = ImportState.DONE, summary(planned)
    run.total = run.done = len(planned.new)
    run.save(update_fields=["state", "result", "total", "done"])
    privacy.record(
        actor=actor,
        action="gateway.caseload.taken_over",
        subject=run,
        team_id=run.team_id,
        organisation_id=run.team.organisation_id,
        changes={key: value for key, value in run.result.items() if isinstance(value, int)},
    )


def note_progress(*, import_id: int, done: int, total: int) -> None:
    """Tell the page that waits how far the work is. In a transaction of its own, so that it is seen at once."""
    CaseloadImport.objects.filter(pk=import_id).exclude(state=ImportState.DONE).update(
        state=ImportState.RUNNING, done=done, total=total, touched_at=timezone.now()
    )


def note_failure(*, import_id: int) -> None:
    """Say that the work stopped; nothing of the list was written, and it can be started again."""
    CaseloadImport.objects.filter(pk=import_id).update(state=ImportState.FAILED)


def discard_import(*, actor: Viewer, run: CaseloadImport) -> None:
    """Throw a list away without taking it over."""
    run.delete()


def forget_import(*, import_id: int) -> None:
    """Delete a list whose time is over; the people taken over from it stay."""
    CaseloadImport.objects.filter(pk=import_id).delete()


def summary(planned: TakeoverPlan) -> dict[str, Any]:
    """What the plan comes to, under the keys of `geleit import-caseload --json`."""
    return {
        "rows_read": planned.rows_read,
        "clients_created": len(planned.new),
        "clients_unchanged": len(planned.unchanged),
        "households_created": len(planned.new_households),
        "likely_duplicates": len(planned.likely_duplicates),
        "errors": [problem.as_dict() for problem in planned.problems],
    }
