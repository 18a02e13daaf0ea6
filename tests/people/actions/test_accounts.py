"""One's own account, closing accounts, and mails about accounts."""

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.exceptions import PermissionDenied

from geleit.organisations.models import Organisation
from geleit.people.actions import accounts
from geleit.people.choices import Notice, Role, Theme
from geleit.people.models import Account, Membership
from geleit.privacy.models import AuditEntry
from tests.cast import TODAY
from tests.conftest import as_owner
from tests.factories import organisations, people
from tests.people.conftest import PASSWORD


def test_closed_account_is_signed_out_everywhere_and_cannot_sign_in(
    cast, act_as, client, with_password
) -> None:
    with_password(cast.miriam)
    sign_in = {"login": cast.miriam.email, "password": PASSWORD}
    client.post("/konto/login/", sign_in)
    assert client.get("/konto/ich/").status_code == 200

    accounts.deactivate_account(actor=act_as(cast.adam), account=cast.miriam, today=TODAY)

    assert (Session.objects.count(), UserSession.objects.count()) == (0, 0)
    assert client.get("/konto/ich/").url == "/konto/login/?next=/konto/ich/"
    assert client.post("/konto/login/", sign_in).url == "/konto/inactive/"


def test_closing_ends_all_roles_and_leaves_one_audit_entry(cast, adam) -> None:
    accounts.deactivate_account(actor=adam, account=cast.miriam, today=TODAY)

    assert list(
        Membership.objects.filter(account=cast.miriam).values_list("valid_until", flat=True)
    ) == [TODAY]
    assert list(AuditEntry.objects.values_list("action", "object_id", "organisation_id")) == [
        ("people.account.deactivated", cast.miriam.pk, cast.carrier.pk)
    ]


def test_opened_again_the_person_signs_in_but_has_no_role(cast, act_as) -> None:
    adam = act_as(cast.adam)
    accounts.deactivate_account(actor=adam, account=cast.miriam, today=TODAY)

    accounts.reactivate_account(actor=adam, account=cast.miriam, today=TODAY)

    cast.miriam.refresh_from_db()
    assert (cast.miriam.is_active, cast.viewer(cast.miriam).roles) == (True, frozenset())


def test_account_that_counts_elsewhere_stays_open(cast, adam) -> None:
    with as_owner():
        Membership.objects.create(
            account=cast.miriam,
            organisation=cast.elsewhere.organisation,
            team=cast.elsewhere,
            role=Role.COUNSELLOR,
            valid_from=TODAY,
        )

    with pytest.raises(accounts.CountsElsewhere):
        accounts.deactivate_account(actor=adam, account=cast.miriam, today=TODAY)


def test_nobody_closes_the_own_or_a_foreign_account(cast, adam) -> None:
    for account in (cast.adam, cast.otto):
        with pytest.raises(PermissionDenied):
            accounts.deactivate_account(actor=adam, account=account, today=TODAY)


@pytest.mark.parametrize("name", ["miriam", "petra", "greta", "kerstin", "ruth", "moritz", "dora"])
def test_only_administrators_close_accounts(cast, act_as, name) -> None:
    with pytest.raises(PermissionDenied):
        accounts.deactivate_account(
            actor=act_as(getattr(cast, name)), account=cast.jonas, today=TODAY
        )


def test_own_account_changes_and_the_trail_shows_no_names(cast, act_as) -> None:
    miriam = act_as(cast.miriam)

    accounts.update_own_account(actor=miriam, name="Miriam Neu", language="en", theme=Theme.DARK)

    cast.miriam.refresh_from_db()
    assert (cast.miriam.name, cast.miriam.language, cast.miriam.theme) == (
        "Miriam Neu",
        "en",
        "dark",
    )
    assert list(AuditEntry.objects.values_list("action", "changes")) == [
        (
            "people.account.updated",
            {"name": "changed", "language": ["de", "en"], "theme": ["auto", "dark"]},
        )
    ]


def test_saving_the_own_account_unchanged_leaves_no_trace(cast, act_as) -> None:
    accounts.update_own_account(
        actor=act_as(cast.miriam), name=cast.miriam.name, language="de", theme=Theme.AUTO
    )

    assert AuditEntry.objects.count() == 0


def test_security_notice_is_plain_german_and_names_no_secret(cast, act_as) -> None:
    accounts.mail_security_notice(actor=act_as(cast.miriam), notice=Notice.PASSWORD_CHANGED)

    assert (mail.outbox[0].to, mail.outbox[0].subject, mail.outbox[0].body) == (
        ["miriam.muster@example.org"],
        "Geleit: Ihr Konto wurde geändert",
        "Guten Tag Miriam Muster,\n\nIhr Passwort wurde geändert.\n\nWaren Sie das? Dann ist nichts zu tun.\n"
        "Wenn nicht, sagen Sie sofort der Verwaltung der Zugänge Bescheid und setzen Sie ein neues Passwort.\n",
    )


def test_somebody_closed_below_a_county_stays_in_reach_of_its_administrator(cast, act_as) -> None:
    with as_owner():
        lea = people.member("Lea Muster", Role.ADMINISTRATOR, organisation=cast.county)
        far = organisations.carrier("Träger Fern", county="landkreis-ravensburg")
        fern = people.member("Fern Muster", Role.GRANTS_CLERK, organisation=far)

    accounts.deactivate_account(actor=act_as(lea), account=cast.jonas, today=TODAY)
    with pytest.raises(PermissionDenied):
        accounts.deactivate_account(actor=act_as(lea), account=fern, today=TODAY)

    cast.jonas.refresh_from_db()
    assert cast.jonas.is_active is False


def test_first_administrator_of_a_new_installation_sets_a_password_by_link(
    db, client, settings
) -> None:
    state = Organisation.objects.get(slug="baden-wuerttemberg")

    link = accounts.open_first_administrator(
        organisation=state, email="Erste@example.org", name="Erste Muster", today=TODAY
    )
    page = client.get(link.removeprefix(settings.BASE_URL), follow=True)
    client.post(page.request["PATH_INFO"], {"password1": PASSWORD, "password2": PASSWORD})
    signed_in = client.post("/konto/login/", {"login": "erste@example.org", "password": PASSWORD})

    account = Account.objects.get(email="erste@example.org")
    assert signed_in.url == "/"
    assert account.memberships.get().role == Role.ADMINISTRATOR
    assert AuditEntry.objects.count() == 1


@pytest.mark.parametrize("slug", ["traeger-hochrhein", "landkreis-waldshut"])
def test_command_line_adds_nobody_once_there_is_an_administrator(cast, slug) -> None:
    with as_owner():
        people.member("Lea Muster", Role.ADMINISTRATOR, organisation=cast.county)

    with pytest.raises(accounts.HasAdministrator):
        accounts.open_first_administrator(
            organisation=Organisation.objects.get(slug=slug),
            email="zweite@example.org",
            name="Zweite Muster",
            today=TODAY,
        )
    assert Account.objects.filter(email="zweite@example.org").count() == 0
