"""Inventing in several processes: the load is cut into pieces that depend on nothing but the setting."""

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass

from geleit.gateway.demo_data import tables
from geleit.gateway.demo_data.beside_talks import beside_talks
from geleit.gateway.demo_data.chance import dice
from geleit.gateway.demo_data.people import add_people
from geleit.gateway.demo_data.tables import Batch
from geleit.gateway.demo_data.talk_mix import Funding
from geleit.gateway.demo_data.talks import MonthPlan, talks_of_month
from geleit.gateway.demo_data.units import Setting
from geleit.runtime import processes

# Below, starting processes takes longer than the work.
_ALONE_BELOW = 10_000
_MOST_PROCESSES = 4
# Pieces made before they are needed: enough to keep everybody busy, few enough for the memory.
_AHEAD = 2


@dataclass(frozen=True)
class PeoplePlan:
    """The units from one place in the list up to another."""

    first: int
    last: int


Piece = PeoplePlan | MonthPlan
Packed = dict[str, bytes]


@dataclass(frozen=True)
class Inventor:
    """Makes pieces; the same piece is the same whoever makes it."""

    setting: Setting
    lines: list[Funding]

    def make(self, piece: Piece) -> Packed:
        """Rows for each table, ready for COPY."""
        batch = Batch(tables.BULK)
        if isinstance(piece, PeoplePlan):
            throw = dice(self.setting.seed, "people", piece.first)
            for unit in self.setting.units[piece.first : piece.last]:
                add_people(batch, throw, unit, self.setting.teams[unit.team])
        else:
            talks_of_month(self.setting, self.lines, piece, batch)
            beside_talks(self.setting, self.lines, piece, batch)
        return batch.packed()


def processes_for(people: int) -> int:
    """How many processes are worth while."""
    return 1 if people < _ALONE_BELOW else min(os.cpu_count() or 1, _MOST_PROCESSES)


def make_all(inventor: Inventor, pieces: list[Piece], workers: int) -> Iterator[Packed]:
    """The pieces in order; by one worker here, by several each in a process of its own."""
    if workers == 1:
        yield from map(inventor.make, pieces)
        return
    with ProcessPoolExecutor(
        workers, multiprocessing.get_context("spawn"), initializer=_begin, initargs=(inventor,)
    ) as pool:
        waiting: deque[Future[Packed]] = deque()
        try:
            for piece in pieces:
                waiting.append(pool.submit(_make, piece))
                if len(waiting) >= workers + _AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


_inventor: Inventor | None = None


def _begin(inventor: Inventor) -> None:
    """First thing in a new process: keep the setting, end with the parent and leave Ctrl-C to it."""
    global _inventor
    _inventor = inventor
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    processes.end_with_parent()


def _make(piece: Piece) -> Packed:
    if _inventor is None:
        raise RuntimeError("The process was started without a setting.")
    return _inventor.make(piece)
