"""How likely a cluster of names is somebody or somewhere, and not a thing or no name at all."""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING

from briefkit import lexicon as data
from briefkit.components.actors import lexicon
from briefkit.components.actors.sameness import WEIGHTS
from briefkit.components.linear import Features, chance

if TYPE_CHECKING:
    from briefkit.components.actors.clusters import NameCluster
    from briefkit.components.actors.names import Name
    from briefkit.components.actors.tokens import Tokens

_AT = frozenset(
    {"in", "near", "across", "throughout", "outside", "around", "towards", "inside", "into"}
    | {"at", "from", "to"}
)
_MARKS = frozenset({'"', "“", "``", "'", "‘", "("})
_ANY = frozenset({"a", "an", "another"})
_NEAR = 6  # tokens between a name and its article
_LEAST = 1e-3
_LOOKED_AT = 200  # names of one cluster


def acts_or_lies(tokens: Tokens, one: NameCluster) -> float:
    """The probability that this is an actor or a place; none of what most speaks for a thing."""
    if one.type == "other" or _tells_origin(tokens, one) or _is_one_of_many(tokens, one):
        return 0.0
    return chance(data.weights(WEIGHTS)["weights"]["kept"], features(tokens, one))


def _tells_origin(tokens: Tokens, one: NameCluster) -> bool:
    """Whether it is only told where somebody is from: "a Swede", "[Sudanese] forces"."""
    names = [name for form in one.forms for name in form.names]
    words = [" ".join(form.words) for form in one.forms]
    if any(word.endswith("s") or word not in lexicon.demonyms() for word in words):
        return False
    return one.type == "person" or all(tokens.head[name.end - 1] >= name.end for name in names)


def _is_one_of_many(tokens: Tokens, one: NameCluster) -> bool:
    """Whether it is a make or a kind of which there are others: "an old [Buick]", "an [EGM]".

    So is what ends in a common noun: "an [Aboriginal corporation]".
    """
    names = [name for form in one.forms for name in form.names]
    if one.type == "group" or any(name.key in lexicon.lands() for name in names):
        return False
    return all(
        (len(name.words) == 1 or not tokens.capital(name.end - 1))
        and any(
            tokens.lower[i] in _ANY and tokens.head[i] == name.end - 1
            for i in range(max(0, name.start - _NEAR), name.start)
        )
        for name in names
    )


def features(tokens: Tokens, one: NameCluster) -> Features:
    """What the encoder says of the names, by the type that it takes them for, and where they stand.

    `models/train_names.py` learns the weights.
    """
    names = [name for form in one.forms for name in form.names][:_LOOKED_AT]
    scores, kind = one.scores, one.type
    total = sum(scores.values()) or 1.0
    sure = _odds(max(name.sure for name in names))
    thing = _odds(scores.get("other", 0.0) / total)
    words = max(len(form.words) for form in one.forms)
    return {
        "sure": sure,
        f"sure {kind}": sure,
        "thing": thing,
        f"thing {kind}": thing,
        "share": max(value for key, value in scores.items() if key != "other") / total,
        f"words {min(words, 4)}": 1.0,
        "capitals": float(words == 1 and all(_capitals(tokens, name) for name in names)),
        "the": _share(tokens, names, frozenset({"the"})),
        "in": _share(tokens, names, _AT),
        "in marks": _share(tokens, names, _MARKS),
        "subject": sum(tokens.dep[name.end - 1] == "nsubj" for name in names) / len(names),
    }


def _odds(p: float) -> float:
    """The log odds, between -7 and 7."""
    return log(p + _LEAST) - log(1 - p + _LEAST)


def _capitals(tokens: Tokens, name: Name) -> bool:
    return all(tokens.text[i].isupper() for i in range(name.start, name.end))


def _share(tokens: Tokens, names: list[Name], words: frozenset[str]) -> float:
    """The share of the names that stand behind one of these words."""
    behind = (tokens.lower[name.start - 1] in words for name in names if name.start)
    return sum(behind) / len(names)
