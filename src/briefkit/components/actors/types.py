"""One type for each entity over the whole article: what the encoder says at all its places."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefkit.components.actors.clusters import NameCluster

# How sure the encoder must be, at one place at least, that there is a name, and how much may speak
# for a thing. Chosen on Wikinews by cross-validation: one wrong actor in seven goes, and one right
# actor in 280.
_SURE = 0.85
_THING = 0.3


def acts_or_lies(cluster: NameCluster) -> bool:
    """Whether a cluster is surely a name, and of an actor or a place and not of a thing."""
    surest = max(name.sure for form in cluster.forms for name in form.names)
    scores = cluster.scores
    thing = scores["other"] > _THING * sum(scores.values()) or cluster.type == "other"
    return surest >= _SURE and not thing
