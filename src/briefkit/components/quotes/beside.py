"""The person named beside an office: "said the union's director, Ann Lee"."""

from __future__ import annotations

from briefkit.components.coreference.words import nouns
from briefkit.components.quotes.view import View
from briefkit.components.records import Place

_REACH = 14
_TAGS = frozenset(
    {"CC", "CD", "DT", "HYPH", "IN", "JJ", "JJS", "NN", "NNP", "NNPS", "NNS", "POS", "PRP$", ","}
)
_ENDS = frozenset({",", ".", "”", '"', ")", "—", "–", "and", "on", "who"})
_TITLES = frozenset({"dr", "dr.", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "prof.", "sir"})


def named_beside(
    view: View, first: int, head: int, cue: int | None, people: dict[int, Place]
) -> int | None:
    """The start of the name of the person in whose office the phrase at `head` speaks.

    `people` are the names of persons by the token that they begin with. The name follows the
    office without a verb between, and ends where the cue or a stop follows.
    """
    last = min(view.n, head + _REACH)
    if cue is not None and cue > head:
        last = min(last, cue)
    office = any(_office(view, t) for t in range(first, head + 1))
    for t in range(head + 1, last):
        if t in people:
            office = office or _office(view, t)  # a name may begin with its office
            end = view.token_at(people[t][1] - 1) + 1
            closed = end >= view.n or view.lower[end] in _ENDS or end == cue
            parted = any(view.lower[i] in (",", "'s", "’s") for i in range(head + 1, t))
            return people[t][0] if office and closed and (parted or end == cue) else None
        if view.tag[t] not in _TAGS and view.lower[t] not in _TITLES:
            return None
        office = office or _office(view, t)
    return None


def _office(view: View, token: int) -> bool:
    noun = nouns().get(view.lower[token])
    return noun is not None and noun.kind == "person" and view.tag[token].startswith("NN")
