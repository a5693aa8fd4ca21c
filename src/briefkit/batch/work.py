"""What a batch has to do, in whatever process."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True)
class Work(Generic[Item, Result]):
    """What is done with each batch of items, in any process: its functions can be pickled.

    `prepare` runs once in a process, and `label` tells what must be the same on every machine.
    """

    function: Callable[[Sequence[Item]], Sequence[Result | Exception]]
    prepare: Callable[[], object]
    label: Callable[[], str]
