"""One type for each entity over the whole article, by evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefkit.components.actors import evidence, lexicon
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
_TYPES = ("person", "organization", "place", "group")


def weigh(view: View, forms: list[Form]) -> None:
    """Set how much speaks for each type of each form."""
    for form in forms:
        form.scores = _own(view, form)
    _surnames(forms)
    _houses(view, forms)
    _lists(view, forms)


def _own(view: View, form: Form) -> dict[str, float]:
    """What the model, the words and the places that a form stands in tell."""
    total = dict.fromkeys(_TYPES, 0.0)
    capitals = 0
    for name in form.names:
        if name.label in _LABELS:
            total[_LABELS[name.label]] += 1
        evidence.around(view, name, total)
        capitals += "".join(view.text[name.start : name.end]).isupper()
        form.locative += bool(name.start) and view.lower[name.start - 1] in evidence.AT
    if capitals == len(form.names) and len(form.words) == 1 and len(form.words[0]) < 6:
        # letters, which the model takes for a person or a town
        total["organization"] += 1.2
    _spelling(form, total)
    return total


def _spelling(form: Form, total: dict[str, float]) -> None:
    """What the words of the name tell."""
    last, first = form.words[-1], form.words[0]
    key = "".join(map(compact, form.words))
    weight = 3.0 + len(form.names)
    if key in lexicon.state_names() or key in lexicon.known_places():
        total["place"] += weight
    elif key in lexicon.known_bodies():
        total["organization"] += weight
    elif len(form.words) == 1 and key in lexicon.known_people():
        total["person"] += weight
    elif lexicon.is_a_people(form.words) and not lexicon.is_one_of_a_people(form.words):
        total["group"] += weight
    elif len(form.words) > 1 and last.endswith("s") and _town(form.words[:-1]):
        # a club without its article: "Cardiff Pirates won"
        total["organization" if last not in lexicon.words("place_words") else "place"] += weight
    elif len(form.words) > 1:
        bodies = lexicon.words("org_words")
        foreign = first in lexicon.words("org_heads")
        if foreign or last in bodies or ("of" in form.words[1:3] and first in bodies):
            total["organization"] += weight
        elif last in lexicon.words("place_words") or first in lexicon.words("place_heads"):
            total["place"] += weight
        elif len(form.words) < 5 and _given(first) and ("of" not in form.words or _of(form)):
            total["person"] += weight
        if last in _VENUES and form.locative == len(form.names):
            total["place"] += weight + 1


# What is a body by its name, and a place where all that the text says is what happens at it
_VENUES = frozenset({"center", "centre", "factory", "plant", "theater", "theatre", "garden"})


def _town(words: tuple[str, ...]) -> bool:
    key = "".join(map(compact, words))
    return key in lexicon.known_places() or key in lexicon.capitals()


def _of(form: Form) -> bool:
    """ "Joan of Arc"."""
    return len(form.words) == 3 and form.words[1] == "of" and form.words[2] not in lexicon.tails()


def _given(word: str) -> bool:
    if word in lexicon.words("particles"):
        return False
    return word in lexicon.first_names() or word in lexicon.words("given")


def _surnames(forms: list[Form]) -> None:
    """Let "Mr. Hale" tell that "Seshope Hale" is a person, whatever the model says of it."""
    alone = {
        form.words[0]: form
        for form in forms
        if len(form.words) == 1 and form.scores["person"] >= 1 and form.type == "person"
    }
    for form in forms:
        one = alone.get(form.words[-1])
        if one is None or not 1 < len(form.words) < 4 or form.type == "person":
            continue
        if {"of", "&", "and"} & set(form.words) or not _family_name(form, one):
            continue
        titled = any(name.outer < name.start for name in one.names)
        form.scores["person"] += 3.0 if titled else 1.0
        if form.words[-1] in lexicon.tails():
            # as much as the last word tells for a place or a body
            form.scores["person"] += 3.0 + len(form.names)


def _family_name(form: Form, alone: Form) -> bool:
    """Whether the last word, though places and bodies end in it, may be a surname: "Ann Field"."""
    if form.words[-1] not in lexicon.tails():
        return True
    return _given(form.words[0]) and len(alone.names) > 1


def _houses(view: View, forms: list[Form]) -> None:
    """What a person is "of" is no person: "Ana Duarte of Blue Harbour"."""
    ends = {name.end for form in forms if form.type == "person" for name in form.names}
    for form in forms:
        for name in form.names:
            of = name.outer > 1 and view.lower[name.outer - 1] == "of"
            if of and name.outer - 1 in ends and name.label == "PERSON" and not name.gender:
                form.scores["person"] -= 1
                form.scores["organization"] += 1


def _lists(view: View, forms: list[Form]) -> None:
    """Let the names of a list tell of each other: they are mostly of one type."""
    home = {name.start: form for form in forms for name in form.names}
    names = sorted((name for form in forms for name in form.names), key=lambda n: n.start)
    added: list[tuple[Form, str, float]] = []
    for chain in evidence.chains(view, names):
        members = [home[name.start] for name in chain]
        kind = evidence.example(view, chain[0])
        if kind:
            added += [(form, kind, 2.5) for form in members[1:] if form.type != "group"]
        if evidence.nested(view, chain) or _located(view, chain, members):
            added += [(form, "place", 1.2) for form in members[1:]]
        elif evidence.listed(view, chain):
            added += _majority(members)
    for form, kind, weight in added:
        form.scores[kind] += weight


def _located(view: View, chain: list[Name], members: list[Form]) -> bool:
    """Whether something lies in each of the names: "in Exeter, Bude and Looe"."""
    at = chain[0].start - 1
    # "in Exeter, the Grid says": the list has ended.
    acts = any(view.dep[name.end - 1] in ("nsubj", "nsubjpass") for name in chain[1:])
    there = at >= 0 and view.lower[at] in evidence.LOCATIVE and members[0].type == "place"
    return there and not acts


def _majority(members: list[Form]) -> list[tuple[Form, str, float]]:
    """For each form the type that two thirds of what speaks in the others is for."""
    out = []
    for number, form in enumerate(members):
        first = max(0, number - _NEAR)
        others = members[first:number] + members[number + 1 : number + 1 + _NEAR]
        known = [other for other in others if sum(other.scores.values()) >= _KNOWN]
        if form.type == "group" or not (known or len(others) > 2):
            continue
        for kind in ("person", "organization", "place"):
            share = sum(_share(other, kind) for other in others) / len(others)
            if share >= _AGREED:
                out.append((form, kind, share * 1.2))
    return out


def _share(form: Form, kind: str) -> float:
    return form.scores[kind] / (sum(form.scores.values()) or 1.0)


# What a name must have beside the model's word to tell of its neighbour in a pair
_KNOWN = 2.5
_NEAR = 30  # names on each side; a list that is longer is a table
_AGREED = 0.66
