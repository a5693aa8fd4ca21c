"""What stands beside a name or a noun and only tells more of it: one rule a function."""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.components.glance.cuts import (
    SUBJECTS,
    Cut,
    closes,
    comma,
    enclosed,
    ends,
    fronts,
    hedged,
)
from briefkit.components.glance.sentence import Sentence

# Words that need two: "both A and B", "a deal between A and B".
_PAIRS = frozenset(["among", "between", "both", "either", "joint", "jointly", "neither", "two"])
# Tags of what may tell of the last name before a comma.
_OF_WHOM = (["VBD"], ["VBG"], ["VBN"], ["WDT"], ["WP"])
# What may follow the state behind a town: a verb, or a phrase that needs no comma.
_GOING_ON = frozenset(["IN", "MD", "RB", "TO", "VBD", "VBN", "VBP", "VBZ"])


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
        if s.tags[i] == "CD" or not s.tags[head].startswith("NN") or not s.whole(i):
            continue
        start, end = s.edges[i][0], s.edges[i][1] + 1
        known = s.tags[start] in ("DT", "JJ", "NN", "NNS", "PRP$", "JJS")
        if start <= head or not (known or s.lower[start] == "one"):
            continue
        # Without a name before it the apposition is what tells who is meant.
        if not s.tags[head].startswith("NNP"):
            continue
        end -= comma(s, end - 1)
        place = enclosed(s, start, end, head)
        # "Tom Berg, head of the mill, a dam, died": the comma closes both.
        outer = s.deps[head] != "appos" and any(
            s.edges[k][1] + 1 in (end, end + 1) and s.under(head, k) and comma(s, s.edges[k][0] - 1)
            for k in s.labelled("appos")
            if k != i
        )
        if place and outer and place[1] == end + 1:
            place = place[0], end
        # "Tom Berg, the brother of Eva Berg, killed in May": she was.
        if "person" in s.ents[start:end] and s.tags[end + 1 : end + 2] in _OF_WHOM:
            continue
        # "Leeds, the mayor and the council" is a list.
        after = s.lower[end - 1 : end + 2]
        if place and "and" not in after and "or" not in after and not _listed(s, head, end):
            yield Cut(*place, "apposition", 1)


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


def party(s: Sentence) -> Iterator[Cut]:
    """The party and state behind a member's name: ", D-Texas,"."""
    for i, word in enumerate(() if "-" not in s.words else s.words):
        if word not in ("D", "I", "R") or s.words[i + 1 : i + 2] != ["-"] or not comma(s, i - 1):
            continue
        end = i + 3
        if s.tags[i + 2 : end] == ["NNP"] and (comma(s, end) or closes(s, end)):
            yield Cut(i - 1, end + comma(s, end), "party", 1)


def addition(s: Sentence) -> Iterator[Cut]:
    """What the last thing named is, or what it all was: "*, a move that surprised many*"."""
    for i in s.labelled("appos"):
        start, end, noun = s.edges[i][0], s.edges[i][1] + 1, s.heads[i]
        if noun >= start or not comma(s, start - 1) or not closes(s, end):
            continue
        # ", talks that have lasted a week"
        plain = s.tags[start] == "NNS" and start == i and s.kid(i, "relcl") is not None
        if not (plain or s.lower[start] in ("a", "an", "the")) or not s.whole(i):
            continue
        listed = any(s.deps[k] in ("conj", "cc") for k in (*s.kids[noun], *s.kids[i]))
        if not listed and s.deps[noun] != "conj" and not comma(s, s.edges[noun][0] - 1):
            yield Cut(start - 1, end, "addition", 2)


def country(s: Sentence) -> Iterator[Cut]:
    """The country or state behind a town: "in Leeds*, England,*"."""
    for i, kind in enumerate(() if "place" not in s.ents else s.ents):
        if kind != "place" or not comma(s, i - 1) or s.ents[max(i - 2, 0)] != "place":
            continue
        end = i + 1
        while end < len(s) and s.ents[end] == "place":
            end += 1
        before = i - 2
        while before > 0 and s.ents[before - 1] == "place":
            before -= 1
        listed = comma(s, before - 1) or not {"and", "or"}.isdisjoint(s.lower[end : end + 2])
        listed = listed or s.ents[end + 1 : end + 2] == ["place"]
        inner = any(before <= s.heads[k] < i - 1 for k in range(i, end))
        if inner and not listed and (comma(s, end) or closes(s, end)):
            # "In Leeds, England, the mayor", "in Leeds, England, where" keep the second comma, "the
            # Leeds, England, mill" does not.
            goes_on = not _GOING_ON.isdisjoint(s.tags[end + 1 : end + 2])
            goes_on = goes_on or any(s.heads[k] > end for k in range(before, i - 1))
            yield Cut(i - 1, end + (comma(s, end) and goes_on), "country", 1)


def including(s: Sentence) -> Iterator[Cut]:
    """Examples between commas: "Three towns*, including Leeds,* sued"."""
    for i, word in enumerate(() if "including" not in s.lower else s.lower):
        if word != "including" or s.deps[i] != "prep" or not s.whole(i) or s.heads[i] > i:
            continue
        end = s.edges[i][1] + 1
        place = enclosed(s, i, end - comma(s, end - 1))
        if not comma(s, i - 1) and s.heads[i] < i and ends(s, end):
            place = i, end
        # "including the ballad and, of course, the hymn": it goes on behind.
        more = s.lower[end - 1 - comma(s, end - 1)] in ("and", "or")
        if place and s.edges[i][0] == i and not more and not hedged(s, s.edges[s.heads[i]][0], i):
            yield Cut(*place, "including", 2)


def conjunct(s: Sentence) -> Iterator[Cut]:
    """The second of two objects at the end: "sued the builder *and the mayor*"."""
    for i in s.labelled("conj"):
        head, joint = s.heads[i], s.edges[i][0] - 1
        if s.deps[head] not in ("dobj", "pobj") or s.lower[s.heads[head]] == "by":
            continue
        if s.lower[joint] != "and" or joint < head:
            continue
        nouns = s.tags[head].startswith("NN") and s.tags[i].startswith("NN")
        if not nouns or not closes(s, s.edges[i][1] + 1) or not s.whole(i):
            continue
        alone = _PAIRS.isdisjoint(s.lower[:joint]) and not hedged(s, 0, joint)
        # "salt and pepper", "law and order": bare nouns may be one thing.
        if alone and s.tags[s.edges[i][0]] in ("CD", "DT", "NNP", "NNPS", "PRP$"):
            yield Cut(joint - comma(s, joint - 1), s.edges[i][1] + 1, "conjunct", 6)
