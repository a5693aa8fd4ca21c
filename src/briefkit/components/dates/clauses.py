"""The clause that a time expression belongs to: what happened then, in the article's words."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from briefkit.components.dates.lexicon import word_set
from briefkit.components.dates.tense import VERBS, Tenses

if TYPE_CHECKING:
    pass

Place = tuple[int, int]

_CLAUSES = frozenset(("ROOT", "ccomp", "advcl", "relcl", "conj", "parataxis", "csubj"))
_NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "expl", "csubj"))
_RELATIVE = frozenset(("who", "which", "that"))
_ARGUMENTS = frozenset(("by", "between", "of", "to", "with", "against", "on"))
_OCCASIONS = word_set("occasion")
_PAPERS = word_set("paper")
_SAID_OF = frozenset(("acl", "relcl"))
_OPEN = frozenset(")]}—–-,;:’' ")
_CLOSE = frozenset(" ,;:—–-.!?\n")
_PAIRS = {'"': '"', "“": "”", "‘": "’", "(": ")", "[": "]"}
_OPENING = {")": "(", "]": "["}
_STEPS = 12
# In characters. What is longer is a list or a table and no clause, and each of its dates would
# say all of it again.
LONGEST_EVENT = 800


class Clauses:
    """Finds the clauses of one text."""

    def __init__(self, tenses: Tenses) -> None:
        self.tenses = tenses
        self.columns = tenses.columns
        self._starts = [block.start for block in self.columns.blocks]
        self._known: dict[int, Place | None] = {}

    def event(self, start: int, end: int) -> Place | None:
        """The clause, or noun phrase with its own arguments, that says what happened then.

        None where there is no parse, and for the date of a dateline, which is the article's own.
        """
        if not self.tenses.parsed:
            return None
        c, block = self.columns, self._block(start)
        if block[2] == "dateline":
            return None
        root = self.tenses.root(start, end)
        head = self._head(root)
        if head not in self._known:
            self._known[head] = self._reach(head)
        place = self._known[head]
        first, stop = c.sentence(root)
        if place is None or not (place[0] <= start and end <= place[1]):
            place = c.starts[first], c.ends[stop - 1]
        low, high = max(place[0], block[0]), min(place[1], block[1])
        if not low <= start <= end <= high or high - low > LONGEST_EVENT:
            return None
        low, high = _trim(c.text, low, high, start, end)
        closing = c.text[high : high + 1]
        if closing in (")", "]") and c.text.count(_OPENING[closing], low, high) > c.text.count(
            closing, low, high
        ):
            high += 1
        if low == c.starts[first] and c.text[high : high + 1] == ".":
            high += 1  # a whole sentence keeps its full stop
        return low, high

    def _block(self, start: int) -> tuple[int, int, str]:
        at = bisect_right(self._starts, start) - 1
        if at >= 0 and start < self.columns.blocks[at].end:
            block = self.columns.blocks[at]
            return block.start, block.end, block.kind
        return 0, len(self.columns.text), ""

    def _head(self, token: int) -> int:
        """The noun or verb whose phrase is the event."""
        c = self.columns
        for _ in range(_STEPS):
            head = c.heads[token]
            if head == token:
                return token
            if c.deps[token] in ("prep", "npadvmod") and self._tells(head, token):
                return head
            token = head
            if c.tags[token] in VERBS and (self._is_clause(token) or self._says_of(token)):
                return token
        return token

    def _says_of(self, verb: int) -> bool:
        """Whether a verb tells of the noun before it: "Ms Ode, who resigned in May", "its plans,
        announced in May"; then noun and clause are the event."""
        c = self.columns
        noun = c.heads[verb]
        if c.deps[verb] == "acl" and (c.lower[noun] in _PAPERS or c.deps[noun] in _SUBJECTS):
            # "said in a note published on Monday", "the talks, set for May, are the first": what
            # was said, and what the talks are, is the event.
            return False
        return (
            c.deps[verb] in _SAID_OF
            and noun < verb
            and c.tags[verb] in ("VBD", "VBN", "VBZ", "VBP", "MD")
            and c.tags[noun] in _NOUNS
        )

    def _tells(self, noun: int, date: int) -> bool:
        """Whether a noun phrase is an event by itself: "a visit by Mr Ode to China in May", "Ms
        Ode's win in May".

        Only what happens can be one: "the second round of the Open" and "a path to power" are not.
        """
        c = self.columns
        if c.tags[noun] not in ("NN", "NNS") or c.lower[noun] not in _OCCASIONS:
            return False
        return any(
            i < date
            and (
                (c.deps[i] == "prep" and c.lower[i] in _ARGUMENTS)
                or (c.deps[i] == "poss" and c.tags[i] in _NOUNS)
            )
            for i in c.children[noun]
        )

    def _is_clause(self, verb: int) -> bool:
        """Whether a verb heads a clause that tells who did it."""
        c = self.columns
        if c.heads[verb] == verb:
            return True
        return c.deps[verb] in _CLAUSES and any(
            c.deps[i] in _SUBJECTS and c.lower[i] not in _RELATIVE for i in c.children[verb]
        )

    def _reach(self, head: int) -> Place | None:
        """The stretch of text that a head governs, without clauses joined to it."""
        c = self.columns
        left, right = self._edge(head, 0), self._edge(head, -1)
        if self._says_of(head):
            return c.starts[self._phrase(c.heads[head])], c.ends[right]
        for child in c.children[head]:
            joined = c.deps[child] == "conj" and child > head
            if joined and any(c.deps[i] in _SUBJECTS for i in c.children[child]):
                right = min(right, self._edge(child, 0) - 1)
        if c.deps[head] in ("ccomp", "advcl", "relcl", "conj"):
            while left < head and (
                c.deps[left] in ("mark", "cc") or not c.words[left][0].isalnum()
            ):
                left += 1
        while right > head and c.deps[right] in ("cc", "punct"):
            right -= 1
        return (c.starts[left], c.ends[right]) if right >= head else None

    def _phrase(self, noun: int) -> int:
        """The first token of a noun's own phrase, without the clause that it stands in."""
        return min(self._edge(noun, 0), noun)

    def _edge(self, token: int, side: int) -> int:
        """The first (0) or last (-1) token of a subtree."""
        children = self.columns.children
        for _ in range(len(children)):
            below = children[token]
            if not below or (below[side] - token) * (side * 2 + 1) >= 0:
                return token
            token = below[side]
        return token


def _trim(text: str, low: int, high: int, start: int, end: int) -> Place:
    """Without punctuation at the ends; a mark stays where its partner lies inside."""
    while low < start:
        partner = _PAIRS.get(text[low])
        if text[low] not in _OPEN and (partner is None or partner in text[low + 1 : high]):
            break
        low += 1
    while high > end and text[high - 1] in _CLOSE:
        high -= 1
    return low, high
