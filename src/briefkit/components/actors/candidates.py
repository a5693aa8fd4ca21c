"""Where the encoder sees names, and how likely each is of which class."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy

from briefkit.components.actors import lexicon
from briefkit.components.actors.abbreviations import letters_of
from briefkit.components.actors.lexicon import compact
from briefkit.components.coreference.words import first_names
from briefkit.components.encoder import encoded
from briefkit.components.encoder.tags import CLASSES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefkit.components.actors.tokens import Tokens

# What the named entities of other pipelines are called (OntoNotes), as classes of ours.
_LABELS = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
    "PRODUCT": "other",
    "EVENT": "other",
    "WORK_OF_ART": "other",
    "LAW": "other",
    "LANGUAGE": "other",
}
_OPENING = frozenset({'"', "“", "'", "‘", "``", "("})
_CLOSING = frozenset({'"', "”", "'", "’", "''", ")"})
_CLOSED = {"(": ")", "[": "]"}
_SAINTS = frozenset({"Ft.", "Mt.", "St."})  # begin a name, and are none alone
_INITIALS = re.compile(r"([A-Z]\.)+")
_BEHIND = frozenset({"Jr.", "Jr", "Sr.", "Sr"})  # a name, after a comma or none
_LONGEST = 12  # tokens before a name that may be of it
_TRUST = 0.8  # how likely a label of another pipeline is right


@dataclass(frozen=True, slots=True)
class Candidate:
    """Tokens `[start, end)` that are a name; `chances` are probabilities by class, of sum 1.

    `sure` is the probability that its tokens are of a name at all, the mean over them.
    """

    start: int
    end: int
    chances: dict[str, float]
    sure: float = 1.0


def candidates(tokens: Tokens) -> list[Candidate]:
    """The names that the encoder sees; without one, the named entities of the pipeline."""
    said = encoded(tokens.doc)
    return _labelled(tokens) if said is None else _whole(tokens, _tagged(tokens, said.names))


def _whole(tokens: Tokens, found: list[Candidate]) -> list[Candidate]:
    """The names, those that are parts of one joined.

    Ana "La Jefa" Duarte, "Ana M." and "Hale", "U.S." and "Navy".
    """
    out: list[Candidate] = []
    found = _parted(tokens, found)
    written = _written(tokens, found)
    for each in found:
        one = _with_initials(tokens, each, out[-1].end if out else 0)
        one = _as_shortened(tokens, one)
        while out and out[-1].end > one.start:
            out.pop()
        first = next((other for other in out[-2:] if _one_name(tokens, other, one, written)), None)
        if first is None:
            out.append(one)
            continue
        while out[-1] is not first:
            out.pop()
        # "J.D." and "U.S." alone do not tell what is named
        told = one if _is_initials(tokens, first) else first
        out[-1] = Candidate(first.start, one.end, told.chances, told.sure)
    return out


def _written(tokens: Tokens, found: list[Candidate]) -> Counter[tuple[str, ...]]:
    """How often each name is written with no hyphen before or behind it."""
    return Counter(
        tuple(tokens.text[one.start : one.end])
        for one in found
        if "-" not in (tokens.text[one.start - 1], *tokens.text[one.end : one.end + 1])
    )


def _parted(tokens: Tokens, found: list[Candidate]) -> list[Candidate]:
    """The names, those apart that stand apart elsewhere: "the [Nokia]-[Ericsson] merger".

    So are a town and its state.
    """
    written = _written(tokens, found)
    out: list[Candidate] = []
    for one in found:
        words = tokens.text[one.start : one.end]
        at = words.index("-") if words.count("-") == 1 else 0
        comma = words.index(",") if words.count(",") == 1 else 0
        if comma and _is_state("".join(words[comma + 1 :])):
            out.append(replace(one, end=one.start + comma))
            chances = {kind: float(kind == "place") for kind in CLASSES}
            out.append(replace(one, start=one.start + comma + 1, chances=chances))
        elif at and written[tuple(words[:at])] and written[tuple(words[at + 1 :])]:
            out.append(replace(one, end=one.start + at))
            out.append(replace(one, start=one.start + at + 1))
        else:
            out.append(one)
    return out


def _is_state(name: str) -> bool:
    """Whether it is the name of a state: "Arizona", "Ariz."."""
    short = name.lower().removesuffix(".") in lexicon.table("state_abbreviations")
    return short or compact(name) in lexicon.lands() | lexicon.state_names().keys()


def _with_initials(tokens: Tokens, one: Candidate, floor: int) -> Candidate:
    """A person's name with the initials before it that belong to no other name.

    So is a small word before a hyphen: "al-[Qaeda]".
    """
    start = one.start
    if (
        start > floor + 1
        and tokens.text[start - 1] == "-"
        and tokens.lower[start - 2] in lexicon.words("particles")
    ):
        start -= 2
    while (
        one.chances["person"] > 0.5
        and start > floor
        and tokens.block[start - 1] == tokens.block[start]
        and _INITIALS.fullmatch(tokens.text[start - 1])
    ):
        start -= 1
    return replace(one, start=start)


def _as_shortened(tokens: Tokens, one: Candidate) -> Candidate:
    """The name from where letters in brackets tell: "Staff for an [Open Union] (SOU)".

    After Schwartz and Hearst (2003), "A simple algorithm for identifying abbreviations".
    """
    opening, short, closing = (*tokens.text[one.end : one.end + 3], "", "", "")[:3]
    if opening + closing == "()" and len(short) > 2:
        for start in range(one.start, max(one.start - _LONGEST, 0) - 1, -1):
            if tokens.sent[start] != tokens.sent[one.start]:
                break
            words = tokens.words(start, one.end).lower().split()
            if tokens.capital(start) and compact(short) in letters_of(tuple(words)):
                return replace(one, start=start)
    return one


def _is_initials(tokens: Tokens, one: Candidate) -> bool:
    return all(map(_INITIALS.fullmatch, tokens.text[one.start : one.end]))


def _one_name(
    tokens: Tokens, first: Candidate, last: Candidate, written: Mapping[tuple[str, ...], int]
) -> bool:
    """Whether two names are one: about a nickname in marks, or joined by a hyphen.

    "Agence France-Presse", "Park Won-soon", but not the two lands of "U.S.-China talks", nor two
    that are named apart as well. `written` counts the names by their words.
    """
    if tokens.block[first.start] != tokens.block[last.start]:
        return False
    between, is_one = tokens.text[first.end : last.start], first.end - first.start == 1
    if between in ([], [","]) and tokens.text[last.start] in _BEHIND:
        return first.chances["person"] > 0.5
    if not between:
        if is_one and tokens.text[first.start] in _SAINTS:
            return True
        if first.chances["person"] > 0.5:
            # "Elizabeth [Alexandra Mary]"
            called = is_one and tokens.lower[first.start] in first_names()
            return called or _INITIALS.fullmatch(tokens.text[first.end - 1]) is not None
        letters = compact("".join(tokens.text[first.start : first.end]))
        body = letters in lexicon.state_names() or letters in ("eu", "un")
        wanted = "organization" if body else "person"
        return _is_initials(tokens, first) and last.chances[wanted] > 0.5
    if between in (["("], ["["]):
        # "Kimani (Kiki) Gray", of which the encoder sees "Kimani" and "Kiki) Gray"
        return _CLOSED[between[0]] in tokens.text[last.start : last.end]
    if between == ["-"]:
        there = tokens.idx[last.start] - tokens.idx[first.end] == 1
        apart = (written[tuple(tokens.text[one.start : one.end])] for one in (first, last))
        lands = first.chances["place"] > 0.5 and last.chances["place"] > 0.5
        return there and not lands and not all(apart)
    people = first.chances["person"] > 0.5 and last.chances["person"] > 0.5
    return people and 2 < len(between) < 6 and between[0] in _OPENING and between[-1] in _CLOSING


def _labelled(tokens: Tokens) -> list[Candidate]:
    rest = (1 - _TRUST) / (len(CLASSES) - 1)
    return [
        Candidate(
            ent.start,
            ent.end,
            {kind: _TRUST if kind == _LABELS[ent.label_] else rest for kind in CLASSES},
        )
        for ent in tokens.doc.ents
        if ent.label_ in _LABELS
    ]


def _tagged(tokens: Tokens, tags: Any) -> list[Candidate]:
    """Spans of tokens by the likeliest path of outside, begin and inside, whatever the class.

    `tags`: log probabilities, tokens x `NAME_TAGS`. The class is decided over the whole span: two
    tokens of one name never differ in it.
    """
    chances = numpy.exp(tags)
    begin, inside = chances[:, 1::2], chances[:, 2::2]
    parts = numpy.log(numpy.stack([chances[:, 0], begin.sum(1), inside.sum(1)], 1) + 1e-9)
    path = _path(tokens, parts)
    logs = numpy.log(begin + inside + 1e-9)
    found: list[Candidate] = []
    i, size = 0, len(path)
    while i < size:
        start, i = i, i + 1
        if path[start] == _OUTSIDE:
            continue
        while i < size and path[i] == _INSIDE:
            i += 1
        summed = numpy.exp(logs[start:i].mean(0))
        summed /= summed.sum()
        sure = 1 - float(chances[start:i, 0].mean())
        found.append(Candidate(start, i, dict(zip(CLASSES, summed.tolist(), strict=True)), sure))
    return found


_OUTSIDE, _BEGIN, _INSIDE = range(3)


def _path(tokens: Tokens, parts: Any) -> list[int]:
    """The likeliest sequence of outside, begin and inside (Viterbi).

    A name does not begin with "inside", and none runs over the border of a block or ends in a word
    such as "of". `parts`: log probabilities, tokens x 3.
    """
    rows, open_ends = parts.tolist(), _OPEN | lexicon.words("particles")
    score, back = [0.0, _NEVER, _NEVER], []
    for i, (outside, begin, inside) in enumerate(rows):
        open_end = i > 0 and tokens.text[i - 1] in open_ends
        closing = _NEVER if open_end else 0.0
        here = i == 0 or tokens.block[i] != tokens.block[i - 1]
        named = max((score[1], 1), (score[2], 2))
        free = max((score[0], 0), (named[0] + closing, named[1]))
        back.append((free[1], free[1], named[1]))
        score = [free[0] + outside, free[0] + begin, _NEVER if here else named[0] + inside]
    at = max(range(3), key=lambda state: score[state]) if rows else 0
    path = [at]
    for step in reversed(back[1:]):
        at = step[at]
        path.append(at)
    return path[::-1]


_NEVER = -1e9
_OPEN = frozenset({"of", "the", "and", "for", "&", "-", "at", "in", "(", "[", ","})
