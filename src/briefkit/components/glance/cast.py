"""Who the article is about: where it names them, and by what."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from briefkit import lexicon
from briefkit.components.records import ActorRecord, MentionRecord, Place

if TYPE_CHECKING:
    from collections.abc import Sequence

# Words of a role that is told with the name.
_ROLE = 10
# Characters of the titles that may stand between the two.
_TITLES = 12
# ", the ", ", Mr. Holm's "
_BETWEEN = re.compile(r", (?:an? |the |(?:[A-Z][\w.-]* ){0,2}[A-Z][\w-]*['’]s )?$")
_LISTS = ("actors_honorifics.tsv", "actors_ranks.tsv", "actors_roles.txt")
# Characters: about two sentences and a half.
_PASSAGE = 400


class FullName(NamedTuple):
    """Where an actor's full name stands, and where it stands with what says who that is.

    `behind` tells that the one who comes second stands between commas: "Anna Berg, the judge".
    """

    name: Place
    told: Place
    behind: bool = False


def full_name(actor: ActorRecord, text: str) -> FullName | None:
    """The first place of the name; the first with the role where that is short and beside it."""
    first: Place | None = None
    for mention in actor.mentions:
        at = text.find(actor.name, mention.start, mention.end)
        if at < 0:
            continue
        place = (at, at + len(actor.name))
        first = first or place
        told = _with_role(actor, place, text)
        if told is not None:
            return FullName(first, told, "," in text[slice(*told)])
    return FullName(first, first) if first else None


def _with_role(actor: ActorRecord, name: Place, text: str) -> Place | None:
    """The name with the role, where that stands next to it: before it, or in commas behind.

    Also "The judge, Anna Berg,".
    """
    if actor.type != "person" or actor.role_span is None:
        return None
    start, end = actor.role_span
    role = text[start:end].split()
    # "Candidates Berg and Dahl" are two.
    several = text[end - 1] == "s" and not are_titles(role) and are_titles([role[-1][:-1]])
    if len(role) > _ROLE or "," in text[start:end] or several:
        return None
    if start < end <= name[0]:
        titles = text[end : name[0]]
        if titles == ", " and text[name[1] : name[1] + 1] == ",":
            begin = start - len("The ")
            return (begin, name[1]) if text[max(0, begin) : start].lower() == "the " else None
        fits = titles.isspace() or (are_titles(titles.split()) and len(titles) < _TITLES)
        return (start, name[1]) if fits else None
    between, after = text[name[1] : start], text[end : end + 1]
    return (name[0], end) if _BETWEEN.match(between) and after in (",", ".") else None


class Cast:
    """The actors of the article by the places where it names or means them.

    `names` are where each is named by its full name, `owners` where by that or a part of it with
    "'s".
    """

    def __init__(self, actors: Sequence[ActorRecord], text: str) -> None:
        self.actors = tuple(actors)
        self.by_start: dict[int, tuple[ActorRecord, MentionRecord]] = {}
        self.names: dict[str, FullName] = {}
        self.owners: dict[str, Place] = {}
        for actor in self.actors:
            for mention in actor.mentions:
                self.by_start.setdefault(mention.start, (actor, mention))
                self._own(actor, mention, text)
            name = full_name(actor, text)
            if name is not None:
                self.names[actor.id] = name

    def _own(self, actor: ActorRecord, mention: MentionRecord, text: str) -> None:
        at = text.find(actor.name, mention.start, mention.end)
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

    def shared(self, actor: ActorRecord, words: list[str]) -> bool:
        """Whether another actor goes by the same short name: two who share a surname.

        The firm of the family is no person.
        """
        return any(
            other.id != actor.id
            and (other.type == "person" or actor.type != "person")
            and set(words) <= set(other.name.split())
            for other in self.actors
        )


def _alike(actor: ActorRecord, other: ActorRecord) -> bool:
    """Whether the same pronoun could mean both."""
    if (actor.type == "person") != (other.type == "person"):
        return False
    return None in (actor.gender, other.gender) or actor.gender == other.gender


def _named(actor: ActorRecord, start: int, end: int) -> bool:
    return any(m.kind != "pronoun" and start <= m.start < end for m in actor.mentions)


def are_titles(words: Sequence[str]) -> bool:
    """Whether the last of them is an office, a rank or the like: "Sen.", "prime minister"."""
    return bool(words) and words[-1].lower().rstrip(".") in _titles()


@cache
def _titles() -> frozenset[str]:
    return frozenset(row[0] for name in _LISTS for row in lexicon.rows("components", name))
