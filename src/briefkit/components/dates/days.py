"""Calendar dates: "Monday, May 18, 2015", "3rd of June", "2024-11-05", "last Friday night"."""

from __future__ import annotations

from dataclasses import replace

from briefkit.components.dates.almanac import valid
from briefkit.components.dates.lexicon import word_set
from briefkit.components.dates.nodes import Anaphor, Day, Match, Node, Range, RelativeUnit
from briefkit.components.dates.stream import DASHES, Stream
from briefkit.components.dates.years import two_digits, year, year_after

# Abbreviations of days that are words of their own need a point or a date after them.
_SHORT = frozenset(
    ("mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun")
)
# Months that are words or first names as well.
_NAMES = frozenset(("april", "august", "june", "march", "may"))
_FIRM = frozenset(("by", "in", "of", "since", "until"))
_AFTER_ORDINAL = frozenset((",", ".", "and", "at", "in", "of", "to", ""))  # else a noun follows
_COUNTED = frozenset(("last", "next", "this"))
_STORY_YEARS = frozenset(("following", "previous", "same"))
_OPENERS = word_set("opener")


def month(s: Stream, i: int) -> int | None:
    """The month named at token `i`; only with a capital, since "march" and "may" are verbs."""
    if s.kinds[i] != "month" or not s.capital(i):
        return None
    return int(s.values[i])


def after_month(s: Stream, i: int) -> int:
    """Past the point of an abbreviated month at `i - 1`."""
    short = s.words[i - 1] not in ("march", "april", "may", "june", "july", "august")
    return i + 1 if s.words[i] == "." and s.glued(i) and short and len(s.words[i - 1]) < 5 else i


def day_number(s: Stream, i: int) -> tuple[int, int] | None:
    """A day of a month, "3" or "3rd": the token after it and the number."""
    value = s.number(i)
    if value < 0:
        if s.kinds[i] == "ordinal" and s.words[i + 1] in _AFTER_ORDINAL:
            return i + 1, int(s.values[i])
        return None
    if not 1 <= value <= 31:
        return None
    if s.kinds[i + 1] == "suffix":
        return i + 2, value
    timed = s.words[i + 1] == ":" and s.glued(i + 2) and s.number(i + 2) >= 0
    if s.glued(i + 1) and (timed or s.words[i + 1] in ("%", "/") or s.words[i + 1].isalpha()):
        return None
    return i + 1, value


def weekday(s: Stream, i: int) -> tuple[int, int] | None:
    """A weekday and the token after it."""
    if s.kinds[i] != "weekday":
        return None
    value = int(s.values[i])
    if s.words[i] not in _SHORT:
        return i + 1, value
    stop = i + 1 + (s.words[i + 1] == ".")
    beyond = stop + (s.words[stop] == ",")
    dated = s.kinds[beyond] == "month" or (s.kinds[beyond + 1] == "month" and s.number(beyond) > 0)
    return (stop, value) if s.capital(i) and dated else None


def calendar_date(s: Stream, i: int) -> Match | None:
    """A date with a month: with weekday, day and year where they stand there."""
    start, named = i, weekday(s, i)
    if named:
        i = named[0] + (s.words[named[0]] == ",")
        if s.words[i] == "the":
            i += 1
        elif s.words[i] == "(":
            return None
    found = _month_first(s, i, alone=named is None) or _day_first(s, i)
    if found is None:
        return None
    stop, node = _year_in_words(s, *found)
    if named and isinstance(node, Day):
        if node.day is None:
            return None
        node = replace(node, weekday=named[1])
    return (stop, node) if stop > start else None


def _year_in_words(s: Stream, stop: int, node: Node) -> Match:
    """With the year that words tell behind a month: "August last year", "June 5 of that year"."""
    j = stop + (s.words[stop] in ("of", "in"))
    j += s.words[j] == "the" and s.words[j + 1] in _STORY_YEARS
    if not isinstance(node, Day) or node.year is not None or s.words[j + 1] != "year":
        return stop, node
    if s.words[j] in _COUNTED:
        return j + 2, replace(node, of=RelativeUnit("Y", int(s.values[j])))
    if s.words[j] in ("same", "that", *_STORY_YEARS):
        return j + 2, replace(node, of=Anaphor("Y", int(s.values[j])))
    return stop, node


def _month_first(s: Stream, i: int, alone: bool) -> Match | None:
    named = month(s, i)
    if named is None:
        return None
    j = after_month(s, i + 1)
    dayed = day_number(s, j + (s.words[j] == "the"))
    if dayed:
        stop, number = dayed
        if s.words[stop] in DASHES and (last := day_number(s, stop + 1)) and last[1] > number:
            end, value = year_after(s, last[0])
            first = Day(value, named, number)
            return end, Range(first, Day(value, named, last[1]))
        stop, value = year_after(s, stop)
        if value is None or valid(value, named, number):
            return stop, Day(value, named, number)
        return None
    stop, value = year_after(s, j)
    if value is not None:
        return stop, Day(value, named)
    if not alone or not _month_alone(s, i):
        return None
    return j, Day(None, named)


def _month_alone(s: Stream, i: int) -> bool:
    """Whether a month without day and year is meant as one, and not a name or verb."""
    if len(s.words[i]) == 3 and s.words[i] != "may" and s.words[i + 1] != ".":
        return False
    if s.words[i] not in _NAMES:
        return True
    before = s.words[i - 1]
    led = s.kinds[i - 1] in ("shift", "edge", "each")
    named = s.capital(i + 1) and s.kinds[i + 1] not in ("month", "weekday")
    doubled = s.kinds[i + 1] == "month" and s.capital(i + 1)
    if doubled or (named and before not in _FIRM and not led):
        return False  # June Carter, April O'Neil
    if led or before in _OPENERS:
        return True
    if before in (",", "and", "or") and s.kinds[i - 2] in ("month", "digits"):
        return True
    opening = before in ("", ".", "\n", "”", '"') or s.capital(i - 1)
    return s.words[i] not in ("may", "march") and not opening


def _day_first(s: Stream, i: int) -> Match | None:
    dayed = day_number(s, i)
    if dayed is None or (s.glued(i) and s.words[i - 1] in DASHES):
        return None  # "won 30-7 Oct. 19"
    j, number = dayed
    last = None
    if s.words[j] in DASHES or s.words[j] in ("to", "and"):
        last = day_number(s, j + 1)
        if last is None or last[1] <= number:
            return None
        j = last[0]
    j += s.words[j] == "of" or (s.words[j] in DASHES and s.kinds[j + 1] == "month")
    named = month(s, j)
    if named is None:
        return None
    stop = after_month(s, j + 1)
    stop += s.words[stop] in DASHES and year(s, stop + 1) is not None
    stop, value = year_after(s, stop)
    if value is not None and not valid(value, named, number):
        return None
    first = Day(value, named, number)
    return stop, Range(first, Day(value, named, last[1])) if last else first


def numeric_date(s: Stream, i: int) -> Match | None:
    """2024-11-05, 11/5/2024 (American where both readings are days), 5.11.2024."""
    if s.kinds[i] == "figure" and s.words[i].count(".") == 2 and len(s.words[i]) <= 10:
        parts = [int(part) for part in s.words[i].split(".") if "," not in part]
        if len(parts) == 3 and parts[2] >= 1000 and valid(parts[2], parts[1], parts[0]):
            return i + 1, Day(parts[2], parts[1], parts[0])
        return None
    a, b, c = s.number(i), s.number(i + 2), s.number(i + 4)
    if min(a, b, c) < 0 or s.words[i + 1] not in ("-", "/") or s.words[i + 3] != s.words[i + 1]:
        return None
    if not all(s.glued(j) for j in range(i + 1, i + 5)) or s.words[i - 1] == "/":
        return None
    stop = i + 5
    if len(s.words[i]) == 4:
        return (stop, Day(a, b, c)) if valid(a, b, c) else None
    if len(s.words[i + 4]) not in (2, 4):
        return None
    if len(s.words[i + 4]) == 2:
        if s.words[i + 1] == "-":
            return None
        c = two_digits(c)
    if valid(c, a, b):
        return stop, Day(c, a, b)
    return (stop, Day(c, b, a)) if valid(c, b, a) else None


def within(s: Stream, found: Match) -> Match:
    """With the week that follows a weekday: "Friday last week", "Monday of next week".

    A month takes the year of the words behind it as well: see `_year_in_words`.
    """
    stop, node = found
    if not isinstance(node, Day) or node.weekday is None or node.month is not None:
        return found
    k = stop + (s.words[stop] == "of")
    counted = s.words[k] in _COUNTED and s.words[k + 1] == "week"
    if node.shift is not None or node.told or not counted or s.words[k + 2] in ("'s", "-"):
        return found
    return k + 2, replace(node, within=int(s.values[k]))
