"""The words of a sentence that may lean on what was told before: "she", "this", "the ban", "then".

Each with what speaks for and against it, as features of the model in `alone`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import TYPE_CHECKING, NamedTuple

from briefkit.components.glance.cuts import SUBJECTS
from briefkit.components.glance.lexicon import stem

if TYPE_CHECKING:
    from briefkit.components.glance.candidates import Candidate
    from briefkit.components.glance.cast import Cast
    from briefkit.components.glance.features import Survey
    from briefkit.components.linear import Features

_PERSONAL = frozenset({"he", "she", "it", "they", "him", "her", "them", "his", "its", "their"})
_DETERMINERS = frozenset({"the", "this", "that", "these", "those", "such", "both", "another"}) | {
    "all", "each", "every", "either", "neither", "other", "same",
}  # fmt: skip
_POINTING = _DETERMINERS - {"the"} | {
    "few", "many", "most", "none", "one", "others", "several", "some",
}  # fmt: skip
_ADRIFT = frozenset({"afterwards", "also", "before", "earlier", "here", "instead", "later"}) | {
    "likewise", "meanwhile", "previously", "rather", "since", "so", "then", "there", "too",
}  # fmt: skip
_HE = frozenset({"he", "she", "him", "her", "his"})
_IT = frozenset({"it", "its"})
_NOT_HE = frozenset({"organization", "place", "time"})
_NOT_IT = frozenset({"person", "time"})
_NOT_THEY = frozenset({"place", "time"})
_ORDER = frozenset({"first", "second", "third", "last", "latest", "latter", "next", "only"})
_LATE = 15  # sentences of a story, from which on all are late


class Leaning(NamedTuple):
    """A word that may lean, the noun that it goes with (or itself), and its features.

    `lost` tells of a pronoun that surely does: no word that it could mean stands before it.
    """

    token: int
    noun: int
    features: Features
    lost: bool


def leaning(
    candidate: Candidate, kept: Sequence[int], cast: Cast, named: Set[int], seen: Survey
) -> Iterator[Leaning]:
    """The words of `kept` that may lean, but those of `named`, in whose place a name stands."""
    s, inside = candidate.sentence, frozenset(kept)
    order, title = candidate.order, frozenset(map(stem, seen.title))
    place = {
        "lede": float(order == 0),
        "second": float(order == 1),
        "late": min(order, _LATE) / _LATE,
    }
    starts, base = s.table.starts, s.start
    found = {i: cast.by_start.get(starts[base + i]) for i in kept}
    names = {one[0].id for one in found.values() if one and one[1].kind == "name"}
    for i, actor in found.items():
        if i in named or (i + 1 in named and s.tags[i] == "DT"):
            continue
        kind = _kind(candidate, i, inside)
        if kind:
            told = {kind: 1.0, s.lower[i]: 1.0, **place}
            if actor:
                words = (word for word in actor[0].name.lower().split() if len(word) > 2)
                told["headed actor"] = float(not seen.title.isdisjoint(words))
            if kind == "pronoun":
                told |= _pronoun(candidate, i, kept)
            elif kind == "noun":
                told |= _noun(candidate, i, kept, seen, title)
            lost = kind == "pronoun" and told["no noun"] > told["formal"] + told["quoted"]
            lost = lost and not (actor and actor[0].id in names)  # "In her report, Anna Berg"
            features = {f"{kind} {name}": value for name, value in told.items() if value}
            yield Leaning(i, s.heads[i] if kind == "noun" else i, features, lost)


def _kind(candidate: Candidate, i: int, inside: Set[int]) -> str | None:
    s = candidate.sentence
    word, tag, noun = s.lower[i], s.tags[i], s.heads[i]
    if word in _PERSONAL and tag in ("PRP", "PRP$"):
        return "pronoun"
    named = noun > i and noun in inside and s.tags[noun].startswith(("NN", "JJ", "CD", "VBG"))
    if word in _DETERMINERS and named and tag in ("DT", "PDT", "JJ"):
        return "noun"
    if word in _POINTING and tag in ("CD", "DT", "JJ", "NN", "NNS", "PDT"):
        return None if s.deps[i] in ("mark", "nummod", "amod", "det") else "pointing"
    if word in _ADRIFT and tag in ("IN", "RB") and s.edges[i][1] == i:
        return None if s.deps[i] in ("expl", "mark", "prep") and word != "since" else "adverb"
    return None


def _pronoun(candidate: Candidate, i: int, kept: Sequence[int]) -> Features:
    s, word = candidate.sentence, candidate.sentence.lower[i]
    nouns = [k for k in kept if k < i and s.tags[k].startswith("NN") and s.deps[k] != "compound"]
    others = _NOT_HE if word in _HE else _NOT_IT if word in _IT else _NOT_THEY
    first = all(s.ents[k] in others for k in nouns)
    verb = s.heads[i]
    formal = word == "it" and s.kid(verb, "ccomp", "csubj", "expl", "xcomp") is not None
    told = s.kid(verb, "ccomp")
    return {
        "no noun": float(first),
        f"no noun {word}": float(first),
        "formal": float(formal),
        "speaks": float(told is not None and told < i == s.kid(verb, *SUBJECTS)),  # "..., he said"
        "first": float(i == kept[0]),
        "quoted": float(candidate.inside[i]),
    }


def _noun(
    candidate: Candidate, i: int, kept: Sequence[int], seen: Survey, title: Set[str]
) -> Features:
    """`title` are the stems of the headline."""
    s, stems, order = candidate.sentence, candidate.stems, candidate.order
    noun = s.heads[i]
    own = set(kept).intersection(s.kids[noun])
    ahead = [k for k in own if k < noun and k != i]
    mods = {stems[k] for k in ahead} - {""}
    key, first = stems[noun], seen.first.get(stems[noun], order)
    return {
        f"is {s.deps[noun]}": 1.0,
        f"is {s.tags[noun]}": 1.0,
        "main": float(noun == s.kid(s.root, *SUBJECTS)),
        "of": float(any(k > noun and s.lower[k] == "of" for k in own)),
        "ordered": float(any(s.lower[k] in _ORDER or s.tags[k] == "JJS" for k in ahead)),
        "proper": float(any(tag.startswith("NNP") for tag in s.tags[i:noun])),
        "before": float(first < order),
        "just before": float(0 < order - first < 3),
        "modified before": float(any(seen.first.get(mod, order) < order for mod in mods)),
        "headline": float(stem(s.lower[noun]) in title),
        "headline exactly": float(s.lower[noun] in seen.title),
        "modifier in headline": float(bool(mods & title)),
        "no headline": float(not seen.title),
        "again": float(bool(key) and any(stems[k] == key for k in kept if k < i)),
    }
