"""Clauses about a noun, told as sentences."""

from __future__ import annotations

import re

# A noun, what it is, and a clause whose subject it is. No text makes it slow: all is bounded.
_RELATIVE = re.compile(
    r"(?P<noun>(?:[^,.;:—–“”\"()]|(?<=[A-Z])\.|(?<=[A-Z][a-z][a-z])\.){2,80}?)"
    r"(?P<aside>, (?:an?|the|its|his|her) [^,;:—–“”\"()]{2,80}?)?"
    r"(?P<apart>,| [—–]| --)? (?:who|which|that) "
    r"(?=(?:\w+ly )?(?:also |first |later |once )?(?:\w{2,}ed"
    r"|are|beat|became|began|begins?|broke|brought|built|came|chose|comes?|cost|cut|did|drew|drove|ends?|fell|flew|found|gave|got"
    r"|grew|had|has|have|held|hits?|is|kept|led|left|lost|made|met|opens?|paid|ran|rose|runs?|said"
    r"|sat|saw|sent|set|shot|sold|spent|spoke|starts?|stood|swept|taught|thought|threw|told|took|was|went|were|will|won|wore|wrote)\b)"
)
_WHERE = re.compile(r"[^,.;:—–“”\"()]{2,80}, where ")


def as_sentence(event: str, date: str) -> str:
    """A noun and the clause that tells of it as a sentence: "the bridge, which fell in May" as "The
    bridge fell in May", "Leeds, where they met in May" as "They met in May"."""
    if event.endswith("."):
        return event
    place = _WHERE.match(event)
    if place and date in event[place.end() :]:
        return event[place.end()].upper() + event[place.end() + 1 :]
    found = _RELATIVE.match(event)
    rest = event[found.end() :] if found else ""
    if not found or date not in rest or ", " in rest.replace(date, ""):
        return event
    noun, aside = found["noun"], found["aside"]
    named = (noun.split() or " ")[-1][0].isupper()
    if not (named or aside or found["apart"] or noun.startswith(("a ", "an "))):
        return event  # "A man who left in May has died"
    return f"{noun[0].upper()}{noun[1:]}{aside + ',' if aside else ''} {rest}"
