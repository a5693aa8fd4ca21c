"""Months that are names of people as well: March, April, May, June, August."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefkit.components.actors.names import Name
    from briefkit.components.actors.tokens import Tokens

_MONTHS = frozenset({"april", "august", "june", "march", "may"})
_BEFORE = frozenset({"in", "since", "until", "last", "next", "this", "early", "late", "mid"})


def without_months(tokens: Tokens, found: list[Name]) -> list[Name]:
    """The names without the months: beside a number, or where nobody has such a name in full."""
    held = {word for name in found if len(name.words) > 1 for word in name.words}
    told = {
        tokens.lower[i]
        for i in range(1, len(tokens))
        if tokens.lower[i] in _MONTHS and _told(tokens, i)
    }
    return [
        name
        for name in found
        if name.end - name.start > 1
        or tokens.lower[name.start] not in told
        or name.outer < name.start
        or (tokens.lower[name.start] in held and not _told(tokens, name.start))
    ]


def _told(tokens: Tokens, i: int) -> bool:
    """Whether token `i` is a month here."""
    return (i > 0 and tokens.lower[i - 1] in _BEFORE) or _dated(tokens, i)


def _dated(tokens: Tokens, i: int) -> bool:
    """Whether token `i` stands beside a number."""
    return "CD" in (tokens.tag[i - 1], tokens.tag[min(i + 1, len(tokens) - 1)])
