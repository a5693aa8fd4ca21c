"""Times that something is set against, and on which nothing happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefkit.components.columns import Columns

_COMPARED = frozenset(("JJR", "JJS", "RBR", "RBS"))
_DETERMINERS = frozenset(("a", "an", "the"))
_NEAR = 10  # tokens
_NTH = frozenset(("first", "second", "third", "fourth", "fifth", "sixth", "seventh"))
_NOT = frozenset(("n't", "n’t", "never", "not"))


def is_measure(columns: Columns, first: int, *, past: bool) -> bool:
    """Whether something else is set against a time: "up 6 % compared to 2022", "more than in
    May", "the first since 2019", "the last time before 2016", "ahead of Friday"."""
    c = columns
    start, stop = c.sentence(first)
    near = range(max(first - _NEAR, start), first)
    commas = [i for i in near[:-1] if c.words[i] == ","]
    near = range(commas[-1] + 1, first) if commas else near
    if any(c.lower[i] == "than" and _likens(c, i) for i in near):
        return True
    if any(c.lower[i] in ("down", "up") and c.lower[i + 1] == "from" for i in near):
        return True  # "down from 6 % in May"
    if "compared" in c.lower[near.start : first]:
        return True  # "compared with 6 % in 2022"
    before = c.lower[max(first - 3, start) : first]
    if before and before[-1] in _DETERMINERS:
        before.pop()
    if before[-2:] == ["ahead", "of"]:
        return True
    if before[-1:] == ["from"]:  # "up 6 % from 2022", "typed on a laptop from 2012"
        return past and c.tags[first - 2] in ("NN", "NNS")
    if before[-1:] == ["since"]:
        seen = _NTH | _NOT | {"no"}  # "at levels not seen since 2007"
        return any(c.tags[i] in _COMPARED or c.lower[i] in seen for i in near)
    near = range(near.start, min(first + _NEAR, stop))
    return before[-1:] == ["before"] and any(c.lower[i : i + 2] == ["last", "time"] for i in near)


def _likens(columns: Columns, than: int) -> bool:
    """Whether "than" sets things against each other, and does not only count: "more than 20",
    "less than a week later"."""
    word, tag = columns.words[than + 1], columns.tags[than + 1]
    return word != "a" and (tag != "CD" or (word.isdigit() and len(word) == 4))
