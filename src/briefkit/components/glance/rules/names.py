"""What stands beside a name or a noun and only tells more of it: one rule a function."""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.components.glance.cuts import SUBJECTS, Cut, comma, enclosed, fronts
from briefkit.components.glance.sentence import Sentence

# Tags of what may tell of the last name before a comma.
_OF_WHOM = (["VBD"], ["VBG"], ["VBN"], ["WDT"], ["WP"])


def apposition(s: Sentence) -> Iterator[Cut]:
    """What a name is, between commas: ", a spokesman for the ministry,"; and an age: ", 34,"."""
    for i in [i for i, tag in enumerate(s.tags) if tag == "CD"]:
        if _age(s, i):
            # "Anna Berg, 34, of Leeds, won" keeps its commas around "of Leeds".
            yield Cut(i - 1, i + 1 + (s.lower[i + 2 : i + 3] != ["of"]), "apposition", 1)
    for i in s.labelled("appos"):
        head = s.heads[i]
        # Where the parser found no subject it may have taken it for an apposition.
        if s.kid(s.root, *SUBJECTS) is None:
            return
        if s.tags[i] == "CD" or not s.tags[head].startswith("NN"):
            continue
        start, end = s.edges[i][0], s.edges[i][1] + 1
        known = s.tags[start] in ("DT", "JJ", "NN", "NNS", "PRP$", "JJS")
        if start <= head or not known:
            continue
        # Without a name before it the apposition is what tells who is meant.
        if not s.tags[head].startswith("NNP"):
            continue
        end -= comma(s, end - 1)
        place = enclosed(s, start, end, head)
        # "Tom Berg, the brother of Eva Berg, killed in May": she was.
        if "person" in s.ents[start:end] and s.tags[end + 1 : end + 2] in _OF_WHOM:
            continue
        # "Leeds, the mayor and the council" is a list.
        after = s.lower[end - 1 : end + 2]
        if place and "and" not in after and "or" not in after and not _listed(s, head, end):
            yield Cut(*place, "apposition", 3 if s.ents[head] == "person" else 1)


def _age(s: Sentence, i: int) -> bool:
    """Whether token `i` is an age between commas behind a person's name."""
    behind_name = i > 1 and s.ents[i - 2] == "person"
    years = s.words[i].isdigit() and len(s.words[i]) < 4
    return behind_name and years and comma(s, i - 1) and comma(s, i + 1)


def _listed(s: Sentence, head: int, end: int) -> bool:
    """Whether it is one of several: "the mayor, her aides*,* the clerk and"."""
    joined = any(s.deps[k] in ("conj", "cc") for k in s.kids[head]) or s.deps[head] == "conj"
    return joined or (_another(s, end) and not fronts(s, end))


def _another(s: Sentence, end: int) -> bool:
    """Whether something else is named behind a comma at token `end`."""
    return comma(s, end) and s.tags[end + 1 : end + 2] in (["DT"], ["PRP$"], ["NN"], ["NNS"])
