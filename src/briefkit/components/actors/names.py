"""Names in the text: the model's spans, put right.

A span of the model is cut at the borders of blocks, freed of articles, possessives, titles and
trailing offices, joined where it was broken, and dropped where it names nothing that acts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefkit.components.actors import lexicon
from briefkit.components.actors.brackets import whole
from briefkit.components.actors.lexicon import compact
from briefkit.components.actors.rejects import (
    STORMS,
    a_storm,
    letters_of_common_words,
    names_nothing,
    operations,
)
from briefkit.components.actors.widen import widen

if TYPE_CHECKING:
    from briefkit.components.actors.view import View

# What the model calls a name of someone or something that may act, or of a place.
KEPT = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP"})
_ARTICLES = frozenset({"the", "a", "an", "this", "that"})
# "anti-NATO": what is against somebody, and not called so
_PREFIXES = frozenset({"anti", "ex", "non", "pan", "post", "pre", "pro"})
# Small words that the model takes along behind a name: "Daily Gazette [through]"
_TRAILING = frozenset(
    {
        "and",
        "or",
        "in",
        "on",
        "at",
        "of",
        "for",
        "with",
        "to",
        "by",
        "from",
        "as",
        "after",
        "et",
        "al",
    }
    | {"through", "the", "a", "is", "was", "has", "who", "that", "over", "under", "via"}
)
_BEFORE_OFFICES = frozenset({"press", "prime", "deputy", "vice", "chief", "senior", "acting"})
_POSSESSIVE = frozenset({"'s", "'", "s'"})
SMALL = frozenset({"of", "the", "and", "for", "in", "on", "at", "to", "de", "&", "'s", "a", "an"})
_JOINS = frozenset(
    {"of", "and", "for", "&", "in", "on", "at", "to", "'s", ",", "de", "von", "upon"}
)


@dataclass(slots=True)
class Name:
    """Tokens `[start, end)` of a name without title, article and possessive.

    `outer` is the token where its title begins; `label` the model's, or "" where the name was
    found by other means; `gender` what an honorific tells; `kin` whether the text says whose
    wife, husband or child it is.
    """

    start: int
    end: int
    label: str
    words: tuple[str, ...] = ()
    outer: int = -1
    gender: str | None = None
    kin: bool = False

    @property
    def key(self) -> str:
        """Names with the same key are spelled the same but for case, dots and hyphens."""
        return "".join(map(compact, self.words))

    def key_of(self, view: View) -> str:
        """The key while the words are not set yet."""
        return compact("".join(view.text[self.start : self.end]))


def names(view: View) -> list[Name]:
    """The names of the article in text order, without overlap."""
    found: list[Name] = []
    for ent in view.doc.ents:
        if ent.label_ in KEPT:
            found += _pieces(view, ent.start, ent.end, ent.label_)
    found = [name for name in (_trim(view, name) for name in found) if name]
    found = whole(view, widen(view, found))
    for name in found:
        _finish(view, name)
        if _of_a_people(view, name):
            name.label = "NORP"
    kept, things = [], _storms(view) | operations(view) | letters_of_common_words(view)
    for name in found:
        if name.words and not names_nothing(view, name):
            kept.append(name)
        elif len(name.words) > 1 and name.label != "NORP":
            things.update(acronym(name.words))
        if name.words and a_storm(view, name):
            things.add(name.words[-1])
    return [name for name in kept if name.key not in things]


def _of_a_people(view: View, name: Name) -> bool:
    """Whether what the model takes for a land, a body or a person is a word for a people."""
    if not lexicon.is_a_people(name.words):
        return False
    if name.label != "PERSON" or not lexicon.is_one_of_a_people(name.words):
        return True
    # "Scot Hale" may be called "Scot", but not "the Scot"
    return name.start > 0 and view.tag[name.start - 1] in ("DT", "CD", "JJ", "PRP$")


def _storms(view: View) -> set[str]:
    """What storms are called by alone, where the model takes the whole name for an event."""
    events = (ent for ent in view.doc.ents if ent.label_ == "EVENT" and len(ent) > 1)
    return {view.lower[ent.end - 1] for ent in events if view.lower[ent.start] in STORMS}


def acronym(words: tuple[str, ...]) -> list[str]:
    """The letters that a name of several words may be shortened to."""
    content = [word for word in words if word not in SMALL]
    if len(content) < 2:
        return []
    plain = "".join(word[0] for word in content)
    # the EPA is the "U.S. Environmental Protection Agency"
    state = compact(content[0]) in lexicon.state_names() and len(content) > 2
    full = "".join(word[0] for word in words if word not in ("the", "'s", "&"))
    bare = [word for word in content if word not in lexicon.words("corporate")]
    stateless = plain[1:] if state else ""
    return sorted({plain, full, stateless, "".join(word[0] for word in bare)} - {""})


def _pieces(view: View, start: int, end: int, label: str) -> list[Name]:
    """The span cut at borders of blocks, before an opening bracket and at a stray "the"."""
    cuts = [start]
    listed = _listed(view, start, end)
    for i in range(start + 1, end):
        word = view.lower[i]
        border = word == "," and listed
        border = (
            border or view.block[i] != view.block[i - 1] or word in ("(", "[", "/", "—", "–", "|")
        )
        stray = view.text[i] == "the" and view.lower[i - 1] not in _JOINS
        if stray and label == "PERSON" and i - start == 1 and i + 2 == end:
            # "Ivan the Terrible"
            stray = not view.capital(i + 1)
        if border or stray:
            cuts.append(i)
    return [
        Name(s, e, label)
        for first, last in zip(cuts, [*cuts[1:], end], strict=True)
        for s, e in _around_verb(view, first, last)
        if view.kind[s] not in ("heading", "furniture", "byline", "bullets_header", "")
        and (view.kind[s] != "dateline" or label in ("GPE", "LOC"))
    ]


def _around_verb(view: View, start: int, end: int) -> list[tuple[int, int]]:
    """The names in a span that runs over a verb, as in headlines: "Ana Duarte Denies Report"."""
    verb = next((i for i in range(start + 1, end) if view.tag[i] in _VERBS), end)
    if verb == end:
        return [(start, end)]
    halves = [(start, verb)] if verb - start < _SENTENCE else []
    # behind a verb written large, one word may be anything: "Ana Duarte Wins Big"
    if halves and verb + 1 + view.capital(verb) < end < verb + 1 + _SENTENCE:
        halves.append((verb + 1, end))
    return [(s, e) for s, e in halves if {*view.tag[s:e]} <= {"NNP", "NNPS"}]


_VERBS = frozenset({"VBZ", "VBD", "MD"})
_SENTENCE = 4  # words before a verb that are no name any more, but a sentence


def _listed(view: View, start: int, end: int) -> bool:
    """Whether the span is two names with a comma between, and no "Solvane, Inc."."""
    words = view.lower[start:end]
    if "," not in words or {"and", "&", "of"} & set(words) or "(" in words:
        return False
    after = [compact(words[i + 1]) for i in range(len(words) - 1) if words[i] == ","]
    return not any(
        word in lexicon.words("corporate")
        or word in lexicon.words("postnominals")
        or word in ("jr", "sr", "")
        for word in after
    )


def _trim(view: View, name: Name) -> Name | None:
    """The name without what does not belong to it, or None where nothing is left."""
    start, end = name.start, name.end
    offices = lexicon.offices()
    while start < end and (
        view.lower[start] in _ARTICLES
        or not any(map(str.isalnum, view.text[start]))
        or (view.text[start][0].isdigit() and view.lower[start].endswith("px"))
        or (view.lower[start] in _PREFIXES and view.text[start + 1 : start + 2] == ["-"])
    ):
        if view.text[start] == "The" and view.lower[start + 1 : start + 2] == ["hague"]:
            break
        start += 1
    if end - start > 3 and view.text[end - 2] in ("-", "–") and view.text[end - 1].isdigit():
        # "the Orwin Comets [3-2]"
        end -= 3 if view.text[end - 3].isdigit() else 0
    while start < end and (
        view.lower[end - 1] in _POSSESSIVE
        or view.text[end - 1] in _TRAILING
        or "://" in view.text[end - 1]
        or not any(map(str.isalnum, view.text[end - 1]))
        or (end - start > 1 and compact(view.lower[end - 1]) in lexicon.words("postnominals"))
        or (name.label != "PERSON" and end - start > 1 and compact(view.lower[end - 1]) in offices)
    ):
        if view.text[end - 1] == ")" and "(" in view.text[start:end]:
            break
        if view.text[end - 1] == "of" and _goes_on(view, end):
            # "International Court of [Justice]"
            end += 1
            break
        end -= 1
    while end - start > 1 and view.lower[end - 1] in _BEFORE_OFFICES and _office(view, end):
        # "White House [Press Secretary]"
        end -= 1
    if start >= end or (start and view.text[start - 1] in ("#", "@")):
        return None
    if not any(map(str.isalpha, view.text[start])) and end - start == 1:
        return None
    name.start, name.end = start, end
    return name


def _office(view: View, i: int) -> bool:
    return i < len(view) and compact(view.lower[i]) in lexicon.offices()


def _goes_on(view: View, i: int) -> bool:
    """Whether token `i` goes on with the name before it."""
    if i >= len(view) or view.block[i] != view.block[i - 1]:
        return False
    return view.capital(i) and view.tag[i] in ("NNP", "NNPS")


def _finish(view: View, name: Name) -> None:
    """Take the title off a person's name, or find it before the name."""
    honorifics, ranks = lexicon.table("honorifics"), lexicon.table("ranks")
    if name.label != "PERSON" and _addressed(view, name):
        name.label = "PERSON"
    outer = name.start
    if name.label == "PERSON":
        if name.end - name.start > 2 and name.start and view.text[name.start - 1] == "-":
            # "Secretary-[Treasurer] Ana Duarte"
            name.start += compact(view.lower[name.start]) in lexicon.offices()
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
    at = outer - 1 - (outer > 1 and view.text[outer - 1] == ",")
    if not name.gender and outer and name.label == "PERSON" and view.tag[at] == "NN":
        # "his wife Joan Hale", "his wife, Joan,"
        name.gender = lexicon.noun_genders().get(view.lower[at])
        name.kin = view.lower[at] in lexicon.words("ties") and at > 0 and view.tag[at - 1] == "PRP$"
    name.words = tuple(
        view.lower[i].rstrip(".")
        for i in range(name.start, name.end)
        if any(map(str.isalnum, view.text[i])) or view.text[i] == "&"
    )
    if name.label == "GPE" and name.end - name.start == 1 and view.text[name.start].endswith("."):
        # "Madison, Wis."
        full = lexicon.table("state_abbreviations").get(" ".join(name.words))
        name.words = tuple(full.split()) if full else name.words


def _addressed(view: View, name: Name) -> bool:
    """Whether what the model takes for a body begins as a person's name does: "Mr. Pin"."""
    words = [compact(word) for word in view.lower[name.start : name.end]]
    if not 1 < len(words) < 5 or words[-1] in lexicon.tails() or "of" in words or "'s" in words:
        return False
    if words[0] in lexicon.table("honorifics") and words[0] not in _AMBIGUOUS:
        return True
    given = words[1] in lexicon.first_names() or words[1] in lexicon.words("given")
    return words[0] in lexicon.table("ranks") and given


# "Lord", "Lady", "Master" and "Don" begin the names of places and things as well
_AMBIGUOUS = frozenset({"lord", "lady", "master", "don", "esq", "hon", "miss"})


def _gender(value: str | None) -> str | None:
    return value if value in ("f", "m") else None
