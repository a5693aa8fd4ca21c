"""Files that are whole or not there: written beside their place, then moved into it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from briefkit.errors import UsageError


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn the operating system's refusal to write at `path` into a UsageError."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise UsageError(
            f"cannot write {path}: {error.strerror or error}",
            "choose another place with -o, or make room or set permissions there",
        ) from error


def write_whole(path: Path, text: str) -> None:
    """Write a file so that no reader ever sees a part of it. Raises UsageError where it cannot."""
    temporary = path.with_name(f".{path.name}.tmp")
    with explained(path):
        if path.exists() and not path.is_file():
            # A device or a named pipe, such as /dev/stdout, is written to and not replaced.
            path.write_text(text, encoding="utf-8", newline="")
            return
        try:
            temporary.write_text(text, encoding="utf-8", newline="")
            temporary.replace(path)
        except BaseException:
            with suppress(OSError):
                temporary.unlink()
            raise


def make_folder(path: Path) -> None:
    """Make `path` a folder that can be written to. Raises UsageError where it cannot be."""
    with explained(path):
        path.mkdir(parents=True, exist_ok=True)
        if not os.access(path, os.W_OK | os.X_OK):
            raise PermissionError(13, "Permission denied", str(path))
