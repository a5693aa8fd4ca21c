"""Whether a reader of the bullets still needs the lede."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefkit.schema import Brief

_WORD = re.compile(r"\w+")
# The share of the lede's longer words that a bullet has which says the same.
_SAYS = 0.5


def untold(brief: Brief) -> str | None:
    """The lede, where no bullet says it."""
    told = _words(brief.lede or "")
    if any(len(told & _words(bullet.text)) >= _SAYS * len(told) for bullet in brief.at_a_glance):
        return None
    return brief.lede


def _words(text: str) -> set[str]:
    return {word for word in _WORD.findall(text.lower()) if len(word) > 3 or word.isdigit()}
