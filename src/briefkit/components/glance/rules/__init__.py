"""The deletion rules: what costs nothing to leave out, and what is given up for room."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from briefkit.components.glance.cuts import Cut
from briefkit.components.glance.rules import clauses, free, names
from briefkit.components.glance.sentence import Sentence

Rule = Callable[[Sentence], Iterator[Cut]]

FREE: tuple[Rule, ...] = (free.parentheses, free.conjunction, free.discourse)
SAVING: tuple[Rule, ...] = (
    free.weekday,
    names.apposition,
    clauses.opening,
    clauses.relative,
    clauses.trailing,
)
# Of the lede alone, whose first half is the news; elsewhere it gains no more than it loses.
OPENING: tuple[Rule, ...] = (clauses.second,)
