"""Handing work to the background.

A job is queued by its name, because `jobs` call `actions` and not the other way round. It is written in
the transaction of the change it belongs to: what is rolled back queues nothing, and what is committed
is not forgotten. Arguments are ids and codes: they lie readable in the queue's table.
"""

import datetime as dt

from procrastinate.contrib.django import app


def enqueue(name: str, *, after: dt.timedelta | None = None, **ids: int | str) -> None:
    """Let a worker run the job soon after commit, or only `after` a while. An unknown name is an error here."""
    when = {"schedule_in": {"seconds": int(after.total_seconds())}} if after else {}
    app.configure_task(name, allow_unknown=False, **when).defer(**ids)
