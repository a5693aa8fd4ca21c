"""Names where the encoder has not seen them: those of the article again, and its own acronyms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefkit.components.actors import lexicon
from briefkit.components.actors.lexicon import compact
from briefkit.components.actors.names import Name, acronym, spelled
from briefkit.components.actors.view import NAMED

if TYPE_CHECKING:
    from briefkit.components.actors.view import View

_LONGEST = 6


def repeats(view: View, found: list[Name]) -> list[Name]:
    """Further places where a name of `found` stands as it is written there."""
    taken = bytearray(len(view))
    known: dict[tuple[str, ...], Name] = {}
    for name in found:
        taken[name.start : name.end] = b"\1" * (name.end - name.start)
        texts = tuple(view.text[name.start : name.end])
        known.setdefault(texts, name)
        if name.kind == "person" and len(texts) > 1:
            # "Xi" of Xi Jinping, "Hale" of Ana Hale
            for text in (texts[-1], texts[0]):
                if len(text) > 2:
                    known.setdefault((text,), name)
    firsts = {texts[0] for texts in known if texts[0][:1].isupper() and len(texts) <= _LONGEST}
    out: list[Name] = []
    i = 0
    while i < len(view):
        if view.text[i] in firsts and not taken[i] and view.kind[i] in NAMED:
            for length in range(min(_LONGEST, len(view) - i), 0, -1):
                like = known.get(tuple(view.text[i : i + length]))
                if like is None or any(taken[i : i + length]) or not _fits(view, i, i + length):
                    continue
                words = spelled(view, i, i + length)
                out.append(Name(i, i + length, like.chances, 0.0, words, outer=i))
                i += length - 1
                break
        i += 1
    return out


def _fits(view: View, start: int, end: int) -> bool:
    """Whether the tokens are a name here, not a part of a longer one or a common word."""
    if view.block[start] != view.block[end - 1]:
        return False
    if view.tag[end - 1] not in ("NNP", "NNPS") and end - start == 1:
        return False
    after = view.tag[end] if end < len(view) else ""
    joined = after in ("NNP", "NNPS") and view.head[end - 1] >= end and view.capital(end)
    return not joined


def acronyms(view: View, found: list[Name]) -> dict[str, str]:
    """Pairs of names of one body, each way round.

    Those that the text itself defines, "People's Army (PA)", "PA (...)", and well-known ones.
    """
    pairs: dict[str, str] = {}
    starts = {name.start: name for name in found}
    keys = {name.key for name in found}
    for short, full_name in lexicon.table("also_called").items():
        if compact(short) in keys and compact(full_name) in keys:
            pairs[compact(short)], pairs[compact(full_name)] = compact(full_name), compact(short)
    for name in found:
        after = view.text[name.end : name.end + 3]
        short, full = "", name
        if after[:1] == ["("] and after[2:] == [")"]:
            short = after[1]
        elif after[:1] == ["("] and name.end - name.start == 1:
            inner = starts.get(name.end + 1) or starts.get(name.end + 2)
            if inner and view.text[inner.end : inner.end + 1] == [")"]:
                short, full = view.text[name.start], inner
        elif after[:2] == [",", "or"] or after[:2] == [",", "known"]:
            # "the National Weather Agency, or NWA,"
            at = name.end + (2 if after[1] == "or" else 3)
            short = "".join(view.text[at : at + 1])
            if compact(short) not in acronym(name.words):
                short = ""
        # what stands behind a person is a party or a prize as often: "Ana Duarte (MVP)"
        letters = sum(map(str.isupper, short)) > 1 and full.kind not in ("person", "place")
        if len(short) > 1 and (letters or _letters(short, full)):
            pairs[full.key] = compact(short)
            pairs[compact(short)] = full.key
    return pairs


def _letters(short: str, name: Name) -> bool:
    """Whether a word is the first letters of a name: "NWA", or "Nwa" as some newspapers write."""
    return short[0].isupper() and compact(short) in acronym(name.words)
