"""Places that act, and capitals that stand for a state that the text names elsewhere."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefkit.components.actors import lexicon
from briefkit.components.actors.lexicon import compact

if TYPE_CHECKING:
    from briefkit.components.actors.names import Name
    from briefkit.components.actors.spellings import Spelling
    from briefkit.components.actors.tokens import Tokens


def acts(tokens: Tokens, name: Name) -> bool:
    """Whether the place of this name does something here: subject or agent of a doing verb."""
    if name.words[-1] in lexicon.words("landscapes"):
        return False
    if name.words[0] in lexicon.words("place_heads"):
        return False
    i = name.end - 1
    while name.start <= tokens.head[i] < name.end and tokens.head[i] != i:
        i = tokens.head[i]
    steps = 0
    while tokens.dep[i] == "conj" and steps < 8:
        i, steps = tokens.head[i], steps + 1
    head, dep = tokens.head[i], tokens.dep[i]
    if dep == "pobj" and tokens.dep[head] == "agent":
        return True
    if dep != "nsubj" or not tokens.tag[head].startswith("VB"):
        return False
    return tokens.lower[head] not in lexicon.words("stative")


def to_states(tokens: Tokens, found: list[Spelling]) -> list[Spelling]:
    """Give "Beijing vowed" to China where the article names it; "in Beijing" stays a place."""
    places = {one.key: place for place, one in enumerate(found)}
    states = {
        compact(state.name): places[key]
        for key in places
        if (state := lexicon.state_names().get(key))
    }
    out = list(found)
    for key, place in places.items():
        one, capital = out[place], lexicon.capitals().get(key)
        home = states.get(compact(capital.name)) if capital else None
        if home is None:
            continue
        moved = [name for name in one.names if acts(tokens, name)]
        if moved:
            every = sorted([*out[home].names, *moved], key=lambda name: name.start)
            rest = (name for name in one.names if name not in moved)
            out[home] = replace(out[home], names=tuple(every))
            out[place] = replace(one, names=tuple(rest))
    return [one for one in out if one.names]
