"""Fixtures of the tests about people: acting viewers, accounts that can sign in, the queue."""

from collections.abc import Callable

import pytest
from allauth.account.models import EmailAddress
from django.core.cache import cache
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from geleit.people.models import Account
from geleit.people.queries import Viewer
from geleit.runtime import row_security
from tests.cast import Cast
from tests.conftest import as_owner

PASSWORD = "Mond-Hafen-Lampe-27"  # a sentence nobody has leaked yet


@pytest.fixture(autouse=True)
def _limits_start_anew(request: pytest.FixtureRequest) -> None:
    """Attempts to sign in are counted in the database; no test inherits those of another."""
    if "db" in request.fixturenames:
        cache.clear()


@pytest.fixture
def act_as(cast: Cast) -> Callable[[Account], Viewer]:
    """Enter somebody's sight and get them as viewer."""

    def enter(account: Account) -> Viewer:
        viewer = cast.viewer(account)
        row_security.enter(viewer.sight())
        return viewer

    return enter


@pytest.fixture
def adam(cast: Cast, act_as: Callable[[Account], Viewer]) -> Viewer:
    """The carrier's administrator, acting."""
    return act_as(cast.adam)


@pytest.fixture
def with_password() -> Callable[[Account], Account]:
    """Give an account the password of the tests and a proven address, as accepting does."""

    def give(account: Account) -> Account:
        with as_owner():
            account.set_password(PASSWORD)
            account.save()
            EmailAddress.objects.get_or_create(
                user=account, email=account.email, defaults={"verified": True, "primary": True}
            )
        return account

    return give


@pytest.fixture
def run_jobs(db: None) -> Callable[[], list[str]]:
    """Run what is queued, in order, as a worker would; returns the names of the jobs."""
    done: set[int] = set()

    def run() -> list[str]:
        names = []
        for job in (
            ProcrastinateJob.objects.filter(status="todo").exclude(pk__in=done).order_by("pk")
        ):
            app.tasks[job.task_name].func(**job.args)
            done.add(job.pk)
            names.append(job.task_name)
        return names

    return run
