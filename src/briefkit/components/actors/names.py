"""Names in the text: the encoder's spans without titles, and where they stand again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefkit.components.actors import lexicon
from briefkit.components.actors.candidates import candidates
from briefkit.components.actors.lexicon import compact
from briefkit.components.actors.view import NAMED

if TYPE_CHECKING:
    from briefkit.components.actors.candidates import Candidate
    from briefkit.components.actors.view import View

_ARTICLES = frozenset({"the", "a", "an", "this", "that"})
_POSSESSIVE = frozenset({"'s", "'", "s'"})
SMALL = frozenset({"of", "the", "and", "for", "in", "on", "at", "to", "de", "&", "'s", "a", "an"})


@dataclass(slots=True)
class Name:
    """Tokens `[start, end)` of a name without title, article and possessive.

    `chances` are probabilities by class. `outer` is the token where its title begins; `gender`
    what an honorific tells; `kin` whether the text says whose wife, husband or child it is.
    """

    start: int
    end: int
    chances: dict[str, float]
    sure: float = 1.0
    words: tuple[str, ...] = ()
    outer: int = -1
    gender: str | None = None
    kin: bool = False

    @property
    def kind(self) -> str:
        """The likeliest class, of this name alone."""
        return max(self.chances, key=lambda kind: (self.chances[kind], kind))

    @property
    def key(self) -> str:
        """Names with the same key are spelled the same but for case, dots and hyphens."""
        return "".join(map(compact, self.words))


def names(view: View) -> list[Name]:
    """The names of the article in text order, without overlap."""
    found = [name for one in candidates(view) if (name := _trimmed(view, one))]
    for name in found:
        finish(view, name)
    return [name for name in found if name.key and not _bare(name)]


def _bare(name: Name) -> bool:
    """Whether this is no name but a title without one or an amount: "Dame", "R4bn", "70C"."""
    if len(name.words) > 1:
        return False
    word = compact(name.words[0])
    title = word in lexicon.table("honorifics") or word in lexicon.table("ranks")
    return title or _AMOUNT.fullmatch(word) is not None


_AMOUNT = re.compile(r"[a-z]?\d+(bn|[cfkm]|km|kg|pc)?")


def _trimmed(view: View, one: Candidate) -> Name | None:
    """The name without what does not belong to it; None where nothing is left or nothing acts."""
    start, end = one.start, one.end
    while start < end and (
        view.lower[start] in _ARTICLES or not any(map(str.isalnum, view.text[start]))
    ):
        start += 1
    while start < end and (
        view.lower[end - 1] in _POSSESSIVE
        or (view.text[end - 1] != ")" and not any(map(str.isalnum, view.text[end - 1])))
    ):
        end -= 1
    end = _before_score(view, start, end)
    if start >= end or not any(map(str.isupper, "".join(view.text[start:end]))):
        return None
    if view.kind[start] not in NAMED and not _dateline(view, start, one):
        return None
    return Name(start, end, one.chances, one.sure)


def _before_score(view: View, start: int, end: int) -> int:
    """The end of a name without a score, or its first part: "Orwin Town 2-1", "3–1"."""
    for i in range(max(start + 1, end - 3), end):
        if any(_SCORE.fullmatch("".join(view.text[i : i + size])) for size in (1, 3)):
            return i
    return end


_SCORE = re.compile(r"\d{1,2}[-–]\d{1,2}")


def _dateline(view: View, start: int, one: Candidate) -> bool:
    return view.kind[start] == "dateline" and one.chances["place"] > 0.5


def finish(view: View, name: Name) -> None:
    """Take the title off a person's name, or find it before the name; set the words."""
    honorifics, ranks = lexicon.table("honorifics"), lexicon.table("ranks")
    outer = name.start
    if name.kind == "person":
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
    if name.gender and outer < name.start:
        # whatever the encoder takes "Pin" of "Mr Pin" for
        name.chances = {kind: float(kind == "person") for kind in name.chances}
    at = outer - 1 - (outer > 1 and view.text[outer - 1] == ",")
    if not name.gender and outer and name.kind == "person" and view.tag[at] == "NN":
        # "his wife Joan Hale", "his wife, Joan,"
        name.gender = lexicon.noun_genders().get(view.lower[at])
        name.kin = view.lower[at] in lexicon.words("ties") and at > 0 and view.tag[at - 1] == "PRP$"
    name.words = spelled(view, name.start, name.end)
    if name.kind == "place" and name.end - name.start == 1 and view.text[name.start].endswith("."):
        # "Madison, Wis."
        full = lexicon.table("state_abbreviations").get(" ".join(name.words))
        name.words = tuple(full.split()) if full else name.words


def spelled(view: View, start: int, end: int) -> tuple[str, ...]:
    """The words of a name, in lower case without final dots."""
    return tuple(
        view.lower[i].rstrip(".")
        for i in range(start, end)
        if any(map(str.isalnum, view.text[i])) or view.text[i] == "&"
    )


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


def _gender(value: str | None) -> str | None:
    return value if value in ("f", "m") else None
