"""Data on standard output, in UTF-8 whatever the locale; the summary fitted to the terminal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from briefkit.errors import UsageError
from briefkit.rendering import Format, render

if TYPE_CHECKING:
    from briefkit.schema import Brief


def write_data(text: str) -> None:
    """Write text to standard output as UTF-8 with plain line ends."""
    if sys.stdout is None:
        raise UsageError("standard output is closed", "use -o FILE")
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode())
    sys.stdout.buffer.flush()


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
