"""Cases, talks and notes."""

import datetime as dt
from typing import Any

from geleit.casework.models import Case, CounsellingSession, Note, Participation
from geleit.clients.models import Client
from geleit.people.models import Account


def case(client: Client, *, started_on: dt.date = dt.date(2026, 1, 15), **fields: Any) -> Case:
    fields.setdefault(
        "ends_on", started_on.replace(year=started_on.year + 3) - dt.timedelta(days=1)
    )
    return Case.objects.create(
        client=client,
        team=client.team,
        organisation=client.team.organisation,
        started_on=started_on,
        **fields,
    )


def session(
    counsellor: Account,
    *clients: Client,
    held_on: dt.date = dt.date(2026, 11, 20),
    note: str = "",
    **fields: Any,
) -> CounsellingSession:
    team = clients[0].team
    made = CounsellingSession.objects.create(
        team=team, organisation=team.organisation, counsellor=counsellor, held_on=held_on, **fields
    )
    Participation.objects.bulk_create(
        Participation(
            client=c, session=made, team=team, organisation=team.organisation, held_on=held_on
        )
        for c in clients
    )
    if note:
        Note.objects.create(session=made, team=team, text=note, written_by=counsellor)
    return made
