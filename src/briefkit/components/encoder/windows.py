"""What the encoder reads: word pieces, the shapes of words, and windows of whole sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tokenizers import Tokenizer

# Word pieces of one window: of the headline in front, and of the text.
TITLE = 32
BODY = 208
# The pieces of a longer word (an address, a chain of letters) tell nothing more.
LONGEST_WORD = 12

# Shapes: capital letters are lost to an uncased vocabulary. 0 is for what is no word of the text.
SHAPES = 15
_MARK, _LOWER, _TITLE, _LETTER, _UPPER, _MIXED, _DIGITS = range(1, 8)


def shape(word: str, opens: bool) -> int:
    """The shape of a word, from 1 to 14; `opens` says that it begins a sentence."""
    return _case(word) + (7 if opens else 0)


def _case(word: str) -> int:
    if any(map(str.isdigit, word)):
        return _DIGITS
    letters = [char for char in word if char.isalpha()]
    if not letters:
        return _MARK
    if not any(map(str.isupper, letters)):
        return _LOWER
    if all(map(str.isupper, letters)):
        return _LETTER if len(letters) == 1 else _UPPER
    small = not any(map(str.isupper, letters[1:]))
    return _TITLE if letters[0].isupper() and small else _MIXED


@dataclass(frozen=True)
class Window:
    """Tokens `[start, end)` of an article as the encoder reads them.

    `ids` and `shapes` have one entry a piece, `firsts` the piece that each token begins with and
    `sentences` the pieces `[start, end)` of each sentence, whole or cut.
    """

    start: int
    end: int
    ids: list[int]
    shapes: list[int]
    firsts: list[int]
    sentences: list[tuple[int, int]]


class Pieces:
    """Cuts words into pieces; what was cut once is kept."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        self._known: dict[str, list[int]] = {}
        special = [tokenizer.token_to_id(piece) or 0 for piece in ("[UNK]", "[CLS]", "[SEP]")]
        self._unknown, self.begin, self.close = [special[0]], special[1], special[2]

    def __call__(self, words: Sequence[str]) -> list[list[int]]:
        """The pieces of each word, one at least."""
        new = sorted({word for word in words if word not in self._known})
        encoded = self._tokenizer.encode_batch(new, add_special_tokens=False)
        found = {
            word: one.ids[:LONGEST_WORD] or self._unknown
            for word, one in zip(new, encoded, strict=True)
        }
        if len(self._known) < 50_000:
            self._known |= found
        return [found[word] if word in found else self._known[word] for word in words]

    def windows(
        self, words: Sequence[str], sentence_starts: Sequence[int], title: Sequence[str] = ()
    ) -> Iterator[Window]:
        """The windows of an article, without overlap, the headline in front of each."""
        front = [piece for word in self(title) for piece in word][:TITLE]
        front = [self.begin, *front, self.close] if front else [self.begin]
        pieces = self(words)
        starts = set(sentence_starts)
        for start, end in _spans([len(word) for word in pieces], sentence_starts):
            ids, shapes = list(front), [0] * len(front)
            firsts, borders = [], []
            for i in range(start, end):
                if i in starts or i == start:
                    borders.append(len(ids))
                firsts.append(len(ids))
                ids += pieces[i]
                shapes += [shape(words[i], i in starts)] * len(pieces[i])
            sentences = list(pairwise([*borders, len(ids)]))
            yield Window(start, end, [*ids, self.close], [*shapes, 0], firsts, sentences)


def _spans(sizes: Sequence[int], sentence_starts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Tokens `[start, end)` of whole sentences of BODY pieces at most; longer sentences are cut."""
    start, size = 0, 0
    for first, last in pairwise([*sentence_starts, len(sizes)]):
        length = sum(sizes[first:last])
        if size + length > BODY and first > start:
            yield start, first
            start, size = first, 0
        if length > BODY:
            for i in range(first, last):
                if size + sizes[i] > BODY:
                    yield start, i
                    start, size = i, 0
                size += sizes[i]
        else:
            size += length
    if start < len(sizes):
        yield start, len(sizes)
