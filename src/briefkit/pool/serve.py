"""A worker's life."""

from __future__ import annotations

import os
import pickle
import signal
import socket
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

from briefkit.pool.channel import WorkerEnd

# What a worker says first: time counts from there on.
READY = b""


def serve(
    end: socket.socket,
    function: Callable[[Any], list[Any]],
    prepare: Callable[[], object],
    inherited: Sequence[int],
) -> None:
    """Batches in, answers out, until the parent closes the line or is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides when to stop
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    for number in inherited:
        os.close(number)
    prepare()
    line = WorkerEnd(end)
    with suppress(EOFError, OSError):
        line.send(READY)
        while True:
            batch = line.receive()
            try:
                answer = function(batch)
            except MemoryError:
                os._exit(1)  # tried again one by one, in a process with its memory back
            except Exception as error:
                answer = [error] * len(batch)
            line.send(pickled(answer))


def pickled(answer: list[Any]) -> bytes:
    """The answer; exceptions that cannot travel become ones that can."""
    try:
        data = pickle.dumps(answer)
        pickle.loads(data)
    except Exception:
        plain = [
            RuntimeError(f"{type(item).__name__}: {item}") if isinstance(item, Exception) else item
            for item in answer
        ]
        return pickle.dumps(plain)
    return data
