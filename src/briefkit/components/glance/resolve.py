"""Who the first word of a bullet is: a name in the place of "She" or a surname."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefkit.components.glance.sentence import Sentence
from briefkit.components.glance.shorten import Short
from briefkit.components.records import ActorRecord, Place, ResolvedRecord

if TYPE_CHECKING:
    from collections.abc import Sequence

_OPENING = frozenset(['"', "“", "'", "‘"])
_PRONOUNS = frozenset({"he", "she", "it", "they"})
_PLURAL = frozenset({"are", "were", "have", "do", "'re", "’re", "'ve", "’ve"})
# Titles that a full name can stand in for; of others the reader wants to know.
_PLAIN_TITLES = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss"})

# Characters: about two sentences and a half.
_PASSAGE = 400


@dataclass
class Cast:
    """The actors of the article by the places where it names or means them."""

    actors: tuple[ActorRecord, ...]
    by_start: dict[int, tuple[ActorRecord, int, str]] = field(init=False)
    names: dict[str, Place] = field(init=False)

    def __init__(self, actors: Sequence[ActorRecord], text: str) -> None:
        self.actors = tuple(actors)
        self.by_start = {}
        self.names = {}
        for actor in self.actors:
            for mention in actor.mentions:
                self.by_start.setdefault(mention.start, (actor, mention.end, mention.kind))
                if actor.id in self.names:
                    continue
                at = text.find(actor.name, mention.start, mention.end)
                if at >= 0:
                    self.names[actor.id] = (at, at + len(actor.name))

    def alone(self, actor: ActorRecord, at: int) -> bool:
        """Whether nobody else can be meant by a pronoun at a character of the text.

        A wrong name in a bullet puts words and deeds on the wrong person, so the coreference is
        trusted only where the passage before names no other who could be meant.
        """
        rivals = [other for other in self.actors if _alike(actor, other)]
        near = [other for other in rivals if _named(other, at - _PASSAGE, at)]
        return [other.id for other in near or rivals] == [actor.id]

    def shared(self, actor: ActorRecord, words: list[str]) -> bool:
        """Whether another actor goes by the same short name: two who share a surname."""
        return any(
            other.id != actor.id and set(words) <= set(other.name.split()) for other in self.actors
        )


def _alike(actor: ActorRecord, other: ActorRecord) -> bool:
    """Whether the same pronoun could mean both."""
    if (actor.type == "person") != (other.type == "person"):
        return False
    return None in (actor.gender, other.gender) or actor.gender == other.gender


def _named(actor: ActorRecord, start: int, end: int) -> bool:
    return any(m.kind != "pronoun" and start <= m.start < end for m in actor.mentions)


def lead(short: Short) -> int:
    """The first kept token that is no quotation mark."""
    words = short.sentence.words
    for i in short.kept:
        if words[i] not in _OPENING:
            return i
    return short.kept[0]


def substitution(short: Short, cast: Cast, shown: set[str]) -> ResolvedRecord | None:
    """The name for the pronoun or short name at the head of a bullet; None where it may stay.

    `shown` are the ids of actors whose name an earlier bullet has.
    """
    s, first = short.sentence, lead(short)
    if first != short.kept[0]:  # the words of a quote are the speaker's
        return None
    begin = s.place(first)[0]
    actor, end, kind = cast.by_start.get(begin, (None, 0, ""))
    if actor is None or actor.id not in cast.names:
        return None
    target = cast.names[actor.id]
    source = s.table.text[begin:end]
    if kind == "pronoun" and source.lower() in _PRONOUNS:
        if not _agrees(s, first, actor) or not cast.alone(actor, begin):
            return None
    elif kind == "name":
        words = [word for word in source.split() if word.lower() not in _PLAIN_TITLES]
        name = actor.name.split()
        if actor.id in shown or len(words) >= len(name) or not set(words) <= set(name):
            return None
        if cast.shared(actor, words):
            return None
        # A firm is named in full first; a longer name behind may be of a part of it.
        if actor.type != "person" and target[0] > begin:
            return None
    else:
        return None
    if target == (begin, end):
        return None
    return ResolvedRecord(source, actor.name, target)


def _agrees(s: Sentence, i: int, actor: ActorRecord) -> bool:
    """Whether the name fits the verb: "They are" does not become "The council are"."""
    contracted = i + 1 < len(s) and s.words[i + 1][0] in "'’"  # "She’s" is not "Berg’s"
    if s.deps[i] not in ("nsubj", "nsubjpass") or contracted:
        return False
    if s.lower[i] != "they":
        return True
    verb = s.heads[i]
    finite = [verb, *(k for k in s.kids[verb] if s.deps[k] in ("aux", "auxpass"))]
    return actor.type != "person" and all(
        s.lower[k] not in _PLURAL and s.tags[k] != "VBP" for k in finite
    )
