"""What may go from a sentence and costs the reader nothing: one rule a function.

A rule looks at the parse and the commas, and returns cuts: stretches of tokens `[start, end)`.
It deletes, never rewords. Where the parse and the commas disagree it returns nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from briefkit.components.glance.cuts import Cut, closes, comma
from briefkit.components.glance.lexicon import phrases
from briefkit.components.glance.sentence import Sentence


def parentheses(s: Sentence) -> Iterator[Cut]:
    """(in brackets), and a remark -- between two dashes -- inside the clause."""
    opened: list[int] = []
    for i, word in enumerate(s.words) if "(" in s.words else ():
        if word == "(":
            opened.append(i)
        elif word == ")" and opened:
            start = opened.pop()
            # "(for two years)", "(though he denies it)" bound what is said.
            bound = s.tags[start + 1] == "IN" and s.deps[start + 1] in ("mark", "prep")
            if not (opened or start <= s.root <= i or bound or _inside_name(s, start, i)):
                yield Cut(start, i + 1, "parentheses")
    if len(s.dashes) == 2:
        start, end = s.dashes
        inner = range(start + 1, end)
        main = s.root in inner or any(s.heads[k] in inner for k in range(start))
        outward = any(s.heads[k] in inner for k in range(end + 1, len(s)))
        # "Berg, founder of a firm - a shipyard - was": the dash closes what the comma opened.
        needed = not comma(s, end + 1) and any(
            comma(s, s.edges[k][0] - 1) and s.edges[k][1] == start - 1 for k in s.labelled("appos")
        )
        # "The chairman - Karl Berg - resigned": the name tells who is meant.
        needed = needed or s.ents[start + 1] == "person" or s.tags[start + 1] == "NNP"
        # "To Anna Berg - a judge - Karl Holm wrote": the names would be one.
        needed = needed or s.tags[start - 1] == "NNP" == s.tags[(end + 1) % len(s)]
        if start and not main and not outward and not needed:
            yield Cut(start, end + 1, "parentheses")


def _inside_name(s: Sentence, start: int, end: int) -> bool:
    """Whether a name goes on behind the brackets, "Renters (Reform) Bill", or begins with them."""
    around = s.tags[start - 1 : start] + s.tags[end + 1 : end + 2]
    named = [tag.startswith("NNP") for tag in around] == [True, True]
    words = s.words[start + 1 : end]
    return not start or (named and all(word.istitle() and word.isalpha() for word in words))


def discourse(s: Sentence) -> Iterator[Cut]:
    """ "However, ...", "..., for example, ...", "..., too", and "also" beside a verb."""
    known = phrases("discourse")
    longest = _longest()
    openers = _openers()
    for i, word in enumerate(() if openers.isdisjoint(s.lower) else s.lower):
        if word not in openers:
            continue
        if word == "also" and _plain_also(s, i):
            yield Cut(i, i + 1, "discourse")
            continue
        opens = i == 0 or comma(s, i - 1)
        if not opens or s.ents[i]:
            continue
        for size in range(min(longest, len(s) - i), 0, -1):
            if tuple(s.lower[i : i + size]) not in known:
                continue
            end = i + size
            if i == 0 and comma(s, end):
                yield Cut(0, end + 1, "discourse")
            elif i and (comma(s, end) or closes(s, end)):
                # One comma stays between a side clause and the main one: "If so, however, he".
                left = any(s.deps[k] in ("advcl", "mark") for k in range(i))
                yield Cut(
                    i if left and comma(s, end) else i - 1,
                    end + 1 if left and comma(s, end) else end + comma(s, end),
                    "discourse",
                )
            break


@cache
def _longest() -> int:
    return max(map(len, phrases("discourse")))


@cache
def _openers() -> frozenset[str]:
    """The first words of the phrases of `discourse`, and "also"."""
    return frozenset(phrase[0] for phrase in phrases("discourse")) | {"also"}


def _plain_also(s: Sentence, i: int) -> bool:
    if s.lower[i - 1 : i] == ["but"]:
        return False
    return i + 1 < len(s) and s.tags[i + 1][:2] in ("VB", "DT", "MD") and s.lower[i + 1] != "known"


def conjunction(s: Sentence) -> Iterator[Cut]:
    """A leading "And", "But", "So" that joins to the sentence before."""
    if s.lower[0] not in ("and", "but", "meanwhile", "or", "plus", "so", "yet"):
        return
    starts = s.tags[1] in ("DT", "IN", "PRP", "NNP", "NNS", "PRP$")
    if s.tags[0] == "CC" or comma(s, 1) or starts:
        yield Cut(0, 2 if comma(s, 1) else 1, "conjunction")


FREE = (parentheses, conjunction, discourse)
