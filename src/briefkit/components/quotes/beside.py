"""The person named beside an office: "said the union's director, Ann Lee"."""

from __future__ import annotations

from briefkit.components.quotes.view import View
from briefkit.components.records import Place

_REACH = 14
_TAGS = frozenset(
    {"CC", "CD", "DT", "HYPH", "IN", "JJ", "JJS", "NN", "NNP", "NNPS", "NNS", "POS", "PRP$", ","}
)
_ENDS = frozenset({",", "."})
_MADE_BY = frozenset({"by", "from"})


def named_beside(view: View, head: int, cue: int | None, people: dict[int, Place]) -> int | None:
    """The start of the name of the person who stands beside the office that ends at `head`.

    `people` are the names of persons by the token that they begin with. The name follows the
    office without a verb between, and ends where the cue or a stop follows.
    """
    last = min(view.n, head + _REACH)
    if cue is not None and cue > head:
        last = min(last, cue)
    for t in range(head + 1, last):
        if t in people:
            end = view.token_at(people[t][1] - 1) + 1
            closed = end >= view.n or view.lower[end] in _ENDS or end == cue
            # "a lawyer for Ann Lee said" is another, "a statement by Ann Lee said" is she
            other = view.tag[t - 1] in ("IN", "TO") and view.lower[t - 1] not in _MADE_BY
            return people[t][0] if closed and not other else None
        if view.tag[t] not in _TAGS:
            return None
    return None
