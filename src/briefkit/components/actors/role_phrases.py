"""The noun phrases that roles are: head noun, what stands before it, its "of" and "at"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefkit.components.actors import lexicon
from briefkit.components.actors.lexicon import compact

if TYPE_CHECKING:
    from briefkit.components.actors.names import Name
    from briefkit.components.actors.tokens import Tokens

NOUNS = frozenset({"NN", "NNP", "NNPS", "NNS"})
PROPER = frozenset({"NNP", "NNPS"})
_PLURAL = frozenset({"NNS", "NNPS"})
_PLURALS = (
    ("men", "man"),
    ("ies", "y"),
    ("ches", "ch"),
    ("shes", "sh"),
    ("sses", "ss"),
    ("ss", "ss"),
    ("us", "us"),
    ("s", ""),
)
_NO_END = frozenset({"DT", "RB", "VBG"})
_BASE = NOUNS | {"JJ", "JJS", "HYPH", "POS", "VBG", "CD", "AFX", "RB"}
_LINKS = frozenset(
    {"of", "at", "for", "in", "with", "to", "on", "and", "&", "the", "a", "an", "'s"}
)
_LONGEST = 16
_TIMES = frozenset(
    {"january", "february", "march", "april", "may", "june", "july", "august", "september"}
    | {"october", "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday"}
    | {"saturday", "sunday", "years", "months", "decades", "nearly", "almost", "over", "more"}
)
_OPENS = {"”": "“", "’": "‘", '"': '"', "''": "``"}
_CLOSES = {opening: closing for closing, opening in _OPENS.items() if opening != "‘"}
# Of police, forces, churches, councils and parliaments, as they stand between office and name.
_RANKS = frozenset(
    {"adm", "admiral", "brig", "brigadier", "capt", "captain", "cllr", "cmdr", "col", "colonel"}
    | {"councillor", "cpl", "gen", "general", "insp", "inspector", "lieutenant"}
    | {"lt", "maj", "major", "rep", "rev", "sen", "sergeant", "sgt", "superintendent"}
)


@dataclass(frozen=True, slots=True)
class Role:
    """Tokens `[start, end)` that say what the bearer of a name is; `head` is the head noun.

    `owner` are the tokens of a possessor before it ("Malaysia's"); `outer` is where the whole
    mention begins if the role stands directly before the name, else -1.
    """

    start: int
    end: int
    head: int
    owner: tuple[int, int] | None = None
    outer: int = -1


def is_head(tokens: Tokens, i: int, heads: frozenset[str]) -> bool:
    """Whether token `i` is a head noun of a role."""
    return tokens.tag[i] in NOUNS and tokens.lower[i].replace(".", "") in heads


def is_plural(tokens: Tokens, i: int) -> bool:
    """Whether a head noun means several: "senators"; the tagger may take "Senators" for a name."""
    return tokens.tag[i] in _PLURAL or of_several(tokens.text[i]) is not None


def of_several(word: str) -> str | None:
    """What one of several is called: "Senator" of "Senators", "Rep" of "Reps"."""
    for end, single in (("men", "man"), ("ies", "y"), ("s", ""), ("es", "")):
        one = word.removesuffix(end) + single
        known = compact(one) in lexicon.table("ranks") or one.lower() in lexicon.words("roles")
        if known and word.endswith(end):
            return one
    return None


def is_honorific(tokens: Tokens, i: int) -> bool:
    """Whether token `i` is what stands before a name and is no office: "Dr.", "Ms."."""
    return compact(tokens.lower[i]) in lexicon.table("honorifics")


def in_phrase(tokens: Tokens, i: int) -> bool:
    """Whether token `i` may stand in a noun phrase before its head noun."""
    done = tokens.tag[i] in ("VBN", "VBD") and tokens.lower[i] in lexicon.words("role_participles")
    return done or tokens.tag[i] in _BASE


def without_praise(tokens: Tokens, start: int, last: int) -> int:
    """The start of the role behind ages, praise and days."""
    at = start
    for i in range(start, last):
        word = tokens.lower[i]
        praise = word in lexicon.words("not_roles")
        if praise or (tokens.tag[i] in ("CD", "RB") and word != "then"):
            at = i + 1
            # "newly elected" is one
            at += tokens.tag[i] == "RB" and at < last and tokens.tag[at] in ("VBN", "VBD")
    while at < last and tokens.tag[at] in ("HYPH", "POS"):
        # "plain-[talking]" goes with its first half
        at += 1 + (tokens.tag[at] == "HYPH" and at + 1 < last)
    return at


def without_rank(tokens: Tokens, role: Role, heads: frozenset[str]) -> Role:
    """The role without the rank or title that follows it: "army spokesman [Lt. Gen.] Joan Hale"."""
    end = role.end
    while end - 1 > role.start and tokens.capital(end - 1) and is_rank(tokens, end - 1):
        end -= 1
    if end == role.end or not is_head(tokens, end - 1, heads - {"police"}):
        return role
    # "Inspector General" and "Detective Sergeant" are one office
    apart = not tokens.capital(end - 1) or tokens.text[end].endswith(".")
    return replace(role, end=end, head=end - 1) if apart else role


def is_rank(tokens: Tokens, i: int) -> bool:
    """Whether token `i` is a rank or an honorific, as it stands between an office and a name."""
    return compact(tokens.lower[i]) in _RANKS or is_honorific(tokens, i)


def owned(tokens: Tokens, start: int, head: int) -> tuple[tuple[int, int] | None, int]:
    """Who owns the head noun of a phrase that begins at `start`, and where the rest begins."""
    for i in range(head - 1, start - 1, -1):
        if tokens.tag[i] == "POS":
            return (start, i), i + 1
    return None, start


def compound(tokens: Tokens, last: int) -> int:
    """The first token of a word with hyphens that ends at token `last`: "Editor-in-Chief"."""
    start = last
    while hyphened(tokens, start):
        start -= 2
    return start


def hyphened(tokens: Tokens, i: int) -> bool:
    """Whether a hyphen joins token `i` to the word before it."""
    return (
        i > 1
        and tokens.text[i - 1] == "-"
        and tokens.idx[i - 2] + len(tokens.text[i - 2]) == tokens.idx[i - 1]
    )


def phrase(
    tokens: Tokens, i: int, heads: frozenset[str], name: Name, first: int | None = None
) -> Role | None:
    """The noun phrase at token `i` if its head noun is a role's, with its "of" and "at".

    `first` is where the first of several begins.
    """
    size = len(tokens)
    block = tokens.block[name.start]
    if i >= size or tokens.block[i] != block:
        return None
    if tokens.lower[i] in ("the", "a", "an", "his", "her", "its", "their") and i + 1 < size:
        i += 1
    start, end, head = i, i, -1
    last = min(size, i + _LONGEST)
    while end < last and tokens.block[end] == block:
        base = in_phrase(tokens, end) or tokens.lower[end] in ("and", "&", "-", "'s", "/")
        if not base or (tokens.lower[end] == "and" and head >= 0):
            break
        if tokens.tag[end] in NOUNS:
            head = end
        end += 1
    if head < 0 or head != end - 1 or not is_head(tokens, head, heads):
        return None
    owner, start = owned(tokens, start, head)
    start = without_praise(tokens, start, head)
    end = _tail(tokens, end, min(size, end + _LONGEST), block)
    first = start if first is None else first
    if end + 1 < min(size, first + _LONGEST) and tokens.lower[end] == "and":
        # "senior vice president and head of hotels at Oxford Properties"
        other = phrase(tokens, end + 1, heads, name, first)
        end = other.end if other else end
    return Role(start, end, head, owner)


def _tail(tokens: Tokens, end: int, last: int, block: int) -> int:
    """The end of the phrase behind its head noun: "of", "at", "for" and what follows."""
    if end >= last or tokens.lower[end] not in ("of", "at", "for", "to", "in", "with", "on"):
        return end
    at = end
    while at < last and tokens.block[at] == block:
        after = min(at + 1, last - 1)
        timed = tokens.tag[after] == "CD" or tokens.lower[after] in _TIMES
        if timed and tokens.lower[at] in ("in", "on", "for"):
            # "in May", "on Monday", "for two years"
            break
        # "the Leeds-based firm"
        base = tokens.tag[at] in _BASE or hyphened(tokens, at)
        if tokens.lower[at] not in _LINKS and not base:
            break
        at += 1
    while at > end and (tokens.lower[at - 1] in _LINKS or tokens.tag[at - 1] in _NO_END):
        at -= 1
    return at


def written(tokens: Tokens, role: Role) -> Role:
    """The role with both of two marks: "“Valley” star"; without "No”" of "“No”, President"."""
    # "star" behind "“Valley”" has lost it, "President" behind "“No”" has not
    first = role.start - (role.start > 1 and not tokens.capital(role.start))
    for i in range(first, role.head):
        opening = _OPENS.get(tokens.text[i])
        if opening is None:
            continue
        near = reversed(range(max(0, i - 8), i))
        start = next((j for j in near if tokens.text[j] == opening), None)
        if start is None and opening == "‘":
            continue  # "the chiefs’ council"
        if start is None or tokens.text[i - 1] in (",", ".", "?"):
            return replace(role, start=max(i + 1, role.start))
        if tokens.capital(start + 1):
            return replace(role, start=start)
    return _closed(tokens, role)


def _closed(tokens: Tokens, role: Role) -> Role:
    """The role with all of a title in marks: "author of “Bitter Pill”"; else without it."""
    for i in range(role.end - 1, role.head, -1):
        closing = _CLOSES.get(tokens.text[i])
        if closing is None:
            continue
        near = range(role.end, min(role.end + 8, len(tokens)))
        return replace(role, end=next((j + 1 for j in near if tokens.text[j] == closing), i))
    return role


def _one_of(plural: str) -> str:
    """Any noun as of one: "running back" of "running backs", "coach" of "coaches"."""
    for end, single in _PLURALS:
        if plural.endswith(end):
            return plural.removesuffix(end) + single
    return plural


def singular(tokens: Tokens, role: Role) -> str:
    """The words of a role as of one person: "Senator" of "Senators Ana Duarte and Joan Hale"."""
    words, plural = tokens.words(role.start, role.end), tokens.text[role.head]
    one = of_several(plural) or (tokens.tag[role.head] == "NNS" and _one_of(plural))
    if not one:
        return words
    before = len(tokens.words(role.start, role.head + 1)) - len(plural)
    return words[:before] + one + words[before + len(plural) :]
