"""Every construct that news uses to report speech, one line a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefkit.components.quotes.find import find_quotes
from briefkit.components.quotes.view import View
from tests.components.quotes.cases import CASES, Expected, read_case
from tests.components.quotes.parse_cases import PARSE_CASES

if TYPE_CHECKING:
    from spacy.language import Language

_ALL = CASES | PARSE_CASES
_STOPS = (".", "!", "?")
_EDGES = " ,.;:“”‘’\"'«»„"


def test_there_are_enough_cases() -> None:
    assert all(len(cases) >= 3 for cases in _ALL.values())
    assert sum(map(len, _ALL.values())) >= 90


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, id=f"{name}-{n}")
        for name, cases in _ALL.items()
        for n, case in enumerate(cases)
    ],
)
def test_case(nlp: Language, case: str) -> None:
    text, expected = read_case(case)
    doc = nlp.make_doc(text)
    for name in ("briefkit_layout", "tok2vec", "tagger", "parser"):
        doc = nlp.get_pipe(name)(doc)
    found, _ = find_quotes(View(doc), ())
    assert [
        Expected(
            kind=quote.kind,
            polarity=quote.polarity,
            pieces=[text[a:b].strip(_EDGES) for a, b in quote.spans if text[a:b] not in _STOPS],
            speaker=text[slice(*quote.speaker)]
            if quote.speaker and quote.attribution != "continued"
            else None,
            cue=text[slice(*quote.cue)] if quote.cue else None,
        )
        for quote in found
    ] == [
        Expected(q.kind, q.polarity, [piece.strip(_EDGES) for piece in q.pieces], q.speaker, q.cue)
        for q in expected
    ]
