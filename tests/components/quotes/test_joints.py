"""How the stretches of a quote are put together."""

from __future__ import annotations

import pytest

from briefkit.components.marks import find_marked
from briefkit.components.quotes.recording import joined
from briefkit.text import quoted_words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“It is late,” she said. “We will go by road.”",
            ["“It is late,”", ".", "“We will go by road.”"],
        ),
        ("“Is it late?” she asked. “We will go.”", ["“Is it late?”", "“We will go.”"]),
        ("“The plan,” he said, “is better than none.”", ["“The plan,”", "“is better than none.”"]),
        ('"The plan," he said, "is dead."', ['"The plan,"', '"is dead."']),
        ("“By train”, he said. “Or by road.”", ["“By train”", ".", "“Or by road.”"]),
        ("“It is late,” she said.", ["“It is late,”"]),
        ("“It is late.”", ["“It is late.”"]),
    ],
)
def test_a_stop_joins_two_sentences(text: str, expected: list[str]) -> None:
    spans = [(m.start, m.end) for m in find_marked(text, 0, len(text), "")]
    assert [text[start:end] for start, end in joined(text, spans)] == expected


@pytest.mark.parametrize(
    ("text", "spans", "words"),
    [
        ("“It is late,” she said. “We go.”", [(0, 13), (22, 23), (24, 32)], "It is late. We go."),
        ("“The plan,” he said, “is good.”", [(0, 11), (21, 31)], "The plan is good."),
        ("“It is late,” she said.", [(0, 13)], "It is late"),
    ],
)
def test_no_comma_of_the_cue_is_said(text: str, spans: list[tuple[int, int]], words: str) -> None:
    assert quoted_words(text, spans) == words
