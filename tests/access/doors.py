"""Every address of the product with a sample of what it is about: rows of Miriam's team Nord, committed by the world."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.test import Client as Browser
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from geleit.casework.models import CounsellingSession, GroupEvent, PlannedSession, ShortContact
from geleit.clients.models import Client, ResidenceStatus
from geleit.gateway.models import CaseloadImport
from geleit.organisations.models import Delegation, Organisation
from geleit.people.models import Invitation, Membership, Substitution
from tests.access.world import World

ROLES = {
    "miriam": "Beratung im Team",
    "jonas": "Kollege im Team",
    "petra": "Teamleitung",
    "samir": "anderes Team des Trägers",
    "otto": "fremder Träger",
    "greta": "Zuwendungen",
    "kerstin": "Kreiskoordination",
    "ruth": "Bewilligungsstelle",
    "moritz": "Ministerium",
    "dora": "Datenschutz",
    "adam": "Verwaltung",
    "nina": "ohne Rolle",
    "nobody": "nicht angemeldet",
}
# What came of a request, in words that stand in the matrix.
OUTCOMES = {
    200: "ok",
    204: "done",
    403: "denied",
    404: "hidden",
    405: "method",
    413: "large",
    422: "again",
    409: "again",
}


# What a form must hold for its door to open.
SENT = {"casework:planned-settle": {"outcome": "no_show"}, "set_language": {"language": "de"}}


@dataclass(frozen=True)
class Door:
    """One address and how it is knocked at."""

    name: str
    args: tuple[Any, ...] = ()
    method: str = "get"
    sends: dict[str, Any] = field(default_factory=dict)


def names_of_all_addresses() -> set[str]:
    """Every named address the product answers at."""
    return {name for name in _names(get_resolver().url_patterns) if not name.endswith(":") and name}


def _names(patterns: list[URLPattern | URLResolver], namespace: str = "") -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from _names(pattern.url_patterns, inner)
        elif pattern.name:
            yield namespace + pattern.name


def browsers(world: World) -> dict[str, Browser]:
    """A browser for each role, signed in."""
    opened = {who: Browser(raise_request_exception=False) for who in ROLES}
    for who, browser in opened.items():
        if who != "nobody":
            browser.force_login(getattr(world.cast, who))
    return opened


def knock(browser: Browser, door: Door) -> str:
    """What the person gets at the door; whatever the request changed is undone."""
    cookies = browser.cookies.copy()
    with transaction.atomic():
        answer = getattr(browser, door.method)(reverse(door.name, args=door.args), door.sends)
        transaction.set_rollback(True)
    browser.cookies = cookies
    if answer.status_code in {301, 302}:
        return "login" if "/konto/login/" in answer["Location"] else "done"
    return OUTCOMES.get(answer.status_code, str(answer.status_code))


def add_people_pages_rows(world: World) -> dict[str, int]:
    """Rows the administration pages are about, in the organisation Adam administers."""
    cast = world.cast
    today = timezone.localdate()
    substitution = Substitution.objects.create(
        absent=cast.miriam, substitute=cast.jonas, team=cast.north, first_day=today + dt.timedelta(days=30),
        last_day=today + dt.timedelta(days=40), arranged_by=cast.petra,
    )  # fmt: skip
    invitation = Invitation.objects.create(
        email="neu@example.org", name="Neu Muster", organisation=cast.carrier, team=cast.north, role="counsellor",
        secret_hash="0" * 64, invited_by=cast.adam, expires_at=timezone.now() + dt.timedelta(days=9),
    )  # fmt: skip
    association = Organisation.objects.create(
        kind="carrier", name="Unterträger", slug="untertraeger", parent=cast.carrier
    )
    return {
        "substitution": substitution.pk,
        "invitation": invitation.pk,
        "membership": Membership.objects.get(account=cast.jonas).pk,
        "delegation": Delegation.objects.get(agent=cast.carrier).pk,
        "below": association.pk,
    }


def doors(world: World) -> list[Door]:
    """All doors of the product's own pages."""
    cast = world.cast
    rows = add_people_pages_rows(world)
    client = Client.objects.get(team=cast.north)
    status = ResidenceStatus.objects.get(client=client)
    talk = CounsellingSession.objects.get(team=cast.north)
    run = CaseloadImport.objects.get(account=cast.miriam)
    planned = PlannedSession.objects.get(team=cast.north)
    household = client.household_id
    county = cast.county.slug
    pages: list[tuple[Any, ...]] = [
        ("workspace:day",), ("workspace:welcome",), ("workspace:client-list",), ("workspace:client-export", "csv"),
        ("workspace:client-new",), ("workspace:client-file", client.pk), ("workspace:client-talks", client.pk),
        ("workspace:client-details", client.pk), ("workspace:client-change", client.pk),
        ("workspace:residence-add", client.pk), ("workspace:residence-change", client.pk, status.pk),
        ("workspace:case-end", client.pk), ("workspace:case-begin", client.pk),
        ("workspace:household-detail", household), ("workspace:household-change", household),
        ("workspace:search",), ("workspace:search-hits",),
        ("casework:session-list",), ("casework:session-export", "xlsx"), ("casework:session-record",),
        ("casework:session-fields",), ("casework:people-search",), ("casework:session-detail", talk.pk),
        ("casework:session-correct", talk.pk), ("casework:short-contact-record",), ("casework:group-event-record",),
        ("casework:contact-list",), ("casework:planned-new",), ("casework:planned-change", planned.pk),
        ("casework:planned-week",), ("casework:deadline-list",),
        ("clients:language-options",), ("clients:country-options",), ("clients:municipality-options",),
        ("clients:client-options",), ("clients:household-options",),
        ("statistics:mine",), ("statistics:mine-export",), ("statistics:team-figures", cast.north.pk),
        ("statistics:team-export", cast.north.pk), ("statistics:organisations",),
        ("statistics:carrier-figures", cast.carrier.slug), ("statistics:carrier-export", cast.carrier.slug),
        ("statistics:county-figures", county), ("statistics:county-export", county),
        ("gateway:caseload-start",), ("gateway:caseload-show", run.pk), ("gateway:caseload-progress", run.pk),
        ("gateway:caseload-marked-copy", run.pk),
        ("people:account",), ("people:no-addresses",), ("people:invitation-accept",),
        ("people:invitation-open", "nobodys-secret"), ("people:substitution-list",), ("people:substitution-create",),
        ("people:substitution-cancel", rows["substitution"]), ("people:member-list",),
        ("people:member-detail", cast.jonas.pk), ("people:membership-add", cast.jonas.pk),
        ("people:account-deactivate", cast.jonas.pk), ("people:membership-change", rows["membership"]),
        ("people:membership-end", rows["membership"]), ("people:invitation-list",), ("people:invitation-create",),
        ("people:invitation-withdraw", rows["invitation"]),
        ("people:team-list",), ("people:team-create",), ("people:team-rename", cast.north.pk),
        ("people:team-close", cast.north.pk), ("people:organisation-tree",),
        ("people:organisation-search",), ("people:municipality-search",),
        ("people:organisation-detail", cast.carrier.pk), ("people:organisation-found", cast.carrier.pk),
        ("people:organisation-rename", rows["below"]), ("people:delegation-create", cast.carrier.pk),
        ("people:agent-search", cast.carrier.pk), ("people:association-join", cast.carrier.pk),
        ("people:delegation-end", rows["delegation"]),
    ]  # fmt: skip
    posts: list[tuple[Any, ...]] = [
        ("workspace:residence-remove", client.pk, status.pk), ("workspace:case-reopen", client.pk),
        ("workspace:household-join", household),
        ("workspace:household-leave", household, client.pk),
        ("casework:session-void", talk.pk), ("casework:session-restore", talk.pk),
        ("casework:short-contact-remove", ShortContact.objects.get(team=cast.north).pk),
        ("casework:group-event-remove", GroupEvent.objects.get(team=cast.north).pk),
        ("casework:planned-settle", planned.pk), ("casework:draft-keep", "gespraech", "k"),
        ("casework:draft-discard", "gespraech", "k"), ("gateway:caseload-map", run.pk),
        ("gateway:caseload-take-over", run.pk), ("gateway:caseload-discard", run.pk), ("people:stay-signed-in",), ("set_language",),
        ("people:invitation-resend", rows["invitation"]), ("people:team-reopen", cast.north.pk),
        ("people:association-leave", cast.carrier.pk, cast.county.pk),
    ]  # fmt: skip
    accounts: list[tuple[Any, ...]] = [
        ("account_login",), ("account_logout",), ("account_inactive",), ("account_signup",), ("account_reauthenticate",),
        ("account_email",), ("account_email_verification_sent",), ("account_change_password",),
        ("account_set_password",), ("account_reset_password",), ("account_reset_password_done",),
        ("account_reset_password_from_key", "1", "no-key"), ("account_reset_password_from_key_done",),
        ("account_confirm_login_code",), ("account_confirm_email", "no-key"), ("mfa_index",), ("mfa_authenticate",),
        ("mfa_reauthenticate",), ("mfa_activate_totp",), ("mfa_deactivate_totp",), ("mfa_view_recovery_codes",),
        ("mfa_generate_recovery_codes",), ("mfa_download_recovery_codes",), ("mfa_list_webauthn",),
        ("mfa_add_webauthn",), ("mfa_reauthenticate_webauthn",), ("mfa_remove_webauthn", 1), ("mfa_edit_webauthn", 1),
        ("mfa_login_webauthn",), ("socialaccount_login_cancelled",), ("socialaccount_login_error",),
        ("socialaccount_signup",), ("socialaccount_connections",), ("openid_connect_login", "oidc"),
        ("openid_connect_callback", "oidc"), ("usersessions_list",),
    ]  # fmt: skip
    pages += accounts
    return [Door(name, tuple(args)) for name, *args in pages] + [
        Door(name, tuple(args), "post", SENT.get(name, {})) for name, *args in posts
    ]
