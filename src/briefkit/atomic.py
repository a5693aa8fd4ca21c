"""Files that are whole or not there, and that nobody can put a link in the way of.

A file is written beside its place, under a name that cannot be guessed, and moved there when it is
whole. What is no file but a pipe or a device, such as /dev/stdout, is written to as it is.
"""

from __future__ import annotations

import errno
import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path
from typing import IO, cast

_NOFOLLOW = getattr(os, "O_NOFOLLOW", 0)
# Opened by its name it would be written from the start, and replaced it would be every program's.
_STANDARD = {"/dev/stdout": 1, "/dev/fd/1": 1, "/dev/stderr": 2, "/dev/fd/2": 2}
_ONLY = getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


def secret_name() -> str:
    """A hidden name for a file in the making, of the same length whatever it is to be."""
    return f".briefkit-{secrets.token_hex(8)}.tmp"


class WholeFile:
    """A file in the making; `move` puts it in its place, and without that nothing is there.

    A file that is replaced hands on its permissions. Raises OSError as the system does.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._aside: Path | None = None
        if (number := _STANDARD.get(str(path))) is not None:
            self._stream = cast("IO[bytes]", os.fdopen(os.dup(number), "wb"))
        elif is_pipe(path):
            self._stream = path.open("wb")
        else:
            self._aside = path.with_name(secret_name())
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NOFOLLOW | _ONLY
            self._stream = cast("IO[bytes]", os.fdopen(os.open(self._aside, flags, 0o666), "wb"))
            keep_mode(path, self._aside)

    def write(self, data: bytes) -> None:
        self._stream.write(data)

    def sync(self) -> None:
        """Have it on the disk before it is moved, so that no loss of power can undo it."""
        self._stream.flush()
        os.fsync(self._stream.fileno())

    def close(self) -> None:
        """Write out what waits; an error of the disk is told here and not by `move`."""
        self._stream.close()

    def move(self) -> None:
        """Let the file appear in its place."""
        self.close()
        if self._aside:
            self._aside.replace(self.path)
            self._aside = None

    def remove(self) -> None:
        """Leave nothing behind, if it was not moved."""
        with suppress(OSError):
            self._stream.close()
        if self._aside:
            with suppress(OSError):
                self._aside.unlink()

    def __enter__(self) -> WholeFile:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        try:
            if kind is None:
                self.move()
        finally:
            self.remove()


def is_pipe(path: Path) -> bool:
    """Whether something is there that is neither a file nor a folder, or a link to such."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def keep_mode(old: Path, new: Path) -> None:
    """Give a new file the permissions of the one that it replaces, if there is one."""
    with suppress(OSError):  # there is none, or the file system has no permissions
        new.chmod(stat.S_IMODE(old.stat().st_mode))


def open_to_add(path: Path) -> IO[bytes]:
    """A file of a known name to read and write on at its end, if it is one and no link to one."""
    flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | _NOFOLLOW | _ONLY
    try:
        number = os.open(path, flags | getattr(os, "O_NONBLOCK", 0), 0o666)
    except OSError as error:
        if path.is_symlink():
            raise OSError(errno.ELOOP, f"{path} is a link", str(path)) from error
        raise
    if not stat.S_ISREG(os.fstat(number).st_mode):
        os.close(number)
        raise OSError(errno.EEXIST, f"{path} is there, and no file", str(path))
    return cast("IO[bytes]", os.fdopen(number, "a+b"))
