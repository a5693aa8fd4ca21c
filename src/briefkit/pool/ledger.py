"""Which items are with which worker, and which results are due next."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True)
class Job(Generic[Item]):
    """Some items of a batch, for one worker: all of them or, when that went wrong, one alone.

    `places` are their places in the batch of that number.
    """

    batch: int
    places: tuple[int, ...]
    items: list[Item]


class Ledger(Generic[Item, Result]):
    """Hands out the jobs of a stream of batches, and gives their results back in order.

    A job that fails as a whole is split into one job an item, so that what is wrong with one item
    costs that item alone. At most `ahead` batches are in memory: those that wait for the slowest.
    """

    def __init__(self, batches: Iterable[list[Item]], ahead: int) -> None:
        self._source = enumerate(batches)
        self._ahead = ahead
        self._again: deque[Job[Item]] = deque()
        # Of each batch its results, None in the place of one that is missing.
        self._open: dict[int, list[Result | Exception | None]] = {}
        self._following = 0
        self._exhausted = False

    @property
    def is_done(self) -> bool:
        """Whether every result was given back."""
        return self._exhausted and not self._open

    def next(self) -> Job[Item] | None:
        """The job to send out now, or None where there is none, or none before others end."""
        if self._again:
            return self._again.popleft()
        while not self._exhausted and len(self._open) < self._ahead:
            number, items = next(self._source, (-1, None))
            if items is None:
                self._exhausted = True
                break
            self._open[number] = [None] * len(items)
            if items:  # else its results are due already, all none of them
                return Job(number, tuple(range(len(items))), items)
        return None

    def answer(self, job: Job[Item], results: list[Result | Exception]) -> None:
        """The job is done."""
        for place, result in zip(job.places, results, strict=True):
            self._open[job.batch][place] = result

    def fail(self, job: Job[Item], error: Exception) -> None:
        """The job ended without results: its items are tried one by one, or one is given up."""
        if len(job.items) == 1:
            self.answer(job, [error])
            return
        singles = [
            Job(job.batch, (place,), [item])
            for place, item in zip(job.places, job.items, strict=True)
        ]
        self._again.extendleft(reversed(singles))

    def give_back(self, job: Job[Item]) -> None:
        """The job was not begun: it is handed out again."""
        self._again.appendleft(job)

    def finished(self) -> Iterator[list[Result | Exception]]:
        """The results of the batches that are whole, up to the first that is not."""
        while None not in self._open.get(self._following, (None,)):
            results = self._open.pop(self._following)
            self._following += 1
            yield [result for result in results if result is not None]
