"""Borders of the layout are borders of sentences and of tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import spacy
from spacy.tokens import Doc

from briefkit.components.columns import columns
from briefkit.components.layout import LayoutComponent, blocks

if TYPE_CHECKING:
    from spacy.language import Language

TEXT = (
    "Council closes bridge\n\nTokyo (CNN)A man of the council spoke. \n"
    "Key points\n- The bridge closes \n- It opens in May\n\nMayor Ann Lee wept."
)


@pytest.fixture(scope="module")
def doc() -> Doc:
    return LayoutComponent()(spacy.blank("en")(TEXT))


def test_every_block_begins_a_token_and_a_sentence(doc: Doc) -> None:
    starts = {token.idx: token for token in doc}
    assert doc.text == TEXT
    for block in blocks(doc):
        assert starts[block.start].is_sent_start
        assert block.end == len(TEXT) or not any(
            token.idx < block.end < token.idx + len(token) for token in doc
        )


def test_marks_belong_to_no_block(doc: Doc) -> None:
    kinds = columns(doc).kinds
    marks = [token.i for token in doc if token.text == "-"]
    assert len(marks) == 2
    assert {kinds[mark] for mark in marks} == {""}
    assert all(doc[mark + 1].is_sent_start for mark in marks)
    assert [kinds[t.i] for t in doc if t.text in ("Council", "Tokyo", "A", "Key", "The", "Mayor")] == (
        ["headline", "dateline", "paragraph", "bullets_header", "bullet", "paragraph"]
    )  # fmt: skip


def test_an_empty_text() -> None:
    assert len(LayoutComponent()(spacy.blank("en")(""))) == 0


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The film made $8.5M. Nobody knew.", 2),
        ("“It is over,” he wrote on X. Lorn was glad.", 2),
        ("There is no Plan B. Lorn was glad.", 2),
        ("It was made by John X. Quill of Lorn.", 1),
        ("He died at 12:22 a.m. Sunday, a doctor said. It rained.", 2),
        ("It fell about 9:15 p.m. CT. They left.", 2),
    ],
)
def test_which_stops_end_a_sentence(nlp: Language, text: str, count: int) -> None:
    assert len(list(nlp(text).sents)) == count
