"""Acronyms: those that the text defines, well-known ones, and what a name may be shortened to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefkit.components.actors import lexicon
from briefkit.components.actors.lexicon import compact

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    if len(_content(words)) < 2:
        return []
    found = _letters(words)
    for rest in _stateless(words):
        found |= _letters(rest)
    return sorted(found)


def _content(words: tuple[str, ...]) -> list[str]:
    return [word for word in words if word not in SMALL]


def _letters(words: tuple[str, ...]) -> set[str]:
    content = _content(words)
    bare = [word for word in content if word not in lexicon.words("corporate")]
    full = [word for word in words if word not in ("the", "'s", "&")]
    found = {"".join(word[0] for word in part) for part in (content, full, bare)}
    if compact(content[0]) in _SHORT:
        # UNRWA is the "UN Relief and Works Agency"
        found.add(compact(content[0]) + "".join(word[0] for word in content[1:]))
    return found - {""}


def _stateless(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The words without a state before or behind them.

    The EPA is the "U.S. Environmental Protection Agency", or that "of the United States".
    """
    states = lexicon.state_names()
    for size in (1, 2):
        if compact("".join(words[:size])) in states and len(_content(words[size:])) > 1:
            yield words[size:]
        rest = words[:-size]
        of = rest[-1:] == ("of",) or rest[-2:] == ("of", "the")
        if of and compact("".join(words[-size:])) in states:
            rest = rest[: -1 - (rest[-1] == "the")]
            if len(_content(rest)) > 1:
                yield rest


_SHORT = frozenset({"eu", "uk", "un", "us"})
