"""What a person or an organization is called beside its name, in the article's own words.

Before the name ("Japanese Foreign Minister Yoshimasa Hayashi"), before a comma and the name, and of
an organization behind its name, too; what else persons are called, the encoder sees. A role is a
stretch of tokens; age, home town and praise are no roles.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefkit.components.actors import lexicon
from briefkit.components.actors.lexicon import compact
from briefkit.components.actors.role_before import role_before
from briefkit.components.actors.role_phrases import (
    NOUNS,
    Role,
    compound,
    in_phrase,
    is_head,
    owned,
    possessor,
    without_praise,
)

if TYPE_CHECKING:
    from briefkit.components.actors.names import Name
    from briefkit.components.actors.tokens import Tokens

_STOPS = frozenset(
    {",", "[", ".", ";", ":", "—", "–", "--", "(", ")", "?", "!", "''", '"', "``", "”", "“"}
)
_LONGEST = 16


def roles(tokens: Tokens, name: Name, type: str) -> list[tuple[str, Role]]:
    """The roles at one name of a person or an organization, each with its rule's name."""
    heads = lexicon.words("roles") if type == "person" else lexicon.words("bodies")
    found = [("title", role_before(tokens, name, heads, type))]
    if type == "person":
        found.append(("fronted", _fronted(tokens, name, heads)))
    else:
        found.append(("apposition", _behind(tokens, name, heads)))
    return [(how, role) for how, role in found if role]


def _behind(tokens: Tokens, name: Name, heads: frozenset[str]) -> Role | None:
    """A role in apposition, "Nokia, a Finnish telecoms company,"."""
    i, size = name.end, len(tokens)
    if i + 2 >= size or tokens.lower[i] not in (",", "—", "–", "-", "("):
        return None
    start = i + 1 + (tokens.lower[i + 1] in ("the", "a", "an", "its"))
    end, last = start, min(size, start + _LONGEST)
    while end < last and tokens.together(i, end):
        if not in_phrase(tokens, end) and tokens.lower[end] not in ("and", "&", "/"):
            break
        end += 1
    head = end - 1
    if head < start or tokens.tag[head] not in NOUNS or not is_head(tokens, head, heads):
        return None
    owner, start = owned(tokens, start, head)
    return Role(without_praise(tokens, start, head), end, head, owner)


def _before_titles(tokens: Tokens, name: Name) -> int:
    """Where a name begins with titles behind a comma: "the chairwoman, [Senator] Ana Duarte"."""
    titles = lexicon.table("ranks").keys() | lexicon.table("honorifics").keys()
    at = name.start
    while at > 1 and tokens.capital(at - 1) and compact(tokens.lower[at - 1]) in titles:
        at -= 1
    return at if tokens.text[at - 1] == "," else name.start


def _fronted(tokens: Tokens, name: Name, heads: frozenset[str]) -> Role | None:
    """ "Minister for Trade and Industry, Ana Duarte, said"; "Malaysia's premier, Najib Razak,"."""
    comma = _before_titles(tokens, name) - 1
    after = tokens.lower[name.end] if name.end < len(tokens) else "."
    said = tokens.tag[min(name.end, len(tokens) - 1)] == "VBD"
    if comma < 2 or tokens.text[comma] != "," or not (said or after in (",", ".")):
        return None
    head = comma - 1
    while head >= max(0, comma - 12) and tokens.block[head] == tokens.block[name.start]:
        if tokens.lower[head] in _STOPS or tokens.tag[head].startswith("VB"):
            return None
        if is_head(tokens, head, heads) and tokens.lower[head + 1] in (",", "of", "for"):
            break
        head -= 1
    else:
        return None
    start = compound(tokens, head)
    while start > 0 and in_phrase(tokens, start - 1) and tokens.together(start - 1, head):
        if tokens.tag[start - 1] == "POS":
            break
        start -= 1
    first = start - (tokens.tag[start - 1] == "DT") if start else 0
    if said and first and tokens.sent[first - 1] == tokens.sent[start]:
        return None
    owner = None
    if start and tokens.tag[start - 1] == "POS":
        owner = (possessor(tokens, start - 1), start - 1)
    return Role(without_praise(tokens, start, head), comma, head, owner)
