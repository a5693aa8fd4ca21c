"""Other names of one actor, told in so many words: "Rita Quill, who is known as Birdie"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from briefkit.components.actors.names import PEERS

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
_NOT_ALONE = frozenset({"and", "of", "'s", "'"})


def joined(tokens: Tokens, found: list[NameCluster]) -> list[NameCluster]:
    """The clusters, as one those that the text says to be one."""
    owners = {n.start: one for one in found for form in one.forms for n in form.names}
    names = sorted((n for one in found for f in one.forms for n in f.names), key=lambda n: n.start)
    gone: dict[int, NameCluster] = {}
    for first, second in _told(tokens, names):
        one, other = _home(owners[first.start], gone), _home(owners[second.start], gone)
        # a nickname tells no type: "Omar Bello, alias Big Tree"
        person = one.type == "person" and other.type != "place"
        if one is not other and (person or one.type == other.type != "other"):
            one.others += (*other.forms, *other.others)
            gone[id(other)] = one
    return [one for one in found if id(one) not in gone]


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
        if end < len(tokens) and tokens.lower[end] in _NOT_ALONE:
            continue  # "nicknamed the Eiffel Tower of the north"
        words = " ".join(tokens.lower[first.end : other.start])
        # "Ana, [the] Duchess of Hale"
        peer = len(other.words) > 2 and other.words[0] in PEERS and words in (",", ", the")
        if peer or _TOLD.fullmatch(words) or (other.kind == "person" and _BORN.fullmatch(words)):
            yield first, other
