"""Capitals that a headline In Title Case has lent to words: what the encoder sees of them."""

from __future__ import annotations

import pytest

from briefkit.components.encoder.casing import truecased

TEXT = (
    "Ann Hale , a veteran of two wars , endorses Mark Orr of the Rail Party . "
    "The plan of Orr is to unite the movement ."
)


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        (
            "War Veteran Ann Hale Endorses Mark Orr Plan",
            "war veteran Ann Hale endorses Mark Orr plan",
        ),
        ("Party Rift : Movement to Unite Behind Orr", "Party rift : movement to unite behind Orr"),
        # Names, of which the text says nothing.
        ("Lena Moss Beats Josef Kern", "Lena Moss Beats Josef Kern"),
        ("Movement Hopes Rest Upon Josef Kern", "Movement Hopes Rest Upon Josef Kern"),
        # A sentence.
        ("Veteran Ann Hale said that her movement Endorses nobody", None),
    ],
)
def test_capitals_of_a_title(line: str, seen: str | None) -> None:
    words = f"{line} {TEXT}".split()
    starts = [0, len(line.split()), words.index("The")]
    told = truecased(words, starts)
    assert " ".join(told[: starts[1]]) == (seen or line)
    assert list(told[starts[1] :]) == words[starts[1] :]
