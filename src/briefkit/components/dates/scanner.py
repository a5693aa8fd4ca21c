"""Finds the time expressions of a text: `find(Stream) -> [Expression]`, left to right, no overlap.

Each step looks at a bounded number of tokens ahead of the trigger that it stands on, and goes on
behind what it found, so that the work is linear in the length of the text.
"""

from __future__ import annotations

from briefkit.components.dates.grammar import Grammar
from briefkit.components.dates.nodes import Clock, Day, Distance, Expression, Fixed, Node
from briefkit.components.dates.patterns import match
from briefkit.components.dates.stream import Stream

_AFTER_THE = frozenset(
    ("distant", "final", "foreseeable", "future", "immediate", "near", "opening", "time")
)


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
            read = self.grammar.core(i)
            if read is None:
                continue
            stop, node = read
            fiscal = any(s.kinds[k] == "fiscal" for k in range(i, stop))
            mod = _mod(s, i, node)
            found.append(Expression(s.starts[i], s.ends[stop - 1], node, fiscal, mod))
            behind = stop
        return found

    def _after_the(self, i: int) -> bool:
        """Whether the word after "the" can go on with an expression."""
        s = self.s
        return bool(s.kinds[i]) or s.words[i] in _AFTER_THE or s.words[i] in ("'", "‘")


def _mod(s: Stream, i: int, node: Node) -> str | None:
    """What limits a value (the `mod` of TIMEX3): "over two years", "about 1900", "early May"."""
    counted = isinstance(node, Distance | Clock) or (
        isinstance(node, Fixed) and node.type == "DURATION"
    )
    dated = isinstance(node, Day) and node.year is not None
    beside = "mod-amount" if counted else "mod-year" if dated else "mod"
    found = match(s, i, beside) or match(s, i, "mod-within")
    return found[1].value if found and isinstance(found[1], Fixed) else None
