"""Names where the encoder has not seen them: those of the article again, in text and headings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefkit.components.actors.entity import Mention
from briefkit.components.actors.names import Name, spelled
from briefkit.components.actors.tokens import NAMED

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from briefkit.components.actors.drafts import ActorDraft
    from briefkit.components.actors.tokens import Tokens

_LONGEST = 6  # tokens of a name
_Words = tuple[str, ...]


def missed_names(tokens: Tokens, found: list[Name]) -> list[Name]:
    """Further places where a name of `found` stands as it is written there."""
    known: dict[_Words, Name] = {}
    for name in found:
        texts = tuple(tokens.text[name.start : name.end])
        known.setdefault(texts, name)
        if name.kind == "person" and len(texts) > 1:
            # "Xi" of Xi Jinping, "Hale" of Ana Hale
            for text in (texts[-1], texts[0]):
                if len(text) > 2:
                    known.setdefault((text,), name)
    taken = {i for name in found for i in range(name.start, name.end)}
    return [
        Name(start, end, known[words].chances, 0.0, spelled(tokens, start, end), outer=start)
        for start, end, words in _again(tokens, tokens.text, known, NAMED)
        if taken.isdisjoint(range(start, end))
    ]


def add_headings(tokens: Tokens, named: Sequence[ActorDraft]) -> None:
    """Add where headings name an actor as the text does: they make none, but may mean one.

    Not where two are named so.
    """
    owners: dict[_Words, set[int]] = {}
    for number, one in enumerate(named):
        for name in one.names:
            owners.setdefault(tuple(tokens.lower[name.start : name.end]), set()).add(number)
    for start, end, words in _again(tokens, tokens.lower, owners, {"heading"}):
        if len(owners[words]) == 1:
            named[min(owners[words])].entity.mentions.append(Mention(start, end, "name"))


def _again(
    tokens: Tokens, written: list[str], known: Container[_Words], kinds: Container[str]
) -> Iterator[tuple[int, int, _Words]]:
    """Where known words stand in blocks of these kinds, the longest of each place."""
    i = 0
    while i < len(tokens):
        stops = range(i + _LONGEST if tokens.kind[i] in kinds and tokens.capital(i) else i, i, -1)
        found = (tuple(written[i:stop]) for stop in stops)
        words = next((words for words in found if words in known), ())
        if words:
            yield i, i + len(words), words
        i += len(words) or 1
