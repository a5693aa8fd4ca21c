"""What a sentence that is too long can do without.

Phrases and clauses that hang on something, as the parser sees them; a logistic model says how
likely the sentence is sound and true without one, learned from what readers said of such deletions
(`models/train_cuts.py`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import log
from typing import NamedTuple

from briefkit import lexicon
from briefkit.components.glance.cuts import FINITE, SUBJECTS, Cut, closes, comma, enclosed
from briefkit.components.glance.sentence import Sentence
from briefkit.components.linear import Features, chance

CUTS = "glance_cuts.json"
_LABELS = frozenset(["acl", "advcl", "advmod", "appos", "conj", "npadvmod", "prep", "relcl"])
# Words with a weight of their own at the head of what is left out; of others the tag tells enough.
_FIRST = frozenset(
    ["about", "after", "against", "although", "amid", "among", "and", "around", "as", "at"]
) | {
    "because", "before", "between", "but", "by", "despite", "during", "even", "following", "for",
    "from", "if", "in", "including", "into", "like", "near", "not", "of", "on", "only", "or",
    "over", "since", "such", "than", "that", "though", "through", "to", "under", "until", "when",
    "where", "which", "while", "who", "whom", "whose", "with", "within", "without",
}  # fmt: skip
_MARKS = frozenset({'"', "“", "”"})
_OPENS = frozenset({'"', "“"})
_LEAST = 2  # words


class Deletion(NamedTuple):
    """Tokens `[start, end)` that may go, with `top`, from which they hang."""

    start: int
    end: int
    top: int


def likely(s: Sentence, kept: Sequence[int]) -> list[tuple[float, Cut]]:
    """The deletions that are likely enough to do no harm, the likeliest first."""
    learned = lexicon.weights(CUTS)
    found: list[tuple[float, Cut]] = []
    for one in deletions(s, kept):
        sure = chance(learned["weights"], features(s, kept, one))
        if sure >= learned["line"]:
            place = enclosed(s, one.start, one.end, s.heads[one.top]) or (one.start, one.end)
            found.append((sure, Cut(*place, "likely")))
    return sorted(found, reverse=True)


def deletions(s: Sentence, kept: Sequence[int]) -> Iterator[Deletion]:
    """The phrases and clauses that could go, in text order, without the commas around them; never
    whose claim it is, nor any words of a quotation."""
    inside = frozenset(kept)
    for top in s.labelled(*_LABELS):
        if top not in inside or not s.whole(top):
            continue
        start, end = s.edges[top][0], s.edges[top][1] + 1
        while s.words[end - 1] in (".", ",", ";") or s.words[end - 1].isspace():
            end -= 1
        if s.deps[top] == "conj":
            joined = start > 1 and s.deps[start - 1] == "cc"
            if not (joined or comma(s, start - 1)):
                continue
            start -= joined
        if "according" in s.lower[start:end] or _in_quote(s, [i for i in kept if i < start]):
            continue
        if sum(_is_word(s.words[i]) for i in range(start, end) if i in inside) >= _LEAST:
            yield Deletion(start, end, top)


def features(s: Sentence, kept: Sequence[int], one: Deletion) -> Features:
    """What is seen of a deletion from a sentence of which the tokens `kept` are left."""
    start, end, top = one
    inside = [i for i in kept if start <= i < end]
    head, label = s.heads[top], s.deps[top]
    first = s.lower[inside[0]] if s.lower[inside[0]] in _FIRST else s.tags[inside[0]]
    above = "noun" if s.tags[head].startswith("NN") else s.tags[head]
    above = "verb" if above.startswith("VB") else above
    before = next((i for i in reversed(kept) if i < start), -1)
    after = next((i for i in kept if i >= end), len(s) - 1)
    right = "end" if closes(s, end) else "comma" if comma(s, after) else "open"
    border = f"{'comma' if comma(s, before) else 'open'} {right}"
    tags = [s.tags[i] for i in inside]
    quotes = sum(s.words[i] in _MARKS for i in inside)
    told = {
        label: True,
        first: True,
        f"{label} {first}": True,
        f"{label} of {above}": True,
        f"{first} of {above}": True,
        border: True,
        f"{label} {border}": True,
        "of root": head == s.root,
        "of name": s.tags[head].startswith("NNP"),
        "begins": before < 0,
        "before and": s.tags[after] == "CC",
        "adjacent": before == head,
        "finite": not FINITE.isdisjoint(tags),
        "number": "CD" in tags,
        "name": any(tag.startswith("NNP") for tag in tags),
        "time": any(s.ents[i] == "time" for i in inside),
        "time alone": all(s.ents[i] == "time" or s.tags[i] in ("IN", ",", "RB") for i in inside),
        "quote": quotes > 0,
        "half a quote": quotes % 2 == 1,
    }
    if label == "conj":
        others = (*s.kids[head], *s.kids[top])
        told |= {
            "own subject": s.kid(top, *SUBJECTS) is not None,
            "one of several": any(s.deps[k] == "conj" and k != top for k in others),
            "joined": s.deps[inside[0]] == "cc",
        }
    return {name: 1.0 for name, holds in told.items() if holds} | {"size": log(len(inside))}


def _in_quote(s: Sentence, before: Sequence[int]) -> bool:
    """Whether a quotation is open behind the tokens."""
    opened = sum(s.words[i] in _OPENS for i in before)
    if "“" in s.words:
        return opened > sum(s.words[i] == "”" for i in before)
    return opened % 2 == 1


def _is_word(word: str) -> bool:
    return any(map(str.isalnum, word))
