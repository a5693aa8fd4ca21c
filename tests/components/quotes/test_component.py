"""The component as a whole: warnings, hostile texts, records that survive."""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from briefkit.components.quotes import QuotesComponent
from briefkit.components.records import (
    ActorRecord,
    MentionRecord,
    QuoteRecord,
    WarningRecord,
    records,
    store,
)
from tests.timing import seconds

if TYPE_CHECKING:
    from spacy.language import Language

WORDS = ["“", "”", '"', "'", "‘", "’", "«", "»", "said", "Ilves", ",", ".", "he", "that", ":", "?"]
MARKS = "\"“”‘’«»'"
PROSE = [
    "Ilves",
    "said",
    "that",
    "he",
    "knew",
    "the",
    "old",
    "road",
    "was",
    "closed",
    "by",
    "the",
    "police",
    ".",
]
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
        ('Mara Ilves said: ‘The bridge will open.’ It is 12" wide.', []),
        ("“The bridge is old. “It will fall,” Mara Ilves said.\n\nShe left.", []),
        ("Mara Ilves sat down in the rain.\n\n“Nobody knows why the bridge fell.”", []),
        ("“The wall had cracks,” the court was told.", ["no-speaker"]),
    ],
)
def test_warnings(nlp: Language, text: str, expected: list[str]) -> None:
    assert codes(nlp, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Whom the sentence before is about.
        (
            "Mara Ilves sat down in the rain and wept.\n\n“Nobody knows why the bridge fell.”",
            "Mara Ilves",
        ),
        ("Mara Ilves rose. “Nobody knows why the bridge fell.”", "Mara Ilves"),
        ("The rain fell all night. “Nobody knows why the bridge fell.”", None),
        ("The bridge was closed in May. “Nobody knows why the bridge fell.”", None),
        # Who spoke last; papers do not go on speaking.
        ("Mara Ilves said the bridge was old.\n\n“It fell because nobody cared.”", "Mara Ilves"),
        ("The data showed that the bridge was old.\n\n“It fell because nobody cared.”", None),
        # The writer asks, the other answers.
        (
            "“I am tired of it all,” Mara Ilves says.\n\nI ask if she will stay.\n\n"
            "“No, I will leave the town in May.”",
            "Mara Ilves",
        ),
        # The one whom the text turns to speaks rather than people in general.
        (
            "Critics say that the town is poor. Mara Ilves is unconvinced.\n\n"
            "“Nobody knows why the bridge fell.”",
            "Mara Ilves",
        ),
        (
            "Mara Ilves was forced to sell her field.\n\n“Nobody knows why the bridge fell.”",
            "Mara Ilves",
        ),
        # One who is told of does not take the floor from the one who tells.
        (
            "Mara Ilves said that Tom Reyes denied that the bridge was old.\n\n"
            "“It fell because nobody cared.”",
            "Mara Ilves",
        ),
        # Too far away.
        (
            "Mara Ilves said the bridge was old.\n\nThe rain fell.\n\nThe night was long.\n\n"
            "“It fell because nobody cared.”",
            None,
        ),
    ],
)
def test_who_has_the_floor(nlp: Language, text: str, expected: str | None) -> None:
    doc = nlp(text)
    names = {actor.id: actor.name for actor in records(doc, ActorRecord)}
    last = records(doc, QuoteRecord)[-1]
    assert last.kind == "direct"
    assert names.get(last.actor or "") == expected
    assert last.attribution == ("continued" if expected else "none")


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


def test_a_preposition_that_ends_a_text_reports_nothing(nlp: Language) -> None:
    deps, tags = ["ROOT", "punct", "prep"], ["VBD", "``", "IN"]
    doc = Doc(nlp.vocab, words=["said", "“", "that"], tags=tags, heads=[0, 0, 0], deps=deps)
    assert records(QuotesComponent()(doc), QuoteRecord) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“The plant will close,” said Norvik Steel Corporation. “The loss is great,” it added.",
            "named",
        ),
        ("“The plant will close,” said Mara Ilves. “The loss is great,” it added.", None),
        ("The plant stood empty. “The loss is great,” it added.", None),
    ],
)
def test_it_is_the_body_that_spoke_before(nlp: Language, text: str, expected: str | None) -> None:
    *_, last = records(nlp(text), QuoteRecord)
    first = records(nlp(text), QuoteRecord)[0]
    assert last.attribution == "pronoun"
    assert last.actor == (first.actor if expected else None)
    assert bool(last.actor) == bool(expected)


def made(nlp: Language, words: list[str], sentence: int) -> Doc:
    """A Doc of these words in sentences of so many, each a chain of clauses under its first word."""
    first = [n - n % sentence for n in range(len(words))]
    return Doc(
        nlp.vocab,
        words=words,
        tags=[TAGS.get(word, "NN") for word in words],
        deps=[
            "ROOT" if n == at else "ccomp" if word == "said" else "dep"
            for n, (word, at) in enumerate(zip(words, first, strict=True))
        ],
        heads=[max(at, n - 1) for n, at in enumerate(first)],
    )


def calls(doc: Doc) -> int:
    """How many functions the component calls: its work, on whatever machine."""
    count = 0

    def see(frame: object, event: str, told: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    component = QuotesComponent()
    sys.setprofile(see)
    try:
        component(doc)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    "word", ['"', "“", "”", "‘", "«", "' said", "“a” said", ", he said ,", "“ he said , ”", 'a" "b']
)
def test_ten_thousand_marks_on_one_line_take_few_more_calls_than_prose(
    nlp: Language, word: str
) -> None:
    per_word = sum(word.count(mark) for mark in MARKS) or 2
    marks = (word.split() * (10_000 // per_word + 1))[: 10_000 * len(word.split()) // per_word]
    sentence = PROSE
    if "said" in word:  # as dense with speech: the same words, with letters for the marks
        sentence = ["a" if set(w) & set(MARKS) else w for w in word.split()]
    prose = (sentence * len(marks))[: len(marks)]
    assert calls(made(nlp, marks, len(marks))) <= 2.5 * calls(made(nlp, prose, 15))


@pytest.mark.parametrize(
    "word", ['"', "“", "‘", "' said", "“a” said", ", he said ,", "“ he said , ”"]
)
def test_time_grows_no_faster_than_the_text(nlp: Language, word: str) -> None:
    def taken(n: int) -> float:
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

    # A timer on a busy machine errs; what takes too long does so again and again.
    assert any(taken(5_000) < 25 * max(taken(500), 0.02) for _ in range(3))


def turns(nlp: Language, n: int) -> Doc:
    """A conversation of two who are named at each turn."""
    text = "Ann: I was old.\n\nBo: Who?\n\n" * n
    doc = nlp.get_pipe("briefkit_layout")(nlp.make_doc(text))
    people = []
    for name in ("Ann", "Bo"):
        found = tuple(MentionRecord(*m.span(), "name") for m in re.finditer(name, text))
        people.append(
            ActorRecord(name, name, "person", True, None, None, None, (), 0.5, mentions=found)
        )
    store(doc, ActorRecord, people)
    return doc


def adding(nlp: Language, n: int) -> Doc:
    """One verb of saying with so many others below it."""
    words = ["Ilves", "said"] + [",", "adding", "that", "roads", "were", "closed"] * n
    below = {",": "punct", "adding": "advcl"}
    return Doc(
        nlp.vocab,
        words=words,
        tags=[{**TAGS, "adding": "VBG", "were": "VBD"}.get(word, "NNS") for word in words],
        deps=["nsubj", "ROOT", *(below.get(word, "ccomp") for word in words[2:])],
        heads=[1, 1, *(1 if word in below else i + 1 for i, word in enumerate(words[2:]))],
    )


@pytest.mark.parametrize("make", [turns, adding])
def test_time_grows_no_faster_than_what_is_said_again(
    nlp: Language, make: Callable[[Language, int], Doc]
) -> None:
    def taken(n: int) -> float:
        doc = make(nlp, n)
        return seconds(lambda: QuotesComponent()(doc))

    assert any(taken(4_000) < 8 * max(taken(1_000), 0.02) for _ in range(3))
