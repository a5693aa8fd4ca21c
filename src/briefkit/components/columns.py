"""A Doc as plain lists, taken out once for all components.

Iterating over a Doc makes a Python object for each token and each attribute is a call more, while
an array comes out at once; `Doc.text` joins the whole text anew at every reading. All components
work on these lists by token number.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy
from spacy.tokens import Doc

from briefkit.components.layout import blocks
from briefkit.components.records import BlockRecord

_ATTRIBUTES: list[int | str] = ["ORTH", "TAG", "DEP", "HEAD", "SENT_START", "SPACY"]


@dataclass(frozen=True)
class Columns:
    """Parallel lists, one entry a token.

    `starts` and `ends` are characters of `text`, `heads` token numbers (its own for a root),
    `sentences` the number of the sentence counted from 0, `sentence_starts` the first token of
    each, `children` the token numbers that hang on a token, in text order.
    """

    doc: Doc
    text: str
    words: list[str]
    lower: list[str]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    starts: list[int]
    ends: list[int]
    sentences: list[int]
    sentence_starts: list[int]
    blocks: tuple[BlockRecord, ...]

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def children(self) -> list[list[int]]:
        found: list[list[int]] = [[] for _ in self.words]
        for token, head in enumerate(self.heads):
            if head != token:
                found[head].append(token)
        return found

    @cached_property
    def edges(self) -> list[tuple[int, int]]:
        """First and last token of the subtree of each token."""
        return subtrees(self.heads)

    @cached_property
    def tokens_of(self) -> dict[str, list[int]]:
        """The tokens of each word, in lower case."""
        found: dict[str, list[int]] = {}
        for token, word in enumerate(self.lower):
            found.setdefault(word, []).append(token)
        return found

    @cached_property
    def block_numbers(self) -> list[int]:
        """The block that each token begins in; -1 between blocks."""
        numbers = [-1] * len(self.words)
        for number, block in enumerate(self.blocks):
            for token in self.tokens_in(block.start, block.end):
                numbers[token] = number
        return numbers

    @cached_property
    def kinds(self) -> list[str]:
        """The kind of that block; "" between blocks."""
        names = [block.kind for block in self.blocks]
        return [names[number] if number >= 0 else "" for number in self.block_numbers]

    def token_at(self, char: int) -> int:
        """The first token that ends after a character; the number of tokens past the last."""
        return bisect_right(self.ends, char)

    def tokens_in(self, start: int, end: int) -> range:
        """The tokens that begin within characters `[start, end)`."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))

    def sentence(self, token: int) -> tuple[int, int]:
        """Tokens `[start, end)` of the sentence of a token."""
        number = self.sentences[token] + 1
        last = number == len(self.sentence_starts)
        return self.sentence_starts[number - 1], len(self) if last else self.sentence_starts[number]


# The components of one pipeline read the same Doc one after the other: one place is enough.
_last: list[tuple[Any, Columns]] = []


def columns(doc: Doc) -> Columns:
    """The lists of `doc`; those of the last call where it was the same Doc with the same parse."""
    array = doc.to_array(_ATTRIBUTES).astype(numpy.int64).reshape(len(doc), len(_ATTRIBUTES))
    found = blocks(doc)
    for known, before in _last:
        if before.doc is doc and before.blocks == found and numpy.array_equal(known, array):
            return before
    made = _read(doc, array, found)
    _last[:] = [(array, made)]
    return made


def forget() -> None:
    """Let go of the last Doc; its strings end with the batch that it belongs to."""
    _last.clear()


def _read(doc: Doc, array: Any, found: tuple[BlockRecord, ...]) -> Columns:
    orths, tags, deps = (array[:, i].astype(numpy.uint64).tolist() for i in range(3))
    strings = doc.vocab.strings
    table = {key: strings[key] for key in {*orths, *tags, *deps}}
    words = [table[key] for key in orths]
    spaces = array[:, 5].tolist()
    lengths = numpy.fromiter(map(len, words), numpy.int64, len(words))
    ends = numpy.cumsum(lengths + array[:, 5]) - array[:, 5]
    first = array[:, 4] == 1
    first[:1] = True
    return Columns(
        doc=doc,
        text="".join(
            [word + " " if space else word for word, space in zip(words, spaces, strict=True)]
        ),
        words=words,
        lower=[word.lower() for word in words],
        tags=[table[key] for key in tags],
        deps=[table[key] for key in deps],
        heads=(array[:, 3] + numpy.arange(len(words))).tolist(),
        starts=(ends - lengths).tolist(),
        ends=ends.tolist(),
        sentences=(numpy.cumsum(first) - 1).tolist(),
        sentence_starts=numpy.flatnonzero(first).tolist(),
        blocks=found,
    )


def subtrees(heads: Sequence[int]) -> list[tuple[int, int]]:
    """First and last token of the subtree of each token, by the tokens that they hang on."""
    left, right = list(range(len(heads))), list(range(len(heads)))
    # From the outside in: an ancestor that reaches as far has had its own ancestors told.
    for i in range(len(heads)):
        at = heads[i]
        while left[at] > i:
            left[at] = i
            at = heads[at]
    for i in range(len(heads) - 1, -1, -1):
        at = heads[i]
        while right[at] < i:
            right[at] = i
            at = heads[at]
    return list(zip(left, right, strict=True))
