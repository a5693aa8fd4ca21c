"""How processor time grows with the length of what is read."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

_TRIES = 3


def seconds(work: Callable[[], object]) -> float:
    """The processor time that a call takes."""
    started = time.process_time()
    work()
    return time.process_time() - started


def power(work: Callable[[str], object], few: str, many: str, most: float) -> float:
    """The power of its length that a text takes time by; taken anew where it is over `most`.

    A timer on a busy machine errs; what does take too long does so again and again.
    """
    work(few)
    found = math.inf
    for _ in range(_TRIES):
        short, long = seconds(lambda: work(few)), seconds(lambda: work(many))
        found = math.log(long / short, len(many) / len(few))
        if found < most:
            break
    return found
