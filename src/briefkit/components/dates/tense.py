"""Whether a sentence puts a time expression in the past or in the future."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from briefkit.components.dates.lexicon import word_set

if TYPE_CHECKING:
    from briefkit.components.columns import Columns

VERBS = frozenset(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"))
_PLANNED = word_set("planned")
_PRESENT = word_set("present")
_INTENDED = word_set("intended")
_FORESEEN = word_set("foreseen")
_WILL = frozenset(("will", "'ll", "’ll", "wo", "shall", "going"))
_MAY = frozenset(("would", "'d", "’d", "may", "might", "could", "can", "should", "must", "ca"))
_HAVE = frozenset(("has", "have", "'ve", "’ve", "had", "having"))
_ONWARD = frozenset(("until", "till", "til", "through", "starting", "beginning"))
_ATTRIBUTIVE = frozenset(("poss", "compound", "nmod", "nummod", "amod"))
_DUE = frozenset(("due", "payable", "effective", "upcoming"))
_STEPS = 12  # of the way up the parse; a longer one says nothing about the date any more

Sense = tuple[int, bool]
"""-1 past, 1 to come, 0 unknown; and whether the verb itself is sure of it."""


class Tenses:
    """Reads the tense around places of one parsed text."""

    def __init__(self, columns: Columns) -> None:
        self.columns = columns
        self.parsed = any(columns.deps)

    def root(self, start: int, end: int) -> int:
        """The token of characters `[start, end)` that hangs on a word outside."""
        c = self.columns
        first = max(bisect_right(c.starts, start) - 1, 0)
        last = max(bisect_right(c.starts, end - 1) - 1, first)
        for i in range(first, last + 1):
            if not first <= c.heads[i] <= last or c.heads[i] == i:
                return i
        return first

    def direction(self, start: int, end: int) -> int:
        """-1 past, 1 to come, 0 unknown, by the verb that governs the place."""
        c = self.columns
        if not self.parsed:
            return 0
        first = bisect_right(c.starts, start) - 1
        before = c.lower[first - 1] if first > 0 else ""
        if before in _ONWARD or (before == "as" and first > 2 and c.lower[first - 3] == "as"):
            return 1
        token = self.root(start, end)
        # "Friday's vote": the noun has happened or not, whatever is planned with it.
        strict = c.deps[token] in _ATTRIBUTIVE
        noun = False
        for _ in range(_STEPS):
            token = c.heads[token]
            word, tag = c.lower[token], c.tags[token]
            if word in _DUE or (noun and word in _FORESEEN):
                return 1
            if tag in VERBS:
                if c.deps[token] == "advcl" and self._sense(c.heads[token]) == (1, True):
                    return 1  # "If they shut in June, I will read to them."
                way, sure = self._sense(token)
                if way == 1 and strict and not sure:
                    return -1
                if way:
                    return way
                if sure and not (tag in ("VBZ", "VBP") and c.deps[token] == "advcl"):
                    return 0
            noun = noun or tag in ("NN", "NNS")
            if c.heads[token] == token:
                break
        return 0

    def _sense(self, verb: int) -> Sense:
        c = self.columns
        tag, word = c.tags[verb], c.lower[verb]
        helpers = [i for i in c.children[verb] if i < verb and c.deps[i] in ("aux", "auxpass")]
        words = {c.lower[i] for i in helpers}
        if words & _WILL:
            return 1, True
        if words & _MAY:
            if words & _HAVE:
                return -1, True  # "should have caught it in April"
            return (1, False) if words & {"would", "may", "might", "should"} else (0, True)
        if "to" in words and tag in ("VB", "VBN", "VBG"):
            return self._infinitive(verb)
        past = any(c.tags[i] == "VBD" or c.lower[i] in _HAVE for i in helpers)
        if tag in ("VBN", "VBG") and word in _PLANNED:
            return 1, False
        if tag == "VBN":
            return -1, True
        if tag == "VBG":
            return (-1, True) if past else (1, False) if helpers else (0, False)
        if tag == "VBD":
            return (1, False) if word in _PLANNED else (-1, True)
        if tag in ("VBZ", "VBP"):
            return (1, False) if word in _PLANNED or word in _PRESENT else (0, True)
        return 0, False

    def _infinitive(self, verb: int) -> Sense:
        """ "to meet": to come, unless what governs it has happened and was no plan."""
        c, token = self.columns, verb
        for _ in range(3):
            if c.heads[token] == token:
                break
            token = c.heads[token]
            if c.lower[token] in _PLANNED:
                return 1, False
            if c.tags[token] in ("NN", "NNS"):
                return 0, False
            if c.tags[token] == "VBD":
                return (1, False) if c.lower[token] in _INTENDED else (-1, False)
            if c.tags[token] in VERBS:
                break
        return 1, False
