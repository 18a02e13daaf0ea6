"""Adding, correcting and removing residence statuses."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied

from geleit.clients import actions, queries
from geleit.clients.actions import InvalidFacts
from geleit.clients.choices import ResidenceKind
from geleit.clients.models import Client, ResidenceStatus
from geleit.privacy.models import AuditEntry
from tests.conftest import as_owner
from tests.factories import clients

LAST_DAY = dt.date(2026, 12, 31)


@pytest.fixture
def olena(cast, miriam) -> Client:
    with as_owner():
        return clients.client(cast.north)


def test_added_status_holds_its_dates_and_leaves_one_audit_entry(miriam, olena) -> None:
    actions.add_status(
        actor=miriam, client=olena, kind=ResidenceKind.TEMPORARY, valid_until=LAST_DAY
    )

    assert ResidenceStatus.objects.get().valid_until == LAST_DAY
    assert list(AuditEntry.objects.values_list("action", "object_type", "changes")) == [
        (
            "clients.residence.added",
            "clients.client",
            {"kind": ["", "temporary_24"], "valid_until": [None, "2026-12-31"]},
        )
    ]


def test_corrected_status_keeps_what_was_before(miriam, olena) -> None:
    status = actions.add_status(
        actor=miriam, client=olena, kind=ResidenceKind.TEMPORARY, valid_until=LAST_DAY
    )

    later = dt.date(2027, 3, 4)
    actions.correct_status(
        actor=miriam, status=status, kind="temporary_24", valid_from=None, valid_until=later
    )

    entry = AuditEntry.objects.get(action="clients.residence.corrected")
    assert entry.changes == {"valid_until": ["2026-12-31", "2027-03-04"]}


def test_removed_status_is_gone_but_for_the_trail(miriam, olena) -> None:
    status = actions.add_status(actor=miriam, client=olena, kind=ResidenceKind.UNKNOWN)

    actions.remove_status(actor=miriam, status=status)

    assert ResidenceStatus.objects.count() == 0
    assert AuditEntry.objects.get(action="clients.residence.removed").changes == {
        "kind": ["", "unknown"]
    }


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"kind": "visa"}, "kind"),
        ({"kind": ""}, "kind"),
        ({"valid_from": dt.date(2026, 2, 2), "valid_until": dt.date(2026, 2, 1)}, "valid_until"),
        ({"valid_from": dt.date(202, 2, 2)}, "valid_from"),
        ({"valid_until": dt.date(9999, 12, 31)}, "valid_until"),
    ],
)
def test_what_cannot_be_is_refused(miriam, olena, facts, field) -> None:
    with pytest.raises(InvalidFacts) as refusal:
        actions.add_status(actor=miriam, client=olena, **({"kind": "unknown"} | facts))

    assert set(refusal.value.errors) == {field}
    assert ResidenceStatus.objects.count() == 0


def test_status_of_a_client_elsewhere_cannot_be_added(cast, miriam) -> None:
    with as_owner():
        foreign = clients.client(cast.south)

    with pytest.raises(PermissionDenied):
        actions.add_status(actor=miriam, client=foreign, kind=ResidenceKind.UNKNOWN)


def test_current_status_is_the_latest_that_has_begun(miriam, olena) -> None:
    for kind, first, last in [
        ("temporary_24", dt.date(2022, 4, 1), dt.date(2026, 12, 31)),
        ("permission_to_stay", None, dt.date(2021, 1, 1)),
        ("settlement_9_26", dt.date(2027, 1, 1), None),
    ]:
        with as_owner():
            ResidenceStatus.objects.create(
                client=olena,
                kind=kind,
                valid_from=first,
                valid_until=last,
                recorded_at=dt.datetime(2020, 5, 5, tzinfo=dt.UTC),
            )

    def current(day: dt.date) -> str:
        return queries.current_statuses(miriam, [olena.pk], day)[olena.pk].kind

    assert [current(dt.date(2026, 11, 25)), current(dt.date(2027, 1, 1))] == [
        "temporary_24",
        "settlement_9_26",
    ]
    assert [status.kind for status in queries.statuses_of(miriam, olena)] == [
        "settlement_9_26",
        "temporary_24",
        "permission_to_stay",
    ]
