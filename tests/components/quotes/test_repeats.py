"""Words that an article prints twice."""

from __future__ import annotations

import pytest

from briefkit.components.quotes.repeats import told_once
from briefkit.components.records import QuoteRecord

SAID = "“The bridge was never meant to carry so many lorries a day,” Ann Lee said on Monday."
PULLED = "“The bridge was never meant to carry so many lorries a day. Ann Lee, an engineer.”"
SHORT = "“The bridge was never.”"


def quote(text: str, words: str, cue: str | None = None) -> QuoteRecord:
    at = text.rindex(words)
    end = text.index("”", at) + 1
    where = (text.index(cue), text.index(cue) + len(cue)) if cue else None
    return QuoteRecord(((at, end),), "direct", None, None, where, "none")


@pytest.mark.parametrize("text", [f"{SAID}\n\n{PULLED}", f"{PULLED}\n\n{SAID}"])
def test_a_pull_quote_repeats_what_is_told(text: str) -> None:
    said = QuoteRecord(
        ((text.index(SAID), text.index(" Ann Lee said")),), "direct", None, None, (0, 1), "named"
    )
    pulled = QuoteRecord(
        ((text.index(PULLED), text.index(PULLED) + len(PULLED)),),
        "direct",
        None,
        None,
        None,
        "none",
    )
    assert told_once(text, [said, pulled]) == [said]


def test_a_few_words_may_be_said_again() -> None:
    text = f"{SAID}\n\n{SHORT}"
    found = [quote(text, "“The bridge was never meant", "said"), quote(text, SHORT)]
    assert told_once(text, found) == found


def test_words_that_only_the_layout_prints_stay() -> None:
    found = [quote(PULLED, PULLED)]
    assert told_once(PULLED, found) == found


def test_what_two_say_is_told_twice() -> None:
    text = f"{SAID} “The bridge was never meant to carry so many lorries a day,” said Bo Park."
    found = [
        quote(text[: len(SAID)], "“The bridge", "said"),
        quote(text, "“The bridge", "said Bo"),
    ]
    assert told_once(text, found) == found
