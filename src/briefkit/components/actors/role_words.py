"""How a role is written: whole where marks were cut, and of one where it says several."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefkit.components.actors.role_phrases import Role, in_phrase, of_several

if TYPE_CHECKING:
    from briefkit.components.actors.tokens import Tokens

_OPENS = {")": "(", "]": "[", "”": "“", "’": "‘", '"': '"', "''": "``"}
_FAR = 8  # tokens of what stands in marks


def written(tokens: Tokens, role: Role) -> Role:
    """The role with both of two marks: "“Valley” star", "CDP (R) leader" for "R) leader"."""
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


def singular(tokens: Tokens, role: Role, named: dict[int, bool]) -> str:
    """The words of a role as of one person: "Senator" of "Senators Ana Duarte and Joan Hale"."""
    words, plural = tokens.words(role.start, role.end), tokens.text[role.head]
    one = of_several(plural)
    if one is None or {role.head, role.head + 1} <= named.keys():
        # the "Actuaries of Peru" are a body
        return words
    before = len(tokens.words(role.start, role.head + 1)) - len(plural)
    return words[:before] + one + words[before + len(plural) :]
