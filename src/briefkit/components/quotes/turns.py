"""Who asks and who answers in the turns of a conversation."""

from __future__ import annotations

from briefkit.components.records import ActorRecord

_ASKS = frozenset({"q", "question"})
_ANSWERS = frozenset({"a", "answer"})


def asks(label: str) -> bool:
    """Whether a label is that of a question."""
    return label.lower().rstrip(".") in _ASKS


def answers(label: str) -> bool:
    """Whether a label is that of an answer."""
    return label.lower().rstrip(".") in _ANSWERS


def interviewee(actors: tuple[ActorRecord, ...], before: int) -> str | None:
    """Who answers: the one person, if there is one, named before the first question."""
    people = [
        actor.id for actor in actors if actor.type == "person" and actor.mentions[0].start < before
    ]
    return people[0] if len(people) == 1 else None
