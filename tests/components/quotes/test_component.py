"""The component as a whole: warnings, hostile texts, records that survive."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from briefkit.components.quotes import QuotesComponent
from briefkit.components.records import QuoteRecord, WarningRecord, records

if TYPE_CHECKING:
    from spacy.language import Language

WORDS = ["“", "”", '"', "'", "‘", "’", "«", "»", "said", "Ilves", ",", ".", "he", "that", ":", "?"]
TAGS = {"said": "VBD", "Ilves": "NNP", "he": "PRP", "that": "IN", ",": ",", ".": ".", ":": ":"}


def codes(nlp: Language, text: str) -> list[str]:
    doc = nlp(text)
    return [
        w.code for w in records(doc, WarningRecord) if w.code in ("unclosed-quote", "no-speaker")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mara Ilves said: “The bridge will open.\n\nThe work began in May.", ["unclosed-quote"]),
        ("“Nobody knows why the bridge fell.”", ["no-speaker"]),
        ("Mara Ilves said: “The bridge will open.”", []),
    ],
)
def test_warnings(nlp: Language, text: str, expected: list[str]) -> None:
    assert codes(nlp, text) == expected


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=60), st.data())
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_parse_of_any_marks(nlp: Language, words: list[str], data: st.DataObject) -> None:
    heads = [data.draw(st.integers(0, len(words) - 1)) if n % 3 else n for n in range(len(words))]
    heads = [head if head < n else n for n, head in enumerate(heads)]
    deps = [
        "ROOT"
        if head == n
        else data.draw(
            st.sampled_from(["ccomp", "nsubj", "prep", "pobj", "dobj", "conj", "parataxis"])
        )
        for n, head in enumerate(heads)
    ]
    doc = Doc(
        nlp.vocab, words=words, tags=[TAGS.get(w, "''") for w in words], heads=heads, deps=deps
    )
    doc = QuotesComponent()(doc)
    for quote in records(doc, QuoteRecord):
        assert all(0 <= start < end <= len(doc.text) for start, end in quote.spans)
        assert list(quote.spans) == sorted(quote.spans)


@pytest.mark.parametrize(
    "word", ['"', "“", "‘", "' said", "“a” said", ", he said ,", "“ he said , ”"]
)
def test_time_grows_no_faster_than_the_text(nlp: Language, word: str) -> None:
    def seconds(n: int) -> float:
        words = word.split() * n
        tags = [TAGS.get(w, "''") for w in words]
        deps = ["ROOT"] + ["ccomp" if w == "said" else "dep" for w in words[1:]]
        doc = Doc(
            nlp.vocab,
            words=words,
            tags=tags,
            heads=[max(0, i - 1) for i in range(len(words))],
            deps=deps,
        )
        start = time.process_time()
        QuotesComponent()(doc)
        return time.process_time() - start

    small = max(seconds(500), 0.02)
    assert seconds(5_000) < 25 * small
