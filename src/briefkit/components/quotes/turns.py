"""Turns of a conversation: "Q: …", "A: …", "SMITH: …" at the head of paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefkit.components.quotes.view import View
from briefkit.components.records import ActorRecord, Place

_LABEL = re.compile(
    r"(?P<label>Q|A|Question|Answer|[A-Z][\w'’.-]*(?: (?:[A-Z][\w'’.-]*|de|van|von|al)){0,3})"
    r"(?: ?\([^)\n]{2,40}\))?\s?:\s+(?=\S)"
)
# A table's "Smith: 1,204." says nothing.
_SPOKEN = re.compile(r"[A-Za-z]{2}")
_ASKS = frozenset({"q", "question"})
_ANSWERS = frozenset({"a", "answer"})
# A single "Note: …" is no conversation.
_LEAST = 3


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says in a paragraph of its own; `label` is who, `colon` the cue."""

    block: int
    label: Place
    colon: Place
    words: Place
    answers: bool = False
    asks: bool = False


def find_turns(view: View, kinds: frozenset[str]) -> list[Turn]:
    """The turns of the article, where labels come back as in a transcript or an interview."""
    found: list[Turn] = []
    for n, block in enumerate(view.blocks):
        match = _LABEL.match(view.text, block.start, block.end) if block.kind in kinds else None
        if match is None or not _SPOKEN.search(view.text, match.end(), block.end):
            continue
        label = match["label"].lower().rstrip(".")
        colon = view.text.index(":", match.end("label"))
        found.append(
            Turn(
                block=n,
                label=match.span("label"),
                colon=(colon, colon + 1),
                words=(match.end(), block.end),
                answers=label in _ANSWERS,
                asks=label in _ASKS,
            )
        )
    labels = [view.text[slice(*turn.label)].lower() for turn in found]
    often = (
        {label for label in labels if labels.count(label) > 1} if len(found) < 500 else set(labels)
    )
    if len(found) < _LEAST or not often:
        return []
    sure = {turn.block for turn, label in zip(found, labels, strict=True) if label in often}
    return [turn for turn in found if {turn.block - 1, turn.block, turn.block + 1} & sure]


def interviewee(actors: tuple[ActorRecord, ...], before: int) -> str | None:
    """Who answers: the one person, if there is one, named before the first question."""
    people = [
        actor.id
        for actor in actors
        if actor.type == "person" and actor.mentions and actor.mentions[0].start < before
    ]
    return people[0] if len(people) == 1 else None
