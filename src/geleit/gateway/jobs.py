"""Background work of this domain: taking over a list."""

from concurrent.futures import ThreadPoolExecutor

from django.db import connection
from procrastinate.contrib.django import app

from geleit.gateway import actions
from geleit.people.working_as import working_as


@app.task(name="gateway.take_over")
def take_over(account_id: int, import_id: int) -> None:
    """Take over a list as the person who sent it; the page sees the progress while nothing is written yet."""
    with ThreadPoolExecutor(1) as aside:

        def announce(done: int, total: int) -> None:
            aside.submit(_announce, account_id, import_id, done, total)

        try:
            with working_as(account_id) as viewer:
                actions.run_import(actor=viewer, import_id=import_id, progress=announce)
        except Exception:
            with working_as(account_id):
                actions.note_failure(import_id=import_id)
            raise


@app.task(name="gateway.forget_import")
def forget_import(account_id: int, import_id: int) -> None:
    """Delete a list two weeks after it was sent."""
    with working_as(account_id):
        actions.forget_import(import_id=import_id)


def _announce(account_id: int, import_id: int, done: int, total: int) -> None:
    """On a connection of its own: the one that writes the list has not committed yet."""
    try:
        with working_as(account_id):
            actions.note_progress(import_id=import_id, done=done, total=total)
    finally:
        connection.close()
