"""Work in the background as somebody, and the queue it comes from."""

import pytest
from django.db import transaction
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.exceptions import TaskNotFound

from geleit.clients.models import Client
from geleit.people.models import Account
from geleit.people.working_as import working_as
from geleit.runtime.queue import enqueue
from tests.conftest import as_owner
from tests.factories import clients


def test_work_has_the_sight_of_the_person_it_is_done_as(cast) -> None:
    with as_owner():
        ours, theirs = clients.client(cast.north), clients.client(cast.south, "Tesfay", "Beispiel")

    with working_as(cast.miriam.pk) as viewer:
        seen_as_miriam = list(Client.objects.all())
    with working_as(cast.samir.pk):
        seen_as_samir = list(Client.objects.all())
    with working_as(cast.adam.pk):
        seen_as_adam = list(Client.objects.all())

    assert viewer.account_id == cast.miriam.pk
    assert (seen_as_miriam, seen_as_samir, seen_as_adam) == ([ours], [theirs], [])


def test_work_inside_another_transaction_is_refused(cast) -> None:
    with transaction.atomic(), pytest.raises(RuntimeError), working_as(cast.miriam.pk):
        pass


def test_nobody_works_as_a_closed_account(cast) -> None:
    with as_owner():
        cast.miriam.is_active = False
        cast.miriam.save()

    with pytest.raises(Account.DoesNotExist), working_as(cast.miriam.pk):
        pass


def test_what_is_rolled_back_queues_nothing(cast) -> None:
    with transaction.atomic():
        enqueue("people.mail_password_reset", account_id=cast.miriam.pk)
        transaction.set_rollback(True)

    assert ProcrastinateJob.objects.count() == 0


def test_unknown_job_is_an_error_when_it_is_queued(db) -> None:
    with pytest.raises(TaskNotFound):
        enqueue("people.brew_coffee", account_id=1)
