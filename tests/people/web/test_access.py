"""Pages of administration: who finds them, and what they cost."""

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from geleit.organisations.models import Delegation, Organisation
from geleit.people.choices import Role
from geleit.people.models import Invitation, Membership
from tests.conftest import as_owner
from tests.factories import organisations, people
from tests.people.web.desk import desk

TODAY = timezone.localdate
EVERYBODY = [
    "miriam", "jonas", "petra", "samir", "greta", "kerstin", "ruth", "moritz", "dora", "adam", "otto", "nina",
]  # fmt: skip


def administration_pages(cast) -> dict[str, str]:
    with as_owner():
        delegation = Delegation.objects.get(agent=cast.carrier)
        invitation = Invitation.objects.create(
            email="neu@example.org",
            name="Neu Muster",
            organisation=cast.carrier,
            role=Role.GRANTS_CLERK,
            secret_hash="x",
            invited_by=cast.adam,
            expires_at=timezone.now() + timezone.timedelta(days=1),
        )
        association = Organisation.objects.create(
            kind="association", name="Verbund Mitte", slug="verbund-mitte", parent=cast.carrier
        )
    member = Membership.objects.get(account=cast.miriam).pk
    names = {
        "member-list": [],
        "member-detail": [cast.miriam.pk],
        "membership-add": [cast.miriam.pk],
        "account-deactivate": [cast.miriam.pk],
        "membership-change": [member],
        "membership-end": [member],
        "invitation-list": [],
        "invitation-create": [],
        "invitation-withdraw": [invitation.pk],
        "team-list": [],
        "team-create": [],
        "team-rename": [cast.north.pk],
        "team-close": [cast.north.pk],
        "organisation-search": [],
        "municipality-search": [],
        "organisation-detail": [cast.carrier.pk],
        "organisation-found": [cast.carrier.pk],
        "organisation-rename": [cast.carrier.pk],
        "delegation-create": [cast.carrier.pk],
        "agent-search": [cast.carrier.pk],
        "association-join": [association.pk],
        "delegation-end": [delegation.pk],
    }
    return {name: reverse(f"people:{name}", args=args) for name, args in names.items()}


def test_pages_of_administration_exist_for_administrators_of_the_tree_only(cast) -> None:
    pages = administration_pages(cast)

    found = {
        who: sorted(name for name, page in pages.items() if client.get(page).status_code == 200)
        for who in EVERYBODY
        for client in [desk(getattr(cast, who))]
    }

    assert found == {who: sorted(pages) if who == "adam" else [] for who in EVERYBODY}


def test_administrator_of_another_tree_finds_none_of_the_records(cast) -> None:
    pages = administration_pages(cast)
    with as_owner():
        far = people.member(
            "Fern Muster", Role.ADMINISTRATOR, organisation=cast.elsewhere.organisation
        )
    client = desk(far)

    open_to_all = {
        "member-list", "invitation-list", "invitation-create", "team-list", "team-create",
        "organisation-search", "municipality-search",
    }  # fmt: skip
    found = {name for name, page in pages.items() if client.get(page).status_code == 200}

    assert found == open_to_all
    assert "Miriam" not in client.get(pages["member-list"]).content.decode()


def test_no_page_costs_more_than_fifteen_queries_and_rows_cost_none(
    cast, lea, django_assert_max_num_queries
) -> None:
    pages = administration_pages(cast)
    client = desk(lea)
    names = ["member-list", "team-list", "invitation-list", "organisation-detail", "member-detail"]
    client.get(pages["member-list"])  # notes the first activity of the session
    before = {name: _queries(client, pages[name], django_assert_max_num_queries) for name in names}
    with as_owner():
        for number in range(20):
            team = organisations.team(f"Team {number}", organisation=cast.carrier)
            account = people.member(f"Viele {number} Muster", Role.COUNSELLOR, team=team)
            Membership.objects.create(
                account=cast.miriam, organisation=cast.carrier, team=team, role=Role.COUNSELLOR,
                valid_from=TODAY(),
            )  # fmt: skip
            Invitation.objects.create(
                email=f"n{number}@example.org", name="Neu", organisation=cast.carrier, team=team,
                role=Role.COUNSELLOR, secret_hash=str(number), invited_by=account,
                expires_at=timezone.now(),
            )  # fmt: skip

    after = {name: _queries(client, pages[name], django_assert_max_num_queries) for name in names}

    assert after == before


def test_own_roles_are_out_of_reach_on_the_page_too(cast) -> None:
    client = desk(cast.adam)
    own = Membership.objects.get(account=cast.adam)

    pages = [
        f"/verwaltung/rollen/{own.pk}/",
        f"/verwaltung/rollen/{own.pk}/beenden/",
        f"/verwaltung/mitglieder/{cast.adam.pk}/rolle/",
        f"/verwaltung/mitglieder/{cast.adam.pk}/konto/",
    ]
    assert [client.get(page).status_code for page in pages] == [404] * 4
    assert [client.post(page).status_code for page in pages] == [404] * 4


def _queries(client: Client, page: str, limit) -> int:
    with limit(15) as seen:
        assert client.get(page).status_code == 200
    return len(seen)
