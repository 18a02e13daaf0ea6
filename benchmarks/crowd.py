"""The load generator: 1,200 counsellors at work, as a process of its own.

    python -m benchmarks.crowd

First line on standard input: who is at work and where the server is. Each further line is an order
{"rate": requests a second, "settle": seconds, "seconds": seconds}; each is answered by one line of figures.
Requests come at random moments at the ordered rate, whatever the server does (an open system): a server that
falls behind gets a queue, as in real life. They come from the counsellors in turn.
"""

import json
import sys
from collections import Counter, defaultdict
from dataclasses import asdict
from random import Random
from typing import Any

import gevent
from gevent.event import Event
from gevent.queue import Queue
from locust import FastHttpUser, task
from locust.env import Environment

from benchmarks.browser import HOST, Cookies
from benchmarks.pages import Desk, Request, working_day
from benchmarks.samples import summary

_DRAIN_SECONDS = 30.0
_LONGEST_START = 20
_desks: list[Desk] = []
_cookies = Cookies("", "")


class Office:
    """Calls counsellors up one after the other and notes how they were served."""

    def __init__(self) -> None:
        self.turns: Queue[Event] = Queue()
        self.chance = Random(7)
        self.milliseconds: dict[str, list[float]] = defaultdict(list)
        self.failures: Counter[str] = Counter()
        self.called = self.served = 0
        self.is_noting = False

    def keep_pace(self, rate: float, seconds: float) -> None:
        """Let requests begin at this rate for so long."""
        due = _now()
        end = due + seconds
        while due < end:
            due += self.chance.expovariate(rate)
            gevent.sleep(max(0.0, due - _now()))
            self.called += 1
            self.turns.get().set()

    def note(self, page: str, milliseconds: float, failure: str) -> None:
        if not self.is_noting:
            return
        self.milliseconds[page].append(milliseconds)
        if failure:
            self.failures[f"{page}: {failure}"] += 1

    def carry_out(self, order: dict[str, float]) -> dict[str, Any]:
        """Settle, measure, wait until nothing is under way; the figures."""
        self.milliseconds.clear()
        self.failures.clear()
        self.keep_pace(order["rate"], order["settle"])
        self.is_noting = True
        began, called = _now(), self.called
        self.keep_pace(order["rate"], order["seconds"])
        passed = _now() - began
        waiting = self.called - self.served
        served = sum(map(len, self.milliseconds.values()))
        self._drain()
        self.is_noting = False
        return self._figures(
            order["rate"], (self.called - called) / passed, served / passed, waiting
        )

    def _drain(self) -> None:
        end = _now() + _DRAIN_SECONDS
        while self.called > self.served and _now() < end:
            gevent.sleep(0.05)

    def _figures(self, rate: float, sent: float, served: float, waiting: int) -> dict[str, Any]:
        everything = [each for page in self.milliseconds.values() for each in page]
        return {
            "rate": rate,
            "sent_per_second": round(sent, 1),
            "served_per_second": round(served, 1),
            "waiting_at_the_end": waiting,
            "failures": dict(self.failures),
            "all": asdict(summary(everything)),
            "pages": {
                page: asdict(summary(times)) for page, times in sorted(self.milliseconds.items())
            },
        }


office = Office()


class Counsellor(FastHttpUser):
    """Somebody at a desk who does the next thing of their day when it is their turn."""

    host = f"http://{HOST}"
    network_timeout = connection_timeout = 60.0

    def on_start(self) -> None:
        number = len(_desks)
        desk = _desks.pop()
        chance = Random(number)
        self.day = working_day(desk, chance)
        for _ in range(chance.randrange(_LONGEST_START)):
            next(self.day)  # nobody begins the measurement at the beginning of something
        self.headers = {"Cookie": _cookies.header(desk), "Accept-Language": "de"}

    @task
    def do_the_next_thing(self) -> None:
        request = next(self.day)
        turn = Event()
        office.turns.put(turn)
        turn.wait()
        try:
            self._ask(request)
        finally:
            office.served += 1

    def _ask(self, request: Request) -> None:
        headers = dict(self.headers)
        if request.form:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        with self.client.request(
            request.method,
            request.address,
            name=request.page,
            data=request.body,
            headers=headers,
            allow_redirects=False,
            catch_response=True,
        ) as response:
            if response.status_code == request.expected:
                response.success()
            else:
                response.failure(f"status {response.status_code}")


def _now() -> float:
    gevent.get_hub().loop.update_now()
    now: float = gevent.get_hub().loop.now()
    return now


def _note(name: str, response_time: float, exception: Exception | None, **_more: Any) -> None:
    office.note(name, response_time, str(exception) if exception else "")


def main() -> None:
    read = gevent.get_hub().threadpool
    start = json.loads(sys.stdin.readline())
    global _cookies
    _cookies = Cookies(**start["cookies"])
    _desks.extend(Desk.read(desk) for desk in start["desks"])
    Counsellor.host = f"http://{HOST}:{start['port']}"
    environment = Environment(user_classes=[Counsellor])
    environment.events.request.add_listener(_note)
    runner = environment.create_local_runner()
    people = len(_desks)
    runner.start(people, spawn_rate=100)
    while office.turns.qsize() < people:
        gevent.sleep(0.05)
    print("ready", flush=True)
    while order := read.apply(sys.stdin.readline):
        print(json.dumps(office.carry_out(json.loads(order))), flush=True)
    runner.quit()


if __name__ == "__main__":
    main()
