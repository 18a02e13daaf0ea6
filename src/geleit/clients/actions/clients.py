"""Taking up people and changing what their files say."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from geleit.clients import rules
from geleit.clients.actions.facts import ClientFacts, InvalidFacts, check
from geleit.clients.models import Client
from geleit.organisations.models import Team
from geleit.people.viewer import Viewer
from geleit.privacy import actions as privacy

# Values that may stand in the audit trail, which outlives the file: codes, dates and numbers, but nothing that says
# who somebody is, such as names, addresses and the birth date.
OPEN_FIELDS = {
    "birth_date_precision", "sex", "citizenships", "languages", "counselling_language", "interpreting",
    "arrived_on", "allocated_on", "municipality_id", "housing", "counsellor_id", "household_id", "household_role",
}  # fmt: skip


class StaleVersion(Exception):
    """The file was changed by somebody else meanwhile. Compare both versions, then save again."""


def register_client(*, actor: Viewer, team_id: int, facts: ClientFacts) -> Client:
    """Take up a person into a team's files. Counselling begins with `casework.actions.cases.open_case`.

    Raises PermissionDenied for a team one does not counsel in, `InvalidFacts` for what cannot be.
    """
    if not rules.can_keep_files(actor, team_id):
        raise PermissionDenied
    facts = facts.tidied()
    check(team_id, facts)
    with _one_change():
        client = Client.objects.create(team_id=team_id, **facts.columns(), **facts.keys())
        audit(actor, "clients.client.registered", client)
    return client


def change_client(
    *,
    actor: Viewer,
    client: Client,
    version: int,
    facts: ClientFacts,
    action: str = "clients.client.changed",
) -> None:
    """Replace what the file says. The history keeps which fields changed, and the values of codes and dates.

    Raises `StaleVersion` if the file is no longer in the version the form was filled from, `InvalidFacts` for
    what cannot be. Without a difference nothing happens.
    """
    if not rules.can_keep_files(actor, client.team_id):
        raise PermissionDenied
    facts = facts.tidied()
    with _one_change():
        current = Client.objects.select_for_update(of=("self",)).get(pk=client.pk)
        if current.version != version:
            raise StaleVersion
        changes = privacy.differences(current, facts.columns(), OPEN_FIELDS)
        if not changes:
            return
        check(current.team_id, facts, before=current)
        for column, value in {**facts.columns(), **facts.keys()}.items():
            setattr(current, column, value)
        current.version += 1
        current.save()
        audit(actor, action, current, changes)


def audit(
    actor: Viewer, action: str, client: Client, changes: dict[str, Any] | None = None
) -> None:
    """One entry in the trail of a client's file."""
    privacy.record(
        actor=actor,
        action=action,
        subject=client,
        team_id=client.team_id,
        organisation_id=Team.objects.only("organisation_id").get(pk=client.team_id).organisation_id,
        changes=changes,
    )


@contextmanager
def _one_change() -> Iterator[None]:
    """One transaction; says in words when two colleagues give the same file number at the same moment."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        if "client_file_number" not in str(error):
            raise
        raise InvalidFacts(
            {"file_number": _("Another file of your team has this number.")}
        ) from error
