"""The grammar of a Doc as coreference asks for it: roles, subjects, phrases, quotations.

Every module of this package works on token numbers and plain lists.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefkit.components.columns import columns
from briefkit.components.coreference.links import Links
from briefkit.components.coreference.words import verbs
from briefkit.components.encoder import encoded

if TYPE_CHECKING:
    from spacy.tokens import Doc

_OPENING, _CLOSING, _STRAIGHT = "“«„", "”»", '"'
_MARKS = frozenset([*_OPENING, *_CLOSING, _STRAIGHT, "''", "``"])
_NOUN_TAGS = frozenset(["NN", "NNS", "NNP", "NNPS"])
# What may stand in front of a noun and belong to its phrase.
_BEFORE = frozenset(["det", "amod", "compound", "poss", "nummod", "nmod", "predet", "quantmod"])
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


class View:
    """One list a column, one entry a token. `heads` are token numbers.

    `sentences` counts sentences from 0; `quotes` holds the number of the quotation that a token
    lies in, 0 outside; `children` are in text order; `blocks` number the blocks of the layout;
    `links` is what the encoder says, None without one.
    """

    def __init__(self, doc: Doc) -> None:
        read, said = columns(doc), encoded(doc)
        self.words, self.lower, self.tags, self.deps = read.words, read.lower, read.tags, read.deps
        self.heads, self.children, self.sentences = read.heads, read.children, read.sentences
        self.blocks = read.block_numbers
        self.quotes = quotations(read.words)
        self.links = Links(said, read.sentences) if said is not None else None

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

    def says(self, token: int) -> bool:
        """Whether a token is the subject of a verb of saying."""
        return self.deps[token] == "nsubj" and self.lower[self.heads[token]] in verbs("saying")

    def below(self, token: int) -> list[int]:
        """All that hangs on a token, itself first."""
        found = [token]
        for one in found:
            found.extend(self.children[one])
        return found

    def quotation_beside(self, subject: int, verb: int) -> list[int]:
        """The tokens of the quotations right before or after a subject and its verb of saying."""
        low, high = min(subject, verb), max(subject, verb)
        size = len(self.words)
        near = (*range(max(0, low - 3), low), *range(high + 1, min(size, high + 4)))
        found: list[int] = []
        for number, start in {self.quotes[i]: i for i in near if self.quotes[i]}.items():
            left = right = start
            while self.quotes[left - 1] == number:  # the first token is in no quotation
                left -= 1
            while right < size and self.quotes[right] == number:
                right += 1
            found.extend(range(left, right))
        return found

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


def quotations(words: list[str]) -> list[int]:
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
