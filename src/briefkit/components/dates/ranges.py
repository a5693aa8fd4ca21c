"""Ranges: "Monday to Friday", "1990–94", "between March and May"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from briefkit.components.dates.lexicon import holiday_starts
from briefkit.components.dates.nodes import Day, Holiday, Match, Node, Range, RelativeUnit
from briefkit.components.dates.stream import DASHES, Stream

_ENDS = frozenset(("weekday", "month", "digits", "season", "ordinal", "quarter", "deictic"))
_JOINTS = frozenset(("to", "through", "until", "till", "thru"))


def joined(s: Stream, i: int, found: Match, read: Callable[[int], Match | None]) -> Match:
    """The range that starts with what was found: "Monday to Friday", "1990–94"."""
    stop, first = found
    if not isinstance(first, Day | RelativeUnit | Holiday):
        return found
    if isinstance(first, Day) and (first.part or first.shift is not None):
        return found
    opener = s.words[i - 1]
    joint = s.words[stop]
    if joint == "and":
        if opener != "between":
            return found
    elif joint not in _JOINTS and (joint not in DASHES or (joint == "—" and not s.glued(stop))):
        return found
    j = stop + 1
    j += s.words[j] in ("early", "late", "the") and s.kinds[j + 1] in ("month", "digits", "season")
    if s.kinds[j] not in _ENDS and s.words[j] not in holiday_starts():
        return found
    second = read(j)
    if second is None:
        return found
    last = second[1]
    if isinstance(first, Day) and isinstance(last, Day) and last.within is not None:
        first = replace(first, within=last.within)
    if not _alike(first, last):
        return found
    if isinstance(first, Day) and isinstance(last, Day) and last.year and first.month:
        over = last.month is not None and first.month > last.month
        first = replace(first, year=first.year or last.year - over)
    return second[0], Range(first, last)


def _alike(first: Node, last: Node) -> bool:
    """Whether two nodes can be the ends of one range."""
    if isinstance(first, Day) and isinstance(last, Day):
        if first.weekday is not None or last.weekday is not None:
            return (first.weekday is None) == (last.weekday is None)
        same = (first.month is None) == (last.month is None)
        return same and (first.day is None) == (last.day is None)
    if isinstance(last, Holiday):
        return True
    return isinstance(first, Day) and isinstance(last, RelativeUnit) and last.unit in ("D", "Y")
