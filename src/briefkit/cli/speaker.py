"""One person's quotes out of many briefs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from briefkit.cli.guard import note

if TYPE_CHECKING:
    from briefkit.schema import Brief

_LIKE = 5  # names that may have been meant


def only_said_by(briefs: Iterator[Brief], name: str) -> Iterator[Brief]:
    """The briefs in which `name` is quoted, with those quotes alone; a note if there are none."""
    from briefkit.stories.speaker import said_by

    found = False
    others: dict[str, None] = {}
    for brief in briefs:
        article, quotes = brief.article, said_by(brief, name)
        others.update(dict.fromkeys(quote.speaker for quote in brief.quotes if quote.speaker))
        if quotes:
            found = True
            yield replace(brief, quotes=quotes).with_article(article)
    if not found:
        note(f"note: nobody called {name!r} is quoted in these briefs")
        if near := get_close_matches(name, others, _LIKE):
            note(f"hint: names like it: {', '.join(near)}")
        elif others:
            note("hint: `briefkit show BRIEFS --only quotes --by-speaker --all` lists all speakers")
