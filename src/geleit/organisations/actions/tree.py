"""Founding and renaming carriers and associations."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from geleit.organisations import rules
from geleit.organisations.choices import LegalRegime, OrganisationKind
from geleit.organisations.models import AssociationMember, Organisation
from geleit.organisations.reference import short_name
from geleit.organisations.rules import Administrator
from geleit.privacy import actions as privacy


class NameTaken(Exception):
    """There is an organisation with this name here already."""


class NotAMunicipality(Exception):
    """Only municipalities join an association."""


def found_organisation(
    *,
    actor: Administrator,
    kind: OrganisationKind,
    name: str,
    parent: Organisation,
    legal_regime: LegalRegime,
) -> Organisation:
    """Add a carrier or an association below an organisation of the own tree.

    Its short name for addresses and commands is made from its name. Raises `NameTaken`.
    """
    if not rules.can_found(actor, kind, parent):
        raise PermissionDenied
    with transaction.atomic():
        _refuse_second(name, parent)
        founded = Organisation.objects.create(
            kind=kind, name=name, slug=_free_slug(name), parent=parent, legal_regime=legal_regime
        )
        _audit(actor, "organisations.organisation.founded", founded)
    return founded


def rename_organisation(
    *, actor: Administrator, organisation: Organisation, name: str, legal_regime: LegalRegime
) -> None:
    """Change name or data protection law; the short name stays, because commands and links use it.

    Raises `NameTaken`.
    """
    if not rules.can_rename(actor, organisation):
        raise PermissionDenied
    after = {"name": name, "legal_regime": legal_regime}
    with transaction.atomic():
        current = Organisation.objects.select_for_update().get(pk=organisation.pk)
        changes = privacy.differences(current, after, {"name", "legal_regime"})
        if not changes:
            return
        if "name" in changes:
            _refuse_second(name, current.parent)
        current.name, current.legal_regime = name, legal_regime
        current.save(update_fields=list(after))
        _audit(actor, "organisations.organisation.renamed", current, changes)


def join_association(
    *, actor: Administrator, association: Organisation, municipality: Organisation
) -> None:
    """From now on the municipality does the task with the others; joining twice changes nothing.

    Raises `NotAMunicipality`.
    """
    _check_association(actor, association)
    if municipality.kind != OrganisationKind.MUNICIPALITY:
        raise NotAMunicipality
    with transaction.atomic():
        _, is_new = AssociationMember.objects.get_or_create(
            association=association, municipality=municipality
        )
        if is_new:
            changes = {"municipality": [None, municipality.pk]}
            _audit(actor, "organisations.association.joined", association, changes)


def leave_association(
    *, actor: Administrator, association: Organisation, municipality: Organisation
) -> None:
    """The municipality no longer belongs to the association."""
    _check_association(actor, association)
    with transaction.atomic():
        deleted, _ = AssociationMember.objects.filter(
            association=association, municipality=municipality
        ).delete()
        if deleted:
            changes = {"municipality": [municipality.pk, None]}
            _audit(actor, "organisations.association.left", association, changes)


def _check_association(actor: Administrator, association: Organisation) -> None:
    is_association = association.kind == OrganisationKind.ASSOCIATION
    if not is_association or not rules.can_administer(actor, association.pk):
        raise PermissionDenied


def _refuse_second(name: str, parent: Organisation | None) -> None:
    if Organisation.objects.filter(parent=parent, name__iexact=name).exists():
        raise NameTaken


def _free_slug(name: str) -> str:
    """The short name, with a number if it is in use: two counties may each have their «Caritas»."""
    wanted = short_name(name)[:70] or "organisation"
    taken = set(Organisation.objects.filter(slug__startswith=wanted).values_list("slug", flat=True))
    candidates = [wanted, *(f"{wanted}-{number}" for number in range(2, len(taken) + 3))]
    return next(slug for slug in candidates if slug not in taken)


def _audit(
    actor: Administrator,
    action: str,
    organisation: Organisation,
    changes: dict[str, Any] | None = None,
) -> None:
    privacy.record(
        actor=actor,
        action=action,
        subject=organisation,
        organisation_id=organisation.pk,
        changes=changes,
    )
