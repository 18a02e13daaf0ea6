"""Counsellors at work: who they are, whom they counsel, and a session of theirs to send requests with."""

import datetime as dt
import random
import secrets
import string
import time
import uuid
from collections.abc import Iterable

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.db.models import Count, QuerySet
from django.utils import timezone

from benchmarks.pages import Desk, Measured, Person
from geleit.casework.models import CounsellingSession
from geleit.clients.models import Client
from geleit.organisations.models import Team
from geleit.people.choices import Role
from geleit.people.models import Account, Membership
from geleit.people.queries import valid_on

_PEOPLE_OF_A_CROWD_DESK = 30
_PEOPLE_OF_A_MEASURED_DESK = 400
_SPREAD = 400
_LONG_AGO = "2017-01-01"


def measured_counsellors() -> list[Measured]:
    """A counsellor of a team of middle size and one of the team with the most clients."""
    sizes = list(
        Client.objects.filter(team__in=_counselling().values("team"))
        .values_list("team_id")
        .annotate(size=Count("pk"))
        .order_by("size", "team_id")
    )
    chosen = [("typical team", sizes[len(sizes) // 2]), ("largest team", sizes[-1])]
    return [_measured(label, int(team), size) for label, (team, size) in chosen if team]


def _measured(label: str, team_id: int, size: int) -> Measured:
    busiest = (
        _counselling()
        .filter(team_id=team_id)
        .annotate(own=Count("account__client"))
        .order_by("-own", "pk")[0]
    )
    talks = CounsellingSession.objects.filter(team_id=team_id).count()
    people = _people_of(Client.objects.filter(team_id=team_id), _PEOPLE_OF_A_MEASURED_DESK)
    [session] = _sign_in([busiest.account]).values()
    return Measured(label, Desk(session, _csrf_secret(), people), size, talks)


def everybody_at_work(most: int = 1_200) -> list[Desk]:
    """Desks of counsellors of all teams, each with some of their own open cases."""
    members = list(_counselling().select_related("account").order_by("pk"))
    random.Random(0).shuffle(members)
    at_work = {member.account_id: member for member in members[:most]}
    sessions = _sign_in(member.account for member in at_work.values())
    desks = []
    for account, member in at_work.items():
        own = Client.objects.filter(team_id=member.team_id, counsellor_id=account)
        people = _people_of(
            own.filter(cases__ended_on=None, cases__isnull=False), _PEOPLE_OF_A_CROWD_DESK
        )
        if people:
            desks.append(Desk(sessions[account], _csrf_secret(), people))
    return desks


class SeesEverything:
    """Inside, there is a team lead of all teams at once; afterwards the account is gone without a trace.

    Nobody in the programme has this sight: it shows what search costs when sight does not narrow it.
    """

    def __enter__(self) -> Measured:
        self.account = Account(email=f"{secrets.token_hex(8)}@bench.invalid", name="Bench")
        self.account.set_unusable_password()
        self.account.save()
        teams = Team.objects.all()
        Membership.objects.bulk_create(
            Membership(
                account=self.account,
                team=team,
                organisation_id=team.organisation_id,
                role=Role.TEAM_LEAD,
                valid_from=_LONG_AGO,
            )
            for team in teams
        )
        [session] = _sign_in([self.account]).values()
        people = _people_of(Client.objects.filter(pk__in=_sample()), _SPREAD)
        desk = Desk(session, _csrf_secret(), people)
        return Measured(
            "all teams", desk, Client.objects.count(), CounsellingSession.objects.count()
        )

    def __exit__(self, *reason: object) -> None:
        self.account.delete()


def _sample() -> list[int]:
    """Ids of clients from the whole table."""
    return random.Random(0).sample(list(Client.objects.values_list("pk", flat=True)), _SPREAD)


def _counselling() -> QuerySet[Membership]:
    return Membership.objects.filter(valid_on(timezone.localdate()), role=Role.COUNSELLOR)


def _people_of(clients: QuerySet[Client], most: int) -> tuple[Person, ...]:
    """Some of the clients, the same ones in every run, in no order a cache would like."""
    rows = list(clients.order_by("pk").values_list("pk", "given_name", "family_name").distinct())
    random.Random(len(rows)).shuffle(rows)
    return tuple(Person(*row) for row in rows[:most])


def _csrf_secret() -> str:
    return "".join(secrets.choice(string.ascii_letters + string.digits) for _ in range(32))


def _sign_in(accounts: Iterable[Account]) -> dict[int, str]:
    """A session for each account, written into the database as signing in would leave it, with a second factor.

    Logging in through the form is throttled and costs a quarter of a second of hashing each, which is its purpose.
    """
    chosen = {account.pk: account for account in accounts}
    with_factor = set(
        Authenticator.objects.filter(user__in=chosen).values_list("user_id", flat=True)
    )
    Authenticator.objects.bulk_create(
        Authenticator(user=account, type=Authenticator.Type.TOTP, data={"secret": uuid.uuid4().hex})
        for pk, account in chosen.items()
        if pk not in with_factor
    )
    until = timezone.now() + dt.timedelta(seconds=settings.SESSION_COOKIE_AGE)
    store: SessionStore = SessionStore()
    keys, rows = {}, []
    for pk, account in chosen.items():
        keys[pk] = secrets.token_hex(16)
        content = {
            "_auth_user_id": str(pk),
            "_auth_user_backend": settings.AUTHENTICATION_BACKENDS[0],
            "_auth_user_hash": account.get_session_auth_hash(),
            "active_at": int(time.time()),
        }
        rows.append(
            Session(session_key=keys[pk], session_data=store.encode(content), expire_date=until)
        )
    Session.objects.bulk_create(rows, batch_size=500)
    return keys
