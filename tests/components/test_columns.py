"""The lists that components read say what spaCy's tokens say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefkit.components.columns import columns, forget
from briefkit.components.records import BlockRecord, store

if TYPE_CHECKING:
    from spacy.language import Language

TEXT = "Harbour works begin\n\nOla Berg, the mayor, said: “We start on Monday.”  Crews wait.\n\n- Ropes\n"


def test_columns_say_what_tokens_say(nlp: Language) -> None:
    doc = nlp(TEXT)
    found = columns(doc)
    assert found.text == doc.text == TEXT
    assert found.words == [token.text for token in doc]
    assert found.tags == [token.tag_ for token in doc]
    assert found.deps == [token.dep_ for token in doc]
    assert found.heads == [token.head.i for token in doc]
    assert found.starts == [token.idx for token in doc]
    assert found.children == [[child.i for child in token.children] for token in doc]
    assert found.sentence_starts == [sent.start for sent in doc.sents]
    for token in doc:
        assert found.sentence(token.i) == (token.sent.start, token.sent.end)
        assert found.token_at(token.idx) == token.i


def test_kinds_are_those_of_the_blocks(nlp: Language) -> None:
    doc = nlp.make_doc(TEXT)
    spans = [("headline", "Harbour works begin"), ("paragraph", "Ola"), ("item", "Ropes")]
    found = [(TEXT.index(words), kind, words) for kind, words in spans]
    store(doc, BlockRecord, [BlockRecord(at, at + len(words), kind) for at, kind, words in found])
    read = columns(doc)
    kinds = dict(zip(read.words, read.kinds, strict=True))
    assert [kinds[word] for word in ("works", "Ola", "Ropes")] == ["headline", "paragraph", "item"]
    assert kinds["-"] == ""


def test_the_same_doc_is_read_once_and_a_new_parse_again(nlp: Language) -> None:
    doc = nlp(TEXT)
    before = columns(doc)
    assert columns(doc) is before
    doc[0].tag_ = "XX"
    assert columns(doc).tags[0] == "XX"
    forget()
    assert columns(doc) is not before


def test_an_empty_doc_has_empty_columns(nlp: Language) -> None:
    found = columns(nlp.make_doc(""))
    assert (found.text, found.words, found.sentence_starts) == ("", [], [])
