"""Plain text to blocks."""

from __future__ import annotations

from briefkit.layout.blocks import Block
from briefkit.layout.labels import label_cuts
from briefkit.layout.lines import cut


def analyse(text: str, title: str | None = None) -> tuple[Block, ...]:
    """The blocks of a plain text, in text order and without overlap.

    `title` is the headline where metadata tells it; first lines that repeat it are the headline.
    """
    return label_cuts(text, cut(text), title, guess=True)
