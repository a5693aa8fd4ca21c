"""What the rules read of a Doc: the shared columns under short names, and the tree's edges."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

import numpy

from briefkit.components.columns import columns
from briefkit.components.encoder import encoded
from briefkit.components.encoder.tags import SPEECH_TAGS
from briefkit.components.layout import turns

if TYPE_CHECKING:
    from spacy.tokens import Doc

# No sentence of prose is longer; what looks like one would make the rules slow, not better.
_LONGEST = 250
# Rules look at the words beside a token. Behind the last there are none, nor before the first,
# where a negative number counts from the end.
_NO_TOKEN = [""] * 3


class View:
    """Words, tags and tree of a Doc by token index; `blocks` and `turns` are the layout's.

    `told` and `cued` are the chances of each token to be somebody's words and to be a cue.

    The words, tags and labels of tokens close before the first and behind the last are "".
    """

    def __init__(self, doc: Doc) -> None:
        cols = columns(doc)
        self.text = cols.text
        self.n = len(cols)
        self.tag = cols.tags + _NO_TOKEN
        self.lower = cols.lower + _NO_TOKEN
        self.dep = cols.deps + _NO_TOKEN
        self.start = cols.starts
        self.end = cols.ends
        self.head = cols.heads
        self.children = cols.children
        self.blocks = cols.blocks
        self.columns = cols
        self.token_at, self.tokens_in = cols.token_at, cols.tokens_in
        read = encoded(doc)
        self.speech = read.speech if read else None
        self.told = self.chances("D", "B", "I")
        self.cued = self.chances("C")
        self.turns = turns(doc)
        self._block_starts = [block.start for block in self.blocks]
        self._kids: dict[int, dict[str, list[int]]] = {}

    def edges(self, i: int) -> tuple[int, int]:
        """First and last token of the subtree of `i`."""
        return self.columns.edges[i]

    def chances(self, *tags: str) -> list[float]:
        """How sure the encoder is of one of these tags of speech; 1 where it has not read them."""
        if self.speech is None:
            return [1.0] * self.n
        at = [SPEECH_TAGS.index(tag) for tag in tags]
        return [float(chance) for chance in numpy.exp(self.speech[:, at]).sum(axis=1)]

    def sentence(self, i: int) -> tuple[int, int]:
        """Tokens `[start, end)` of the sentence of token `i`, no further away than prose goes."""
        start, end = self.columns.sentence(i)
        return max(start, i - _LONGEST), min(end, i + _LONGEST)

    def block(self, char: int) -> int:
        """Index of the block at or before a character; -1 before the first."""
        return bisect_right(self._block_starts, char) - 1

    def kid(self, i: int, *deps: str) -> int | None:
        """The first child of `i` with one of these labels."""
        return min((self.kids(i, dep)[0] for dep in deps if self.kids(i, dep)), default=None)

    def kids(self, i: int, dep: str) -> list[int]:
        """All children of `i` with this label."""
        known = self._kids.get(i)
        if known is None:
            known = self._kids[i] = {}
            for c in self.children[i]:
                known.setdefault(self.dep[c], []).append(c)
        return known.get(dep, [])
