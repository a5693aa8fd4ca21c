"""What stands behind the end of a story: lists of other stories."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefkit.layout.blocks import BlockKind
from briefkit.layout.words import is_furniture

_LONGEST_TEASER = 140
_CLOSED = re.compile(r"[.!…][\"'”’)\]]*\Z")


def mark_ends(words: Sequence[str], kinds: list[BlockKind]) -> None:
    """Mark a header such as "Trending" with the headlines behind it."""
    at = len(words)
    while at and _is_teaser(words[at - 1], kinds[at - 1]):
        at -= 1
        if kinds[at] == "furniture" and is_furniture(words[at]):
            kinds[at:] = ["furniture"] * (len(kinds) - at)


def _is_teaser(line: str, kind: BlockKind) -> bool:
    """Whether a line may be the headline of another story, or is furniture itself."""
    return kind in ("furniture", "dateline", "caption") or (
        kind in ("heading", "item", "paragraph")
        and len(line) <= _LONGEST_TEASER
        and not _CLOSED.search(line)
    )
