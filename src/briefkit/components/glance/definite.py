"""Nouns of a sentence that say "the ban" or "the young singer", and not which or who that is."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import TYPE_CHECKING

from briefkit.components.glance.cuts import SUBJECTS, comma
from briefkit.components.glance.lexicon import words as listed

if TYPE_CHECKING:
    from briefkit.components.glance.candidates import Candidate
    from briefkit.components.glance.cast import Cast
    from briefkit.components.glance.features import Survey
    from briefkit.components.glance.sentence import Sentence

THESE = frozenset({"this", "that", "these", "those"})
# "the same show" and "the other two" say no more which they are than "the show".
_RELATING = frozenset({"last", "latest", "latter", "next", "other", "remaining", "same"})


def untold(candidate: Candidate, kept: tuple[int, ...], seen: Survey) -> Iterator[tuple[int, int]]:
    """Determiner and noun of what is just "the ban", "this ban" or "such bans".

    Not of what the headline or the bullet itself has told of before, or everybody knows.
    """
    s = candidate.sentence
    inside = set(kept)
    for i in [i for i in kept if s.tags[i] == "DT" or s.deps[i] == "det" or s.lower[i] == "such"]:
        noun, key = s.heads[i], candidate.stems[s.heads[i]]
        adjective = s.tags[noun] in ("JJ", "JJS") and s.deps[noun] in SUBJECTS  # "The latest is"
        if noun <= i or not (adjective or s.tags[noun] in ("NN", "NNS")):
            continue
        if s.ents[i] == "time" and s.lower[i] not in ("that", "those"):
            continue
        if key and any(candidate.stems[k] == key for k in kept if k < i):
            continue
        if s.lower[i] in THESE or (s.lower[i] == "such" and s.lower[i + 1] != "as"):
            yield i, noun
        # "The ban, passed in May," "the two bans" and "the ban's" say no more which they are.
        own = inside.intersection(s.kids[noun]) - {i}
        more = [k for k in own if s.deps[k] not in ("case", "nummod", "punct")]
        told = any(not comma(s, s.edges[k][0] - 1) and s.lower[k] not in _RELATING for k in more)
        # "Velar, the builder," and "the builder, Velar," do, and "the Vel One mill".
        told = told or s.deps[noun] == "appos" or any(s.deps[k] == "appos" for k in own)
        told = told or _proper(s, i, noun)
        # "Unions warn of cuts" does not say which union is "the union".
        one = s.tags[noun] == "NN" and f"{s.lower[noun]}s" in seen.title
        headed = key in seen.headline and (not one or s.lower[noun] in seen.title)
        plain = (not key and not adjective) or s.lower[noun] in listed("unique")
        if s.lower[i] == "the" and not (told or headed or plain):
            yield i, noun


def _proper(s: Sentence, start: int, end: int) -> bool:
    """Whether a name stands in tokens `[start, end)`."""
    return any(tag.startswith("NNP") for tag in s.tags[start:end])


def called(s: Sentence, kept: tuple[int, ...], cast: Cast, named: Set[int]) -> set[int]:
    """The nouns by which actors are called whom the bullet does not name: "the young singer"."""
    starts = [(i, s.place(i)[0]) for i in kept]
    found = [(i, *cast.by_start[at]) for i, at in starts if at in cast.by_start]
    names = {actor.id for _, actor, mention in found if mention.kind == "name"}
    return {
        s.heads[i]
        for i, actor, mention in found
        if mention.kind == "nominal" and s.lower[i] == "the" and s.deps[i] == "det"
        if not (i in named or actor.id in names or s.lower[s.heads[i]] in listed("unique"))
        if not _proper(s, i, s.heads[i])
    }
