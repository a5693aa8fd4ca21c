"""Plain text to blocks."""

from __future__ import annotations

import re

from briefkit.layout.blocks import Block

_LINE = re.compile(r"[^\n]*\S[^\n]*")


def analyse(text: str, title: str | None = None) -> tuple[Block, ...]:
    """The blocks of a plain text, in text order and without overlap.

    `title` is the headline where metadata tells it; a first line that repeats it is the headline.
    """
    blocks: list[Block] = []
    for found in _LINE.finditer(text):
        line = found.group()
        start = found.start() + len(line) - len(line.lstrip())
        end = found.end() - (len(line) - len(line.rstrip()))
        if not blocks and title and text[start:end] == title.strip():
            blocks.append(Block(start, end, "headline"))
        else:
            blocks.append(Block(start, end, "paragraph"))
    return tuple(blocks)
