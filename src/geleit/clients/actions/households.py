"""Households: who lives and is counselled together."""

from dataclasses import replace
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from geleit.clients import rules
from geleit.clients.actions.clients import change_client
from geleit.clients.actions.facts import ClientFacts, InvalidFacts, model_errors, tidy
from geleit.clients.keys import household_keys
from geleit.clients.models import Client, Household
from geleit.organisations.models import Team
from geleit.people.viewer import Viewer
from geleit.privacy import actions as privacy


def form_household(*, actor: Viewer, team_id: int, name: str, reference: str = "") -> Household:
    """Form a household without members yet. `reference` is the team's own family number, unique if given.

    Raises PermissionDenied for a team one does not counsel in, `InvalidFacts` for a missing name or a number
    that is taken.
    """
    if not rules.can_keep_files(actor, team_id):
        raise PermissionDenied
    household = Household(team_id=team_id)
    _write(household, name, reference)
    _audit(actor, "clients.household.formed", household)
    return household


def rename_household(
    *, actor: Viewer, household: Household, name: str, reference: str = ""
) -> None:
    """Change a household's name or family number."""
    if not rules.can_keep_files(actor, household.team_id):
        raise PermissionDenied
    if (household.name, household.reference) == (tidy(name), tidy(reference)):
        return
    _write(household, name, reference)
    _audit(actor, "clients.household.renamed", household, {"name": "changed"})


def add_member(*, actor: Viewer, household: Household, client: Client, role: str = "") -> None:
    """Take a client of the same team into the household, out of another if they were in one.

    Raises `InvalidFacts` for a household of another team or an unknown role.
    """
    _move(actor, client, household.pk, role, "clients.household.joined")


def leave_household(*, actor: Viewer, client: Client) -> None:
    """The client no longer belongs to a household; the household stays, even without members."""
    _move(actor, client, None, "", "clients.household.left")


def _move(actor: Viewer, client: Client, household_id: int | None, role: str, action: str) -> None:
    with transaction.atomic():
        current = Client.objects.select_for_update(of=("self",)).get(pk=client.pk)
        facts = replace(ClientFacts.of(current), household_id=household_id, household_role=role)
        change_client(
            actor=actor, client=current, version=current.version, facts=facts, action=action
        )


def _write(household: Household, name: str, reference: str) -> None:
    candidate = Household(team_id=household.team_id, name=tidy(name), reference=tidy(reference))
    errors = model_errors(candidate, exclude={"team"})
    if errors:
        raise InvalidFacts(errors)
    household.name, household.reference = candidate.name, candidate.reference
    for column, value in household_keys(name=candidate.name).items():
        setattr(household, column, value)
    try:
        with transaction.atomic():
            household.save()
    except IntegrityError as error:
        raise InvalidFacts(
            {"reference": _("Another household of your team has this number.")}
        ) from error


def _audit(
    actor: Viewer, action: str, household: Household, changes: dict[str, Any] | None = None
) -> None:
    privacy.record(
        actor=actor,
        action=action,
        subject=household,
        team_id=household.team_id,
        organisation_id=Team.objects.only("organisation_id")
        .get(pk=household.team_id)
        .organisation_id,
        changes=changes,
    )
