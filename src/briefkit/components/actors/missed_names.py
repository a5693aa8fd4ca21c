"""Names where the encoder has not seen them: those of the article again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefkit.components.actors.names import Name, spelled
from briefkit.components.actors.tokens import NAMED

if TYPE_CHECKING:
    from briefkit.components.actors.tokens import Tokens

_LONGEST = 6


def missed_names(tokens: Tokens, found: list[Name]) -> list[Name]:
    """Further places where a name of `found` stands as it is written there."""
    taken = bytearray(len(tokens))
    known: dict[tuple[str, ...], Name] = {}
    for name in found:
        taken[name.start : name.end] = b"\1" * (name.end - name.start)
        texts = tuple(tokens.text[name.start : name.end])
        known.setdefault(texts, name)
        if name.kind == "person" and len(texts) > 1:
            # "Xi" of Xi Jinping, "Hale" of Ana Hale
            for text in (texts[-1], texts[0]):
                if len(text) > 2:
                    known.setdefault((text,), name)
    firsts = {texts[0] for texts in known if texts[0][:1].isupper() and len(texts) <= _LONGEST}
    out: list[Name] = []
    i = 0
    while i < len(tokens):
        if tokens.text[i] in firsts and not taken[i] and tokens.kind[i] in NAMED:
            for length in range(min(_LONGEST, len(tokens) - i), 0, -1):
                like = known.get(tuple(tokens.text[i : i + length]))
                if like is None or any(taken[i : i + length]):
                    continue
                words = spelled(tokens, i, i + length)
                out.append(Name(i, i + length, like.chances, 0.0, words, outer=i))
                i += length - 1
                break
        i += 1
    return out
