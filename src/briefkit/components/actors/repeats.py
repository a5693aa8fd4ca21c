"""Names that the model missed: known names elsewhere, acronyms in brackets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefkit.components.actors import lexicon
from briefkit.components.actors.brackets import long_form
from briefkit.components.actors.lexicon import compact
from briefkit.components.actors.names import KEPT, Name, acronym
from briefkit.components.actors.rejects import a_people
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
        if (
            name.label == "PERSON"
            and name.end - name.start > 1
            and len(texts[-1]) > 2
            and (name.words[-1:] and name.words[-1] not in lexicon.words("never"))
        ):
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
                if name.label != "NORP" or a_people(view, name):
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
        closed = view.text[i + 1 : i + 2] == [")"] and len(short) > 1
        spelled_out = long_form(view, name.end) == name.start
        if closed and (spelled_out or _letters(short, name)):
            out.append(Name(i, i + 1, "ORG", spelled(view, i, i + 1), outer=i))
    return out


def _letters(short: str, name: Name) -> bool:
    """Whether a word is the first letters of a name: "NWA", or "Nwa" as some newspapers write."""
    return short[0].isupper() and compact(short) in acronym(name.words)


def abbreviated(view: View, found: list[Name]) -> list[Name]:
    """The letters of a body that the text names in full, where the model has not seen them."""
    letters: dict[str, str] = {}
    for name in found:
        if name.label == "ORG" and len(name.words) > 2:
            letters.update({short: name.label for short in acronym(name.words) if len(short) > 2})
    if not letters:
        return []
    taken = {i for name in found for i in range(name.start, name.end)}
    out: list[Name] = []
    for i, word in enumerate(view.text):
        if len(word) > 2 and word.isupper() and view.lower[i] in letters and i not in taken:
            around = view.text[max(0, i - 1) : i] + view.text[i + 1 : i + 2]
            shouted = any(other.isupper() and len(other) > 2 for other in around)
            if view.kind[i] in NAMED and not shouted:
                out.append(Name(i, i + 1, "ORG", spelled(view, i, i + 1), outer=i))
    return out


def addressed(view: View, found: list[Name]) -> list[Name]:
    """Names behind "Mr." and the like where the model has seen none."""
    titles = {
        form for word in lexicon.table("honorifics").keys() - _WORDS for form in (word, f"{word}.")
    }
    taken = {i for name in found for i in range(name.outer, name.end)}
    out: list[Name] = []
    for i in [i for i, word in enumerate(view.lower) if word in titles]:
        if not view.capital(i) or i + 1 in taken:
            continue
        end = i + 1
        while end < len(view) and end - i < 4 and view.capital(end) and end not in taken:
            if view.tag[end] != "NNP" or view.block[end] != view.block[i]:
                break
            end += 1
        if end == i + 1 or view.kind[i] not in NAMED or view.text[i + 1].isupper():
            continue
        gender = lexicon.table("honorifics")[compact(view.lower[i])]
        start = i + 1
        while start < end - 1 and compact(view.lower[start]) in lexicon.table("ranks"):
            start += 1
        name = Name(start, end, "PERSON", spelled(view, start, end), outer=i)
        name.gender = gender if gender in ("f", "m") else None
        out.append(name)
    return out


# Forms of address that are names, degrees or parts of titles as well
_WORDS = frozenset(
    {"lord", "lady", "master", "don", "esq", "hon", "miss", "honorable", "doctor"}
) | {
    "honourable",
    "sir",
    "professor",
    "madam",
    "prof",
}


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
        letters = sum(map(str.isupper, short)) > 1 and full.label not in ("PERSON", "GPE")
        if len(short) > 1 and (letters or _letters(short, full)):
            pairs[full.key] = compact(short)
            pairs[compact(short)] = full.key
    return pairs
