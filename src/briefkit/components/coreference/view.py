"""The columns of a Doc that coreference reads, taken out once.

Reading an attribute of a spaCy token costs about 100 nanoseconds; a list lookup costs 20. Every
module of this package works on token numbers and these lists.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy

if TYPE_CHECKING:
    from spacy.tokens import Doc

_OPENING, _CLOSING, _STRAIGHT = "“«„", "”»", '"'
_MARKS = frozenset([*_OPENING, *_CLOSING, _STRAIGHT, "''", "``"])
_NOUN_TAGS = frozenset(["NN", "NNS", "NNP", "NNPS"])
# What may stand in front of a noun and belong to its phrase.
_BEFORE = frozenset(["det", "amod", "compound", "poss", "nummod", "nmod", "predet", "quantmod"])


@dataclass(slots=True)
class View:
    """One list a column, one entry a token. `heads` are token numbers.

    `sentences` counts sentences from 0; `quotes` holds the number of the quotation that a token
    lies in, 0 outside; `children` are in text order.
    """

    words: list[str]
    lower: list[str]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    sentences: list[int]
    quotes: list[int]
    children: list[list[int]]

    def head_of(self, start: int, end: int) -> int:
        """The token of `[start, end)` that the others hang on."""
        for i in range(start, end):
            if not start <= self.heads[i] < end or self.heads[i] == i:
                return i
        return end - 1

    def role(self, token: int) -> str:
        """Grammatical role: s subject, o object, g possessor, p after a preposition, x other."""
        for _ in range(4):
            dep = self.deps[token]
            if dep in _ROLES:
                return _ROLES[dep]
            # "Ada Brown, the mayor, and Tom Reed": the others share the role of the first.
            if dep not in ("appos", "conj", "compound", "nmod"):
                return "x"
            token = self.heads[token]
        return "x"

    def subject(self, verb: int) -> int | None:
        """The token of the subject of a verb."""
        for child in self.children[verb]:
            if self.deps[child] in ("nsubj", "nsubjpass"):
                return child
        return None

    def phrase_start(self, noun: int) -> int:
        """The first token of the words before a noun that belong to it."""
        start = noun
        for child in self.children[noun]:
            if child >= noun:
                break
            if self.deps[child] in _BEFORE:
                start = min(start, self.left_edge(child))
        return start

    def left_edge(self, token: int) -> int:
        """The first token of the subtree, as far as children reach to the left."""
        for _ in range(8):
            children = self.children[token]
            if not children or children[0] >= token:
                break
            token = children[0]
        return token

    def determiner(self, noun: int) -> str:
        """The lower-cased article, demonstrative or possessive pronoun of a noun, or ""."""
        for child in self.children[noun]:
            if child >= noun:
                break
            if self.deps[child] in ("det", "poss"):
                return self.lower[child] if self.tags[child] not in _NOUN_TAGS else "'s"
        return ""


_ROLES = {
    "nsubj": "s",
    "nsubjpass": "s",
    "csubj": "s",
    "agent": "s",
    "dobj": "o",
    "obj": "o",
    "dative": "o",
    "poss": "g",
    "pobj": "p",
}


def view(doc: Doc) -> View:
    """The columns of `doc`."""
    size = len(doc)
    found = doc.to_array(["HEAD", "SENT_START"]).astype(numpy.int64).reshape(size, 2)
    texts = doc.to_array(["ORTH", "LOWER", "TAG", "DEP"]).reshape(size, 4)
    words, lower, tags, deps = (_strings(doc, texts[:, column].tolist()) for column in range(4))
    heads = (found[:, 0] + numpy.arange(size)).tolist()
    sentences = numpy.maximum(numpy.cumsum(found[:, 1] == 1) - 1, 0).tolist()
    children: list[list[int]] = [[] for _ in range(size)]
    for token, head in enumerate(heads):
        if head != token:
            children[head].append(token)
    return View(
        words=words,
        lower=lower,
        tags=tags,
        deps=deps,
        heads=heads,
        sentences=sentences,
        quotes=_quotes(words),
        children=children,
    )


def _strings(doc: Doc, keys: list[int]) -> list[str]:
    """The strings of a column of keys, each looked up once."""
    known = {key: doc.vocab.strings[key] for key in set(keys)}
    return [known[key] for key in keys]


def _quotes(words: list[str]) -> list[int]:
    """The number of the quotation around each token; a line end closes an open one."""
    numbers = [0] * len(words)
    number, inside = 0, False
    for i, word in enumerate(words):
        if word in _MARKS:
            inside = word in _OPENING or (not inside and word not in _CLOSING)
            number += inside
        elif "\n" in word:
            inside = False
        elif inside:
            numbers[i] = number
    return numbers
