"""Data on standard output, in UTF-8 whatever the locale; the summary fitted to the terminal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from briefkit.errors import UsageError
from briefkit.rendering import Format, render

if TYPE_CHECKING:
    from pathlib import Path

    from briefkit.schema import Brief


def write_data(text: str) -> None:
    """Write text to standard output as UTF-8 with plain line ends."""
    if sys.stdout is None:
        raise UsageError("standard output is closed", "use -o FILE")
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode())
    sys.stdout.buffer.flush()


def check_target(out: Path, source: str) -> None:
    """Raise UsageError where the output cannot be written, or would be written over its input."""
    from briefkit.batch.files import explained
    from briefkit.storage import is_same_file

    if is_same_file(str(out), source):
        what = "standard input" if source == "-" else source
        raise UsageError(f"-o {out} would be written over {what}", "give another file with -o")
    with explained(out):
        if out.is_dir():
            raise IsADirectoryError(21, "it is a folder", str(out))
        if not out.parent.is_dir():
            raise FileNotFoundError(2, f"there is no folder {out.parent}", str(out))


def write_brief(brief: Brief, format: Format, *, by_speaker: bool = False) -> None:
    """Write a brief to standard output."""
    if format is not Format.SUMMARY:
        write_data(render(brief, format))
        return
    from briefkit.rendering.summary import print_summary
    from briefkit.rendering.terminal import make_console, plain_text

    if sys.stdout and sys.stdout.isatty():
        print_summary(brief, make_console(sys.stdout), by_speaker=by_speaker)
    else:
        write_data(plain_text(lambda console: print_summary(brief, console, by_speaker=by_speaker)))
