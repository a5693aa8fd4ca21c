"""Places that act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefkit.components.actors import lexicon

if TYPE_CHECKING:
    from briefkit.components.actors.names import Name
    from briefkit.components.actors.tokens import Tokens


def acts(tokens: Tokens, name: Name) -> bool:
    """Whether the place of this name does something here: subject or agent of a doing verb."""
    if name.words[-1] in lexicon.words("landscapes"):
        return False
    if name.words[0] in lexicon.words("place_heads"):
        return False
    i, steps = tokens.top(name.start, name.end), 0
    while tokens.dep[i] == "conj" and steps < 8:
        i, steps = tokens.head[i], steps + 1
    head, dep = tokens.head[i], tokens.dep[i]
    if dep == "pobj" and tokens.dep[head] == "agent":
        return True
    if dep != "nsubj" or not tokens.tag[head].startswith("VB"):
        return False
    return tokens.lower[head] not in lexicon.words("stative")
