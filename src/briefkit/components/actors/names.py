"""Names in the text: the encoder's spans without titles, and where they stand again."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefkit.components.actors import lexicon
from briefkit.components.actors.candidates import candidates
from briefkit.components.actors.lexicon import compact, key
from briefkit.components.actors.likeness import content
from briefkit.components.actors.tokens import NAMED

if TYPE_CHECKING:
    from briefkit.components.actors.candidates import Candidate
    from briefkit.components.actors.tokens import Tokens

_ARTICLES = frozenset({"the", "a", "an", "this", "that"})
_POSSESSIVE = frozenset({"'s", "'", "s'"})
_NO_NOUN = frozenset({",", ".", ":", "IN", "MD", "TO", "VB", "VBD", "VBP", "VBZ"})
_TITLES = 4  # before a name
# With a place they are what somebody is called by: "the Duchess of Hale".
PEERS = {"duchess": "f", "duke": "m", "earl": "m", "countess": "f", "prince": "m", "princess": "f"}
_WITH_FIGURE = re.compile(r"(?!\d+(?:st|nd|rd|th)\Z)(?=.*\d)(?=.*[a-z]).+")  # no "22nd"
# Behind a name, what its bearer is: counsel, members of parliaments.
LETTERS = frozenset({"BL", "KC", "MEP", "MLA", "MP", "MSP", "QC", "SC", "TD"})


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens `[start, end)` of a name without title, article and possessive.

    `chances` are probabilities by class, `kind` is the likeliest. `outer` is the token where its
    title begins; `gender` what an honorific tells.
    """

    start: int
    end: int
    chances: dict[str, float]
    sure: float = 1.0
    words: tuple[str, ...] = ()
    outer: int = -1
    gender: str | None = None

    @property
    def kind(self) -> str:
        return max(self.chances, key=lambda kind: (self.chances[kind], kind))

    @property
    def key(self) -> str:
        """Names with the same key are spelled the same but for case, dots and hyphens."""
        return key(self.words)


def names(tokens: Tokens) -> list[Name]:
    """The names of the article in text order, without overlap."""
    trimmed = (trimmed for one in candidates(tokens) if (trimmed := _trimmed(tokens, one)))
    found = [titled(tokens, name) for name in trimmed]
    people = (name.words for name in found if len(name.words) > 1 and name.kind == "person")
    surnames = {content(words)[-1] for words in people}
    found = [_as_family(tokens, name, surnames) for name in _with_own_s(tokens, found)]
    return [name for name in found if not _bare(name, surnames)]


def _as_family(tokens: Tokens, name: Name, surnames: set[str]) -> Name:
    """The name, as a group's where it is of several of one surname: "the [Hales]"."""
    word = name.words[0] if len(name.words) == 1 else ""
    several = word.endswith("s") and word[:-1] in surnames and word not in surnames
    if several and tokens.lower[name.start - 1 : name.start] == ["the"]:
        return replace(name, chances={kind: float(kind == "group") for kind in name.chances})
    return name


def _with_own_s(tokens: Tokens, found: list[Name]) -> list[Name]:
    """The names, with the "'s" those that are never without: "at [Rita's], a café"."""
    without = {name.key for name in found if not _possesses(tokens, name.end)}
    # no noun follows
    alone = [name for name in found if _possesses(tokens, name.end, _NO_NOUN)]
    own = {name.key for name in alone if name.kind != "person"} - without
    return [
        replace(name, end=name.end + 1, words=(*name.words, "'s")) if name.key in own else name
        for name in found
    ]


def _possesses(tokens: Tokens, i: int, before: frozenset[str] | None = None) -> bool:
    """Whether token `i` is an "'s"; if need be, before one of these tags or at the end."""
    if tokens.lower[i : i + 1] != ["'s"]:
        return False
    return before is None or i + 1 == len(tokens) or tokens.tag[i + 1] in before


def _bare(name: Name, surnames: set[str]) -> bool:
    """Whether this is none but a title alone, a kind or a month: "Dame", "super PAC", "May".

    "King said" of Martin Luther King is a name.
    """
    if len(name.words) > 1 or name.words[0] in surnames:
        return name.key in _COMMON
    word = compact(name.words[0])
    title = word in lexicon.table("honorifics") or word in lexicon.table("ranks")
    return title or word in _COMMON


_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_COMMON = frozenset({"may", "pac", "pacs", "superpac", "superpacs"})


def _trimmed(tokens: Tokens, one: Candidate) -> Name | None:
    """The name without what does not belong to it; None where nothing is left or nothing acts."""
    start, end = one.start, one.end
    acts = one.chances["place"] < 0.5
    while start < end and (
        tokens.lower[start] in _ARTICLES or (acts and _is_small(tokens, start, end))
    ):
        start += 1
    # "Tom Hale Tuesday said": not Sheffield Wednesday
    days = _DAYS if one.chances["person"] > 0.5 else frozenset[str]()
    while start < end and (
        tokens.lower[end - 1] in _POSSESSIVE | days
        or not any(map(str.isalnum, tokens.text[end - 1]))
    ):
        end -= 1
    if start >= end or not _is_written_as_name("".join(tokens.text[start:end])):
        return None
    # nor are those who tell it, "(Xinhua)", where it happens
    place = one.chances["place"] > 0.5 and tokens.lower[start] not in lexicon.words("media")
    if tokens.kind[start] not in NAMED and not (place and tokens.kind[start] == "dateline"):
        return None
    end = _closed(tokens, start, end)
    end += end < len(tokens) and tokens.text[end - 1].islower() and _cut(tokens, end)
    return Name(start, end, one.chances, one.sure)


def _cut(tokens: Tokens, end: int) -> bool:
    """Whether the last word of a body's name is missing: "Swedish defence [ministry]"."""
    whole = lexicon.words("bodies") | lexicon.words("place_words")
    nouns = tokens.tag[end - 1] == tokens.tag[end] == "NN"
    more = tokens.lower[end] in whole - {"building", "state"}
    return nouns and more and tokens.lower[end - 1] not in whole


def _is_written_as_name(letters: str) -> bool:
    """Whether there is a capital, or a figure among small letters: "76ers", an account "hale99"."""
    return any(map(str.isupper, letters)) or _WITH_FIGURE.fullmatch(letters) is not None


def _is_small(tokens: Tokens, i: int, end: int) -> bool:
    """Whether a word is none of the name that it stands before: "the [federal] Hale Commission"."""
    word = tokens.text[i]
    small = word.isalpha() and word.islower() and word not in lexicon.words("particles")
    return small and i + 1 < end and tokens.capital(i + 1)


def _closed(tokens: Tokens, start: int, end: int) -> int:
    """The end of a name with no bracket left open: "CPI(M)", but "[Ana Hale] (Nor)"."""
    letters = "".join(tokens.text[start:end])
    if letters.count("(") <= letters.count(")"):
        return end
    if "(" in tokens.text[start + 1 : end]:
        return tokens.text.index("(", start + 1, end)
    return end + (tokens.text[end : end + 1] == [")"])


def titled(tokens: Tokens, name: Name) -> Name:
    """The name with its words, without a person's title, which `outer` and `gender` tell of."""
    peer = _peer(tokens, name)
    if peer is not None:
        chances = {kind: float(kind == "person") for kind in name.chances}
        words = spelled(tokens, peer, name.end)
        sex = PEERS[tokens.lower[peer]]
        return replace(name, start=peer, outer=peer, chances=chances, words=words, gender=sex)
    kind, start, outer, chances = name.kind, name.start, name.start, name.chances
    told: list[str] = []
    while kind == "person" and name.end - start > 1:
        title = _title(tokens, start, small=True)
        if title is None:
            break
        told.append(title)
        start += 1
    several = name.end - start > 1
    end = name.end - (several and kind == "person" and tokens.text[name.end - 1] in LETTERS)
    floor = max(0, outer - _TITLES)
    while outer > floor and tokens.block[outer - 1] == tokens.block[start]:
        title = _title(tokens, outer - 1, small=False)
        if title is None:
            break
        told.append(title)
        outer -= 1
    gender = next((title for title in reversed(told) if title in ("f", "m")), None)
    if gender:
        # whatever the encoder takes "Pin" of "Mr Pin" for
        chances, kind = {key: float(key == "person") for key in chances}, "person"
    words = spelled(tokens, start, end)
    if name.end - start == 1 and tokens.text[start].endswith("."):
        # "Madison, Wis.", "(D., Ariz.)", whatever the encoder takes "Ariz." for
        full = lexicon.table("state_abbreviations").get(" ".join(words))
        before = start - 1
        apart = tokens.text[before] in (",", "(", "-", "–") or tokens.tag[before] == "IN"
        if full and (kind == "place" or apart):  # "He thanked Cal."
            words = tuple(full.split())
            chances = {key: float(key == "place") for key in chances}
    return Name(start, end, chances, name.sure, words, outer, gender)


def _peer(tokens: Tokens, name: Name) -> int | None:
    """Where the title begins with which a place is a peer's: "the [Duchess of Hale]"."""
    for i in (name.start, name.start - 2):
        if i >= 0 and tokens.lower[i] in PEERS and tokens.lower[i + 1 : i + 2] == ["of"]:
            # not the Prince of Wales Hospital
            place = name.end == i + 3 if name.kind != "person" else name.end > i + 2
            whole = tokens.capital(i) and tokens.together(i, name.end - 1)
            return i if place and whole and name.kind != "other" else None
    return None


def _title(tokens: Tokens, i: int, *, small: bool) -> str | None:
    """The gender that a title tells (f, m or -); None where token `i` is none.

    Offices and ranks in small letters are titles only if `small`.
    """
    if tokens.tag[i].startswith("VB"):
        return None  # "they miss Hale"
    word = compact(tokens.lower[i])
    rank = lexicon.table("ranks").get(word) if small or tokens.capital(i) else None
    return lexicon.table("honorifics").get(word, rank)


def spelled(tokens: Tokens, start: int, end: int) -> tuple[str, ...]:
    """The words of a name, in lower case without final dots."""
    return tuple(
        tokens.lower[i].rstrip(".")
        for i in range(start, end)
        if any(map(str.isalnum, tokens.text[i]))
    )
