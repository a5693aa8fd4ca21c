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


def test_a_name_of_two_in_a_heading_means_neither(nlp: Language) -> None:
    text = (
        "Bridge opens in Peru\n\nTomas Reyes met his wife, Ana Reyes, in Lima on Monday. "
        "Mr Reyes left early. Mrs Reyes stayed.\n\nWhat Reyes wants\n\n"
        "Mr Reyes said that the bridge had cost too much. Mrs Reyes told him to wait."
    )
    place = text.index("Reyes wants")
    found = [m.start for a in records(nlp(text), ActorRecord) for m in a.mentions]
    assert place not in found
