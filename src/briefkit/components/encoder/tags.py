"""The tags that the encoder's heads give to words: begin, inside, outside (BIO)."""

from __future__ import annotations

# "other" names what is no actor and no place: products, works, events, laws, awards.
CLASSES = ("person", "organization", "place", "group", "other")
NAME_TAGS = ("O", *(f"{part}-{kind}" for kind in CLASSES for part in "BI"))
ROLE_TAGS = ("O", "B", "I")
# Of speech: nothing, inside of a direct quote, begin and inside of a report in the writer's own
# words (indirect or mixed), the cue, the words for who speaks.
SPEECH_TAGS = ("O", "D", "B", "I", "C", "S")


def begin(kind: str) -> int:
    """The tag of a name's first word."""
    return 1 + 2 * CLASSES.index(kind)


def inside(kind: str) -> int:
    """The tag of a name's further words."""
    return begin(kind) + 1
