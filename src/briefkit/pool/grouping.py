"""Items to batches of about one call of the model."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")
Answer = TypeVar("Answer")

# One call of the model takes this much: enough to keep its matrices full, little enough to keep
# memory low and to lose little when a worker dies.
BATCH_CHARS = 100_000
BATCH_ITEMS = 32


def grouped(items: Iterable[Item], chars: Callable[[Item], int]) -> Iterator[list[Item]]:
    """Items in groups of about one call of the model, whatever the number of workers.

    `chars` is the length of an item's text; items of no length (nothing is to do for them) ride
    along, up to a number that keeps memory low.
    """
    group: list[Item] = []
    total = work = 0
    for item in items:
        size = chars(item)
        if group and total + size > BATCH_CHARS:
            yield group
            group, total, work = [], 0, 0
        group.append(item)
        total += size
        work += size > 0
        if work >= BATCH_ITEMS or len(group) >= 10 * BATCH_ITEMS:
            yield group
            group, total, work = [], 0, 0
    if group:
        yield group


def answered(
    groups: Iterable[list[Item]], work: Callable[[Iterator[list[Item]]], Iterable[Answer]]
) -> Iterator[tuple[list[Item], Answer]]:
    """Each group with the answer to it of `work`, which may take some ahead."""
    sent: deque[list[Item]] = deque()

    def noted() -> Iterator[list[Item]]:
        for group in groups:
            sent.append(group)
            yield group

    for answer in work(noted()):
        yield sent.popleft(), answer
