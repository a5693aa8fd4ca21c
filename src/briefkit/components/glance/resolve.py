"""Who a bullet speaks of: names in the place of pronouns, and of a short name at its head."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefkit.components.glance.cuts import SUBJECTS
from briefkit.components.glance.sentence import Sentence
from briefkit.components.glance.shorten import Short
from briefkit.components.records import ActorRecord, MentionRecord, Place, ResolvedRecord

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

_OPENING = frozenset(['"', "“", "'", "‘"])
_OBJECTS = frozenset({"him", "her"})
_POSSESSIVES = frozenset({"his", "her", "its", "their"})
_PRONOUNS = frozenset({"he", "she", "it", "they"}) | _OBJECTS | _POSSESSIVES
_PLURAL = frozenset({"are", "were", "have", "do", "'re", "’re", "'ve", "’ve"})
# Titles that a full name can stand in for; of others the reader wants to know.
_PLAIN_TITLES = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss"})

# Characters: about two sentences and a half.
_PASSAGE = 400


@dataclass
class Cast:
    """The actors of the article by the places where it names or means them.

    `names` are where each is first named by its name, `owners` where by that or a part of it
    with "'s".
    """

    actors: tuple[ActorRecord, ...]
    by_start: dict[int, tuple[ActorRecord, int, str]] = field(init=False)
    names: dict[str, Place] = field(init=False)
    owners: dict[str, Place] = field(init=False)

    def __init__(self, actors: Sequence[ActorRecord], text: str) -> None:
        self.actors = tuple(actors)
        self.by_start, self.names, self.owners = {}, {}, {}
        for actor in self.actors:
            for mention in actor.mentions:
                self.by_start.setdefault(mention.start, (actor, mention.end, mention.kind))
                self._name(actor, mention, text)

    def _name(self, actor: ActorRecord, mention: MentionRecord, text: str) -> None:
        at = text.find(actor.name, mention.start, mention.end)
        if at >= 0:
            self.names.setdefault(actor.id, (at, at + len(actor.name)))
        # The whole name is the better one, but hardly an article has "Anna Berg's" twice.
        short = mention.kind == "name" and set(text[mention.start : mention.end].split())
        begin, end = (at, at + len(actor.name)) if at >= 0 else (mention.start, mention.end)
        fits = at >= 0 or (short and short <= set(actor.name.split()))
        if fits and text[end : end + 2] in ("'s", "’s"):
            self.owners.setdefault(actor.id, (begin, end + 2))

    def alone(self, actor: ActorRecord, at: int) -> bool:
        """Whether nobody else can be meant by a pronoun at a character of the text.

        A wrong name in a bullet puts words and deeds on the wrong person, so the coreference is
        trusted only where the passage before names no other who could be meant.
        """
        rivals = [other for other in self.actors if _alike(actor, other)]
        near = [other for other in rivals if _named(other, at - _PASSAGE, at)]
        return [other.id for other in near or rivals] == [actor.id]

    def leads(self, actor: ActorRecord, start: int, subject: int, at: int) -> bool:
        """Whether the `subject` of the sentence at `start` is the actor, and no rival is named
        from there to the pronoun at character `at`."""
        rivals = [o for o in self.actors if _alike(actor, o) and o.id != actor.id]
        return any(m.start <= subject < m.end for m in actor.mentions) and not any(
            _named(other, start, at) for other in rivals
        )

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


def substitutions(
    short: Short, inside: Sequence[bool], cast: Cast, shown: Collection[str]
) -> list[tuple[int, ResolvedRecord]]:
    """The names that a bullet needs, each with the token in whose place it stands.

    A pronoun outside of quotes (`inside`) gets the name of an actor whom the bullet does not name,
    once. `shown` are the ids of actors whose name an earlier bullet has.
    """
    found: list[tuple[int, ResolvedRecord]] = []
    told = {actor.id for _, actor, kind in _mentions(short, cast) if kind == "name"}
    for i, actor, kind in _mentions(short, cast):
        if actor.id not in cast.names or inside[i]:
            continue
        if kind == "pronoun" and actor.id not in told:
            change = _for_pronoun(short.sentence, i, actor, cast)
        elif kind == "name" and i == short.kept[0]:
            change = _for_short_name(short.sentence, i, actor, cast, shown)
        else:
            continue
        if change is not None:
            found.append((i, change))
            told.add(actor.id)
    return found


def _mentions(short: Short, cast: Cast) -> Iterator[tuple[int, ActorRecord, str]]:
    for i in short.kept:
        actor, _, kind = cast.by_start.get(short.sentence.place(i)[0], (None, 0, ""))
        if actor is not None:
            yield i, actor, kind


def _for_pronoun(s: Sentence, i: int, actor: ActorRecord, cast: Cast) -> ResolvedRecord | None:
    """The name for "she", "him", "its"; None where another could be meant or it does not fit."""
    begin, end = s.place(i)
    source = s.table.text[begin:end]
    # "Before she left, Eva Dahl said": who is named behind may be meant as well.
    subject = s.kid(s.root, *SUBJECTS)
    at = s.place(subject)[1] if subject is not None and subject > i else begin
    if s.lower[i] not in _PRONOUNS or not (cast.alone(actor, at) or _goes_on(s, at, actor, cast)):
        return None
    if s.tags[i] == "PRP$":
        place = cast.owners.get(actor.id)
        if s.lower[i] not in _POSSESSIVES or place is None or s.lower[i + 1 : i + 2] == ["own"]:
            return None
        return ResolvedRecord(source, s.table.text[slice(*place)], place)
    objects = s.lower[i] in _OBJECTS and s.deps[i] in ("dobj", "dative", "pobj")
    if not objects and not _agrees(s, i, actor):
        return None
    return ResolvedRecord(source, actor.name, cast.names[actor.id])


def _for_short_name(
    s: Sentence, i: int, actor: ActorRecord, cast: Cast, shown: Collection[str]
) -> ResolvedRecord | None:
    """The full name for a surname at the head of a bullet; None where that may stay."""
    begin = s.place(i)[0]
    target, end = cast.names[actor.id], cast.by_start[begin][1]
    source = s.table.text[begin:end]
    words = [word for word in source.split() if word.lower() not in _PLAIN_TITLES]
    name = actor.name.split()
    if actor.id in shown or len(words) >= len(name) or not set(words) <= set(name):
        return None
    # A firm is named in full first; a longer name behind may be of a part of it.
    later = actor.type != "person" and target[0] > begin
    if later or cast.shared(actor, words) or target == (begin, end):
        return None
    return ResolvedRecord(source, actor.name, target)


def _goes_on(s: Sentence, at: int, actor: ActorRecord, cast: Cast) -> bool:
    """Whether the sentence before has the actor as its subject, too, and names no rival."""
    table = s.table
    first = table.sentences[max(0, bisect_left(table.sentences, s.start) - 1)]
    for k in range(first, s.start):
        if table.deps[k] in SUBJECTS and table.deps[table.heads[k]] == "ROOT":
            return cast.leads(actor, table.starts[first], table.starts[k], at)
    return False


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
