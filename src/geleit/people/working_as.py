"""Doing work in the background as somebody, with exactly the sight that person has."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction
from django.utils import timezone

from geleit.people.models import Account
from geleit.people.queries import viewer_of
from geleit.people.viewer import Viewer
from geleit.runtime import row_security


@contextmanager
def working_as(account_id: int) -> Iterator[Viewer]:
    """Open a transaction that sees what the person may see today; a job does all its work inside.

    It refuses to run inside another transaction, because the sight would outlive the block. Raises
    Account.DoesNotExist for an account that is gone or closed: nobody works on behalf of it.
    """
    with transaction.atomic(durable=True):
        account = Account.objects.get(pk=account_id, is_active=True)
        viewer = viewer_of(account, timezone.localdate())
        row_security.enter(viewer.sight())
        yield viewer
