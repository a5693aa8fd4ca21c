"""What the text around a name tells about its type."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from briefkit.components.actors import lexicon
from briefkit.components.actors.lexicon import compact

if TYPE_CHECKING:
    from briefkit.components.actors.names import Name
    from briefkit.components.actors.view import View

LOCATIVE = frozenset(
    ["in", "near", "across", "throughout", "outside", "around", "towards", "inside", "into"]
)
AT = LOCATIVE | {"at", "from", "to"}
_PLACES = frozenset(
    {"city", "town", "village", "state", "region", "island", "district", "province", "county"}
    | {"port", "suburb", "area", "republic", "kingdom", "country", "nation", "continent"}
)
_HUMANS = frozenset(
    {"man", "woman", "boy", "girl", "teenager", "native", "resident", "people", "men", "women"}
    | {"god", "goddess", "deity", "saint", "celebrity", "star", "figure"}
)
# "the Hale administration"; not here: government, campaign, which bodies and lands have as well
_PERSONS = frozenset({"administration", "family", "presidency", "regime"})
# "the Hale state", "Amazon country": what follows the name of anybody
_ANYBODYS = frozenset({"area", "country", "nation", "state", "states"})
_BETWEEN = frozenset({",", "and", "or", "&", ";", "the"})
_INCLUDING = frozenset({"including", "like", "especially", "notably", "particularly"})
_WIDEST = 3


def around(view: View, name: Name, total: dict[str, float]) -> None:
    """Add what stands before and after one name to the scores of the types."""
    _before(view, name, total)
    _after(view, name, total)
    kind = example(view, name)
    if kind and name.label != "NORP":
        total[kind] += 2.5


def _before(view: View, name: Name, total: dict[str, float]) -> None:
    start, end = name.start, name.end
    if name.outer < start:
        total["person"] += 2
    before = view.lower[start - 1] if start and view.block[start - 1] == view.block[start] else ""
    if before in LOCATIVE and not "".join(view.text[start:end]).isupper():
        total["place"] += 1.2
    elif before == "of" and start > 1 and _place_noun(view.lower[start - 2]):
        total["place"] += 3
    elif before == "the" and _plural(view, name):
        # a club: "the Larkfield Rovers"
        total["organization"] += 2.5
    elif (
        before == "the"
        and not name.gender
        and name.label == "PERSON"
        and not (_describes(view, end - 1) and name.words[-1] not in lexicon.tails())
    ):
        # a band or a team; people have no article
        total["organization"] += 2
    elif compact(before) in lexicon.words("bodies") and view.tag[start - 1] == "NN":
        total["organization"] += 2
    elif compact(before) in lexicon.words("roles") and view.tag[start - 1] in ("NN", "NNP"):
        total["person"] += 2


def _describes(view: View, i: int) -> bool:
    """Whether token `i` belongs to a noun behind it, as in "the Hale administration"."""
    return view.dep[i] in ("compound", "nmod", "poss", "amod") and view.head[i] > i


def _plural(view: View, name: Name) -> bool:
    """Whether the name of a place ends in a plural that names no land: "Pirates"."""
    if name.label not in ("GPE", "LOC", "FAC", "PERSON") or name.end - name.start < 2:
        return False
    last = name.words[-1]
    if last in lexicon.words("place_words") or name.key in lexicon.known_places():
        return False
    return view.tag[name.end - 1] == "NNPS" and last.endswith("s")


def _after(view: View, name: Name, total: dict[str, float]) -> None:
    end = name.end
    inside = view.block[name.start]
    if end >= len(view) or view.block[end] != inside:
        return
    after = view.lower[end]
    dash = after in ("-", "–", "—", "(") and view.lower[end + 1 : end + 2] in (["a"], ["an"])
    if (after == "," or dash) and (end - name.start > 1 or view.tag[end + 1 : end + 2] == ["CD"]):
        kind = _described(view, end + 1)
        if kind:
            total[kind] += 2.5
    if after == "who" or (after == "," and view.lower[end + 1 : end + 2] == ["who"]):
        total["person"] += 1
    elif after in ("was", "is") and view.lower[end + 1 : end + 2] == ["born"]:
        total["person"] += 2
    kind = _owned(view, end)
    if kind:
        total[kind] += 1.6


def _owned(view: View, i: int) -> str | None:
    """The type of who has what stands at token `i`: "'s wife", " spokesman"."""
    known = lexicon.table("possessions")
    if view.tag[i] != "POS":
        word = view.lower[i]
        if not view.tag[i].startswith("NN") or word in _ANYBODYS:
            return None
        if word == "party":
            return "organization"
        if word in _PERSONS and view.lower[i - 1] not in lexicon.tails():
            return "person"
        # "Solvane shares"; nobody's wife stands without an "'s"
        kind = known.get(word)
        return kind if kind and kind != "person" else _lies_there(word)
    for j in range(i + 1, min(i + 4, len(view))):
        tag = view.tag[j]
        follows = view.tag[j + 1] if j + 1 < len(view) else ""
        if tag.startswith("NN") and not follows.startswith("NN"):
            return known.get(view.lower[j])
        if not (tag.startswith(("NN", "JJ")) or tag in ("HYPH", "CD", "RB", "VBG")):
            return None
    return None


def _lies_there(word: str) -> str | None:
    """ "Orwin district", "five Orwin villages"."""
    return "place" if noun_type(word) == "place" else None


def _described(view: View, i: int) -> str | None:
    """What an age or a description at token `i` tells: ", 34,", ", a former nurse", ", a bank"."""
    size = len(view)
    if i + 1 < size and view.text[i].isdigit() and len(view.text[i]) == 2:
        return "person" if view.lower[i + 1] == "," else None
    if i >= size or view.lower[i] not in ("a", "an", "the", "former"):
        return None
    for j in range(i + 1, min(i + 6, size)):
        if view.lower[j] in (",", ".", "of", "in", "that", "which"):
            return None
        follows = view.tag[j + 1] if j + 1 < size else ""
        if view.tag[j] == "NN" and follows not in ("NN", "NNS", "HYPH"):
            return noun_type(view.lower[j])
    return None


def noun_type(word: str) -> str | None:
    """The type of what a common noun means, in the singular or plural; None where it tells none."""
    singulars = [word, word.removesuffix("s"), word.removesuffix("es")]
    if word.endswith("ies"):
        singulars.append(word[:-3] + "y")
    for one in singulars:
        if one in _HUMANS or one in lexicon.offices():
            return "person" if one not in lexicon.words("bodies") else None
        if one in lexicon.words("bodies"):
            return "organization"
        if one in _PLACES:
            return "place"
    return None


def _place_noun(word: str) -> bool:
    return word in _PLACES or word in lexicon.words("place_words")


def example(view: View, name: Name) -> str | None:
    """The type of the class that the name is an example of: "bands such as", "cities including"."""
    at = name.start - 1
    while at > 3 and view.lower[at] in ("the", '"', "“"):
        at -= 1
    if at < 1 or view.block[at] != view.block[name.start]:
        return None
    word = view.lower[at]
    if word == "as" and view.lower[at - 1] == "such":
        at -= 2
    elif word in _INCLUDING or (word == "as" and at > 2 and view.lower[at - 2] == "such"):
        at -= 1
    else:
        return None
    if view.lower[at] == ",":
        at -= 1
    return noun_type(view.lower[at]) if view.tag[at] == "NNS" else None


def chains(view: View, names: list[Name]) -> list[list[Name]]:
    """Names that a list joins: "Zeus, Hera and Athena", in text order."""
    out: list[list[Name]] = []
    last: Name | None = None
    for name in names:
        if last and _joined(view, last, name):
            out[-1].append(name)
        else:
            out.append([name])
        last = name
    return [chain for chain in out if len(chain) > 1]


def _joined(view: View, last: Name, name: Name) -> bool:
    gap = range(last.end, name.outer)
    if not 0 < len(gap) <= _WIDEST or view.block[last.start] != view.block[name.start]:
        return False
    return all(view.lower[i] in _BETWEEN for i in gap)


def nested(view: View, chain: list[Name]) -> bool:
    """Whether each of the names lies in the next: "in Exeter, Devon"."""
    commas = all(view.lower[a.end : b.outer] == [","] for a, b in pairwise(chain))
    first = chain[0].start
    return commas and bool(first) and view.lower[first - 1] in AT


def listed(view: View, chain: list[Name]) -> bool:
    """Whether the names are of one kind: three or more, or joined by "and"."""
    if len(chain) > 2:
        return True
    return any(view.lower[i] in ("and", "or", "&") for i in range(chain[0].end, chain[1].outer))
