"""Files on this machine or, by URL, on storage that fsspec reaches (`s3://`, `gs://`, `sftp://`).

Every function takes a path as a user gives it and raises OSError where the storage refuses, so
that callers have one kind of failure to explain. fsspec is needed for URLs alone.
"""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, BinaryIO, cast

from briefkit.atomic import WholeFile, secret_name
from briefkit.errors import UnreadableError, UsageError, install_hint

# Two letters at least: "C://" is a drive.
_URL = re.compile(r"([a-z][a-z0-9+.-]+)://", re.IGNORECASE)
# An object appears there when it is whole; elsewhere a file is written aside and moved.
_WHOLE_AT_ONCE = {"s3", "s3a", "gs", "gcs", "abfs", "abfss", "az", "memory"}


def is_url(path: str) -> bool:
    """Whether `path` names storage behind a URL; `file://` is this machine's."""
    return _URL.match(path) is not None


def open_binary(path: str) -> BinaryIO:
    """The bytes of a file."""
    if not is_url(path):
        return Path(path).open("rb")
    return cast("BinaryIO", _remotely(path, lambda system, inner: system.open(inner, "rb")))


def read_bytes(path: str, limit: int) -> bytes:
    """The whole of a file, or its first `limit` + 1 bytes where it is longer."""
    with open_binary(path) as stream, _as_os_error():
        return stream.read(limit + 1)


def is_folder(path: str) -> bool:
    """Whether there is a folder; storage without folders has one where a name goes on below it."""
    if not is_url(path):
        return _asks(Path(path).is_dir)
    return bool(_remotely(path, lambda system, inner: system.isdir(inner)))


def exists(path: str) -> bool:
    """Whether there is something under this name."""
    if not is_url(path):
        return _asks(Path(path).exists)
    return bool(_remotely(path, lambda system, inner: system.exists(inner)))


def is_file(path: str) -> bool:
    """Whether there is a file, and no pipe, on this machine."""
    return not is_url(path) and _asks(Path(path).is_file)


def _asks(question: Callable[[], bool]) -> bool:
    """The answer; no where the name is too long for a file, or the folder closed."""
    try:
        return question()
    except OSError:
        return False


def files_below(folder_url: str) -> Iterator[tuple[str, str]]:
    """URL and path below the folder of every file of a remote folder, sorted by folder and name."""
    system, inner = _system(folder_url)
    with _as_os_error():
        found = cast("list[str]", system.find(inner))
    below = [path.removeprefix(inner).lstrip("/") for path in found]
    for path, name in sorted(zip(found, below, strict=True), key=lambda pair: pair[1].split("/")):
        yield str(system.unstrip_protocol(path)), name


def matching(pattern_url: str) -> list[str]:
    """The URLs that a remote glob matches, sorted."""
    system, inner = _system(pattern_url)
    with _as_os_error():
        return sorted(str(system.unstrip_protocol(path)) for path in system.glob(inner))


Identity = tuple[int, int]


def identity(path: str) -> Identity | None:
    """What tells a file of this machine from others, whatever its name and through links.

    "-" is standard input. None for what is no regular file, not there or behind a URL.
    """
    if is_url(path):
        return None
    try:
        status = os.fstat(sys.stdin.fileno()) if path == "-" else os.stat(path)  # noqa: PTH116
    except (OSError, ValueError, AttributeError):
        return None
    return (status.st_dev, status.st_ino) if stat.S_ISREG(status.st_mode) else None


def is_same_file(one: str, other: str) -> bool:
    """Whether two names are of one file."""
    file = identity(one)
    return file is not None and file == identity(other)


def write_whole(path: str, text: str) -> None:
    """Write a file so that no reader ever sees a part of it."""
    if is_url(path):
        _write(path, lambda system, inner: system.pipe_file(inner, text.encode()))
        return
    with WholeFile(Path(path)) as file:
        file.write(text.encode())


def make_folder(path: str) -> None:
    """Make `path` a folder that can be written to."""
    if is_url(path):
        _remotely(path, lambda system, inner: system.makedirs(inner, exist_ok=True))
        return
    try:
        Path(path).mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise NotADirectoryError(20, "it is not a folder", path) from error
    if not os.access(path, os.W_OK | os.X_OK):
        raise PermissionError(13, "Permission denied", path)


def upload(local: Path, url: str) -> None:
    """Copy a finished local file to a URL."""
    _write(url, lambda system, inner: system.put_file(str(local), inner))


def download(url: str, local: Path) -> None:
    """Copy a remote file to this machine."""
    _remotely(url, lambda system, inner: system.get_file(inner, str(local)))


def join(folder: str, name: str) -> str:
    """The path of a name below a folder or a URL."""
    return f"{folder.rstrip('/')}/{name}" if is_url(folder) else str(Path(folder, name))


def parent(path: str) -> str:
    """The folder of a path or URL."""
    return path.rpartition("/")[0] if is_url(path) else str(Path(path).parent)


def standard_input() -> BinaryIO:
    """Raises UnreadableError where it is closed, as a daemon's is."""
    if sys.stdin is None:
        raise UnreadableError("standard input is closed", "give the name of a file")
    return sys.stdin.buffer


def _remotely(url: str, call: Callable[[Any, str], object]) -> object:
    """What a call of the URL's file system gives."""
    system, inner = _system(url)
    with _as_os_error():
        return call(system, inner)


def _write(url: str, write: Callable[[Any, str], object]) -> None:
    """`write` to the URL's place: at once where that is whole, else beside it and moved."""
    system, inner = _system(url)
    folder = inner.rpartition("/")[0]
    with _as_os_error():
        if (found := _URL.match(url)) and found[1].lower() in _WHOLE_AT_ONCE:
            write(system, inner)
            return
        aside = f"{folder}/{secret_name()}"
        try:
            write(system, aside)
            system.mv(aside, inner)
        except BaseException:
            with suppress(Exception):
                system.rm(aside)
            raise


def _system(url: str) -> tuple[Any, str]:
    """fsspec's file system of a URL, and the path in it. Raises UsageError where there is none."""
    if url.lower().startswith(("http://", "https://")):
        raise UsageError(
            f"{url}: briefkit fetches nothing from the web", "save the page and give its file"
        )
    try:
        from fsspec.core import url_to_fs

        with _as_os_error():
            system, inner = url_to_fs(url)
    except ImportError as error:
        raise UsageError(
            f"{url}: {error}",
            f"URLs need fsspec, and the package of their storage: {install_hint('cluster')}",
        ) from error
    except ValueError as error:
        raise UsageError(
            f"{url}: {error}", "examples: s3://bucket/folder, gs://, sftp://"
        ) from error
    return system, str(inner)


@contextmanager
def _as_os_error() -> Iterator[None]:
    """Storage packages have exceptions of their own; here they all become OSError."""
    try:
        yield
    except (OSError, ImportError, ValueError):
        raise
    except Exception as error:
        raise OSError(f"{type(error).__name__}: {error}") from error
