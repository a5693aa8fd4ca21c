"""Acronyms: those that the text defines, well-known ones, and what a name may be shortened to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefkit.components.actors import lexicon
from briefkit.components.actors.lexicon import compact

if TYPE_CHECKING:
    from briefkit.components.actors.names import Name
    from briefkit.components.actors.tokens import Tokens

SMALL = frozenset({"of", "the", "and", "for", "in", "on", "at", "to", "de", "&", "'s", "a", "an"})


def abbreviations(tokens: Tokens, found: list[Name]) -> dict[str, str]:
    """Pairs of names of one body, each way round, that the text itself defines.

    "People's Army (PA)", "PA (People's Army)".
    """
    pairs: dict[str, str] = {}
    starts = {name.start: name for name in found}
    for name in found:
        after = tokens.text[name.end : name.end + 3]
        short, full = "", name
        if after[:1] == ["("] and after[2:] == [")"]:
            short = after[1]
        elif after[:1] == ["("] and name.end - name.start == 1:
            inner = starts.get(name.end + 1) or starts.get(name.end + 2)
            if inner and tokens.text[inner.end : inner.end + 1] == [")"]:
                short, full = tokens.text[name.start], inner
        # what stands behind a person is a party or a prize as often: "Ana Duarte (MVP)"
        if len(short) > 1 and full.kind not in ("person", "place"):
            pairs[full.key] = compact(short)
            pairs[compact(short)] = full.key
    return pairs


def letters_of(words: tuple[str, ...]) -> list[str]:
    """The letters that a name of several words may be shortened to."""
    content = [word for word in words if word not in SMALL]
    if len(content) < 2:
        return []
    bare = [word for word in content if word not in lexicon.words("corporate")]
    full = [word for word in words if word not in ("the", "'s", "&")]
    found = {"".join(word[0] for word in part) for part in (content, full, bare)}
    first = compact(content[0])
    if first in _SHORT:
        # UNRWA is the "UN Relief and Works Agency"
        found.add(first + "".join(word[0] for word in content[1:]))
    return sorted(found - {""})


_SHORT = frozenset({"eu", "uk", "un", "us"})
