"""Whether a reader of the bullets still needs the lede."""

from __future__ import annotations

from briefkit.schema import Brief
from briefkit.text import content

# The share of the lede's longer words that a bullet has which says the same.
_SAYS = 0.5


def untold(brief: Brief) -> str | None:
    """The lede, where no bullet says it."""
    told = content(brief.lede or "")
    if any(len(told & content(bullet.text)) >= _SAYS * len(told) for bullet in brief.at_a_glance):
        return None
    return brief.lede
