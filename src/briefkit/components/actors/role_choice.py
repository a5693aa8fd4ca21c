"""Whose each role is, and which of several is told: what `models/train_names.py` learns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from briefkit import lexicon as data
from briefkit.components.actors import lexicon
from briefkit.components.actors.lexicon import compact
from briefkit.components.actors.role_phrases import is_rank
from briefkit.components.actors.sameness import WEIGHTS
from briefkit.components.linear import Features, chance

if TYPE_CHECKING:
    from briefkit.components.actors.names import Name
    from briefkit.components.actors.role_phrases import Role
    from briefkit.components.actors.tokens import Tokens

_KINDS = {
    "NNP": "P",
    "NNPS": "P",
    "NN": "n",
    "NNS": "n",
    "JJ": "j",
    "CD": "c",
    "DT": "d",
    "PRP$": "p",
    "POS": "s",
    "RB": "r",
    "CC": "&",
    "HYPH": "-",
}
_SAID = frozenset({"who", "as", "of", "at", "for", "in", "and", ",", "(", ")", "-", "–", "—"})
_SMALL = _SAID | {'"', "``", "''", "also", "now", "then", "formerly", "the", "a", "an"}
_BE = frozenset({"is", "was", "are", "were", "been"})
_LISTS = ("roles", "not_roles", "ties")
_STEPS = 4  # words on the way up from a role or a name, the first included
_LONG = 5  # tokens between role and name whose order is looked at
# A tie, or a rank, gives way to any other role that is as sure as this.
_TIE, _RANK = 0.75, 0.5
# Of parliaments and councils; ranks elsewhere.
_MEMBERS = frozenset({"cllr", "rep", "sen"})


@dataclass(frozen=True, slots=True)
class Claim:
    """A role that somebody may have, who found it (rules, or "seen"), and beside which name."""

    how: tuple[str, ...]
    role: Role
    name: Name


def believed(
    tokens: Tokens, chances: Any, named: dict[int, bool], mine: Sequence[Claim]
) -> list[float]:
    """The probability of each claim about one person."""
    weights = data.weights(WEIGHTS)["weights"]["roles"]
    return [chance(weights, one) for one in features(tokens, chances, named, mine)]


def best_told(tokens: Tokens, kept: Sequence[tuple[float, Claim]]) -> tuple[float, Claim]:
    """Of the believed claims about one person the one to tell, with its probability.

    "Cardiologist" rather than "Dr.", "army spokesman" rather than "Col.", "economist" rather than
    "wife".
    """

    def worth(item: tuple[float, Claim]) -> float:
        chance, role = item[0], item[1].role
        if compact(tokens.lower[role.head]) in lexicon.words("ties"):
            chance = min(chance, _TIE)
        ranks = all(is_rank(tokens, i) for i in range(role.start, role.end))
        if ranks and compact(tokens.lower[role.start]) not in _MEMBERS:
            chance = min(chance, _RANK)
        return chance

    return max(kept, key=worth)


def features(
    tokens: Tokens, chances: Any, named: dict[int, bool], mine: Sequence[Claim]
) -> list[Features]:
    """What speaks for each claim: what the encoder sees and what stands between role and name.

    `chances` are the encoder's probabilities, tokens x `ROLE_TAGS`; `named` are the tokens of
    names, and whether they are of persons.
    """
    inside = chances[:, 1:].sum(1)
    heads = Counter(tokens.lower[claim.role.head] for claim in mine)
    first = min((claim.role.start for claim in mine), default=0)
    return [
        {
            "inside": float(inside[claim.role.start : claim.role.end].mean()),
            "head": float(inside[claim.role.head]),
            "begin": float(chances[claim.role.start, 1]),
            "left": float(inside[claim.role.start - 1]) if claim.role.start else 0.0,
            "right": float(inside[claim.role.end]) if claim.role.end < len(tokens) else 0.0,
            "same head": float(min(heads[tokens.lower[claim.role.head]] - 1, 3)),
            "first": float(claim.role.start == first),
            "claims": float(min(len(mine), 6)),
            "late": claim.role.start / len(tokens),
            **dict.fromkeys(claim.how, 1.0),
            **_lists(tokens, claim.role),
            **_between(tokens, named, claim),
            **_path(tokens, claim),
        }
        for claim in mine
    ]


def _lists(tokens: Tokens, role: Role) -> Features:
    """The word lists that its head is in."""
    word = compact(tokens.lower[role.head])
    return {f"in {name}": 1.0 for name in _LISTS if word in lexicon.words(name)}


def _between(tokens: Tokens, named: dict[int, bool], claim: Claim) -> Features:
    """What stands between a role and a name, in order where it is short."""
    before = claim.name.start >= claim.role.end
    side = "before" if before else "behind"
    role, name = claim.role, claim.name
    gap = range(role.end, name.start) if before else range(name.end, role.start)
    words = [_kind(tokens, named, i) for i in gap]
    order = " ".join(words) if len(words) <= _LONG else "long"
    out: Features = {f"{how} {side}: {order}": 1.0 for how in claim.how}
    other = role.start - 3 if before else role.end
    if any(named.get(i) for i in range(other, other + 3)):
        out["another on the other side"] = 1.0
    if claim.how == ("seen",):
        out[f"{side} {min(len(words), 8)} words"] = 1.0
        out |= {f"{side} has {word}": 1.0 for word in set(words)}
    return out


def _path(tokens: Tokens, claim: Claim) -> Features:
    """The edges of the parse from the role's head and from the name to the first common word."""
    role, name = (tokens.above(i)[:_STEPS] for i in (claim.role.head, claim.name.end - 1))
    for far, word in enumerate(role):
        if word in name:
            edges = (role[:far], name[: name.index(word)])
            return {"path " + " | ".join(" ".join(tokens.dep[i] for i in up) for up in edges): 1.0}
    return {"path none": 1.0}


def _kind(tokens: Tokens, named: dict[int, bool], i: int) -> str:
    if i in named:
        return "A" if named[i] else "N"
    word = tokens.lower[i]
    if word in _SMALL:
        return word
    return "B" if word in _BE else _KINDS.get(tokens.tag[i], tokens.tag[i][:1])
