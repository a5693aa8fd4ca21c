"""Which dated events can be read alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefkit import extract

if TYPE_CHECKING:
    from briefkit.schema import Brief

LEAD = "The town of Velby voted on 3 March 2024 for a bridge and a ban on boats. Anna Berg, its mayor, smiled. "


def brief(sentence: str) -> Brief:
    return extract(f"Velby votes\n\n{LEAD}{sentence}", published="2025-01-13")


@pytest.mark.parametrize(
    ("sentence", "tells"),
    [
        ("It fell in May 2024.", False),
        ("The bridge fell in May 2024.", False),
        ("That fall of a crane shook many people in May 2024.", False),
        ("Both women left Arle in May 2024.", False),
        ("All three appeared in a court in May 2024.", False),
        ("A crane fell into the river in May 2024.", True),
        ("Those who sailed on the river were fined in May 2024.", True),
        ("The owner of the Arle mill left in May 2024.", True),
        ("It was Tom Ode who won the vote in May 2024.", True),
        ("Tom Ode said in May 2024 it was unclear whether boats would sail.", True),
        ("For her part, Anna Berg left Arle in May 2024.", True),
        ("And then, in May 2024, Tom Ode left Arle.", True),
        ("In May 2024 I bought a boat in Arle.", False),
    ],
)
def test_what_hangs_on_another_sentence_has_no_tense(sentence: str, tells: bool) -> None:
    *_, last = brief(sentence).dates
    assert last.event and bool(last.tense) == tells


def test_words_of_a_quote_may_point_elsewhere() -> None:
    text = "“This is what we wanted,” Anna Berg told a crowd in Arle in May 2024."
    *_, last = brief(text).dates
    assert last.tense == "past"
