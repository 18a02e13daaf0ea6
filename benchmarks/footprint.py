"""Memory and processor time of the processes that take part."""

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from time import monotonic

import psutil


def megabytes(processes: Iterable[int]) -> float:
    """Memory of these processes together; what they share (PostgreSQL's buffers, forked code) is counted once."""
    total = 0
    for number in processes:
        try:
            memory = psutil.Process(number).memory_full_info()
        except psutil.Error:
            continue  # ended meanwhile
        total += getattr(memory, "pss", 0) or memory.uss
    return round(total / 1e6, 1)


def largest_resident(processes: Iterable[int]) -> float:
    """Resident memory of the largest of these processes, shared parts included, in MB."""
    sizes = [0.0]
    for number in processes:
        try:
            sizes.append(psutil.Process(number).memory_info().rss / 1e6)
        except psutil.Error:
            continue
    return round(max(sizes), 1)


def processor_seconds(processes: Iterable[int]) -> float:
    """User and system time these processes and their ended children have used so far.

    PostgreSQL has a process for each connection; those that ended count with the one that started them.
    """
    total = 0.0
    for number in processes:
        try:
            times = psutil.Process(number).cpu_times()
        except psutil.Error:
            continue
        total += times.user + times.system + times.children_user + times.children_system
    return total


@dataclass
class Shares:
    """How much of the whole machine each group of processes used between `begin` and `end`, in per cent."""

    groups: dict[str, Callable[[], list[int]]]

    def begin(self) -> None:
        self._began = monotonic()
        self._before = {name: processor_seconds(find()) for name, find in self.groups.items()}

    def end(self) -> dict[str, float]:
        whole = (monotonic() - self._began) * (os.cpu_count() or 1)
        return {
            name: round(100 * (processor_seconds(find()) - self._before[name]) / whole, 1)
            for name, find in self.groups.items()
        }
