"""Actors that the headings of an article name: a heading makes no actor, but it may mean one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefkit.components.actors.entity import Mention
from briefkit.components.actors.names import spelled
from briefkit.components.columns import columns

if TYPE_CHECKING:
    from briefkit.components.actors.drafts import ActorDraft
    from briefkit.components.actors.tokens import Tokens

_LONGEST = 6  # words of a name


def add_headings(tokens: Tokens, named: Sequence[ActorDraft]) -> None:
    """Add where headings name an actor as the text does."""
    owners = {name.words: one for one in named for name in one.names}
    seen = columns(tokens.doc)
    for heading in (block for block in seen.blocks if block.kind == "heading"):
        span = seen.tokens_in(heading.start, heading.end)
        i = span.start
        while i < span.stop:
            stops = range(min(i + _LONGEST, span.stop), i, -1) if tokens.capital(i) else ()
            for stop in stops:
                meant = owners.get(spelled(tokens, i, stop))
                if meant is not None and any(map(str.isalnum, tokens.text[stop - 1])):
                    meant.entity.mentions.append(Mention(i, stop, "name"))
                    i = stop - 1
                    break
            i += 1
