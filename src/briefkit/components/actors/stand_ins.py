"""Words that stand for an actor that the text names elsewhere, and names that stand for several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefkit.components.actors import lexicon
from briefkit.components.actors.acting import acts
from briefkit.components.actors.entity import Mention
from briefkit.components.actors.lexicon import compact

if TYPE_CHECKING:
    from briefkit.components.actors.aliases import Form
    from briefkit.components.actors.names import Name
    from briefkit.components.actors.offices import Found
    from briefkit.components.actors.view import View

_SIDES = frozenset({"side", "authorities", "leadership", "regime"})


def capitals(view: View, forms: list[Form]) -> list[Form]:
    """Give "Beijing vowed" to China where the article names it; "in Beijing" stays a place."""
    by_key = {"".join(map(compact, form.words)): form for form in forms}
    state_forms = {
        compact(lexicon.state_names()[key].name): form
        for key, form in by_key.items()
        if key in lexicon.state_names()
    }
    known = lexicon.capitals()
    surnames = {form.words[-1] for form in forms if form.type == "person" and len(form.words) > 1}
    for key, form in by_key.items():
        state = known.get(key) if form.words[-1] not in surnames else None
        home = state_forms.get(compact(state.name)) if state else None
        if home is None or home is form:
            continue
        moved = [name for name in form.names if _governs(view, name)]
        if moved:
            home.names = sorted([*home.names, *moved], key=lambda name: name.start)
            form.names = [name for name in form.names if name not in moved]
    return [form for form in forms if form.names]


def _governs(view: View, name: Name) -> bool:
    """Whether the city does what a government does, and not what towns do: "Paris will host"."""
    verb = view.head[name.end - 1]
    if view.dep[verb] == "agent":
        verb = view.head[verb]
    return acts(view, name) and view.lower[verb] not in _TOWNS_DO


_TOWNS_DO = frozenset(
    {"celebrate", "celebrated", "celebrates", "elect", "elected", "elects", "gained", "grew"}
    | {"held", "hold", "holds", "host", "hosted", "hosts", "hosting", "open", "opened", "opens"}
    | {"vote", "voted", "votes", "wake", "wakes", "welcome", "welcomed", "welcomes", "woke", "won"}
)


def without_families(view: View, forms: list[Form]) -> list[Form]:
    """The forms without plural families: "the Lindqvists" are not one of them."""
    surnames = {form.words[-1] for form in forms if form.type == "person" and len(form.words) > 1}
    kept = []
    for form in forms:
        word = form.words[0]
        plural = len(form.words) == 1 and word.endswith("s") and word not in surnames
        if plural and (word[:-1] in surnames or word[:-2] in surnames):
            form.names = [n for n in form.names if view.lower[n.start - 1 : n.start] != ["the"]]
        if form.names:
            kept.append(form)
    return kept


def sides(view: View, found: list[Found]) -> None:
    """Add "the Chinese side" to China, which acts by it."""
    states = {
        lexicon.state_names()[compact(one.entity.name)].name: one
        for one in found
        if one.entity.type == "place" and compact(one.entity.name) in lexicon.state_names()
    }
    if not states:
        return
    known = lexicon.demonyms()
    for i in range(1, len(view)):
        if view.lower[i] not in _SIDES or not view.capital(i - 1):
            continue
        state = known.get(view.lower[i - 1])
        one = states.get(state.name) if state else None
        if one is None or view.block[i] != view.block[i - 1]:
            continue
        start = i - 1 - (view.lower[i - 2 : i - 1] == ["the"])
        one.entity.mentions.append(Mention(start, i + 1, "nominal"))
        one.entity.mentions.sort(key=lambda mention: (mention.start, mention.end))
        one.entity.acts = True
