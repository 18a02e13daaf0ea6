"""Many counsellors at once: a fixed mix of work, and the highest rate that is still served in time."""

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import Any, Self

from benchmarks.browser import Cookies
from benchmarks.pages import Desk

LIMIT_MS = 250.0
_MOST_FAILED = 0.001
_LEAST_SERVED = 0.97
_LOWEST_RATE = 10


class Crowd:
    """The load generator in its own process. It ends when this context does."""

    def __init__(self, port: int, cookies: Cookies, desks: Sequence[Desk]) -> None:
        self._start = {
            "port": port,
            "cookies": asdict(cookies),
            "desks": [desk.written() for desk in desks],
        }

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.crowd"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._ask(self._start)
        return self

    def __exit__(self, *reason: object) -> None:
        if self._process.stdin:
            self._process.stdin.close()
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    @property
    def processes(self) -> list[int]:
        return [self._process.pid]

    def work(self, rate: float, settle: float, seconds: float) -> dict[str, Any]:
        """Figures of so many seconds at this rate."""
        figures: dict[str, Any] = json.loads(
            self._ask({"rate": rate, "settle": settle, "seconds": seconds})
        )
        return figures

    def _ask(self, message: dict[str, Any]) -> str:
        to, answers = self._process.stdin, self._process.stdout
        if to is None or answers is None:
            raise RuntimeError("The load generator was started without pipes.")
        to.write(json.dumps(message) + "\n")
        to.flush()
        answer = answers.readline()
        if not answer:
            raise RuntimeError(f"The load generator ended with code {self._process.wait()}.")
        return answer


def holds(figures: dict[str, Any]) -> bool:
    """Whether this rate was served: p95 in time, hardly an error, nothing left lying."""
    number = max(1, figures["all"]["number"])
    failed = sum(figures["failures"].values())
    return (
        figures["all"]["p95"] <= LIMIT_MS
        and failed <= _MOST_FAILED * number
        and figures["served_per_second"] >= _LEAST_SERVED * figures["sent_per_second"]
    )


def ramp(
    work: Callable[[float], dict[str, Any]], first: int, step: int, last: int
) -> list[dict[str, Any]]:
    """Raise the rate until it is not served any more, then try the one half a step below; all steps by rate.

    A rate that is not served gets a second chance, since a machine has hiccups. If even the first rate is
    not served, halve it until one is.
    """

    def tried(rate: float) -> dict[str, Any]:
        figures = work(rate)
        return figures if holds(figures) else work(rate)

    steps = [tried(first)]
    if holds(steps[0]):
        while holds(steps[-1]) and steps[-1]["rate"] + step <= last:
            steps.append(tried(steps[-1]["rate"] + step))
        if not holds(steps[-1]):
            steps.append(tried(steps[-1]["rate"] - step // 2))
    else:
        while not holds(steps[-1]) and steps[-1]["rate"] > _LOWEST_RATE:
            steps.append(tried(steps[-1]["rate"] // 2))
    return sorted(steps, key=lambda figures: figures["rate"])


def highest(steps: Sequence[dict[str, Any]]) -> float:
    """The highest rate that was served; 0 if none was."""
    return max((figures["rate"] for figures in steps if holds(figures)), default=0.0)
