"""One counsellor, one request at a time: how long each page takes when nobody else is there, and what it costs."""

from collections import Counter as Tally
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from random import Random
from typing import Any

from benchmarks.browser import Answer, Browser
from benchmarks.pages import PAGES, Desk, Page, Request, recording
from benchmarks.results import RECORD_WHOLE
from benchmarks.samples import summary
from benchmarks.statements import Counter, Statement, between

_COUNTED_REQUESTS = 10
_WARM_UP = 10
_COSTED_REQUESTS = 20

# Seconds of processor time that web server and database have used so far.
Spent = Callable[[], tuple[float, float]]


@dataclass
class Seen:
    """What was seen of one page."""

    milliseconds: list[float] = field(default_factory=list)
    sizes: list[int] = field(default_factory=list)
    queries: list[int] = field(default_factory=list)
    database_milliseconds: list[float] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    processor_milliseconds: tuple[float, float] = (0.0, 0.0)
    unexpected: Tally[int] = field(default_factory=Tally)

    def figures(self) -> dict[str, Any]:
        """The numbers of a result. `queries` is the most any single request took."""
        asked = max(1, len(self.database_milliseconds))
        return asdict(summary(self.milliseconds)) | {
            "bytes": sorted(self.sizes)[len(self.sizes) // 2] if self.sizes else 0,
            "queries": max(self.queries, default=0),
            "database_ms": round(sum(self.database_milliseconds) / asked, 1),
            "web_processor_ms": round(self.processor_milliseconds[0], 1),
            "database_processor_ms": round(self.processor_milliseconds[1], 1),
            "unexpected": {str(status): number for status, number in self.unexpected.items()},
        }


@dataclass(frozen=True)
class Trial:
    """Who opens which pages with which browser, and where the queries and processor times are read."""

    desk: Desk
    browser: Browser
    counter: Counter
    spent: Spent
    pages: Sequence[Page] = PAGES

    @property
    def records(self) -> bool:
        """Talks are recorded only where all pages are measured."""
        return self.pages is PAGES

    def measure(self, number: int) -> dict[str, Seen]:
        """Every page so often, in turns, so that none finds the machine warmer than the others."""
        seen: dict[str, Seen] = defaultdict(Seen)
        for _ in self._rounds(Random(1), _WARM_UP):
            pass
        for answers in self._rounds(Random(2), number):
            for request, answer in answers:
                _note(seen[request.page], request, answer)
            if len(answers) == 2:
                whole = seen[RECORD_WHOLE]
                whole.milliseconds.append(sum(answer.milliseconds for _, answer in answers))
                whole.sizes.append(sum(answer.size for _, answer in answers))
        self._count(seen, Random(3))
        self._cost(seen, Random(4))
        return dict(seen)

    def _rounds(self, chance: Random, number: int) -> Iterator["Answers"]:
        for _ in range(number):
            for requests in self._requests(chance):
                yield [(request, self.browser.send(request)) for request in requests]

    def _requests(self, chance: Random) -> Iterator[Sequence[Request]]:
        for page in self.pages:
            yield [page(self.desk, chance)]
        if self.records:
            yield recording(self.desk, chance)

    def _count(self, seen: dict[str, Seen], chance: Random) -> None:
        """Ask a few more times, untimed, and read from the database what each single request made it do."""
        for _ in range(_COUNTED_REQUESTS):
            for requests in self._requests(chance):
                together: list[Statement] = []
                for request in requests:
                    before = self.counter.now()
                    self.browser.send(request)
                    ran = between(before, self.counter.now())
                    _add(seen[request.page], ran)
                    together += ran
                if len(requests) == 2:
                    _add(seen[RECORD_WHOLE], together)

    def _cost(self, seen: dict[str, Seen], chance: Random) -> None:
        """Ask again, the same page several times in a row, and read how much processor time that took.

        Unlike the time until the answer this hardly depends on what else the machine does.
        """
        for page in self.pages:
            self._cost_one(seen, [page(self.desk, chance) for _ in range(_COSTED_REQUESTS)])
        if self.records:
            pairs = [recording(self.desk, chance) for _ in range(_COSTED_REQUESTS)]
            costs = [self._cost_one(seen, requests) for requests in zip(*pairs, strict=True)]
            web, database = (sum(each) for each in zip(*costs, strict=True))
            seen[RECORD_WHOLE].processor_milliseconds = web, database

    def _cost_one(self, seen: dict[str, Seen], requests: Sequence[Request]) -> tuple[float, float]:
        before = self.spent()
        for request in requests:
            self.browser.send(request)
        web, database = (
            (late - early) * 1000 / len(requests)
            for early, late in zip(before, self.spent(), strict=True)
        )
        seen[requests[0].page].processor_milliseconds = web, database
        return web, database


Answers = list[tuple[Request, Answer]]


def _note(seen: Seen, request: Request, answer: Answer) -> None:
    seen.milliseconds.append(answer.milliseconds)
    seen.sizes.append(answer.size)
    if answer.status != request.expected:
        seen.unexpected[answer.status] += 1


def _add(seen: Seen, ran: list[Statement]) -> None:
    seen.queries.append(sum(statement.calls for statement in ran))
    seen.database_milliseconds.append(sum(statement.milliseconds for statement in ran))
    seen.statements += ran


def slowest_statements(seen: Seen, most: int = 30) -> list[Statement]:
    """The statements of a page that cost most, per request."""
    calls: Tally[str] = Tally()
    spent: dict[str, float] = defaultdict(float)
    for statement in seen.statements:
        calls[statement.text] += statement.calls
        spent[statement.text] += statement.milliseconds
    asked = max(1, len(seen.queries))
    found = [Statement(text, round(calls[text] / asked), spent[text] / asked) for text in calls]
    return sorted(found, key=lambda statement: -statement.milliseconds)[:most]
