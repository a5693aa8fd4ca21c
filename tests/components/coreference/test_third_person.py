"""He and she in quotations, with the speakers and the mentions given."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefkit.components.coreference import link_first_person
from briefkit.components.records import ActorRecord, MentionRecord, QuoteRecord, records, store
from tests.components.coreference.marked import parse

if TYPE_CHECKING:
    from spacy.language import Language

TEXT = "“She left, he said ‘they took her coat’,” Ann Reed said."


def actor(key: str, *words: str) -> ActorRecord:
    """A person with the words that mean her, the last of which is her name."""
    places = [(TEXT.index(word), TEXT.index(word) + len(word)) for word in words]
    mentions = [MentionRecord(*place, "pronoun") for place in places[:-1]]
    mentions += [MentionRecord(*place, "name") for place in places[-1:]]
    return ActorRecord(key, key, "person", True, None, None, None, (), 1.0, tuple(mentions))


def quote(words: str, speaker: str, kind: str = "direct", confidence: float = 0.95) -> QuoteRecord:
    place = (TEXT.index(words), TEXT.index(words) + len(words))
    return QuoteRecord((place,), kind, None, speaker, None, "named", confidence=confidence)


OUTER, INNER = "“She left, he said ‘they took her coat’,”", "‘they took her coat’"


@pytest.mark.parametrize(
    ("quotes", "kept"),
    [
        ([quote(OUTER, "ann")], ["Ann Reed"]),
        ([quote(OUTER, "ann"), quote(INNER, "bo")], ["her", "Ann Reed"]),
        ([quote(OUTER, "ann", confidence=0.7)], ["She", "her", "Ann Reed"]),
        ([quote(OUTER, "ann", kind="indirect")], ["She", "her", "Ann Reed"]),
        ([quote(OUTER, "bo")], ["She", "her", "Ann Reed"]),
    ],
    ids=["hers", "another's within it", "not sure", "indirect", "another's"],
)
def test_nobody_calls_herself_she(
    nlp: Language, quotes: list[QuoteRecord], kept: list[str]
) -> None:
    doc = parse(nlp, TEXT)
    store(doc, ActorRecord, [actor("ann", "She", "her", "Ann Reed"), actor("bo")])
    store(doc, QuoteRecord, quotes)
    link_first_person(doc)
    ann, _ = records(doc, ActorRecord)
    assert [TEXT[m.start : m.end] for m in ann.mentions] == kept
