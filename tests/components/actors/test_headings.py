"""Headings make no actor, and mean those that the text names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefkit.components.records import ActorRecord, records

if TYPE_CHECKING:
    from spacy.language import Language

STORY = (
    "The mayor of Lima, Tomas Reyes, opened the bridge on Monday. Reyes said it had cost too much."
)

# a heading, the actors that it means
CASES = [
    ("Who is Tomas Reyes?", ["Tomas Reyes"]),
    ("What Reyes wants", ["Reyes"]),
    ("Why Lima likes Reyes's bridge", ["Lima", "Reyes"]),
    ("Why Ana Duarte resigned", []),
    ("The road ahead", []),
]


@pytest.mark.parametrize(("heading", "wanted"), CASES)
def test_headings_mean_known_actors(nlp: Language, heading: str, wanted: list[str]) -> None:
    text = f"Bridge opens in Peru\n\n{STORY}\n\n{heading}\n\n{STORY}"
    start = text.index(heading)
    places = sorted(
        (mention.start, mention.end)
        for actor in records(nlp(text), ActorRecord)
        for mention in actor.mentions
        if start <= mention.start < start + len(heading)
    )
    assert [text[first:last] for first, last in places] == wanted
