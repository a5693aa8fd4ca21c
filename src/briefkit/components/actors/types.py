"""One type for each entity over the whole article, by evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefkit.components.actors import lexicon
from briefkit.components.actors.lexicon import compact

if TYPE_CHECKING:
    from briefkit.components.actors.aliases import Form
    from briefkit.components.actors.view import View

_LABELS = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
}
_LOCATIVE = frozenset(
    {"in", "near", "from", "across", "throughout", "outside", "around", "towards"}
)


def score(view: View, form: Form) -> dict[str, float]:
    """How much speaks for each type of this form."""
    total = dict.fromkeys(("person", "organization", "place", "group"), 0.0)
    last, first = form.words[-1], form.words[0]
    for name in form.names:
        if name.label in _LABELS:
            total[_LABELS[name.label]] += 1
        if name.outer < name.start:
            total["person"] += 2
        if name.start and view.lower[name.start - 1] in _LOCATIVE:
            total["place"] += 0.5
    key = "".join(map(compact, form.words))
    weight = 3.0 + len(form.names)
    if key in lexicon.state_names():
        total["place"] += weight
    elif len(form.words) > 1:
        if last in lexicon.words("org_words"):
            total["organization"] += weight
        elif last in lexicon.words("place_words") or first in ("mount", "lake", "mt", "river"):
            total["place"] += weight
    return total
