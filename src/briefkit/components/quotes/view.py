"""A Doc as plain lists: what the rules read, taken once."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from briefkit.components.records import BlockRecord


class View:
    """Words, tags and tree of a Doc by token index; `blocks` are those of the layout."""

    def __init__(self, doc: Doc, blocks: tuple[BlockRecord, ...]) -> None:
        self.doc = doc
        self.text = doc.text
        self.n = len(doc)
        tokens = list(doc)
        self.word = [token.text for token in tokens]
        self.lower = [word.lower() for word in self.word]
        self.tag = [token.tag_ for token in tokens]
        self.dep = [token.dep_ for token in tokens]
        self.start = [token.idx for token in tokens]
        self.end = [at + len(word) for at, word in zip(self.start, self.word, strict=True)]
        self.head: list[int] = [token.head.i for token in tokens]
        self.children: list[list[int]] = [[] for _ in tokens]
        for i, head in enumerate(self.head):
            if head != i:
                self.children[head].append(i)
        self.sent_starts = [s.start for s in doc.sents] if self.n else []
        self.blocks = blocks
        self._block_starts = [block.start for block in blocks]

    def edges(self, i: int) -> tuple[int, int]:
        """First and last token of the subtree of `i`."""
        token = self.doc[i]
        return token.left_edge.i, token.right_edge.i

    def sentence(self, i: int) -> tuple[int, int]:
        """Tokens `[start, end)` of the sentence of token `i`."""
        at = bisect_right(self.sent_starts, i) - 1
        end = self.sent_starts[at + 1] if at + 1 < len(self.sent_starts) else self.n
        return self.sent_starts[at], end

    def block(self, char: int) -> int:
        """Index of the block at or before a character; -1 before the first."""
        return bisect_right(self._block_starts, char) - 1

    def token_at(self, char: int) -> int:
        """The first token that ends after a character."""
        return bisect_right(self.end, char)

    def tokens_in(self, start: int, end: int) -> range:
        """Tokens that begin within characters `[start, end)`."""
        return range(bisect_left(self.start, start), bisect_left(self.start, end))

    def kid(self, i: int, *deps: str) -> int | None:
        """The first child of `i` with one of these labels."""
        return next((c for c in self.children[i] if self.dep[c] in deps), None)
