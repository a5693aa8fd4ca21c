"""From tokens to clusters of names: what is named, and which names mean one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefkit.components.actors.abbreviations import abbreviations
from briefkit.components.actors.clusters import cluster
from briefkit.components.actors.evidence import acts_or_lies
from briefkit.components.actors.missed_names import missed_names
from briefkit.components.actors.names import names
from briefkit.components.actors.other_names import joined
from briefkit.components.actors.spellings import spellings

if TYPE_CHECKING:
    from collections.abc import Collection

    from briefkit.components.actors.clusters import NameCluster
    from briefkit.components.actors.spellings import Spelling
    from briefkit.components.actors.tokens import Tokens

# From which probability on a cluster of names is an actor or a place; chosen by cross-validation.
KEPT = 0.7


def spelled(tokens: Tokens, labels: Collection[range]) -> tuple[list[Spelling], dict[str, str]]:
    """The names of the article by their spelling, and the acronyms that it defines.

    `labels` are the tokens that label the turns of an interview: none of them is a name.
    """
    no_name = {i for place in labels for i in place}
    first = [name for name in names(tokens) if name.start not in no_name]
    more = (name for name in missed_names(tokens, first) if name.start not in no_name)
    every = sorted([*first, *more], key=lambda name: name.start)
    return spellings(every), abbreviations(tokens, every)


def clusters(tokens: Tokens, labels: Collection[range]) -> list[NameCluster]:
    """The names of each actor and each place."""
    found = joined(tokens, cluster(tokens, *spelled(tokens, labels)))
    return [one for one in found if acts_or_lies(tokens, one) >= KEPT]
