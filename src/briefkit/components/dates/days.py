"""Calendar dates: "Monday, May 18, 2015", "3rd of June", "2024-11-05", "last Friday night"."""

from __future__ import annotations

from briefkit.components.dates.almanac import valid
from briefkit.components.dates.lexicon import holiday_starts, holidays, word_set
from briefkit.components.dates.nodes import Day, Division, Feast, Fixed, Match, Node, Range
from briefkit.components.dates.stream import Stream

_DASHES = frozenset("-–—‑")
# Abbreviations of days that are words of their own need a point or a date after them.
_SHORT = frozenset(
    ("mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun")
)
# Months that are words or first names as well.
_NAMES = frozenset(("april", "august", "june", "march", "may"))
_OWNERS = frozenset(("her", "his", "its", "my", "our", "their"))
_FIRM = frozenset(("by", "in", "of", "since", "until"))
_SOLD = frozenset(("bargains", "deal", "deals", "discounts", "offers", "sale", "sales", "stock"))
_OPENERS = word_set("opener")


def year(s: Stream, i: int) -> int | None:
    """The year that four digits at token `i` can be."""
    value = s.number(i)
    return value if len(s.words[i]) == 4 and 1000 <= value <= 2199 else None


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
        if s.kinds[i] == "ordinal" and s.values[i].isdigit():
            return i + 1, int(s.values[i])
        return None
    if not 1 <= value <= 31 or len(s.words[i]) > 2:
        return None
    if s.kinds[i + 1] == "suffix" and s.glued(i + 1):
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
    if not s.capital(i) or (s.raw(i).isupper() and s.words[i] in ("sun", "sat")):
        return None
    stop = i + 1
    point = s.words[stop] == "." and s.glued(stop)
    stop += point
    beyond = stop + (s.words[stop] == ",")
    dated = s.kinds[beyond] == "month" or (s.kinds[beyond + 1] == "month" and s.number(beyond) > 0)
    if not dated and (not point or s.words[i] in ("sun", "sat", "mon")):
        return None
    return stop, value


def _year_after(s: Stream, i: int) -> tuple[int, int | None]:
    """The year after a day or month, with or without a comma or "of"."""
    j = i + (s.words[i] in (",", "of"))
    value = year(s, j)
    if value is not None and _is_year_here(s, j):
        return j + 1, value
    if spoken := spoken_year(s, j):
        return spoken
    if s.words[i] in ("'", "‘") and s.glued(i + 1) and len(s.words[i + 1]) == 2:
        two = s.number(i + 1)
        if two >= 0:
            return i + 2, _two_digits(two)
    return i, None


def spoken_year(s: Stream, i: int) -> tuple[int, int] | None:
    """ "nineteen ninety-seven", as transcripts of speech write a year."""
    base = {"nineteen": 1900, "twenty": 2000}.get(s.words[i])
    j = i + 1
    if base is None:
        return None
    if s.kinds[j] == "tens":
        value, j = int(s.values[j]), j + 1
        hyphen = s.words[j] == "-"
        if s.kinds[j + hyphen] == "number" and int(s.values[j + hyphen]) < 10:
            value, j = value + int(s.values[j + hyphen]), j + hyphen + 1
    elif s.kinds[j] == "number" and int(s.values[j]) >= 10 and base == 2000:
        value, j = int(s.values[j]), j + 1
    else:
        return None
    if s.kinds[j] in ("unit", "units", "scale", "filler"):
        return None
    return j, base + value


def _is_year_here(s: Stream, j: int) -> bool:
    """Whether what follows four digits lets them be a year."""
    after = s.words[j + 1]
    if after in ("percent", "hours"):
        return False
    timed = after == ":" and s.glued(j + 2) and s.number(j + 2) >= 0
    return not (s.glued(j + 1) and (timed or after == "%" or after.isalpha()))


def _next_year(s: Stream, i: int, value: int) -> bool:
    """Whether the year after the one at token `i` is joined to it: "2024/25"."""
    following = s.number(i + 2) in (value + 1, (value + 1) % 100)
    return following and len(s.words[i + 2]) in (2, 4) and s.glued(i + 1) and s.glued(i + 2)


def _two_digits(value: int) -> int:
    return 2000 + value if value < 50 else 1900 + value


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
    stop, node = found
    if named and isinstance(node, Day):
        if node.day is None:
            return None
        node = Day(node.year, node.month, node.day, named[1])
    return (stop, node) if stop > start else None


def _month_first(s: Stream, i: int, alone: bool) -> Match | None:
    named = month(s, i)
    if named is None:
        return None
    j = after_month(s, i + 1)
    dayed = day_number(s, j + (s.words[j] == "the"))
    if dayed and s.words[dayed[0]] in ("million", "billion", "percent"):
        dayed = None
    if dayed:
        stop, number = dayed
        if s.words[stop] in _DASHES and (last := day_number(s, stop + 1)) and last[1] > number:
            end, value = _year_after(s, last[0])
            first = Day(value, named, number)
            return end, Range(first, Day(value, named, last[1]))
        stop, value = _year_after(s, stop)
        if value is None or valid(value, named, number):
            return stop, Day(value, named, number)
        return None
    stop, value = _year_after(s, j)
    if value is not None:
        return stop, Day(value, named)
    if not alone or not _month_alone(s, i):
        return None
    return j if s.words[j - 1] == "." and s.capital(j + 1) is False else i + 1 + (j > i + 1), Day(
        None, named
    )


def _month_alone(s: Stream, i: int) -> bool:
    """Whether a month without day and year is meant as one, and not a name or verb."""
    if s.words[i] in ("mar", "jun", "jan", "dec", "apr", "jul") and s.words[i + 1] != ".":
        return False
    if s.words[i] not in _NAMES:
        return True
    before = s.words[i - 1] if i else "\n"
    led = i > 0 and s.kinds[i - 1] in ("shift", "edge", "each")
    named = s.capital(i + 1) and s.kinds[i + 1] not in ("month", "weekday")
    doubled = s.kinds[i + 1] == "month" and s.capital(i + 1)
    if doubled or (named and before not in _FIRM and not led):
        return False  # June Carter, April O'Neil
    if led or before in _OPENERS:
        return True
    if before in (",", "and", "or") and i > 1 and s.kinds[i - 2] in ("month", "digits"):
        return True
    opening = before in (".", "\n", "”", '"') or (i > 0 and s.capital(i - 1))
    return s.words[i] not in ("may", "march") and not opening


def _day_first(s: Stream, i: int) -> Match | None:
    dayed = day_number(s, i)
    if dayed is None:
        return None
    j, number = dayed
    last = None
    if s.words[j] in _DASHES or s.words[j] in ("to", "and"):
        last = day_number(s, j + 1)
        if last is None:
            return None
        j = last[0]
    j += s.words[j] == "of" or (s.words[j] in _DASHES and s.kinds[j + 1] == "month")
    named = month(s, j)
    if named is None:
        return None
    if s.words[j] in ("may", "march") and s.words[j + 1] in ("be", "have", "not"):
        return None
    stop = after_month(s, j + 1)
    stop += s.words[stop] in _DASHES and year(s, stop + 1) is not None
    stop, value = _year_after(s, stop)
    if value is not None and not valid(value, named, number):
        return None
    if last:
        return (stop, Range(Day(value, named, number), Day(value, named, last[1])))
    return stop, Day(value, named, number)


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
    if not all(s.glued(j) for j in range(i + 1, i + 5)) or (
        i and s.glued(i) and s.words[i - 1] == "/"
    ):
        return None
    stop = i + 5
    if len(s.words[i]) == 4:
        return (stop, Day(a, b, c)) if valid(a, b, c) else None
    if len(s.words[i + 4]) not in (2, 4):
        return None
    if len(s.words[i + 4]) == 2:
        if s.words[i + 1] == "-":
            return None
        c = _two_digits(c)
    if valid(c, a, b):
        return stop, Day(c, a, b)
    return (stop, Day(c, b, a)) if valid(c, b, a) else None


def plain_year(s: Stream, i: int) -> Match | None:
    """A year on its own, a decade ("1990s", "the '80s") or a run of years ("2019-20")."""
    if s.words[i] in ("'", "‘", "’") and s.glued(i + 1):
        i += 1
    value = s.number(i)
    if value < 0:
        return None
    plural = s.glued(i + 1) and s.words[i + 1] in ("s", "'s")
    if plural and value % 10 == 0:
        if len(s.words[i]) == 4 and 1000 <= value < 2100:
            if s.words[i + 1] == "'s" and not (s.kinds[i - 1] in ("det", "edge") and i):
                return _one_year(s, i)
            return i + 2, Fixed("DATE", f"{value // 10}X")
        if len(s.words[i]) == 2 and 20 <= value <= 90 and _decade_here(s, i):
            return i + 2, Fixed("DATE", f"19{value // 10}X")
        return None
    return _one_year(s, i)


def _decade_here(s: Stream, i: int) -> bool:
    """Whether "80s" is a decade: an age ("in his 80s") and a temperature are not."""
    before = s.words[i - 1] if i else ""
    if before in ("'", "‘", "’"):
        return True
    if before in ("the", "and", "-"):
        return s.words[i - 2] != "in" or before == "the"
    return before in ("early", "late", "mid")


def _one_year(s: Stream, i: int) -> Match | None:
    value = year(s, i)
    if value is None or not plausible_year(s, i, value):
        return None
    if s.words[i + 1] == "/" and _next_year(s, i, value):
        return i + 3, Range(Day(value), Day(value + 1))
    if s.words[i + 1] in _DASHES and s.glued(i + 1) and s.glued(i + 2):
        last, beyond = s.number(i + 2), s.words[i + 3]
        ends = not s.glued(i + 3) or not (beyond.isalnum() or beyond in _DASHES)
        if len(s.words[i + 2]) == 2 and ends and value % 100 < last and value > 1800:
            return i + 3, Range(Day(value), Day(value - value % 100 + last))
    return i + 1, Day(value)


_LEFT = frozenset("([\"“'‘-–—/")
_OLD_OPENERS = _OPENERS - {"to", "than", "for", "every", "the", "of", "around"}
_NOT_BEFORE = word_set("no-year")
_COUNTED = word_set("counted")


def plausible_year(s: Stream, i: int, value: int) -> bool:
    """Whether four digits are a year and not an amount, a model or a street number."""
    before = s.words[i - 1] if i else "\n"
    after = s.words[i + 1]
    if before in _NOT_BEFORE or after in _COUNTED or after in ("%", "°", "$", "€"):
        return False
    if value == 2000 and after == "index" and s.capital(i - 1):
        return False  # so many shares
    if s.glued(i) and before not in _LEFT:
        return False
    if s.glued(i) and before in ("-", "–") and i > 1 and s.glued(i - 1):
        # A telephone number, or a name such as "Covid-2019".
        number = s.kinds[i - 2] in ("digits", "figure") and len(s.words[i - 2]) != 4
        if number or s.capital(i - 2):
            return False
    if not _is_year_here(s, i) or (s.glued(i + 1) and after in ("@", "_")):
        return False
    if s.glued(i + 1) and after == "/" and not _next_year(s, i, value):
        return False
    if 1900 <= value <= 2070:
        return s.kinds[i + 1] not in ("unit", "units")
    if after in _DASHES and s.glued(i + 1) and s.glued(i + 2):
        last = year(s, i + 2)  # "(1885-1941)"
        if last is not None and 1500 < value < last < value + 120:
            return True
    return before in _OLD_OPENERS


def feast(s: Stream, i: int) -> Match | None:
    """A holiday, with the year that follows it."""
    for parts in holiday_starts().get(s.words[i], ()):
        stop = i + len(parts)
        if not s.capital(i):
            return None
        if all(s.words[i + k] == part for k, part in enumerate(parts)):
            name = " ".join(parts).replace(" '", "'").replace(" .", ".")
            if s.capital(stop) and s.words[stop] not in ("day", "eve"):
                return None
            if s.words[stop] in _SOLD and parts[0] in ("black", "cyber"):
                return None  # "the Black Friday sale", which may run for weeks
            end, value = _year_after(s, stop)
            return end, Feast(holidays()[name], value)
    return None


def season(s: Stream, i: int) -> Match | None:
    """A season with its year, or one that a preposition or article shows to be one."""
    if s.kinds[i] != "season":
        return None
    stop, value = _year_after(s, i + 1)
    if value is not None:
        return stop, Division(s.values[i], value)
    before = s.words[i - 1] if i else ""
    if before in _OWNERS and s.words[i] not in ("fall", "spring"):
        return i + 1, Division(s.values[i])
    if before == "the" and s.words[i] in ("fall", "spring") and s.words[i - 2] not in _OPENERS:
        return None
    if before not in _OPENERS or before in ("to", "for", "than", "end"):
        return None
    if s.words[i] in ("fall", "spring") and (
        before in ("from", "into", "after", "before", "of", "its", "past")
        or s.words[i + 1] in ("in", "of", "to")
    ):
        return None
    if s.capital(i + 1) or s.kinds[i + 1] == "suffix":
        return None
    return i + 1, Division(s.values[i])


def dash(s: Stream, i: int) -> bool:
    """Whether token `i` is a dash that can join the ends of a range."""
    return s.words[i] in _DASHES


def is_day(node: Node) -> bool:
    """Whether a node can take a part of day: it names a weekday or day."""
    return isinstance(node, Day) and (node.weekday is not None or node.day is not None)
