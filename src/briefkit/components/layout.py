"""`briefkit_layout`: the borders that no sentence, name or quote crosses.

Runs first. Takes the blocks that a reader left in the `briefkit_layout` layer, or analyses the
text itself, and starts a sentence at each, which the parser then keeps to.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice, pairwise
from typing import Any

import numpy
from spacy.language import Language
from spacy.tokens import Doc

from briefkit import lexicon
from briefkit.components.records import BlockRecord, TurnRecord, has_layer, records, store
from briefkit.layout import analyse, find_turns

_HALVES = frozenset(("a.m.", "p.m."))
# The stop of a sentence, which is none of an initial: "made $8M. It", "on X. He", "Plan B. It".
_STOP = re.compile(
    r"(?:(?<=\d[A-Z])|(?<=\b[Oo]n X)|(?<=\bGroup [A-Z])|(?<=\bPlan [A-Z]))\.(?=[\"”’]?\s)"
)
_SPLIT = 100  # of these stops; each moves all tokens behind it
# What may stand behind these: the kinds of words of `data/dates_words.tsv`.
_BEHIND = frozenset(("month", "weekday", "zone"))


@Language.factory("briefkit_layout", assigns=["token.is_sent_start", "doc.user_data"])
def create_layout(nlp: Language, name: str) -> LayoutComponent:
    """The component for `nlp.add_pipe("briefkit_layout", first=True)`."""
    return LayoutComponent()


class LayoutComponent:
    """Writes the blocks and their sentence borders."""

    def __call__(self, doc: Doc) -> Doc:
        found = blocks(doc)
        if doc.has_annotation("DEP"):
            # Sentences of a parsed Doc are the parser's; only an unparsed one can be given some.
            return doc
        # Who speaks is no part of the sentence: "MB: We knew."
        places = sorted(
            {place for block in found for place in (block.start, block.end)}
            | {turn.words[0][0] for turn in turns(doc)}
        )
        stops = [stop.start() for stop in islice(_STOP.finditer(doc.text), _SPLIT)]
        split_tokens(doc, sorted({*places, *stops}))
        # A border may lie in white space, which belongs to the token before: the next one starts.
        # List marks between two blocks become sentences of their own, which no component reads.
        # All at once: each `token.is_sent_start = True` would look through the whole Doc.
        places += [stop + 1 for stop in stops if doc.text[stop + 1].isspace()]
        borders = numpy.searchsorted(_starts(doc), places)
        marks: Any = numpy.zeros((len(doc), 1), dtype=numpy.int64)
        marks[_going_on(doc)] = -1
        marks[borders[borders < len(doc)]] = 1
        doc.from_array(["SENT_START"], marks.astype(numpy.uint64))
        return doc


def _going_on(doc: Doc) -> list[int]:
    """The tokens behind a full stop that ends no sentence: "at 12:22 a.m. Sunday"."""
    halves = [i for i, word in enumerate(word.text for word in doc[:-1]) if word in _HALVES]
    return [i + 1 for i in halves if doc[i + 1].lower_ in _behind()]


@cache
def _behind() -> frozenset[str]:
    words = lexicon.rows("components", "dates_words.tsv")
    return frozenset(word for word, kind, _ in words if kind in _BEHIND)


def split_tokens(doc: Doc, borders: list[int]) -> None:
    """Split the tokens that run over a border, as in "Tokyo (CNN)A man"."""
    if not borders:
        return
    starts = _starts(doc)
    holders = numpy.searchsorted(starts, borders, side="right") - 1
    cuts: dict[int, list[int]] = {}
    for token, border in zip(holders.tolist(), borders, strict=True):
        if 0 < border - int(starts[token]) < len(doc[token]):
            cuts.setdefault(token, []).append(border - int(starts[token]))
    if not cuts:
        return
    with doc.retokenize() as retokenizer:
        for number, places in cuts.items():
            token = doc[number]
            edges = [0, *places, len(token)]
            parts = [token.text[start:end] for start, end in pairwise(edges)]
            retokenizer.split(token, parts, heads=[(token, at) for at in range(len(parts))])


def _starts(doc: Doc) -> Any:
    """The character that each token begins at."""
    return doc.to_array(["IDX"]).astype(numpy.int64).reshape(-1)


def blocks(doc: Doc) -> tuple[BlockRecord, ...]:
    """The blocks of the article; found now where no reader or component has before."""
    if not has_layer(doc, BlockRecord):
        store(doc, BlockRecord, [BlockRecord(*block) for block in analyse(doc.text)])
    return records(doc, BlockRecord)


def turns(doc: Doc) -> tuple[TurnRecord, ...]:
    """The turns of the article; found now where no component has asked before."""
    if not has_layer(doc, TurnRecord):
        found = find_turns(doc.text, blocks(doc))
        store(doc, TurnRecord, [TurnRecord(t.block, t.label, t.colon, t.words) for t in found])
    return records(doc, TurnRecord)
