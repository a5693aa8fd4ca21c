"""Periods and distances: "last year", "the third quarter", "two weeks ago", "five years"."""

from __future__ import annotations

from briefkit.components.dates.amounts import Quantity, duration, quantity
from briefkit.components.dates.nodes import (
    Distance,
    Fixed,
    Match,
    Node,
)
from briefkit.components.dates.stream import Stream

# Words before "a week" that make it a length: "took a week".
_LASTING = frozenset((
    "about", "after", "almost", "every", "for", "half", "in", "lasted", "least", "nearly", "of",
    "once", "over", "spent", "than", "took", "twice", "within",
))  # fmt: skip
# "could one day be a city": some day or other.
_SOME_DAY = frozenset(("could", "may", "might", "perhaps", "should", "to", "will", "would"))
_RATED = frozenset(("approx", "digits", "figure", "scale", "times"))
_PAID = frozenset(("billion", "dollars", "euros", "million", "minutes", "pounds", "trillion"))
_SPENT = frozenset(("left", "to"))
STOPS = frozenset((*'.,;\n)—–-:?!”"', "", "'s", "and", "but", "when"))
# Where the words behind an amount count from, and which way; whether they have to end a phrase.
_FROM = {
    "ago": (-1, False, False), "earlier": (-1, True, False), "later": (1, True, False),
    "before": (-1, True, True), "beforehand": (-1, True, True), "previously": (-1, True, True),
    "prior": (-1, True, True), "after": (1, True, True), "afterwards": (1, True, True),
}  # fmt: skip


def distance(s: Stream, i: int) -> Match | None:
    """ "two weeks ago", "a year earlier", "five days later"; else the plain duration."""
    found = quantity(s, i)
    if found is None or found.unit in ("WE", "SU"):
        return None
    if s.capital(found.stop - 1) and not s.capital(i + 2) and s.kinds[i] in ("digits", "number"):
        return None  # "60 Minutes"
    if s.words[i - 1] == "grade":
        return None  # "the grade eight year"
    if s.words[i : i + 2] == ["one", "day"] and s.words[i - 1] in _SOME_DAY:
        return i + 2, Fixed("DATE", "FUTURE_REF")
    if found.unit == "Q" and found.hyphen and found.plural:
        return None
    if s.words[found.stop] in ("a", "per") and s.kinds[found.stop + 1] == "unit":
        if found.unit == "D":  # "five days a week"
            return found.stop + 2, Fixed("SET", duration(1, s.values[found.stop + 1]))
        return found.stop, length(found)
    if not found.counted and s.words[found.stop] == "or" and s.kinds[found.stop + 1] == "number":
        return found.stop + 2, Fixed("DURATION", duration(None, found.unit))  # "a day or two"
    j, word = found.stop, s.words[found.stop]
    if word in ("-", "‑") and s.glued(j):
        if s.words[j + 1] == "long":
            return j + 2, length(found)
        if not found.hyphen or s.words[j + 1] == "old":
            return None
    if found.hyphen:
        return j, length(found)
    if word == "from" and s.words[j + 1] in ("now", "today"):
        return j + 2, Distance(found.amount, found.unit, 1, False)
    if word in _FROM:
        way, story, ends = _FROM[word]
        if s.words[j + 1] in STOPS if ends else s.words[j + 1] != "than":
            return j + 1, Distance(found.amount, found.unit, way, story)
    if word == "old" or s.words[j : j + 2] == ["of", "age"]:
        return None
    j += 2 * (s.words[j : j + 2] == ["or", "so"])
    if not found.counted:
        if not _article_duration(s, i, found):
            return None
        if s.kinds[i - 1] in ("digits", "figure", "times", "scale") or s.words[i - 1] in _PAID:
            return j, Fixed("SET", found.value)
    return j, length(found)


def length(found: Quantity) -> Node:
    """An amount of time as a duration."""
    return Fixed("DURATION", found.value)


def _article_duration(s: Stream, i: int, found: Quantity) -> bool:
    """Whether "a day" is a length or rate: "for a week", "twice a day", "within a year"."""
    if found.unit in ("Q", "TNI", "WE"):
        return False
    before, after = s.words[i - 1], s.words[found.stop]
    if before in _LASTING or s.kinds[i - 1] in _RATED or before in _PAID:
        return True
    if after in ("after", "before", "or", "since"):
        return True
    alone = before not in ("", "such", "as", "is", "was", "be")
    return alone and found.unit in ("Y", "M", "E", "W", "TH") and after in STOPS | _SPENT
