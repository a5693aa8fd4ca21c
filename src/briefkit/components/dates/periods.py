"""Periods and distances: "last year", "the third quarter", "two weeks ago", "five years"."""

from __future__ import annotations

from briefkit.components.dates.amounts import Quantity, duration, quantity
from briefkit.components.dates.days import year
from briefkit.components.dates.nodes import (
    Anaphor,
    Distance,
    Division,
    Fixed,
    Match,
    Node,
    Shift,
)
from briefkit.components.dates.shifts import year_ago
from briefkit.components.dates.stream import Stream

_MONEY = frozenset(("billion", "million", "trillion"))
_TERMS = frozenset(("near", "foreseeable", "distant", "immediate"))
_STOPS = frozenset(
    (
        ".",
        ",",
        ";",
        "",
        "\n",
        ")",
        "—",
        "–",
        "-",
        ":",
        "?",
        "!",
        "and",
        "but",
        "when",
        "”",
        '"',
        "'s",
    )
)


def division(s: Stream, i: int) -> Match | None:
    """A quarter, half, week day or century by its ordinal at token `i`."""
    if s.kinds[i] == "quarter":
        if not (s.capital(i) and s.glued(i + 1) and len(s.words[i + 1]) == 1):
            return None
        if not 1 <= s.number(i + 1) <= 4:
            return None
        code, j = f"Q{s.number(i + 1)}", i + 2
    elif s.kinds[i] == "ordinal" or (s.number(i) >= 0 and s.kinds[i + 1] == "suffix"):
        digits = s.kinds[i] == "digits"
        if digits and not s.glued(i + 1):
            return None
        nth = int(s.values[i])
        i += digits
        j = i + 1 + (s.words[i + 1] == "-" and s.glued(i + 1))
        j += s.kinds[j] == "fiscal"
        if s.words[j] in ("quarter", "quarters") and nth <= 4:
            code, j = f"Q{nth}", j + 1
        elif s.words[j] == "half" and nth <= 2 and s.words[j + 1] == "of":
            code, j = f"H{nth}", j + 1
            if _year_of(s, j) is None:
                return None
        elif s.words[j] == "century" and nth > 5:
            return j + 1, Fixed("DATE", f"{nth - 1:02}XX")
        else:
            return None
    else:
        return None
    found = _year_of(s, j)
    if found:
        return found[0], Division(code, found[1], found[2])
    return j, Division(code)


def _year_of(s: Stream, i: int) -> tuple[int, int | None, int | None] | None:
    """The year after a quarter: "2024", "of 2024", "of last year", "of the year"."""
    j = i + (s.words[i] in ("of", ",", "in"))
    k = j + (s.kinds[j] == "fiscal")
    value = year(s, k)
    if value and 1800 < value < 2100:
        return k + 1, value, None
    if s.words[i] != "of":
        return None
    j += s.words[j] == "the"
    if s.kinds[j] == "shift" and s.words[j + 1] == "year":
        return j + 2, None, int(s.values[j])
    if s.words[j] == "year" and s.words[j - 1] == "the":
        return j + 1, None, 0
    return None


def distance(s: Stream, i: int) -> Match | None:
    """ "two weeks ago", "a year earlier", "five days later"; else the plain duration."""
    found = quantity(s, i)
    if found is None or found.unit in ("WE", "SU"):
        return None
    if s.capital(found.stop - 1) and not s.capital(i + 2) and s.kinds[i] in ("digits", "number"):
        return None
    if found.unit == "Q" and found.hyphen and found.plural:
        return None
    if s.words[found.stop] in ("a", "per") and s.words[found.stop + 1] in ("day", "week"):
        return None
    if (
        found.counted is False
        and s.words[found.stop] == "or"
        and s.kinds[found.stop + 1] == "number"
    ) and s.kinds[found.stop + 2] not in ("unit", "units"):
        return found.stop + 2, Fixed("DURATION", duration(None, found.unit))
    if found.hyphen and s.kinds[i] == "det":
        return None
    j, word = found.stop, s.words[found.stop]
    if found.hyphen:
        if s.words[j] in ("-", "‑") and s.words[j + 1] in ("long", "old"):
            return (j + 2, _fixed(found)) if s.words[j + 1] == "long" else None
        return j, _fixed(found)
    if word in ("-", "‑") and s.glued(j) and s.glued(j + 1):
        if s.words[j + 1] == "long":
            return j + 2, _fixed(found)
        return None
    if word == "ago":
        return j + 1, Distance(found.amount, found.unit, -1, False)
    if word == "from" and s.words[j + 1] in ("now", "today"):
        return j + 2, Distance(found.amount, found.unit, 1, False)
    if word == "hence":
        return j + 1, Distance(found.amount, found.unit, 1, False)
    if word in ("earlier", "later") and s.words[j + 1] not in ("than",):
        return j + 1, Distance(found.amount, found.unit, -1 if word == "earlier" else 1, True)
    if (
        word in ("before", "previously", "after", "beforehand", "afterwards", "prior")
        and s.words[j + 1] in _STOPS
    ):
        back = word in ("before", "previously", "beforehand", "prior")
        return j + 1, Distance(found.amount, found.unit, -1 if back else 1, True)
    if word == "old" or (word == "of" and s.words[j + 1] == "age"):
        return None
    if word == "or" and s.words[j + 1] == "so":
        j += 2
    if s.words[j] == "'s" and s.words[j + 1] == "time":
        return j, Distance(found.amount, found.unit, 1, False)
    if not found.counted:
        if not _article_duration(s, i, found):
            return None
        if s.kinds[i - 1] in ("digits", "figure", "times", "scale") or s.words[i - 1] in _MONEY:
            return j, Fixed("SET", duration(found.amount, found.unit))
    return j, _fixed(found)


def _fixed(found: Quantity) -> Node:
    return Fixed("DURATION", duration(found.amount, found.unit))


def _article_duration(s: Stream, i: int, found: Quantity) -> bool:
    """Whether "a day" is a length or rate: "for a week", "twice a day", "within a year"."""
    if found.unit in ("Q", "TNI", "WE"):
        return False
    before = s.words[i - 1] if i else ""
    return (
        before
        in (
            "for",
            "in",
            "within",
            "than",
            "over",
            "about",
            "almost",
            "nearly",
            "of",
            "after",
            "took",
            "every",
            "lasted",
            "spent",
            "half",
            "once",
            "twice",
            "least",
        )
        or s.kinds[i - 1] in ("digits", "figure", "times", "scale", "approx")
        or before in ("million", "billion", "trillion")
        or s.words[found.stop] in ("after", "before", "or", "since")
        or (
            i > 0
            and s.words[i - 1] not in ("such", "as", "is", "was", "be")
            and found.unit in ("Y", "M", "E", "W")
            and s.words[found.stop] in _STOPS
        )
    )


def the_period(s: Stream, i: int) -> Match | None:
    """What follows "the" at token `i` and needs it."""
    j = i + 1
    word = s.words[j]
    if (
        word in ("year", "quarter", "month")
        and s.words[j + 1] in ("-",)
        and s.words[j + 2] in ("ago", "earlier")
    ):
        return _year_ago(s, i, j)
    if word in ("day", "week", "month", "year", "night") and s.words[j + 1] in (
        "before",
        "after",
        "earlier",
    ):
        step = 1 if s.words[j + 1] == "after" else -1
        if s.words[j + 2] in _STOPS or s.words[j + 2] in ("was", "had"):
            return j + 2, Anaphor(s.values[j] if word != "night" else "TNI", step)
        if word == "day" and s.words[j + 2] == "yesterday":
            return j + 3, Shift("D", -2)
        if word == "day" and s.words[j + 2] == "tomorrow":
            return j + 3, Shift("D", 2)
    if word == "week" and s.words[j + 1] == "of" and s.kinds[j + 2] == "month":
        return j + 2, Anaphor("W", 0)
    if word in ("quarter", "year") and s.words[j + 1] in ("to", "-", "of"):
        return None
    if word == "weekend":
        return j + 1, Shift("WE", 0)
    if word == "quarter":
        return year_ago(s, j + 1, "Q") or (j + 1, Anaphor("Q", 0))
    if word == "time" and s.words[j + 1] == "being":
        return j + 2, Fixed("DATE", "PRESENT_REF")
    if (
        word == "year"
        and s.words[i - 1] in ("of", "for", "during", "in", "throughout", "through")
        and i
    ):
        if s.words[j + 1] in ("ended", "ending", "to"):
            return j + 1, Fixed("DURATION", "P1Y")
        return j + 1, Shift("Y", 0)
    if (
        word in ("day", "week", "month")
        and s.words[i - 1] in ("of", "for", "end", "during", "finish")
        and i
    ):
        if s.words[j + 1] in ("of", "when", "that", "-", "after", "before"):
            return None
        return j + 1, Shift({"day": "D", "week": "W", "month": "M"}[word], 0)
    if word in _TERMS and s.words[j + 1] in ("future", "term"):
        return j + 2, Fixed("DATE", "FUTURE_REF")
    if (
        word == "future"
        and s.words[j + 1] not in ("of",)
        and not s.kinds[j + 1]
        and s.words[i - 1] in ("in", "for", "about", "of", "into")
    ):
        return j + 1, Fixed("DATE", "FUTURE_REF")
    counted = s.kinds[j + 1] in (
        "number",
        "digits",
        "tens",
        "scale",
        "vague",
        "unit",
        "units",
        "filler",
    )
    if word == "past" and s.words[i - 1] in ("in", "of", "from") and not counted:
        return j + 1, Fixed("DATE", "PAST_REF")
    if word == "years" and s.words[i - 1] == "over":
        return j + 1, Fixed("DURATION", "PXY")
    if word == "1800s" or s.kinds[j] == "decade":
        return (j + 1, Fixed("DATE", f"19{s.values[j]}X")) if s.kinds[j] == "decade" else None
    if (word in ("first", "final", "latest", "opening")) and s.kinds[j + 1] in (
        "number",
        "digits",
        "vague",
    ):
        found = quantity(s, j + 1)
        if found and found.plural and not found.hyphen:
            return found.stop, _fixed(found)
    if word == "first" and s.words[j + 1] == "half" and s.words[j + 2] == "of":
        return division(s, j)
    if s.kinds[j] in ("number", "digits"):
        found = quantity(s, j)
        if (
            found
            and found.plural
            and not found.hyphen
            and s.words[found.stop] in ("ended", "ending", "to", ",", ".", "was", "were")
        ):
            return found.stop, _fixed(found)
    value = year(s, j)
    if value and 1900 < value < 2100 and s.words[j + 1] in ("quarter", "period"):
        return j + 2, Division("QX", value)
    if word in ("full", "entire", "fiscal", "whole") and s.words[j + 1] == "year":
        return j + 2, Anaphor("FY", 0)
    if word in ("next", "following") and s.words[j + 1] in ("morning", "night"):
        return j + 2, Anaphor("TMO" if s.words[j + 1] == "morning" else "TNI", 1)
    if word in ("latest", "current", "most") and s.words[j + 1] in ("quarter", "period"):
        return j + 2, Anaphor("Q", 0)
    return None


def _year_ago(s: Stream, i: int, j: int) -> Match | None:
    """ "the year-earlier quarter", "the year-ago period"."""
    stop = j + 3
    if s.words[stop] in ("quarter", "period"):
        return stop + 1, Distance(1, "Y", -1, True)
    if s.kinds[stop] in ("number", "digits") and (amount := quantity(s, stop)):
        return amount.stop, _fixed(amount)
    if (found := division(s, stop)) and isinstance(found[1], Division):
        return found[0], Division(found[1].code, shift=-1)
    return None


def ends(s: Stream, i: int) -> tuple[int, bool] | None:
    """ "the end of", "year-end": the token after it, and whether a period must follow there."""
    j = i + (s.words[i] == "the")
    if s.kinds[j] == "span" and s.words[j + 1] == "of":
        return j + 2, True
    return None


def year_end(s: Stream, i: int) -> Match | None:
    """ "year end", "year-end", "year's end"."""
    if s.kinds[i] == "unit" and s.values[i] in ("Y", "M"):
        j = i + 1 + (s.words[i + 1] in ("-", "'s"))
        if s.words[j] == "end":
            return j + 1, Shift(s.values[i], 0)
        if s.words[i] == "year" and s.words[i + 1] == "-" and s.words[i + 2] in ("earlier", "ago"):
            stop = i + 3
            if s.words[stop] in ("quarter", "period"):
                stop += 1
            return stop, Distance(1, "Y", -1, True)
    return None
