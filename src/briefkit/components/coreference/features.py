"""Which referent a pronoun or a nominal means: a linear model over a few plain features.

Each candidate, and the chance that none of them is meant, gets the sum of the weights of its
features; the softmax of the sums is a probability. The weights are learned by
`models/train_coreference.py`.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from math import exp

from briefkit.components.coreference import words
from briefkit.components.coreference.leaning import Leaning
from briefkit.components.coreference.referents import Referent
from briefkit.components.coreference.view import View
from briefkit.components.coreference.words import Pronoun

Features = list[str]
_NEAR = ("near1", "near2", "near3", "near4")
_ROLE = {"s": "subject", "o": "object", "g": "possessor", "p": "oblique", "x": "loose"}
_SHARES = (0.1, 0.25, 0.5, 0.75)  # of all that was said of the candidates
_FEW, _MANY = 0.4, 1.5  # pronouns: fewer tell nothing, more tell much
_SAME = (0.1, 0.3, 0.5, 0.7, 0.9)
_LINES = (0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95, 0.98)
_LOOSE = frozenset([",", "(", "-", "–", "—"])
_AFTER = frozenset(["prep", "relcl", "acl", "appos"])


@dataclass(slots=True)
class Place:
    """Where an anaphor stands: its token, role, the subjects over it, who speaks around it."""

    token: int
    role: str
    subjects: list[int]
    speakers: list[int]


def place(view: View, token: int, speakers: list[int]) -> Place:
    """The syntactic surroundings of an anaphor."""
    return Place(token, view.role(token), governing_subjects(view, token), speakers)


def governing_subjects(view: View, token: int) -> list[int]:
    """Subjects of the verbs over a token, the nearest first: "ANN said that JOE would help her"."""
    found: list[int] = []
    child, at = token, view.heads[token]
    for _ in range(8):
        subject = view.subject(at)
        if subject is not None and subject not in (token, child):
            found.append(subject)
        if view.heads[at] == at:
            break
        child, at = at, view.heads[at]
    return found


def of_pronoun(view: View, at: Place, pronoun: Pronoun, near: list[Referent]) -> list[Features]:
    """Features of each referent as what a pronoun means, the nearest first."""
    most = max(referent.count for referent in near)
    spoken = sum(referent.count for referent in near) or 1
    known = any(referent.gender == pronoun.gender for referent in near)
    found = []
    for rank, referent in enumerate(near):
        out = _of_one(view, at, pronoun, referent, rank)
        if len(near) == 1:
            out.append("alone")
        if referent.count == most:
            out.append("top")
        if pronoun.family == "it":
            out.append(f"share{bisect_right(_SHARES, referent.count / spoken)}")
        if pronoun.gender and referent.gender is None and known:
            out.append("gender? beside one")
        found.append(out)
    return found


def _of_one(view: View, at: Place, pronoun: Pronoun, referent: Referent, rank: int) -> Features:
    """Features of one referent; `rank` counts all by nearness from 0."""
    token, last = at.token, referent.last
    distance = view.sentences[token] - view.sentences[last] if last >= 0 else 0
    naming = "named" if referent.entity >= 0 else "unnamed"
    out = [_NEAR[min(rank, 3)], _ROLE[referent.role], naming]
    if last < 0:
        out = []
    elif distance == 0:
        out.append("dist0")
    elif distance <= 2:
        out.append(f"dist{distance}")
    else:
        out.append("dist3" if distance <= 4 else "dist5")
    if referent.role == at.role:
        out.append("parallel")
    out += _since(view, at, referent) if 0 <= last < token else []
    it = pronoun.family == "it"
    if it and 0 <= last < token and distance <= 1 and _is_subject(view, referent):
        out.append(f"subject {at.role}")
    if referent.pronoun:
        out.append("chain")
    out.append("once" if referent.count <= 1 else "often" if referent.count >= 5 else "again")
    for order, subject in enumerate(at.subjects[:2]):
        if subject in referent.here:
            out += [f"over{order}", f"over{order}{at.role}"] if it else [f"over{order}"]
    if pronoun.gender:
        if referent.gender is None:
            out.append("gender?")
        elif referent.gender != pronoun.gender:
            out.append("gender-")
        else:
            out.append("gender+")
    out.append(referent.kind)
    inside, outside = view.quotes[token], view.quotes[last] if last >= 0 else 0
    if inside:
        if any(speaker in referent.here for speaker in at.speakers):
            out.append("speaker")
        if inside != outside:
            out.append("into-quote")
        out.append(f"quoted {referent.kind}{'+' if inside == outside else '-'}")
        if _quoted(view, token, referent):
            out.append("quoted spoke")
    elif outside:
        out.append("out-of-quote")
    return out


def _since(view: View, at: Place, referent: Referent) -> Features:
    """How a pronoun stands to the last mention of a referent before it."""
    token, last = at.token, referent.last
    distance = view.sentences[token] - view.sentences[last]
    short = min(distance, 2)
    out = [f"{'chain' if referent.pronoun else 'fresh'}{short}"]
    if distance <= 1:
        out.append(f"{at.role}{distance}{referent.role}")
    if distance:
        out.append("same block" if view.blocks[token] == view.blocks[last] else "block before")
        out.append(f"{'F' if referent.first else 'f'}{referent.role}{short}")
    if referent.pronoun and view.lower[last] == view.lower[token]:
        out.append("same word")
    if view.says(token):
        out.append(_spoke(view, token, referent))
    return out


def _spoke(view: View, token: int, referent: Referent) -> str:
    return "says+" if _quoted(view, token, referent) else "says-"


def _quoted(view: View, token: int, referent: Referent) -> bool:
    """Whether a referent has just been quoted, and so is likely to be quoted again."""
    return referent.said >= 0 and view.sentences[token] - view.sentences[referent.said] <= 3


def _is_subject(view: View, referent: Referent) -> bool:
    return any(view.deps[one] in ("nsubj", "nsubjpass") for one in referent.here)


def lean(leaning: Leaning, token: int, pronoun: Pronoun, referent: Referent) -> Features:
    """Whether the other pronouns that may mean a person are of a pronoun's gender."""
    known = "?" if referent.gender is None else "+" if referent.gender == pronoun.gender else "-"
    every, same = leaning.of(referent.entity, pronoun.gender, token)
    if every < _FEW:
        return [f"lean{known}"]
    share = bisect_right(_SAME, same / every)
    return [f"lean{share}{known}", f"lean{share} {'many' if every > _MANY else 'few'}"]


def of_no_pronoun(view: View, at: Place, word: str, candidates: int) -> Features:
    """Features of the case that a pronoun means no candidate."""
    out = ["none", f"none:{word}"]
    if view.quotes[at.token]:
        out.append("none-quoted")
    if candidates > 1:
        out.append("none-several")
    return out


def of_nominal(view: View, at: Place, reasons: list[tuple[Referent, str]]) -> list[Features]:
    """Features of each referent as what a nominal means, with the reason why it fits at all."""
    most = max(referent.count for referent, _ in reasons)
    why = [reason for _, reason in reasons]
    found = []
    for rank, (referent, reason) in enumerate(reasons):
        distance = view.sentences[at.token] - view.sentences[referent.last]
        out = [
            _NEAR[min(rank, 3)],
            reason,
            f"{reason}-{referent.kind}",
            f"{reason}-{view.tags[at.token]}",
            "subject" if referent.role == "s" else "nosubject",
            "once" if referent.count <= 1 else "often" if referent.count >= 5 else "again",
        ]
        out.append(f"dist{distance}" if distance <= 2 else "dist3" if distance <= 4 else "dist5")
        if referent.count == most:
            out.append("top")
        if why.count(reason) == 1:
            out.append(f"sole {reason}")
        if view.says(at.token):
            out.append(f"says {reason}")
            out.append(f"{_spoke(view, at.token, referent)} {reason}")
        if referent.first and distance <= 1:
            out.append("first")
        if any(subject in referent.here for subject in at.subjects):
            out.append("over")
        found.append(out)
    return found


def of_no_nominal(
    view: View, noun: int, determiner: str, candidates: int, *, titled: bool
) -> Features:
    """Features of the case that a nominal means no candidate, none of whom is `titled` so."""
    out = ["none", f"none:{determiner}"]
    if view.phrase_start(noun) < noun - 1:
        out.append("none-before")
    after = [c for c in view.children[noun] if c > noun and view.deps[c] in _AFTER]
    if after:
        # "The airline, which is in debt," says no more who is meant, "the airline that" does.
        loose = any(view.lower[token] in _LOOSE for token in range(noun + 1, after[0] + 1))
        out.append("none-loose" if loose else "none-after")
    if candidates > 1:
        out.append("none-several")
    out.append(f"noun {view.lower[noun]}")
    if view.words[view.phrase_start(noun)][0].isupper():
        out.append("none-starts")
    if view.words[noun][0].isupper() and not titled:  # "the Prime Minister" is no other one
        out.append("none-capital")
    if view.quotes[noun]:
        out.append("none-quoted")
    return out


def link(chances: list[float], of: list[Features], none: Features) -> None:
    """Add how likely the encoder finds each candidate and, last in `chances`, none of them."""
    for chance, out in zip(chances, (*of, none), strict=True):
        kind = "none link" if out is none else "link"
        out += [f"{kind} {line}" for line in _LINES[: bisect_right(_LINES, chance)]]
        if chance == max(chances):
            out.append(f"{kind} top")


def probabilities(family: str, candidates: list[Features], none: Features) -> list[float]:
    """The probability of each candidate; what is missing to 1 is that of none."""
    known = words.weights().get(family, {})
    sums = [sum(known.get(name, 0.0) for name in names) for names in (*candidates, none)]
    top = max(sums)
    powers = [exp(value - top) for value in sums]
    total = sum(powers)
    return [power / total for power in powers[:-1]]
