"""Phrases of when, where, how and what for, beside a verb or noun that is complete without them.

Each rule keeps to one principle: "X did Y where Z" says that X did Y. It holds for what happened,
and not beside "not", "only", "first" and the like, nor for rules and duties (`cuts.upward`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from briefkit.components.glance.cuts import (
    BOUNDS,
    OPEN,
    SUBJECTS,
    Cut,
    closes,
    comma,
    ends,
    full,
    happened,
    hedged,
    spanned,
    told,
    upward,
)
from briefkit.components.glance.lexicon import phrases, words
from briefkit.components.glance.sentence import Sentence

_TIMELY = frozenset(["after", "ahead", "amid", "before", "despite", "during", "following", "since"])
_ACTORS = frozenset(["group", "organization", "person", "place"])
_LOCAL = frozenset(["across", "at", "from", "in", "inside", "near", "on", "outside"])


def tail(s: Sentence) -> Iterator[Cut]:
    """The last phrase beside a verb or noun that is complete without it: "*after the vote*"."""
    loose = _loose()
    for i in s.labelled("prep", "agent"):
        word, head = s.lower[i], s.heads[i]
        if word not in loose or head >= i:
            continue
        start, end = s.edges[i][0], s.edges[i][1] + 1
        if head >= start or start + 1 < i or not _free(s, start):
            continue
        if not ends(s, end) or not s.whole(i):
            continue
        if not upward(s, head, start) or spanned(s, start):
            continue
        place = s.kid(i, "pobj")
        if place is not None and s.tags[place] == "PRP":  # "put covers on them"
            continue
        # "brought the mayor on board", "tested positive for lead"
        if (end - start == 2 and s.tags[end - 1] == "NN") or s.tags[start - 1] == "JJ":
            continue
        if word == "by" and not happened(s, head):
            continue
        # "will cost $9 million over ten years"
        if word in ("for", "over") and "time" in s.ents[i:end] and "$" in s.tags[:start]:
            continue
        # Who did it is the news where it is somebody with a name.
        if "by" in s.lower[i:end] and not _ACTORS.isdisjoint(s.ents[i:end]):
            continue
        begin = start - comma(s, start - 1)
        if not _connecting().isdisjoint(s.lower[start + 1 : start + 2]) and any(
            tuple(s.lower[start : start + len(p)]) == p for p in phrases("connectives")
        ):
            yield Cut(begin, end, "tail", 4)
        elif s.tags[head].startswith("VB"):
            bound = s.lower[head] in words("placing") or f"{s.lower[head]} {word}" in words("pairs")
            # What happened, happened in time and place; "died in" alone is no sentence.
            alone = word not in _TIMELY or s.deps[head] == "acl"  # "a man hurt during the vote"
            if not bound and (full(s, head, start) or not alone):
                yield Cut(begin, end, "tail", 4 if word in _TIMELY else 5)
        elif s.tags[head].startswith("NN") and s.deps[head] not in SUBJECTS:
            # "nationals and citizens from Leeds" are all from there.
            if _whole(s, head, place) or _first(s, head) or s.deps[head] == "conj":
                continue
            # Of whom something is said, where they are may tell which they are.
            if not closes(s, end) and place is not None and s.ents[place] == "place":
                continue
            local = place is not None and s.ents[place] == "place" and word in _LOCAL
            if local or word in _TIMELY or told(s, head):
                yield Cut(begin, end, "tail", 6 if local or word in _TIMELY else 7)


@cache
def _loose() -> frozenset[str]:
    return words("loose") | _TIMELY


@cache
def _connecting() -> frozenset[str]:
    """The second words of the connectives: a quick look whether it may be one."""
    return frozenset(phrase[1] for phrase in phrases("connectives"))


def _whole(s: Sentence, noun: int, place: int | None) -> bool:
    """Whether noun and phrase are one: "made a *bid* for peace", "the *Centre* for Policy"."""
    light = s.deps[noun] == "dobj" and s.lower[s.heads[noun]] in words("enabling")
    capital = place is not None and s.tags[place][:3] == "NNP" and s.ents[place] != "place"
    return light or (capital and s.tags[noun][:3] == "NNP")


def _first(s: Sentence, noun: int) -> bool:
    """Whether the phrase says of what it is the first: "his first months at the ministry"."""
    return any(s.lower[k] in ("first", "last", "only") for k in s.kids[noun])


def _free(s: Sentence, start: int) -> bool:
    """Whether nothing before `start` leans on it."""
    return comma(s, start - 1) or s.tags[start - 1] not in OPEN


def purpose(s: Sentence) -> Iterator[Cut]:
    """ "announced cuts *to reduce the deficit*" at the end, where the verb has its object."""
    for i in s.labelled("advcl"):
        start, end, head = s.edges[i][0], s.edges[i][1] + 1, s.heads[i]
        if s.tags[i] != "VB" or s.lower[start] != "to" or head >= start:
            continue
        if not closes(s, end) or not s.whole(i) or not upward(s, head, start):
            continue
        bare = not _free(s, start) or comma(s, start - 1) or _asked(s, head)
        bare = bare or s.lower[start - 1] in words("intents")
        if full(s, head, start) and not bare:
            yield Cut(start, end, "purpose", 5)


def _asked(s: Sentence, verb: int) -> bool:
    """Whether what follows may be what somebody is to do: "wants envoys sent *to meet*"."""
    while s.lower[verb] not in words("enabling"):
        if s.heads[verb] == verb:
            return False
        verb = s.heads[verb]
    return True


def manner(s: Sentence) -> Iterator[Cut]:
    """ "killed two people *in what police call an accident*", "won *by beating*" at the end."""
    for i in s.labelled("prep"):
        if s.lower[i] not in ("by", "in"):
            continue
        start, end, head = s.edges[i][0], s.edges[i][1] + 1, s.heads[i]
        if start != i or head >= start or not closes(s, end):
            continue
        if not s.whole(i) or comma(s, start - 1) or s.tags[start - 1] in OPEN:
            continue
        inner = s.kid(i, "pcomp")
        fits = inner is not None and (
            (s.lower[i] == "by" and s.tags[inner] == "VBG")
            or (s.lower[i] == "in" and s.lower[i + 1] == "what")
        )
        object_ = any(k < start and s.deps[k] in ("dobj", "nsubjpass") for k in s.kids[head])
        if fits and object_ and happened(s, head) and not hedged(s, s.edges[head][0], start):
            yield Cut(start, end, "manner", 5)


def dated(s: Sentence) -> Iterator[Cut]:
    """The day or year of what happened: "In 2012, the mayor", "resigned *on July 1*"."""
    for i in s.labelled("pobj", "npadvmod"):
        dep = s.deps[i]
        if s.ents[i] != "time":
            continue
        top = s.heads[i] if dep == "pobj" else i
        start, end, verb = s.edges[top][0], s.edges[top][1] + 1, s.heads[top]
        if dep == "pobj" and (s.lower[top] not in ("at", "in", "on") or start != top):
            continue
        if end - start > 5 or not s.whole(top) or not happened(s, verb):
            continue
        if s.deps[verb] in ("acl", "relcl"):  # which one is meant: "a song that won in May"
            continue
        if any(s.ents[k] != "time" for k in range(start + (dep == "pobj"), end)):
            continue
        if hedged(s, s.edges[verb][0], end) or s.lower[verb] in words("placing"):
            continue
        if any(s.lower[k] in BOUNDS for k in s.kids[verb]):  # "since it began in May"
            continue
        main = s.kid(verb, *SUBJECTS)
        if start == 0 and comma(s, end) and main is not None and _next(s, end + 1, main):
            yield Cut(0, end + 1, "dated", 2)
        elif verb < start and s.tags[start - 1] not in OPEN and not _bound(s, start, end):
            around = comma(s, start - 1) and (comma(s, end) or closes(s, end))
            if around or not comma(s, start - 1):
                yield Cut(start - around, end + (around and comma(s, end)), "dated", 3)


def _next(s: Sentence, start: int, subject: int) -> bool:
    """Whether nothing but its own words stands between a token and the subject."""
    return start <= subject and "," not in s.words[start:subject]


def _bound(s: Sentence, start: int, end: int) -> bool:
    """Whether the date is one end of a stretch, or one of two."""
    after = s.lower[end : end + 1]
    both = after in (["and"], ["or"], ["to"], ["through"], ["until"], ["-"], ["–"])
    return both or s.lower[start - 1] in BOUNDS


def speaker(s: Sentence) -> Iterator[Cut]:
    """More of a source behind the words: ", a lawyer *for the family* said"."""
    if s.report >= len(s):
        return
    for i in s.labelled("prep", "acl", "relcl"):
        noun, start, end = s.heads[i], s.edges[i][0], s.edges[i][1] + 1
        if not s.report < noun == start - 1 or not s.whole(i) or not ends(s, end):
            continue
        if s.deps[noun] not in SUBJECTS and s.lower[s.heads[noun]] != "to":
            continue
        # "the head of the agency", "a spokeswoman for the school" is no source without the rest.
        if s.tags[noun] in ("NN", "NNS") and s.lower[noun] not in words("offices"):
            yield Cut(start, end, "speaker", 2)
