"""Other names of one actor, told in so many words: "Rita Quill, who is known as Birdie"."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from briefkit.components.actors.likeness import first_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefkit.components.actors.clusters import NameCluster
    from briefkit.components.actors.names import Name
    from briefkit.components.actors.tokens import Tokens

_LONGEST = 12  # tokens between two names
_HOW = "also|better|commonly|formerly|more|now|once|otherwise|popularly|previously|widely"
# What stands between a name and another one of the same.
_TOLD = re.compile(
    rf"""[,(]?\ ?(?:(?:who|which)\ )?(?:(?:is|was)\ )?(?:(?:{_HOW})\ )*
    (?:known\ (?:(?:locally|online|professionally|simply)\ )?
         (?:(?:to|by|among|within|in)\ (?:[a-z]+\ ){{1,4}})?as
      |(?:also|otherwise|formerly|previously)\ called|nicknamed|dubbed|alias|aka|a\.k\.a\.?)
    (?:\ simply)?(?:\ the)?\ ?[,"“‘'`]*""",
    re.VERBOSE,
)
_BORN = re.compile(
    r"[,(]? ?(?:(?:who )?was )?(?:born|née)|, whose (?:birth|full|real) name (?:is|was)"
)
_SHE = frozenset({"he", "she"})
_WAS_BORN = ["was", "born"]
_NOT_ALONE = frozenset({"and", "of", "'s", "'"})


def joined(tokens: Tokens, found: list[NameCluster]) -> list[NameCluster]:
    """The clusters, as one those that the text says to be one."""
    owners = {n.start: one for one in found for form in one.forms for n in form.names}
    names = sorted((n for one in found for f in one.forms for n in f.names), key=lambda n: n.start)
    gone: dict[int, NameCluster] = {}
    pairs = ((owners[a.start], owners[b.start]) for a, b in _told(tokens, names))
    for one, other in (*pairs, *_born(tokens, found)):
        one, other = _home(one, gone), _home(other, gone)
        if one is not other and _may_be_one(one, other):
            one.others += (*other.forms, *other.others)
            gone[id(other)] = one
    return [one for one in found if id(one) not in gone]


def _may_be_one(one: NameCluster, other: NameCluster) -> bool:
    """Whether both are of one type, as far as a nickname tells: "Omar Bello, alias Big Tree"."""
    return one.type == other.type != "other" or (one.type == "person" and other.type != "place")


def _home(one: NameCluster, gone: dict[int, NameCluster]) -> NameCluster:
    while id(one) in gone:
        one = gone[id(one)]
    return one


def _told(tokens: Tokens, names: Sequence[Name]) -> Iterator[tuple[Name, Name]]:
    """Pairs of names that stand beside each other and are said to be one's."""
    for first, other in pairwise(names):
        gap, end = other.start - first.end, other.end
        if not 0 < gap <= _LONGEST or not tokens.together(first.start, other.start):
            continue
        several = first.kind == "person" and "and" in other.words
        if several or (end < len(tokens) and tokens.lower[end] in _NOT_ALONE):
            # "nicknamed the Eiffel Tower of the north", "known as Spike and Dot"
            continue
        words = " ".join(tokens.lower[first.end : other.start])
        if words.startswith("known") and first.start and tokens.tag[first.start - 1] == "IN":
            # "a part of Nairobi known as Parklands"
            continue
        if _TOLD.fullmatch(words) or (other.kind == "person" and _BORN.fullmatch(words)):
            yield first, other


def _born(
    tokens: Tokens, found: Sequence[NameCluster]
) -> Iterator[tuple[NameCluster, NameCluster]]:
    """ "She was born Rita Lowe", where one other is called Rita."""
    people: dict[str, list[NameCluster]] = defaultdict(list)
    for one in found:
        first = first_of(one.head.words)
        if one.type == "person" and first:
            people[first].append(one)
    for pair in (same for same in people.values() if len(same) == 2):
        for one, other in (pair, pair[::-1]):
            at = min(name.start for form in other.forms for name in form.names)
            if at > 2 and tokens.lower[at - 3] in _SHE and tokens.lower[at - 2 : at] == _WAS_BORN:
                yield one, other
