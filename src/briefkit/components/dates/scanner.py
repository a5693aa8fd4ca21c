"""Finds the time expressions of a text: `find(Stream) -> [Expression]`, left to right, no overlap.

Each step looks at a bounded number of tokens ahead of the trigger that it stands on, and goes on
behind what it found, so that the work is linear in the length of the text.
"""

from __future__ import annotations

from dataclasses import replace

from briefkit.components.dates import days, modifiers, years
from briefkit.components.dates.grammar import Grammar
from briefkit.components.dates.nodes import Day, Expression, Node
from briefkit.components.dates.stream import Stream

_AFTER_THE = frozenset(
    ("distant", "final", "foreseeable", "future", "immediate", "most", "near", "opening", "time")
)
_AFTER_DAYS = frozenset((*".,;)\n", "", "and", "at", "for", "in", "on", "or", "to", "with"))


class Scanner:
    """Runs over one stream; `steps` counts the tokens that were tried as a start."""

    def __init__(self, stream: Stream) -> None:
        self.s = stream
        self.grammar = Grammar(stream)
        self.steps = 0

    def find(self) -> list[Expression]:
        """The expressions of the stream in text order."""
        s, found, behind = self.s, [], 0
        for i in s.starters:
            if i < behind or (s.words[i] == "the" and not self._after_the(i + 1)):
                continue
            self.steps += 1
            match = self.grammar.core(i)
            if match is None:
                continue
            stop, node = match
            fiscal = any(s.kinds[k] == "fiscal" for k in range(i, stop))
            mod = modifiers.of(s, i, stop, node)
            found.append(Expression(s.starts[i], s.ends[stop - 1], node, fiscal, mod))
            behind = self._more_days(found, node, stop)
        return found

    def _after_the(self, i: int) -> bool:
        """Whether the word after "the" can go on with an expression."""
        s = self.s
        return bool(s.kinds[i]) or s.words[i] in _AFTER_THE or s.words[i] in ("'", "‘")

    def _more_days(self, found: list[Expression], node: Node, i: int) -> int:
        """The days that a month shares: "April 24 and 25"."""
        s = self.s
        while (
            isinstance(node, Day) and node.month and node.day and s.words[i] in ("and", ",", "or")
        ):
            j = i + 1 + (s.words[i] == "," and s.words[i + 1] in ("and", "or"))
            dayed = days.day_number(s, j)
            after = s.words[dayed[0]] if dayed else ""
            if not dayed or dayed[1] <= node.day or after not in _AFTER_DAYS:
                return i
            stop, value = years.year_after(s, dayed[0])
            if value:
                found[-1] = replace(found[-1], node=replace(node, year=value))
            node = Day(value or node.year, node.month, dayed[1])
            found.append(Expression(s.starts[j], s.ends[stop - 1], node))
            i = stop
        return i
