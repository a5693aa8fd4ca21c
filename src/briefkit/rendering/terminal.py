"""Terminals: what may be sent to one, and how wide it is."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import StringIO
from typing import IO

from rich.console import Console

# Controls of the terminal (C0, DEL, C1), marks that turn the direction of the text around, line
# separators, and characters that take no room but hide others.
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)


def safe(text: str) -> str:
    """`text` on one line, with every character that commands a terminal shown as its code."""
    return _UNSAFE.sub(_shown, text)


def _shown(found: re.Match[str]) -> str:
    char = found.group()
    if char in "\n\t\r\u2028\u2029":
        return " "
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def cut(text: str, length: int) -> str:
    """`text`, safe to show, and cut between words where it is longer than `length`."""
    line = safe(text)
    if len(line) <= length:
        return line
    kept = line[:length]
    words = kept.rpartition(" ")[0]
    # Where a word fills most of the room, it is cut itself.
    return (words if len(words) > length // 2 else kept).rstrip(" ,;:.…–—-") + "…"


def make_console(
    stream: IO[str], *, width: int | None = None, color: bool | None = None, plain: bool = False
) -> Console:
    """A console that takes nothing in the text for markup, emoji codes or things to highlight.

    `color` tells whether the stream is a terminal that shows colours, where it does not tell
    itself; `plain` leaves out colours on one that does.
    """
    return Console(
        file=stream,
        width=width,
        force_terminal=color,
        no_color=True if plain else None,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
    )


def plain_text(printer: Callable[[Console], None], width: int = 80) -> str:
    """What a printer prints, without colour."""
    stream = StringIO()
    printer(make_console(stream, width=width, color=False))
    return "".join(line.rstrip() + "\n" for line in stream.getvalue().splitlines())
