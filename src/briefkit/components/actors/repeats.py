"""Names that the model missed: known names elsewhere, acronyms in brackets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefkit.components.actors.lexicon import compact
from briefkit.components.actors.names import KEPT, Name, acronym
from briefkit.components.actors.view import NAMED

if TYPE_CHECKING:
    from briefkit.components.actors.view import View

_LONGEST = 6


def repeats(view: View, found: list[Name]) -> list[Name]:
    """Further places where a name of `found` stands as it is written there."""
    taken = bytearray(len(view))
    known: dict[tuple[str, ...], Name] = {}
    for name in found:
        for i in range(name.start, name.end):
            taken[i] = 1
        texts = tuple(view.text[name.start : name.end])
        known.setdefault(texts, name)
        if name.label == "PERSON" and name.end - name.start > 1 and len(texts[-1]) > 2:
            known.setdefault(texts[-1:], Name(name.end - 1, name.end, "PERSON"))
            # "Xi" of Xi Jinping, "Maria" of Maria Lindqvist
            known.setdefault(texts[:1], Name(name.start, name.start + 1, "PERSON"))
    out = _mislabelled(view, found, taken)
    firsts = {texts[0] for texts in known if texts[0][:1].isupper() and len(texts) <= _LONGEST}
    i = 0
    while i < len(view):
        if view.text[i] in firsts and not taken[i] and view.kind[i] in NAMED:
            for length in range(min(_LONGEST, len(view) - i), 0, -1):
                like = known.get(tuple(view.text[i : i + length]))
                if like is None or any(taken[i : i + length]) or not _fits(view, i, i + length):
                    continue
                name = Name(i, i + length, like.label, outer=i)
                name.words = spelled(view, i, i + length)
                out.append(name)
                i += length - 1
                break
        i += 1
    return out


def defined(view: View, found: list[Name]) -> list[Name]:
    """Acronyms in brackets behind the name of a body, where the model has not seen them."""
    starts = {name.start for name in found}
    out: list[Name] = []
    for name in found:
        i = name.end + 1
        if name.label != "ORG" or i in starts or view.text[i - 1 : i] != ["("]:
            continue
        short = "".join(view.text[i : i + 1])
        closed = view.text[i + 1 : i + 2] == [")"] and short.isupper() and len(short) > 1
        if closed and compact(short) in acronym(name.words):
            out.append(Name(i, i + 1, "ORG", spelled(view, i, i + 1), outer=i))
    return out


def _mislabelled(view: View, found: list[Name], taken: bytearray) -> list[Name]:
    """Spans that the model takes for a product or a work, spelled as a name of `found`."""
    known = {name.key: name for name in found}
    out: list[Name] = []
    for ent in view.doc.ents:
        if ent.label_ in KEPT or taken[ent.start] or view.kind[ent.start] not in NAMED:
            continue
        like = known.get(compact("".join(view.text[ent.start : ent.end])))
        if like is not None:
            words = spelled(view, ent.start, ent.end)
            out.append(Name(ent.start, ent.end, like.label, words, outer=ent.start))
            taken[ent.start : ent.end] = b"\1" * (ent.end - ent.start)
    return out


def lengthen(view: View, found: list[Name]) -> None:
    """Give a name that the model cut short the words of the whole name: "Northrop [Grumman]"."""
    known: dict[str, list[tuple[str, ...]]] = {}
    for name in found:
        texts = tuple(view.text[name.start : name.end])
        if 1 < len(texts) <= _LONGEST:
            for text in texts:
                known.setdefault(text, []).append(texts)
    ends = {name.start: name.end for name in found}
    floor = 0
    for name in found:
        first = view.text[name.start]
        for texts in known.get(first, ())[:_LONGEST]:
            start = name.start - texts.index(first)
            end = start + len(texts)
            if (start, end) == (name.start, name.end) or end < name.end or start < floor:
                continue
            if tuple(view.text[start:end]) != texts or any(
                i in ends for i in range(name.start + 1, end)
            ):
                continue
            name.start, name.end, name.outer = start, end, min(name.outer, start)
            name.words = spelled(view, start, end)
            break
        floor = name.end


def spelled(view: View, start: int, end: int) -> tuple[str, ...]:
    """The words of a name, in lower case without final dots."""
    return tuple(
        view.lower[i].rstrip(".")
        for i in range(start, end)
        if any(map(str.isalnum, view.text[i])) or view.text[i] == "&"
    )


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
    """Pairs that the text itself defines with brackets, each way round: "People's ... (PLA)"."""
    pairs: dict[str, str] = {}
    for name in found:
        if view.text[name.end : name.end + 1] == ["("] and view.text[
            name.end + 2 : name.end + 3
        ] == [")"]:
            short = view.text[name.end + 1]
            if len(short) > 1 and sum(map(str.isupper, short)) > 1:
                pairs[name.key] = compact(short)
                pairs[compact(short)] = name.key
    return pairs
