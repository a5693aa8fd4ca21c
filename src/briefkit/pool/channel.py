"""A line to a worker process that never makes the sender wait.

The pipes of `multiprocessing` block the sender until the other side reads. A worker reads nothing
while it computes, so the next batch could not lie ready for it, and a worker that hangs would hang
the one that watches over it.
"""

from __future__ import annotations

import pickle
import socket
import struct
from contextlib import suppress
from typing import Any, ClassVar

_LENGTH = struct.Struct("!Q")
_CHUNK = 1 << 20


class Channel:
    """The parent's end: objects go out as far as they are taken, and come in as they come."""

    _open: ClassVar[set[Channel]] = set()

    def __init__(self, end: socket.socket) -> None:
        end.setblocking(False)
        self._end = end
        self._open.add(self)
        self._out = bytearray()
        self._in = bytearray()
        self.closed = False  # by the other side

    @classmethod
    def open_ends(cls) -> list[int]:
        """The numbers of all ends of this process."""
        return [channel.fileno() for channel in cls._open]

    def fileno(self) -> int:
        return self._end.fileno()

    @property
    def is_sending(self) -> bool:
        """Whether something waits until the other side reads on."""
        return bool(self._out) and not self.closed

    def send(self, thing: object) -> None:
        """Send an object: now as far as it goes, the rest by `flush`."""
        data = pickle.dumps(thing, pickle.HIGHEST_PROTOCOL)
        self._out += _LENGTH.pack(len(data)) + data
        self.flush()

    def flush(self) -> None:
        """Send on what waits."""
        try:
            while self._out:
                with memoryview(self._out)[:_CHUNK] as part:
                    sent = self._end.send(part)
                del self._out[:sent]
        except BlockingIOError:
            return
        except OSError:
            self._out.clear()  # a dead process: `receive` finds out

    def receive(self) -> list[bytes]:
        """The pickled objects that have come in whole; sets `closed` at their end."""
        try:
            while data := self._end.recv(_CHUNK):
                self._in += data
            self.closed = True
        except BlockingIOError:
            pass
        except OSError:
            self.closed = True
        found = []
        while len(self._in) >= _LENGTH.size:
            (length,) = _LENGTH.unpack_from(self._in)
            end = _LENGTH.size + length
            if len(self._in) < end:
                break
            found.append(bytes(self._in[_LENGTH.size : end]))
            del self._in[:end]
        return found

    def close(self) -> None:
        self._open.discard(self)
        with suppress(OSError):
            self._end.close()


class WorkerEnd:
    """The worker's end, which waits."""

    def __init__(self, end: socket.socket) -> None:
        end.setblocking(True)
        self._stream = end.makefile("rwb")

    def receive(self) -> Any:
        """The next object. Raises EOFError when the parent is gone."""
        (length,) = _LENGTH.unpack(self._exactly(_LENGTH.size))
        return pickle.loads(self._exactly(length))

    def send(self, data: bytes) -> None:
        """Send a pickled object."""
        self._stream.write(_LENGTH.pack(len(data)) + data)
        self._stream.flush()

    def _exactly(self, size: int) -> bytes:
        data = self._stream.read(size)
        if len(data) < size:
            raise EOFError
        return data
