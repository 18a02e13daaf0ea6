"""A talk that was confirmed on screen is there, whatever dies at whatever moment."""

import os
import re
import signal
import tempfile
import threading
import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import requests
from django.utils import timezone

from tests.journeys.conftest import Product, free_port, start_product

ROUNDS = 2
COUNSELLOR = "Integrationsmanagement"


@pytest.fixture
def product() -> Iterator[Product]:
    """A product of its own, since it will be killed."""
    folder = Path(tempfile.mkdtemp(prefix="geleit-crash-"))
    running = start_product(folder / "data", free_port())
    yield running
    running.process.terminate()
    running.process.wait(timeout=30)


@dataclass
class Counsellor:
    """Records talks one after the other as a browser would, and remembers which were confirmed."""

    product: Product
    session: requests.Session = field(default_factory=requests.Session)
    confirmed: list[str] = field(default_factory=list)
    stop: threading.Event = field(default_factory=threading.Event)
    client: str = ""

    def sign_in(self) -> None:
        role = next(role for role in self.product.logins if role.startswith(COUNSELLOR))
        address, password = self.product.logins[role]
        page = f"{self.product.url}/konto/login/"
        self.session.get(page, timeout=10)
        form = {"login": address, "password": password, "csrfmiddlewaretoken": self._token()}
        answer = self.session.post(page, form, timeout=10, allow_redirects=False)
        assert answer.status_code == 302, answer.text[:500]
        people = self.session.get(f"{self.product.url}/personen/", timeout=10).text
        found = re.search(r'href="/personen/(\d+)/"', people)
        assert found, "the counsellor has no clients"
        self.client = f"c{found[1]}"

    def _token(self) -> str:
        return self.session.cookies.get("csrftoken", "")

    def record(self) -> str:
        """Record one talk with a mark in its note; returns the mark if the page confirmed it."""
        mark = f"Absturzprobe {uuid.uuid4().hex}"
        form = {
            "people": self.client,
            "held_on": timezone.localdate().isoformat(),
            "minutes_usual": "30",
            "channel": "office",
            "topics": "housing",
            "is_counted": "on",
            "note": mark,
            "submission": str(uuid.uuid4()),
            "csrfmiddlewaretoken": self._token(),
        }
        url = f"{self.product.url}/gespraeche/neu/"
        answer = self.session.post(url, form, timeout=5, allow_redirects=False)
        return mark if answer.status_code == 302 and answer.headers["Location"] == "/" else ""

    def keep_recording(self) -> None:
        while not self.stop.is_set():
            try:
                mark = self.record()
            except requests.RequestException:
                time.sleep(0.1)
                continue
            if mark:
                self.confirmed.append(mark)

    def notes_on_screen(self) -> str:
        """Everything the client's talks say, as the pages show it."""
        listed = self.session.get(
            f"{self.product.url}/personen/{self.client[1:]}/gespraeche/", timeout=30
        )
        return listed.text


def processes_below(parent: int) -> dict[int, str]:
    """Living descendants of a process with their command lines."""
    children: dict[int, list[int]] = {}
    commands: dict[int, str] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                stat = (entry / "stat").read_text()
                command = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode()
            except OSError:
                continue
            pid, above = int(entry.name), int(stat.rpartition(")")[2].split()[1])
            children.setdefault(above, []).append(pid)
            commands[pid] = command
    found, waiting = {}, [parent]
    while waiting:
        for child in children.get(waiting.pop(), []):
            found[child] = commands[child]
            waiting.append(child)
    return found


def kill(product: Product, what: str) -> None:
    victims = [pid for pid, command in processes_below(product.process.pid).items() if what in command]
    assert victims, f"no process of {what}"
    for pid in victims:
        os.kill(pid, signal.SIGKILL)


def wait_until_serving(counsellor: Counsellor) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            if requests.get(f"{counsellor.product.url}/gesund", timeout=2).status_code == 200:
                return
        except requests.RequestException:
            pass
        time.sleep(0.3)
    raise AssertionError("the product did not come back")


@pytest.mark.slow
def test_confirmed_talks_survive_kills_of_web_worker_and_database(product) -> None:
    counsellor = Counsellor(product)
    counsellor.sign_in()
    recording = threading.Thread(target=counsellor.keep_recording)
    recording.start()

    for _ in range(ROUNDS):
        for what in ("serve", "worker", "postgres"):
            before = len(counsellor.confirmed)
            time.sleep(1.3)
            kill(product, what)
            wait_until_serving(counsellor)
            deadline = time.monotonic() + 30
            while len(counsellor.confirmed) <= before and time.monotonic() < deadline:
                time.sleep(0.1)
    counsellor.stop.set()
    recording.join(timeout=30)

    assert len(counsellor.confirmed) > 3 * ROUNDS
    shown = counsellor.notes_on_screen()
    assert [mark for mark in counsellor.confirmed if mark not in shown] == []


@pytest.mark.slow
def test_killed_product_starts_again_and_still_has_the_talk(product) -> None:
    counsellor = Counsellor(product)
    counsellor.sign_in()
    mark = counsellor.record()
    assert mark

    for pid in [product.process.pid, *processes_below(product.process.pid)]:
        os.kill(pid, signal.SIGKILL)
    product.process.wait(timeout=10)
    again = start_product(product.data, int(product.url.rpartition(":")[2]))
    product.process = again.process

    assert mark in counsellor.notes_on_screen()
