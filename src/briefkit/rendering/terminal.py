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


def make_console(
    stream: IO[str], *, width: int | None = None, color: bool = False, plain: bool = False
) -> Console:
    """A console that takes nothing in the text for markup, emoji codes or things to highlight.

    `color` has it colour what is no terminal, `plain` leave out colours on one that is.
    """
    return Console(
        file=stream,
        width=width,
        force_terminal=True if color else None,
        no_color=True if plain else None,
        markup=False,
        emoji=False,
        highlight=False,
    )


def plain_text(printer: Callable[[Console], None], width: int = 80) -> str:
    """What a printer prints, without colour."""
    stream = StringIO()
    printer(
        Console(
            file=stream,
            width=width,
            color_system=None,
            force_terminal=False,
            markup=False,
            emoji=False,
            highlight=False,
            legacy_windows=False,
        )
    )
    return "".join(line.rstrip() + "\n" for line in stream.getvalue().splitlines())
