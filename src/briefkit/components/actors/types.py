"""One type for each entity over the whole article, by evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefkit.components.actors import lexicon
from briefkit.components.actors.lexicon import compact

if TYPE_CHECKING:
    from briefkit.components.actors.aliases import Form
    from briefkit.components.actors.names import Name
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
    ["in", "near", "across", "throughout", "outside", "around", "towards", "inside", "into"]
)
_AT = _LOCATIVE | {"at", "from", "to"}
_PLACES = frozenset(
    {"city", "town", "village", "state", "region", "island", "district", "province", "county"}
    | {"port", "suburb", "area", "republic", "kingdom"}
)


def score(view: View, form: Form) -> dict[str, float]:
    """How much speaks for each type of this form: the model, the words, the places it stands in."""
    total = dict.fromkeys(("person", "organization", "place", "group"), 0.0)
    for name in form.names:
        if name.label in _LABELS:
            total[_LABELS[name.label]] += 1
        _around(view, name, total)
        form.locative += bool(name.start) and view.lower[name.start - 1] in _AT
    _spelling(form, total)
    return total


def _around(view: View, name: Name, total: dict[str, float]) -> None:
    """What stands before and after one name."""
    start, end = name.start, name.end
    inside = view.block[start]
    if name.outer < start:
        total["person"] += 2
    before = view.lower[start - 1] if start and view.block[start - 1] == inside else ""
    after = view.lower[end] if end < len(view) and view.block[end] == inside else ""
    if before in _LOCATIVE and not "".join(view.text[start:end]).isupper():
        total["place"] += 1.2
    elif before == "of" and start > 1 and _place_noun(view.lower[start - 2]):
        total["place"] += 3
    elif before == "the" and not name.gender and name.label == "PERSON":
        # a band or a team; people have no article
        total["organization"] += 2
    elif compact(before) in lexicon.words("bodies") and view.tag[start - 1] == "NN":
        total["organization"] += 2
    elif compact(before) in lexicon.words("roles") and view.tag[start - 1] in ("NN", "NNP"):
        total["person"] += 2
    if after == "," and end - start > 1 and _described(view, end + 1):
        total["person"] += 2.5
    if after == "who" or (after == "," and view.lower[end + 1 : end + 2] == ["who"]):
        total["person"] += 1


def _described(view: View, i: int) -> bool:
    """Whether an age or a person's description begins at token `i`: ", 34,", ", a former nurse"."""
    size = len(view)
    if i + 1 < size and view.text[i].isdigit() and len(view.text[i]) == 2:
        return view.lower[i + 1] == ","
    if i >= size or view.lower[i] not in ("a", "an", "the", "former"):
        return False
    for j in range(i + 1, min(i + 6, size)):
        if view.lower[j] in (",", ".", "of", "in", "that", "which"):
            return False
        if view.lower[j] in _HUMANS or view.lower[j] in lexicon.offices():
            return view.tag[j] == "NN" and view.tag[j + 1 : j + 2] != ["NN"]
    return False


_HUMANS = frozenset({"man", "woman", "boy", "girl", "teenager", "native", "resident"})


def _place_noun(word: str) -> bool:
    return word in _PLACES or word in lexicon.words("place_words")


def _spelling(form: Form, total: dict[str, float]) -> None:
    """What the words of the name tell."""
    last, first = form.words[-1], form.words[0]
    key = "".join(map(compact, form.words))
    weight = 3.0 + len(form.names)
    if key in lexicon.state_names():
        total["place"] += weight
    elif len(form.words) > 1:
        if last in lexicon.words("org_words"):
            total["organization"] += weight
        elif last in lexicon.words("place_words") or first in ("mount", "lake", "mt", "river"):
            total["place"] += weight
        elif len(form.words) < 5 and _given(first) and "of" not in form.words:
            total["person"] += weight


def _given(word: str) -> bool:
    return word in lexicon.first_names() and word not in lexicon.words("particles")
