"""Files that are whole or not there, and what to say where they cannot be written."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path

from briefkit import storage
from briefkit.atomic import WholeFile, is_pipe
from briefkit.errors import UsageError


@contextmanager
def refused(what: str, cure: str, *passed: type[OSError]) -> Iterator[None]:
    """Turn the operating system's refusal, but for those to be `passed` on, into a UsageError."""
    try:
        yield
    except passed:
        raise
    except OSError as error:
        raise UsageError(f"cannot {what}: {error.strerror or error}", cure) from error


def explained(path: Path | str, option: str = "-o") -> AbstractContextManager[None]:
    """Turn the operating system's refusal to write at `path`, of `option`, into a UsageError."""
    cure = f"choose another place with {option}, or make room or set permissions there"
    return refused(f"write {path}", cure, BrokenPipeError)


class OutFile:
    """A file in the making, which takes its place with `move`. Raises UsageError as `explained`."""

    def __init__(self, path: Path, option: str = "-o") -> None:
        self._explained = partial(explained, path, option)
        with self._explained():
            self._file = WholeFile(path)
        self.remove = self._file.remove

    def write(self, data: bytes) -> None:
        with self._explained():
            self._file.write(data)

    def close(self) -> None:
        with self._explained():
            self._file.close()

    def move(self) -> None:
        with self._explained():
            self._file.move()


def write_whole(path: Path | str, text: str) -> None:
    """Write a file so that no reader ever sees a part of it. Raises UsageError where it cannot."""
    with explained(path):
        storage.write_whole(str(path), text)


def refuse_pipe(path: Path | str) -> None:
    """Raise UsageError for a pipe that nobody named: it may be waited for without end."""
    with explained(path):
        if is_pipe(Path(path)):
            raise FileExistsError(errno.EEXIST, "a pipe or a device is there")


def make_folder(path: Path | str) -> None:
    """Make `path` a folder that can be written to. Raises UsageError where it cannot be."""
    with explained(path):
        storage.make_folder(str(path))
