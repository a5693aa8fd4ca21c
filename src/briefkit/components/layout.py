"""`briefkit_layout`: the borders that no sentence, name or quote crosses.

Runs first. Takes the blocks that a reader left in the `briefkit_layout` layer, or analyses the
text itself, and starts a sentence at each, which the parser then keeps to.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from spacy.language import Language

from briefkit.components.records import BlockRecord, has_layer, records, store
from briefkit.layout import PROSE, analyse

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span


@Language.factory("briefkit_layout")
def create_layout(nlp: Language, name: str) -> LayoutComponent:
    """The component for `nlp.add_pipe("briefkit_layout", first=True)`."""
    return LayoutComponent()


class LayoutComponent:
    """Writes the blocks and their sentence borders."""

    def __call__(self, doc: Doc) -> Doc:
        borders = {block.start for block in blocks(doc)} | {block.end for block in blocks(doc)}
        if not doc.has_annotation("DEP"):
            for token in doc:
                if token.idx in borders:
                    token.is_sent_start = True
        return doc


def blocks(doc: Doc) -> tuple[BlockRecord, ...]:
    """The blocks of the article; found now where no reader or component has before."""
    if not has_layer(doc, BlockRecord):
        store(doc, BlockRecord, [BlockRecord(*block) for block in analyse(doc.text)])
    return records(doc, BlockRecord)


def token_kinds(doc: Doc) -> list[str]:
    """The kind of block that each token lies in, "" between blocks; one entry a token."""
    found = blocks(doc)
    starts = [block.start for block in found]
    kinds = []
    for token in doc:
        at = bisect_right(starts, token.idx) - 1
        kinds.append(found[at].kind if at >= 0 and token.idx < found[at].end else "")
    return kinds


def prose_sentences(doc: Doc) -> list[Span]:
    """The sentences of paragraphs and list items: what an article says, without its headings."""
    kinds = token_kinds(doc)
    return [sent for sent in doc.sents if kinds[sent.start] in PROSE]
