"""Names in the text: the model's spans, put right.

A span of the model is cut at the borders of blocks, freed of articles, possessives, titles and
trailing offices, joined where it was broken, and dropped where it names nothing that acts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefkit.components.actors import lexicon
from briefkit.components.actors.lexicon import compact

if TYPE_CHECKING:
    from briefkit.components.actors.view import View

# What the model calls a name of someone or something that may act, or of a place.
KEPT = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP"})
_ARTICLES = frozenset({"the", "a", "an", "this", "that"})
_POSSESSIVE = frozenset({"'s", "'", "s'"})
# First words of offices that the model takes for bodies: "Home Secretary", "Secretary of State"
_OFFICES = frozenset({"home", "state", "prime", "foreign", "interior", "shadow", "chief", "vice"})
_DIRECTIONS = frozenset({("north",), ("south",), ("east",), ("west",)})
SMALL = frozenset({"of", "the", "and", "for", "in", "on", "at", "to", "de", "&", "'s", "a", "an"})
_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
_JOINS = frozenset(
    {"of", "and", "for", "&", "in", "on", "at", "to", "'s", ",", "de", "von", "upon"}
)


@dataclass(slots=True)
class Name:
    """Tokens `[start, end)` of a name without title, article and possessive.

    `outer` is the token where its title begins; `label` the model's, or "" where the name was
    found by other means; `gender` what an honorific tells.
    """

    start: int
    end: int
    label: str
    words: tuple[str, ...] = ()
    outer: int = -1
    gender: str | None = None

    @property
    def key(self) -> str:
        """Names with the same key are spelled the same but for case, dots and hyphens."""
        return "".join(map(compact, self.words))


def names(view: View) -> list[Name]:
    """The names of the article in text order, without overlap."""
    found: list[Name] = []
    for ent in view.doc.ents:
        if ent.label_ in KEPT:
            found += _pieces(view, ent.start, ent.end, ent.label_)
    found = [name for name in (_trim(view, name) for name in found) if name]
    found = _widen(view, found)
    for name in found:
        _finish(view, name)
    kept, things = [], set()
    for name in found:
        if name.words and not _never(view, name):
            kept.append(name)
        elif len(name.words) > 1:
            things.update(acronym(name.words))
    return [name for name in kept if name.key not in things]


def acronym(words: tuple[str, ...]) -> list[str]:
    """The letters that a name of several words may be shortened to."""
    content = [word for word in words if word not in SMALL]
    if len(content) < 2:
        return []
    plain = "".join(word[0] for word in content)
    full = "".join(word[0] for word in words if word not in ("the", "'s", "&"))
    bare = [word for word in content if word not in lexicon.words("corporate")]
    return sorted({plain, full, "".join(word[0] for word in bare)} - {""})


def _pieces(view: View, start: int, end: int, label: str) -> list[Name]:
    """The span cut at borders of blocks, before an opening bracket and at a stray "the"."""
    cuts = [start]
    for i in range(start + 1, end):
        word = view.lower[i]
        border = view.block[i] != view.block[i - 1] or word in ("(", "[", "/", "—", "–", "|")
        stray = view.text[i] == "the" and view.lower[i - 1] not in _JOINS
        if border or stray:
            cuts.append(i)
    return [
        Name(s, e, label)
        for s, e in zip(cuts, [*cuts[1:], end], strict=True)
        if view.kind[s] not in ("heading", "furniture", "byline", "bullets_header", "")
        and (view.kind[s] != "dateline" or label in ("GPE", "LOC"))
    ]


def _trim(view: View, name: Name) -> Name | None:
    """The name without what does not belong to it, or None where nothing is left."""
    start, end = name.start, name.end
    offices = lexicon.offices()
    while start < end and (
        view.lower[start] in _ARTICLES
        or not any(map(str.isalnum, view.text[start]))
        or (view.text[start][0].isdigit() and view.lower[start].endswith("px"))
    ):
        if view.text[start] == "The" and view.lower[start + 1 : start + 2] == ["hague"]:
            break
        start += 1
    while start < end and (
        view.lower[end - 1] in _POSSESSIVE
        or view.lower[end - 1] == "and"
        or not any(map(str.isalnum, view.text[end - 1]))
        or (end - start > 1 and compact(view.lower[end - 1]) in lexicon.words("postnominals"))
        or (name.label != "PERSON" and end - start > 1 and compact(view.lower[end - 1]) in offices)
    ):
        if view.text[end - 1] == ")" and "(" in view.text[start:end]:
            break
        end -= 1
    if start >= end or (start and view.text[start - 1] in ("#", "@")):
        return None
    if not any(map(str.isalpha, view.text[start])) and end - start == 1:
        return None
    name.start, name.end = start, end
    return name


def _widen(view: View, found: list[Name]) -> list[Name]:
    """Join what the model broke: hyphens, particles, "O' Neill", "Jr.", a missing last word."""
    tails, titles = lexicon.tails(), lexicon.titles()
    out: list[Name] = []
    last = len(view)
    starts = {name.start: name for name in found}
    for name in found:
        if out and name.start < out[-1].end:
            continue
        floor = out[-1].end if out else 0
        while (
            name.start > floor
            and view.tag[name.start - 1] in ("NNP", "NNPS")
            and view.dep[name.start - 1] == "compound"
            and name.start <= view.head[name.start - 1] < name.end
            and view.capital(name.start - 1)
            and view.block[name.start - 1] == view.block[name.start]
            and compact(view.lower[name.start - 1]) not in titles
            and name.label != "NORP"
        ):
            name.start -= 1
        if name.label == "PERSON":
            while name.end < last - 1 and view.block[name.end] == view.block[name.end - 1]:
                word, before = view.lower[name.end], view.lower[name.end - 1]
                if before in ("o'", "mc", "mac", "al", "el", "al-", "el-") and view.capital(
                    name.end
                ):
                    name.end += 1
                elif (
                    word in ("-", "al-") and view.capital(name.end + 1) and not _gap(view, name.end)
                ):
                    name.end += 2
                elif word in _SUFFIXES:
                    name.end += 1
                elif word == "," and view.lower[name.end + 1] in _SUFFIXES:
                    name.end += 2
                else:
                    break
            while (
                name.end < last
                and view.dep[name.end - 1] == "compound"
                and view.head[name.end - 1] == name.end
                and view.tag[name.end] == "NNP"
                and view.capital(name.end)
                and view.block[name.end] == view.block[name.end - 1]
                and name.end not in starts
                and compact(view.lower[name.end]) not in titles
                and compact(view.lower[name.end]) not in lexicon.words("postnominals")
            ):
                name.end += 1
            name.end = _nicknamed(view, name.end)
            after = name.end
            while after < last - 1 and view.lower[after] in lexicon.words("particles"):
                after += 1
            if after > name.end and view.tag[after] == "NNP" and view.capital(after):
                name.end = after + 1
        if name.label != "NORP":
            after = name.end
            while (
                after < last
                and after - name.end < 4
                and view.tag[after] in ("NNP", "NNPS")
                and view.capital(after)
                and view.block[after] == view.block[name.start]
                and after not in starts
            ):
                after += 1
                office = after < last and compact(view.lower[after]) in lexicon.offices()
                if view.lower[after - 1] in tails and not office:
                    if name.label in ("GPE", "PERSON") and view.lower[after - 1] in lexicon.words(
                        "org_words"
                    ):
                        name.label = "ORG"
                    name.end = after
        out.append(name)
    return out


_QUOTES = frozenset({'"', "“", "”", "``", "''", "'", "‘", "’"})


def _nicknamed(view: View, end: int) -> int:
    """The end of a name with a nickname in quotation marks: Ana "La Jefa" Duarte."""
    if end + 2 >= len(view) or view.text[end] not in _QUOTES:
        return end
    for close in range(end + 2, min(end + 5, len(view) - 1)):
        if view.text[close] in _QUOTES:
            follows = view.tag[close + 1] == "NNP" and view.capital(close + 1)
            same = view.block[close + 1] == view.block[end - 1]
            return close + 2 if follows and same and view.capital(end + 1) else end
    return end


def _gap(view: View, i: int) -> bool:
    """Whether white space stands around token `i`."""
    return bool(view.doc[i].whitespace_) or bool(i and view.doc[i - 1].whitespace_)


def _finish(view: View, name: Name) -> None:
    """Take the title off a person's name, or find it before the name."""
    honorifics, ranks = lexicon.table("honorifics"), lexicon.table("ranks")
    outer = name.start
    if name.label == "PERSON":
        while name.end - name.start > 1:
            word = compact(view.lower[name.start])
            if word not in honorifics and word not in ranks:
                break
            name.gender = _gender(honorifics.get(word) or ranks.get(word)) or name.gender
            name.start += 1
    floor = max(0, outer - 4)
    while outer > floor and view.block[outer - 1] == view.block[name.start]:
        word = compact(view.lower[outer - 1])
        if word in honorifics or (word in ranks and view.capital(outer - 1)):
            name.gender = _gender(honorifics.get(word) or ranks.get(word)) or name.gender
            outer -= 1
        else:
            break
    name.outer = outer
    name.words = tuple(
        view.lower[i].rstrip(".")
        for i in range(name.start, name.end)
        if any(map(str.isalnum, view.text[i])) or view.text[i] == "&"
    )


def _gender(value: str | None) -> str | None:
    return value if value in ("f", "m") else None


def _never(view: View, name: Name) -> bool:
    """Whether this names nothing that acts, whatever the model says."""
    single = len(name.words) == 1
    if single and (name.words[0] in lexicon.words("never") or len(name.key) < 2):
        return True
    if not name.key or name.key.isdigit():
        return True
    small = not any(view.capital(i) for i in range(name.start, name.end))
    if single and small and name.label != "PERSON" and view.text[name.start].islower():
        return True
    products = lexicon.words("products")
    if any(" ".join(name.words[:size]) in products for size in (1, 2, 3)):
        return name.label != "PERSON" or len(name.words) == 1
    before = view.lower[name.start - 1] if name.start else ""
    after = view.lower[name.end] if name.end < len(view) else ""
    if (
        single
        and name.words[0] == "state"
        and view.lower[name.start - 2 : name.start - 1] == ["secretary"]
    ):
        return True
    if single and name.label == "PERSON" and name.words[0] in lexicon.table("ranks"):
        return True
    if after in ("minister", "secretary") and name.label == "ORG" and not _body(name):
        # a portfolio: "Information Technology minister"
        return True
    if name.words[-1] in _OFFICES and compact(after) in lexicon.words("roles"):
        return True
    if name.words in _DIRECTIONS and view.lower[name.end : name.end + 1] != ["korea"]:
        return True
    ships = lexicon.words("ship_prefixes")
    if before in ships or (not single and name.words[0] in ships):
        return True
    if name.label == "NORP":
        return not _people(view, name)
    return _thing(view, name)


def _body(name: Name) -> bool:
    return name.words[-1] in lexicon.words("org_words") and name.words[-1] not in (
        "communications",
        "technology",
        "energy",
        "health",
        "industry",
        "media",
    )


def _thing(view: View, name: Name) -> bool:
    """Whether this is a product, an event, a work: "iPhone", "Windows 7", "World Cup"."""
    if name.label == "PERSON":
        return view.text[name.end - 1].isdigit()
    first, last = view.text[name.start], view.text[name.end - 1]
    if len(name.words) > 1 and (name.words[-1] in lexicon.words("thing_words") or last.isdigit()):
        return True
    if first[0] == "i" and first[1:2].isupper():
        return True
    mixed = any(map(str.isdigit, last)) and any(map(str.isalpha, last))
    return mixed and name.words[-1] not in ("g7", "g8", "g20", "mi5", "mi6", "3m", "m23", "g77")


def _people(view: View, name: Name) -> bool:
    """Whether a word for a people means them, and does not describe ("Chinese delegates")."""
    last = name.end - 1
    if view.tag[last] not in ("NNPS", "NNS", "NNP"):
        return False
    if view.dep[last] in ("amod", "compound", "nmod") and view.head[last] > last:
        return False
    if view.lower[last].endswith("s"):
        return True
    # "the Chinese" are a people, "Chinese and Japanese ministers" are not
    after = view.tag[name.end] if name.end < len(view) else ""
    the = name.start > 0 and view.lower[name.start - 1] == "the"
    return the and view.dep[last] != "conj" and not after.startswith("NN")
