"""How a role is written: whole where marks or a list were cut, and of one where it says several."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefkit.components.actors.role_phrases import NOUNS, Role, in_phrase, of_several

if TYPE_CHECKING:
    from briefkit.components.actors.tokens import Tokens

_OPENS = {")": "(", "]": "[", "”": "“", "’": "‘", '"': '"', "''": "``"}
_FAR = 8  # tokens of what stands in marks, or of the rest of a list
_JOINS = frozenset({"and", "&"})


def written(tokens: Tokens, role: Role, named: dict[int, bool]) -> Role:
    """The role with both of two marks and the whole of a list.

    `named` are the tokens of names, and whether they are of persons.
    """
    return _listed(tokens, _closed(tokens, role), named)


def _closed(tokens: Tokens, role: Role) -> Role:
    """ "“Valley” star" for "” star", "CDP (R) leader" for "R) leader"."""
    # "star" behind "“Valley”" has lost it, "President" behind "“No”" has not
    first = role.start - (role.start > 1 and not tokens.capital(role.start))
    for i in range(first, role.head):
        opening = _OPENS.get(tokens.text[i])
        if opening is None or opening in tokens.text[role.start : i]:
            continue
        floor = max(0, i - _FAR)
        start = next((j for j in range(i - 1, floor - 1, -1) if tokens.text[j] == opening), None)
        if start is None and opening == "‘" and i > role.start:
            continue  # "the chiefs’ council"
        if start is None or not tokens.together(start, i) or tokens.text[i - 1] in (",", ".", "?"):
            return replace(role, start=max(i + 1, role.start))
        if i < role.start and (opening == "(" or not tokens.capital(start + 1)):
            continue
        if opening == "(":
            while start > floor and in_phrase(tokens, start - 1) and tokens.capital(start - 1):
                start -= 1
        return replace(role, start=start)
    return role


def _listed(tokens: Tokens, role: Role, named: dict[int, bool]) -> Role:
    """ "secretary for roads, rails and ports" for "secretary for roads"."""
    end, size = role.end, len(tokens)
    if end >= size or tokens.text[end] != "," or role.end - role.head < 3:
        return role
    last, joined = end, False
    for i in range(end, min(size, end + _FAR)):
        if not tokens.together(i, end) or named.get(i):
            break
        if tokens.lower[i] in _JOINS:
            joined = True
        elif tokens.dep[i] == "conj" and role.head < tokens.head[i] < i:
            if joined and tokens.tag[i] in NOUNS:
                last = i + 1
                break
        elif tokens.text[i] != "," and not in_phrase(tokens, i):
            break
    return replace(role, end=last) if last > end else role


def singular(tokens: Tokens, role: Role, named: dict[int, bool]) -> str:
    """The words of a role as of one person: "Senator" of "Senators Ana Duarte and Joan Hale"."""
    words, plural = tokens.words(role.start, role.end), tokens.text[role.head]
    one = of_several(plural)
    if one is None or {role.head, role.head + 1} <= named.keys():
        # the "Actuaries of Peru" are a body
        return words
    before = len(tokens.words(role.start, role.head + 1)) - len(plural)
    return words[:before] + one + words[before + len(plural) :]
