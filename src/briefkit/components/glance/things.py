"""What "the ban" is: the words by which the article first told of it, "ban on flights at night"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from briefkit.components.glance.lexicon import stem
from briefkit.components.glance.lexicon import words as listed
from briefkit.components.glance.limits import MOST
from briefkit.components.glance.sentence import Sentence, Table
from briefkit.components.records import Place, ResolvedRecord

if TYPE_CHECKING:
    from briefkit.components.glance.shorten import Short

_AGAIN = frozenset({"her", "his", "its", "that", "the", "their", "these", "this", "those"})
_BREAKS = frozenset([",", ";", ":", "(", ")", "--", "—", "–", "-", '"', "“", "”", "‘", "’", "'"])
# Words that tell only which of several it was then, or nothing of it, and small words.
_WEAK = frozenset(["first", "former", "full", "last", "latest", "main", "new", "next", "other"]) | {
    "same", "second", "special", "whole", "a", "an", "at", "by", "from", "in", "of", "on", "the",
    "to", "with", "consecutive", "just", "one", "only", "particular", "straight", "very",
}  # fmt: skip
# Words of what is put in.
_LONGEST = 9


def things(short: Short, inside: Sequence[bool]) -> Iterator[tuple[int, ResolvedRecord]]:
    """The words that tell which ban "the ban" is, each with the token in whose place they stand."""
    s, kept, size = short.sentence, set(short.kept), short.size
    text, done = s.table.text, set()
    for i in short.kept:
        noun = s.heads[i]
        if s.lower[i] != "the" or s.deps[i] != "det" or inside[i]:
            continue
        owns = s.tags[noun + 1 : noun + 2] == ["POS"]
        plain = s.edges[noun] == (i, noun + owns) and kept.issuperset(range(i, noun + 1))
        if not plain or s.tags[noun] not in ("NN", "NNS") or s.lower[noun] in listed("unique"):
            continue
        place = _introduced(s.table, s.start, s.lower[i + 1 : noun + 1])
        if place is None:
            continue
        begin, end = s.place(i + 1)[0], s.place(noun)[1]
        told = text[slice(*place)]
        more = {stem(word) for word in told.lower().split()} - set(map(stem, s.lower[i : noun + 1]))
        size += len(told.split()) - (noun - i)
        # "The condemned sugar was condemned" tells it twice.
        twice = more.intersection(stem(s.lower[k]) for k in kept) - set(map(stem, _WEAK))
        fits = not owns or told.lower().endswith(s.lower[noun])
        if size <= MOST and fits and not twice and place not in done:
            done.add(place)
            yield i + 1, ResolvedRecord(text[begin:end], told, place)


def _introduced(table: Table, before: int, words: list[str]) -> Place | None:
    """Where the noun, the last of the words, is first told of, with more than these words.

    None where there may be two of the kind: all mentions from then on have to be of the same.
    """
    noun = words[-1]
    several = noun[:-1] if noun.endswith("s") else f"{noun}s"
    found, end = table.tokens_of.get(noun, []), len(table)
    if noun not in table.others:
        again = (k for k in found[1:] if not _again(table, k))
        table.others[noun] = min(next(again, end), *table.tokens_of.get(several, [end])[:1])
    if not found or found[0] >= before or table.others[noun] < before:
        return None
    s = Sentence(table, *table.sentence(found[0]))
    start, end = _phrase(s, found[0] - s.start)
    told = s.lower[start:end]
    if len(told) > _LONGEST or told[:1] == ["%"]:  # "a 5% gain"
        return None
    if not set(words) <= set(told) or _WEAK.issuperset({*told} - {*words}):
        return None
    return s.place(start)[0], s.place(end - 1)[1]


def _phrase(s: Sentence, noun: int) -> tuple[int, int]:
    """The tokens of a noun's phrase that tell what it is: without article, number, side remarks.

    None of them where it is of another ("her ban") or a headline's.
    """
    start = s.edges[noun][0]
    whole = s.whole(noun) and s.tags[noun].startswith("NN") and s.deps[noun] != "compound"
    if not whole or s.words[-1] not in (".", '"', "”", "!", "?"):
        return noun, noun
    if s.kid(noun, "poss", "predet", "neg") is not None:
        return noun, noun
    # Of names, "the city" of New York City has no article.
    if s.tags[noun].startswith("NNP") and s.lower[start] != "the":
        return noun, noun
    opens = start
    while start < noun and (s.tags[start] in ("DT", "CD") or s.deps[start] == "quantmod"):
        start += 1
    # "Just Stop Oil activists": the parser may have lost the name's head. "Soldiers fired"
    capital = s.words[start][0].isupper()
    lost = opens == start and start and s.words[start - 1][0].isupper()
    if lost or (capital and not start and not s.tags[start].startswith("NNP")):
        return noun, noun
    end = noun + 1
    for k in [k for k in s.kids[noun] if k > noun]:
        stretch = range(end, s.edges[k][1] + 1)
        fits = s.deps[k] in ("prep", "acl") and s.edges[k][0] == end and s.lower[k] != "for"
        if not fits or any(_breaks(s, j) for j in stretch):
            break
        if s.lower[k] == "in":
            return noun, noun  # which may belong to the verb: "announced the award in Oslo"
        end = stretch.stop
    # "Flight 610"
    cut = end < len(s) and (s.tags[end] == "CD" or s.tags[end].startswith("NNP"))
    parted = any(_breaks(s, j) or s.tags[j] in ("DT", "PRP") for j in range(start, noun))
    return (noun, noun) if cut or parted else (start, end)


def _breaks(s: Sentence, i: int) -> bool:
    return s.words[i] in _BREAKS or s.tags[i] in ("WDT", "WP", "WRB") or s.ents[i] == "time"


def _again(table: Table, k: int) -> bool:
    """Whether a mention is of what was told of before: "the ban", "its ban", "ban opponents"."""
    near = range(max(0, k - 6), k)
    return table.deps[k] == "compound" or any(
        table.heads[j] == k and table.lower[j] in _AGAIN for j in near
    )
