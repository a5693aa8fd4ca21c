"""What speaks for and against a bullet: one number a feature."""

from __future__ import annotations

from collections.abc import Iterable, Set
from math import exp
from typing import NamedTuple

from briefkit.components.glance.candidates import Candidate
from briefkit.components.glance.cuts import SUBJECTS
from briefkit.components.glance.lexicon import words as listed
from briefkit.components.glance.resolve import Cast, lead, substitution
from briefkit.components.glance.sentence import Sentence
from briefkit.components.glance.shorten import Short
from briefkit.components.glance.worth import Worth, away

# Sentences after which the weight of the position has fallen to a third.
PACE = 6
_OURS = frozenset({"i", "we", "my", "our", "me", "us", "i'm", "we're", "you", "your"})
_POINTING = frozenset(
    [
        "others",
        "another",
        "this",
        "that",
        "these",
        "those",
        "such",
        "it",
        "they",
        "he",
        "she",
        "here",
        "there",
        "then",
        "both",
    ]
)
_BACK = frozenset({"another", "latter", "others", "same", "then"})
_OF_THESE = (["of", "these"], ["of", "those"], ["of", "them"])
_THESE = frozenset({"this", "that", "these", "those"})
_HUMAN = frozenset({"he", "she", "his", "her", "him"})
_PERSONAL = frozenset({"he", "she", "they", "his", "her", "their", "him", "them", "its", "it"})


class Features(NamedTuple):
    """All about between 0 and 1; WEIGHTS in `select` has one for each."""

    position: float  # early in the story
    opens: float  # begins its paragraph
    dense: float  # worth of its words, on average
    headline: float  # share of the headline's words that it has
    number: float  # figures or dates
    quoted: float  # share between quotation marks
    personal: float  # "I", "we", "you" outside of quotes
    pointing: float  # begins with a word, or has a subject, that points to the sentence before
    loose: float  # a pronoun without a name before it; 2 for he and she
    leaning: float  # "The ban": a thing that was told of before, and nothing more of it
    foil: float  # the next sentence turns away from it
    there: float  # "There is ..."
    words: float  # ten words count 1
    lost: float  # what the savings cost, ten counts 1
    short: float


def early(order: int, worth: Worth) -> float:
    """How near a sentence is to where the story comes to its point; 1 there."""
    return exp(-away(order, worth.point) / PACE)


def promise(candidate: Candidate, worth: Worth) -> float:
    """How much a sentence can hope for before it is shortened."""
    own = frozenset(candidate.stems) - {""}
    dense = worth.of(own) / max(1, len(own))
    lower = candidate.sentence.lower
    leans = points(lower[candidate.first : candidate.first + 3])
    ours = not _OURS.isdisjoint(lower)
    return 4 * dense + early(candidate.order, worth) - candidate.quoted - leans - ours / 2


def _personal(candidate: Candidate, kept: Iterable[int]) -> bool:
    """Whether the writer speaks of "us" or to "you", outside of quotes."""
    lower = candidate.sentence.lower
    return any(lower[i] in _OURS and not candidate.inside[i] for i in kept)


def measure(
    candidate: Candidate, short: Short, stems: Set[str], worth: Worth, cast: Cast
) -> Features:
    """The features of a candidate as shortened; `stems` are what is left of its stems."""
    s = short.sentence
    kept = short.kept
    lower, tags = [s.lower[i] for i in kept], [s.tags[i] for i in kept]
    resolved = substitution(short, cast, set())
    begin = lead(short)
    mine = not _OURS.isdisjoint(lower) and _personal(candidate, kept)
    # Most sentences have no such word, and need no closer look.
    pronouns = not _PERSONAL.isdisjoint(lower)
    return Features(
        position=early(candidate.order, worth),
        opens=float(candidate.opens),
        dense=worth.of(stems) / max(1, len(stems)),
        headline=len(stems & worth.headline) / max(1, len(worth.headline)),
        number=float("CD" in tags),
        quoted=candidate.quoted,
        personal=float(mine),
        pointing=float(resolved is None and (_subject(s, kept) or _points(s, begin))),
        loose=_looseness(s, kept, cast, resolved is not None) if pronouns else 0.0,
        leaning=float("DT" in tags and _leans(candidate, kept, worth)),
        foil=float(candidate.foil),
        there=float(s.deps[s.kids[s.root][0]] == "expl") if s.kids[s.root] else 0.0,
        words=short.size / 10,
        lost=sum(cut.cost for cut in short.cuts) / 10,
        short=float(short.size < 7),
    )


def _points(s: Sentence, begin: int) -> bool:
    opening = s.lower[begin : begin + 3]
    if s.tags[begin] == "IN":  # "Before that, ..."
        return opening[2:] == [","] and opening[1] in _POINTING
    return s.tags[begin] != "EX" and points(opening)


def points(opening: list[str]) -> bool:
    """Whether the first words lean on the sentence before: "Her coach", "Until then"."""
    alone = opening[0] not in _POINTING and opening[0] not in _PERSONAL
    return not alone or not _BACK.isdisjoint(opening[1:2]) or opening[1:] in _OF_THESE


def _looseness(s: Sentence, kept: tuple[int, ...], cast: Cast, resolved: bool) -> float:
    """2 for a "he" whom the reader would take for somebody of the bullet before, 1 for "it"."""
    unknown = _unknown(s, kept, cast)
    if unknown in ("he", "she") and not resolved:
        return 2.0
    return float((not resolved and _loose(s, kept)) or _unnamed(s, kept) or unknown != "")


def _loose(s: Sentence, kept: tuple[int, ...]) -> bool:
    """Whether a third-person pronoun stands before anything that it could mean."""
    for i in kept:
        if s.tags[i].startswith("NN") and s.deps[i] != "compound" and s.ents[i] != "time":
            return False
        if s.lower[i] in _PERSONAL and s.tags[i] in ("PRP", "PRP$"):
            return True
    return False


def _unnamed(s: Sentence, kept: tuple[int, ...]) -> bool:
    """Whether a pronoun speaks behind its words: "..., he said"."""
    for before, i, after in zip(kept, kept[1:], kept[2:], strict=False):
        speaks = s.lower[i] in ("he", "she", "they") and s.tags[after] in ("VBD", "VBZ", "VBP")
        closed = s.words[before] in ('"', "”", "’") or s.lower[after] in listed("says")
        if speaks and closed and not s.words[before][0].isalnum():
            return True
    return False


def _subject(s: Sentence, kept: tuple[int, ...]) -> bool:
    """Whether the subject only points, and no name stands before it: "By then, that had"."""
    i = s.kid(s.root, "nsubj", "nsubjpass")
    if i is None or i not in kept or s.lower[i] not in _POINTING or s.tags[i] not in ("PRP", "DT"):
        return False
    named = any(s.tags[k] in ("NNP", "NNPS") and s.ents[k] != "time" for k in kept if k < i)
    return s.lower[i] not in ("he", "she", "they") or not named


def _unknown(s: Sentence, kept: tuple[int, ...], cast: Cast) -> str:
    """The first word for somebody whom the words before do not name: "the answer to *his*"."""
    seen: set[str] = set()
    starts = s.table.starts
    for i in kept:
        actor, _, kind = cast.by_start.get(starts[s.start + i], (None, 0, ""))
        if kind == "pronoun" and actor is not None and s.lower[i] in _HUMAN:
            return "" if actor.id in seen else s.lower[i]
        if actor is not None:
            seen.add(actor.id)
    return ""


def _leans(candidate: Candidate, kept: tuple[int, ...], worth: Worth) -> bool:
    """Whether a subject is just "the ban", and a sentence before says which; or "this ban"."""
    s = candidate.sentence
    inside = set(kept)
    for i in [i for i in kept if s.tags[i] == "DT"]:
        noun = s.heads[i]
        if s.tags[noun] not in ("NN", "NNS") or noun <= i:
            continue
        if s.lower[i] in _THESE:
            return True
        before = worth.first.get(candidate.stems[noun], candidate.order) < candidate.order
        told = any(k != i and k in inside for k in s.kids[noun])
        alone = s.lower[i] == "the" and before and not told and s.deps[noun] in SUBJECTS
        if alone and s.lower[noun] not in listed("unique"):
            return True
    return False
