"""Names made whole that the model broke: at hyphens, particles, quotation marks, "and", "Jr."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefkit.components.actors import lexicon
from briefkit.components.actors.brackets import LINKS
from briefkit.components.actors.lexicon import compact

if TYPE_CHECKING:
    from briefkit.components.actors.names import Name
    from briefkit.components.actors.view import View

_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
_BROKEN = frozenset({"o'", "mc", "mac", "al", "el", "al-", "el-"})
_QUOTES = frozenset({'"', "“", "”", "``", "''", "'", "‘", "’"})
# Bodies whose names run on over "and": "Ministry of Health and Population"
_RUN_ON = frozenset(
    {"department", "ministry", "bureau", "office", "institute", "faculty", "committee", "centre"}
    | {"center", "agency", "commission", "board", "council", "association", "federation", "school"}
    | {"secretariat", "directorate", "division"}
)


def widen(view: View, found: list[Name]) -> list[Name]:
    """The names without overlap, each with the words around it that belong to it."""
    out: list[Name] = []
    starts = {name.start for name in found}
    for name in found:
        if out and name.start < out[-1].end:
            # "Tehrik-e-[Orwin Valley]"
            out[-1].end = max(out[-1].end, name.end)
            continue
        if out and name.start == out[-1].end and _one_person(view, out[-1], name):
            out[-1].end = name.end
            continue
        _without_land(view, name)
        _leftwards(view, name, out[-1].end if out else 0)
        _linked(view, name)
        if name.label == "PERSON":
            _person(view, name, starts)
        else:
            _hyphens(view, name, starts)
        if name.label != "NORP":
            _tail(view, name, starts)
        if name.label == "ORG":
            _foreign(view, name, starts)
            _of_where(view, name, found)
            _run_on(view, name, found)
        _offices(view, name)
        out.append(name)
    return out


def _without_land(view: View, name: Name) -> None:
    """Cut "President of [Iceland] Jon Hale" where the model takes the land for a first name."""
    if name.end - name.start < 3 or name.start < 2 or view.lower[name.start - 1] != "of":
        return
    if compact(view.lower[name.start - 2]) not in lexicon.titles() or name.label == "GPE":
        return
    first = compact(view.lower[name.start])
    tail = compact(view.lower[name.end - 1]) in lexicon.tails()
    if (first in lexicon.state_names() or first in lexicon.known_places()) and not tail:
        name.start, name.label = name.start + 1, "PERSON"


def _leftwards(view: View, name: Name, floor: int) -> None:
    """Capital words before the name that the parser hangs on it."""
    titles = lexicon.titles()
    while (
        name.start > floor
        and view.tag[name.start - 1] in ("NNP", "NNPS")
        and view.dep[name.start - 1] == "compound"
        and name.start <= view.head[name.start - 1] < name.end
        and view.capital(name.start - 1)
        and view.block[name.start - 1] == view.block[name.start]
        and (compact(view.lower[name.start - 1]) not in titles or _surname(view, name.start - 1))
        and name.label != "NORP"
        and not _office_of(view, name)
    ):
        name.start -= 1


def _office_of(view: View, name: Name) -> bool:
    """Whether the word before is whose office it is: "President of [Iceland] Jon Hale"."""
    at = name.start - 2
    if name.label != "PERSON" or at < 1 or view.lower[at] != "of":
        return False
    return compact(view.lower[at - 1]) in lexicon.titles()


def _one_person(view: View, first: Name, second: Name) -> bool:
    """Whether two spans side by side are one name: "Luiz Inacio" and "Lula da Silva"."""
    if first.label != "PERSON" or second.label != "PERSON" or second.end - first.start > 5:
        return False
    if view.block[first.start] != view.block[second.start] or view.tag[second.start] != "NNP":
        return False
    if view.tag[first.end - 1] != "NNP" or not view.capital(first.end - 1):
        return False
    return compact(view.lower[second.start]) not in lexicon.titles()


def _surname(view: View, i: int) -> bool:
    """Whether a word for kin written large begins a name: "Son Heung-min" within a sentence."""
    return view.lower[i] == "son" and i > 0 and view.sent[i - 1] == view.sent[i]


def _person(view: View, name: Name, starts: set[int]) -> None:
    """The rest of a person's name: "O'|Neill", "Ana|-Maria", "Vega|, Jr.", "van|der Berg"."""
    last = len(view)
    while name.end < last - 1 and view.block[name.end] == view.block[name.end - 1]:
        word, before = view.lower[name.end], view.lower[name.end - 1]
        if before in _BROKEN and view.capital(name.end):
            name.end += 1
        elif word in ("-", "al-") and view.capital(name.end + 1) and not _gap(view, name.end):
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
        and compact(view.lower[name.end]) not in lexicon.titles()
        and compact(view.lower[name.end]) not in lexicon.words("postnominals")
    ):
        name.end += 1
    name.end = _nicknamed(view, name.end)
    after = name.end
    while after < last - 1 and view.lower[after] in lexicon.words("particles"):
        after += 1
    if after > name.end and view.tag[after] == "NNP" and view.capital(after):
        name.end = after + 1


def _nicknamed(view: View, end: int) -> int:
    """The end of a name with a nickname in it: Ana "La Jefa" Duarte, Robert (Bob) Hale."""
    if end + 2 >= len(view) or (view.text[end] not in _QUOTES and view.text[end] != "("):
        return end
    closing = {")"} if view.text[end] == "(" else _QUOTES
    for close in range(end + 2, min(end + 5, len(view) - 1)):
        if view.text[close] in closing:
            follows = view.tag[close + 1] == "NNP" and view.capital(close + 1)
            same = view.block[close + 1] == view.block[end - 1]
            return close + 2 if follows and same and view.capital(end + 1) else end
    return end


def _linked(view: View, name: Name) -> None:
    """The rest of a name with a small word in it: "Tehrik|-e-Orwin", "Stoke|-on-Trent"."""
    i = name.end
    while (
        i + 3 < len(view)
        and view.text[i] == view.text[i + 2] == "-"
        and view.lower[i + 1] in LINKS
        and view.capital(i + 3)
        and not any(map(str.isspace, view.string[view.idx[i] : view.idx[i + 3]]))
    ):
        i = name.end = i + 4


def _hyphens(view: View, name: Name, starts: set[int]) -> None:
    """The rest of a body or place: "Coeur|d'Alene", "Wisconsin|-Madison"; not "U.S.|-China"."""
    last = len(view)
    if (
        name.end < last
        and view.lower[name.end].startswith(("d'", "l'"))
        and view.text[name.end][2:3].isupper()
        and view.block[name.end] == view.block[name.start]
    ):
        name.end += 1
    if name.label == "NORP" or name.key_of(view) in lexicon.state_names():
        return
    while (
        name.end < last - 1
        and view.text[name.end] == "-"
        and view.capital(name.end + 1)
        and view.tag[name.end + 1] in ("NNP", "NNPS")
        and not _gap(view, name.end)
        and name.end + 1 not in starts
    ):
        name.end += 2


def _tail(view: View, name: Name, starts: set[int]) -> None:
    """A last word that tells the kind: "Orwin|Valley", "Solvane|Holdings"."""
    last, tails = len(view), lexicon.tails()
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
            bodies = lexicon.words("org_words")
            if name.label in ("GPE", "PERSON") and view.lower[after - 1] in bodies:
                name.label = "ORG"
            name.end = after


def _foreign(view: View, name: Name, starts: set[int]) -> None:
    """ "Observatorio|do Clima": small words of other languages within the name of a body."""
    i = name.end
    while i + 1 < len(view) and view.text[i] in _FOREIGN and view.block[i] == view.block[i - 1]:
        i += 1
    if i > name.end and view.capital(i) and view.tag[i].startswith("NN"):
        name.end = i + 1


_FOREIGN = frozenset(
    {"do", "da", "de", "del", "des", "du", "della", "di", "dos", "das", "la", "für"}
)


def _of_where(view: View, name: Name, found: list[Name]) -> None:
    """ "Constitutional Democratic Party|of Japan", "Democratic Party|for the People"."""
    lands = {other.start: other.end for other in found if other.label == "GPE"}
    if view.lower[name.end - 2] == "of" and view.lower[name.end - 3] in _OF_WHERE:
        _and_where(view, name, lands)
    if view.lower[name.end - 1] not in _OF_WHERE or name.end + 1 >= len(view):
        return
    i = name.end
    if view.lower[i] not in ("of", "for") or view.block[i] != view.block[name.start]:
        return
    i += 1 + (view.lower[i + 1] == "the")
    end = lands.get(i) or lands.get(i - 1)
    if end and view.lower[name.end] == "of":
        name.end = end
        _and_where(view, name, lands)
    elif i < len(view) and view.text[i] in ("People", "Animals", "Homeland", "Nation", "Freedom"):
        name.end = i + 1


def _and_where(view: View, name: Name, lands: dict[int, int]) -> None:
    """ "Football Association of England|and Wales"."""
    if view.lower[name.end : name.end + 1] == ["and"]:
        name.end = lands.get(name.end + 1, name.end)


# Bodies that a land or a people stands behind
_OF_WHERE = frozenset({"party", "federation", "association", "society", "front", "union"})


def _run_on(view: View, name: Name, found: list[Name]) -> None:
    """ "Ministry of Health|, Labour and Welfare", "Public Services|and Works Canada (PSWC)"."""
    ends = [name.end]
    while len(ends) < 4:
        i = ends[-1]
        if i >= len(view) or view.block[i] != view.block[name.start]:
            break
        joined = view.lower[i] in ("and", "&")
        if not joined and view.text[i] != ",":
            break
        end = i + 1
        while end < len(view) and end - i < 5 and _large(view, end):
            end += 1
        if end == i + 1 or view.block[end - 1] != view.block[name.start]:
            break
        ends.append(end)
        if joined:
            break
    end = ends[-1]
    if len(ends) < 2 or view.lower[ends[-2]] not in ("and", "&"):
        return
    if _spelled_out(view, name.start, end) or _portfolio(view, name, end, found):
        name.end = end


def _large(view: View, i: int) -> bool:
    return view.capital(i) and view.tag[i] in ("NNP", "NNPS", "NN", "NNS")


def _spelled_out(view: View, start: int, end: int) -> bool:
    """Whether the letters of the words stand in brackets behind them."""
    if view.text[end : end + 1] != ["("] or view.text[end + 2 : end + 3] != [")"]:
        return False
    words = [view.text[i] for i in range(start, end) if view.capital(i)]
    return view.text[end + 1] == "".join(word[0] for word in words)


def _runs_on(words: list[str]) -> bool:
    """Whether a name is a body's that is called after what it is for: "US Bureau of Mines"."""
    return "of" in words and words[words.index("of") - 1] in _RUN_ON


def _portfolio(view: View, name: Name, end: int, found: list[Name]) -> bool:
    """Whether what follows goes on with what a ministry is for, and is no name of its own."""
    if not _runs_on(view.lower[name.start : name.end]):
        return False
    for i in range(name.end, end):
        word = view.text[i]
        if (word.isupper() and len(word) > 1) or view.lower[i] in lexicon.words("org_words"):
            return view.lower[i] in ("industry", "energy", "health", "technology") and i == end - 1
    for other in found:
        if name.end <= other.start < end:
            key = other.key_of(view)
            if other.label != "ORG" or key in lexicon.known_bodies():
                return False
    return True


def _offices(view: View, name: Name) -> None:
    """ "Los Angeles|Sheriff's Office": a body that is called after who leads it."""
    if name.label not in ("GPE", "ORG"):
        return
    i = name.end
    while i < len(view) and i - name.end < 3 and _large(view, i):
        i += 1
    if i == name.end or i + 1 >= len(view) or view.tag[i] != "POS":
        return
    led = compact(view.lower[i - 1]) in lexicon.titles()
    if led and view.lower[i + 1] in ("office", "department", "bureau"):
        name.end, name.label = i + 2, "ORG"


def _gap(view: View, i: int) -> bool:
    """Whether white space stands around token `i`."""
    return bool(view.doc[i].whitespace_) or bool(i and view.doc[i - 1].whitespace_)
