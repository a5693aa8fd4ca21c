"""The noun phrases that roles are: head noun, what stands before it, and what cannot be one."""

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
_BASE = NOUNS | {"JJ", "JJS", "HYPH", "POS", "VBG", "CD", "AFX", "RB"}
# Of police and forces, and of members of parliaments, as they stand between office and name.
_RANKS = frozenset(
    {"adm", "admiral", "brig", "brigadier", "capt", "captain", "cmdr", "col", "colonel", "cpl"}
    | {"gen", "general", "insp", "inspector", "lieutenant", "lt", "maj", "major", "rep", "sen"}
    | {"sergeant", "sgt", "superintendent"}
)


_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_BECOME = frozenset({"be", "become", "becomes", "becoming"})
_WISHES = ("aspir", "hop", "going", "run", "ran", "seek", "sought", "tried", "try", "want", "wish")
_SUPPOSED = frozenset({"could", "if", "might", "unless", "whether"})


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
    one = word.removesuffix("s")
    known = compact(one) in lexicon.table("ranks") or one.lower() in lexicon.words("roles")
    return one if known and one != word else None


def is_honorific(tokens: Tokens, i: int) -> bool:
    """Whether token `i` is what stands before a name and is no office: "Dr.", "Ms."."""
    return compact(tokens.lower[i]) in lexicon.table("honorifics")


def in_phrase(tokens: Tokens, i: int) -> bool:
    """Whether token `i` may stand in a noun phrase before its head noun."""
    if tokens.tag[i] in _BASE:
        return True
    return tokens.tag[i] in ("VBN", "VBD") and tokens.lower[i] in lexicon.words("role_participles")


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
    while start > 1 and tokens.text[start - 1] == "-":
        whole = tokens.idx[start - 2] + len(tokens.text[start - 2]) == tokens.idx[start - 1]
        if not whole or tokens.idx[start - 1] + 1 != tokens.idx[start]:
            break
        start -= 2
    return start


def possessor(tokens: Tokens, i: int) -> int:
    """The first token of whoever owns by the "'s" at token `i`: "[Bank of Orwin]'s"."""
    start = i
    while start > 0 and i - start < 7 and tokens.block[start - 1] == tokens.block[i]:
        of = tokens.lower[start - 1] == "of" and start < i and tokens.tag[start - 2] in PROPER
        if not of and tokens.tag[start - 1] not in PROPER | {"NN"}:
            break
        start -= 1
    return start


def may_be(tokens: Tokens, role: Role, name: Name, gender: str | None) -> bool:
    """Whether somebody of this gender and this name may be called so."""
    word = tokens.lower[role.head]
    # no man is a "sister"; a woman may be a "chairman"
    fits = not gender or word.endswith("man")
    if not fits and lexicon.noun_genders().get(word) not in (None, gender):
        return False
    return not (
        _says_nothing(tokens, role)
        or _of_next_clause(tokens, role, name)
        or _only_thought_of(tokens, role)
    )


def _says_nothing(tokens: Tokens, role: Role) -> bool:
    """Whether a role is one word that says no office: "man", "Mr.", "American"."""
    word = tokens.lower[role.head]
    polite = lexicon.table("honorifics").get(compact(word), "-") != "-"
    nothing = word in lexicon.words("not_roles") or word in lexicon.demonyms()
    return role.end - role.start == 1 and (polite or nothing)


def _of_next_clause(tokens: Tokens, role: Role, name: Name) -> bool:
    """Whether a clause begins with the role: "after meeting Ana Hale, [the minister] flew"."""
    subject = tokens.dep[role.head] in _SUBJECT and tokens.head[role.head] >= role.end
    if not subject or role.start < name.end or tokens.text[name.end] != ",":
        return False
    # "Joan Hale, club secretary said", with one comma of two
    return tokens.dep[tokens.top(name.start, name.end)] not in _SUBJECT


def _only_thought_of(tokens: Tokens, role: Role) -> bool:
    """Whether it is wished or supposed: "hopes to become mayor", "if Hale becomes president"."""
    verb = tokens.head[role.head]
    if verb > role.head or tokens.lower[verb] not in _BECOME:
        return False
    for i in range(max(0, verb - 8), verb):
        if tokens.head[i] == verb and tokens.tag[i] == "TO":
            return tokens.lower[tokens.head[verb]].startswith(_WISHES)
        if tokens.head[i] == verb and tokens.lower[i] in _SUPPOSED:
            return True
    return False
