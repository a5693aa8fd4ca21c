"""Which dated events can be read alone: those of the others are no entries of a timeline."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Set
from dataclasses import replace
from typing import TYPE_CHECKING

from briefkit.components.columns import columns
from briefkit.components.glance.alone import leans
from briefkit.components.glance.candidates import Candidate, quoted
from briefkit.components.glance.cuts import SUBJECTS, comma
from briefkit.components.glance.definite import THESE, called, untold
from briefkit.components.glance.resolve import substitutions
from briefkit.components.glance.sentence import MAX_TOKENS, Sentence
from briefkit.components.glance.shorten import Short
from briefkit.components.records import DateRecord, Place, records

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from briefkit.components.glance.cast import Cast
    from briefkit.components.glance.features import Survey
    from briefkit.components.glance.sentence import Table

_HUMAN = frozenset({"he", "her", "him", "his", "she"})
_OTHERS = frozenset({"its", "their", "they"})
_WRITER = frozenset({"i", "we"})
_SMALL = frozenset({"CC", "DT", "IN", "RB", "TO"})


def readable(doc: Doc, table: Table, cast: Cast, seen: Survey) -> list[DateRecord]:
    """The dates, those without their tense whose event hangs on what it does not tell."""
    found = list(records(doc, DateRecord))
    inside = quoted(table, list(columns(doc).blocks))
    orders = [candidate.sentence.start for candidate in seen.candidates]
    known: dict[Place, bool] = {}
    for at, date in enumerate(found):
        if date.event is None or date.tense is None:
            continue
        if date.event not in known:
            tokens = columns(doc).tokens_in(*date.event)
            order = bisect_right(orders, tokens.start) - 1
            order = seen.candidates[order].order if order > 0 else 0
            piece = inside[tokens.start : tokens.stop]
            sentence = Sentence(table, tokens.start, tokens.stop)
            candidate = Candidate(sentence, 0, order, opens=False, inside=piece)
            known[date.event] = len(tokens) > MAX_TOKENS or _is_open(candidate, cast, seen)
        if known[date.event]:
            found[at] = replace(date, tense=None)
    return found


def _is_open(candidate: Candidate, cast: Cast, seen: Survey) -> bool:
    s, inside = candidate.sentence, candidate.inside
    quote = all(inside)
    kept = tuple(i for i in range(len(s)) if quote or not inside[i])
    while kept and (s.tags[kept[0]] in ("CC", ",") or s.lower[kept[0]] == "then"):
        kept = kept[1:]  # a timeline tells the order itself
    if not kept:
        return False
    short = Short(s, kept, (), len(kept))
    if not quote and any(s.lower[i] in _WRITER and s.tags[i] == "PRP" for i in kept):
        return True
    found = [(i, cast.by_start[at][0]) for i in kept if (at := s.place(i)[0]) in cast.by_start]
    names = {actor.id for i, actor in found if s.tags[i].startswith("NNP")}
    known = {i for i, _ in found}
    named = known.intersection(i for i, _ in substitutions(short, inside, cast, ()))
    named.update(i for i, actor in found if actor.id in names or _is_named(s, i))
    subject = s.kid(s.root, *SUBJECTS)
    if subject is not None and s.ents[subject] == "person" and s.tags[subject] == "NNP":
        # "For her part, Anna Berg said she"
        named.update(i for i in kept if s.lower[i] in _HUMAN and i not in known)
    return _hangs(candidate, short, cast, seen, named)


def _hangs(candidate: Candidate, short: Short, cast: Cast, seen: Survey, named: Set[int]) -> bool:
    """Whether a dated event hangs on somebody or something that neither it nor the headline tells
    of; tokens of `named` stand as names."""
    s, kept = short.sentence, short.kept
    if leans(short, cast, named):
        return True
    nouns = [(i, n) for i, n in untold(candidate, kept, seen) if named.isdisjoint((i, i + 1))]
    verb = (s.kid(s.root, "ccomp") if s.report < len(s) else None) or s.root  # "..., the firm says"
    main = verb if s.tags[verb].startswith("NN") else s.kid(verb, *SUBJECTS)
    if main is not None and s.tags[main] == "CD" and s.kid(main, "det", "predet") is not None:
        return s.kid(main, "acl", "prep", "relcl") is None  # "All three left"
    for i, noun in nouns:
        pointing = s.lower[i] in THESE or (s.lower[i] == "such" and s.edges[noun][0] == i)
        about = main is not None and s.under(noun, main)
        if pointing and s.ents[i] != "time" and (about or s.heads[noun] == verb):
            return True
        before = seen.first.get(candidate.stems[noun], candidate.order) < candidate.order
        if noun == main and before and not s.words[noun][0].isupper():
            return True
    if main is None or main not in called(s, kept, cast, named):
        return False
    more = [k for k in s.kids[main] if s.deps[k] in ("acl", "appos", "prep", "relcl")]
    return all(comma(s, s.edges[k][0] - 1) for k in more)


def _is_named(s: Sentence, i: int) -> bool:
    """Whether the timeline puts a name behind a pronoun."""
    small = (
        s.ents[k] == "time" or s.tags[k] in _SMALL for k in range(i) if s.words[k][0].isalnum()
    )
    return s.lower[i] in _HUMAN or (s.lower[i] in _OTHERS and all(small))
