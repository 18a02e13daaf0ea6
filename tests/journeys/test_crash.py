"""A talk that was confirmed on screen is there, whatever dies at whatever moment."""

import re
import threading
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest
import requests
from django.utils import timezone

from tests.journeys.conftest import COUNSELLOR
from tests.journeys.product import Product

# Moments between two kills: at the first the recording has hardly begun again, at the last it is in full swing.
MOMENTS = (0.05, 0.4, 1.1)
VICTIMS = {"web": "cli serve", "worker": "cli worker", "database": "postgres"}
NOTES = "SELECT text FROM casework_note WHERE text LIKE 'Absturzprobe %%'"
PATIENCE = 30  # seconds


@dataclass
class Counsellor:
    """Records talks one after the other as a browser would, and remembers which were confirmed."""

    product: Product
    session: requests.Session = field(default_factory=requests.Session)
    confirmed: list[str] = field(default_factory=list)
    client: str = ""

    def sign_in(self) -> None:
        address, password = self.product.logins[COUNSELLOR]
        self.session.get(self._url("/konto/login/"), timeout=PATIENCE)
        answer = self._send("/konto/login/", {"login": address, "password": password})
        assert answer.status_code == 302, answer.text[:500]
        found = re.search(r'href="/personen/(\d+)/"', self._page("/personen/"))
        assert found, "the counsellor has no clients"
        self.client = found[1]

    def record(self) -> bool:
        """Record one talk with a mark in its note; whether the page confirmed it."""
        mark = f"Absturzprobe {uuid.uuid4().hex}"
        talk = {
            "people": f"c{self.client}",
            "held_on": timezone.localdate().isoformat(),
            "channel": "office",
            "is_counted": "on",
            "note": mark,
            "submission": str(uuid.uuid4()),
        }
        answer = self._send("/gespraeche/neu/", talk)
        is_confirmed = answer.status_code == 302 and answer.headers["Location"] == "/"
        if is_confirmed:
            self.confirmed.append(mark)
        return is_confirmed

    def shown(self) -> set[str]:
        """The marks that the client's page shows."""
        page = self._page(f"/personen/{self.client}/gespraeche/")
        return set(re.findall("Absturzprobe [0-9a-f]{32}", page))

    @contextmanager
    def recording(self) -> Iterator[None]:
        """Inside, one talk after the other is recorded, whether the product answers or not."""
        stop = threading.Event()
        thread = threading.Thread(target=self._keep_recording, args=(stop,))
        thread.start()
        try:
            yield
        finally:
            stop.set()
            thread.join()

    def wait_for_the_next_talk(self) -> None:
        """Return when one more talk has been confirmed: the product works again."""
        before, deadline = len(self.confirmed), time.monotonic() + PATIENCE
        while len(self.confirmed) == before:
            assert time.monotonic() < deadline, "no talk is confirmed any more"
            time.sleep(0.02)

    def _keep_recording(self, stop: threading.Event) -> None:
        while not stop.is_set():
            try:
                self.record()
            except requests.RequestException:
                time.sleep(0.05)

    def _send(self, path: str, form: dict[str, str]) -> requests.Response:
        token = {"csrfmiddlewaretoken": self.session.cookies.get("csrftoken", "")}
        url = self._url(path)
        return self.session.post(url, form | token, timeout=PATIENCE, allow_redirects=False)

    def _page(self, path: str) -> str:
        answer = self.session.get(self._url(path), timeout=PATIENCE)
        assert answer.status_code == 200, answer.text[:500]
        return answer.text

    def _url(self, path: str) -> str:
        return f"{self.product.url}{path}"


@pytest.fixture
def counsellor(product: Product) -> Counsellor:
    found = Counsellor(product)
    found.sign_in()
    return found


@pytest.mark.parametrize("victim", VICTIMS)
def test_confirmed_talks_survive_when_a_part_is_killed(counsellor, product, victim) -> None:
    with counsellor.recording():
        for moment in MOMENTS:
            counsellor.wait_for_the_next_talk()
            time.sleep(moment)
            product.kill(VICTIMS[victim])
        counsellor.wait_for_the_next_talk()
    product.wait_until_it_serves()

    written = {text for (text,) in product.rows(NOTES)}
    assert set(counsellor.confirmed) - written == set()


def test_confirmed_talks_survive_when_everything_is_killed_at_once(counsellor, product) -> None:
    with counsellor.recording():
        counsellor.wait_for_the_next_talk()
        product.kill_everything()
    product.see_to_it_that_it_runs()

    written = {text for (text,) in product.rows(NOTES)}
    assert set(counsellor.confirmed) - written == set()
    assert counsellor.record()
    assert counsellor.confirmed[-1] in counsellor.shown()
