"""The file that -o names: what may stand there, and in which form."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from briefkit.cli.guard import remark
from briefkit.cli.output import STDOUT, write_data
from briefkit.errors import UsageError

T = TypeVar("T")


def check_target(out: Path | None, *sources: str) -> None:
    """Raise UsageError where the output cannot be written, or would be written over its input."""
    from briefkit.batch.files import explained
    from briefkit.storage import is_same_file

    if out is None or str(out) == STDOUT:
        return
    for source in sources:
        if is_same_file(str(out), source):
            what = "standard input" if source == "-" else source
            raise UsageError(f"-o {out} would be written over {what}", "give another file with -o")
    with explained(out):
        if out.is_dir():
            raise IsADirectoryError(21, "it is a folder", str(out))
        if not out.parent.is_dir():
            raise FileNotFoundError(2, f"there is no folder {out.parent}", str(out))


def write_out(text: str, out: Path | None) -> None:
    """Write text to a file, whole or not at all; without one, to standard output."""
    if out is None or str(out) == STDOUT:
        write_data(text)
        return
    from briefkit.batch.files import write_whole

    write_whole(out, text)
    remark(f"written to {out}")


def by_ending(out: Path | None, endings: Mapping[str, T], default: T) -> T:
    """The form that a file's ending asks for, else `default`.

    Raises UsageError for an ending that is none of these.
    """
    if out is None or not out.suffix or out.parent == Path("/dev"):
        return default
    if out.suffix.lower() not in endings:
        *others, last = endings
        raise UsageError(
            f"-o {out}: nothing is written here as {out.suffix}",
            f"use {', '.join(others)} or {last}; --format FORMAT writes that to any file",
        )
    return endings[out.suffix.lower()]
