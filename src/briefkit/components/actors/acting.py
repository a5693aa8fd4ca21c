"""Which places act: states and cities that do or say something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefkit.components.actors import lexicon

if TYPE_CHECKING:
    from briefkit.components.actors.names import Name
    from briefkit.components.actors.view import View


# Landscapes and roads, which do nothing; not here: streets and houses that are said for a
# government (Downing Street), islands, which may be states
_INERT = frozenset(
    {"airport", "bay", "beach", "bridge", "canyon", "cave", "coast", "desert", "falls", "forest"}
    | {"glacier", "highway", "hill", "hills", "lake", "lakes", "mountain", "mountains", "ocean"}
    | {"park", "peak", "reef", "ridge", "river", "road", "sea", "valley", "volcano", "waterfall"}
)


def acts(view: View, name: Name) -> bool:
    """Whether the place of this name does something here: subject or agent of a doing verb."""
    if name.words[-1] in _INERT or name.words[0] in lexicon.words("place_heads"):
        return False
    i = name.end - 1
    while name.start <= view.head[i] < name.end and view.head[i] != i:
        i = view.head[i]
    steps = 0
    while view.dep[i] == "conj" and steps < 8:
        i, steps = view.head[i], steps + 1
    head, dep = view.head[i], view.dep[i]
    if dep == "pobj" and view.dep[head] == "agent":
        return True
    if dep != "nsubj" or not view.tag[head].startswith("VB"):
        return False
    return view.lower[head] not in lexicon.words("stative")
