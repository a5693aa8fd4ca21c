"""Periods and distances: "last year", "the third quarter", "two weeks ago", "five years"."""

from __future__ import annotations

from dataclasses import replace

from briefkit.components.dates.amounts import Quantity, duration, quantity
from briefkit.components.dates.days import after_month, calendar_date, feast, weekday, year
from briefkit.components.dates.nodes import (
    Anaphor,
    Day,
    Distance,
    Division,
    Feast,
    Fixed,
    Match,
    Node,
    Shift,
)
from briefkit.components.dates.stream import Stream

_BACK = frozenset(("last", "past", "previous", "preceding", "recent", "prior", "latest"))
_MONEY = frozenset(("billion", "million", "trillion"))
_VERBAL = frozenset(
    ["can", "could", "may", "might", "must", "not", "should", "to", "will", "would"]
)
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


def shifted(s: Stream, i: int) -> Match | None:
    """A unit, weekday, month or season with "last", "next", "this" or their like at token `i`."""
    word, shift = s.words[i], int(s.values[i])
    j = i + 1
    if word == "last" and i and s.words[i - 1] in _VERBAL:
        return None  # "expected to last six weeks"
    if (
        word in ("this", "the")
        and s.words[j] in ("past", "last", "coming", "same")
        and s.kinds[j] == "shift"
    ):
        shift, word, j = int(s.values[j]), f"this {s.words[j]}", j + 1
    if word == "same" and s.kinds[j] == "unit" and s.values[j] in "DWMYQ":
        return year_ago(s, j + 1, s.values[j]) or (j + 1, Anaphor(s.values[j], 0))
    if word == "that":
        j += s.words[j] == "same"
        if (
            s.kinds[j] == "unit"
            and s.values[j] in ("D", "W", "M", "Y", "Q")
            and s.words[j + 1] != "-"
        ):
            return j + 1, Anaphor(s.values[j], 0)
        if s.words[j] == "night" and s.words[j] != "":
            return j + 1, Anaphor("TNI", 0)
        return None
    if s.kinds[j] == "shift" and s.words[j] == "few":
        return None
    if s.kinds[j] in ("fiscal",):
        j += 1
    kind, value = s.kinds[j], s.values[j]
    plain = "last" if word == "the" else word
    if kind == "unit":
        return _unit(s, i, j, plain, shift)
    if word == "this" and s.words[j] == "years" and s.words[j + 1] not in ("'", "of"):
        return j + 1, Shift("Y", 0)  # a possessive that lost its apostrophe
    if kind == "units" and not value.startswith("T"):
        if word == "these" and value == "D":
            return j + 1, Fixed("DATE", "PRESENT_REF")
        if word in ("recent", "coming", "past", "previous", "last", "following", "upcoming"):
            return j + 1, Fixed("DURATION", duration(None, value))
        return None
    if word in ("past", "recent", "latest", "current", "these", "those", "prior", "preceding"):
        return _amount(s, i, j, word)
    if kind == "weekday" and (day := weekday(s, j)):
        if word == "same":
            return None
        dated = calendar_date(s, day[0] + 1) if s.words[day[0]] == "," else None
        if dated and isinstance(dated[1], Day) and dated[1].day:
            return dated[0], replace(dated[1], weekday=day[1])
        return day[0], Day(weekday=day[1], shift=shift)
    if kind == "month" and s.capital(j):
        stop = after_month(s, j + 1)
        if s.number(stop) > 31:
            return None
        if 0 < s.number(stop) <= 31:
            return stop + 1, Day(month=int(s.values[j]), day=s.number(stop), shift=shift)
        return stop, Day(month=int(s.values[j]), shift=shift)
    if found := feast(s, j):
        node = found[1]
        return found[0], replace(node, shift=shift) if isinstance(node, Feast) else node
    if kind == "season":
        return j + 1, Division(value, shift=shift)
    if kind == "part" and word in ("this", "last"):
        if word == "last" and value == "MO":
            return None
        return j + 1, Shift("D", shift, value)
    return _amount(s, i, j, word)


def _unit(s: Stream, i: int, j: int, word: str, shift: int) -> Match | None:
    unit = s.values[j]
    if s.words[j + 1] in ("-", "‑") and s.glued(j + 1):
        return None
    if unit == "TNI":
        return (
            (j + 1, Shift("D", -1 if word == "last" else shift, "NI"))
            if word in ("last", "this")
            else None
        )
    if unit.startswith("T"):
        if word in ("past", "last", "next", "coming", "previous"):
            return j + 1, Fixed("DURATION", duration(1, unit))
        return None
    if unit in ("E", "C", "F") and word in ("past", "last", "next", "coming", "previous"):
        return j + 1, Fixed("DURATION", duration(1, unit))
    if unit == "F":
        return None
    if word in ("past", "coming") and s.words[i] != "this":
        return j + 1, Fixed("DURATION", duration(1, unit))
    if word in ("previous", "following", "preceding", "prior", "same") or unit == "D":
        if unit == "D" and word in ("last", "this", "latest", "current", "recent"):
            return None
        return j + 1, Anaphor(unit, shift)
    if word in ("recent", "latest"):
        return (j + 1, Anaphor(unit, 0)) if unit == "Q" else None
    return j + 1, Shift(unit, shift)


def _amount(s: Stream, i: int, j: int, word: str) -> Match | None:
    """ "the last five years": how long; when it began is no part of a TIMEX3 value."""
    found = quantity(s, j)
    if found is None or s.kinds[j] == "det" or not found.plural:
        return None
    if found.unit in ("WE", "SU") and found.amount is None:
        return None
    return found.stop, Fixed("DURATION", duration(found.amount, found.unit))


def division(s: Stream, i: int) -> Match | None:
    """A quarter, half, week day or century by its ordinal at token `i`."""
    if s.kinds[i] == "quarter":
        if not (s.capital(i) and s.glued(i + 1) and len(s.words[i + 1]) == 1):
            return None
        if not 1 <= s.number(i + 1) <= 4:
            return None
        code, j = f"Q{s.number(i + 1)}", i + 2
    elif s.kinds[i] == "ordinal" or (s.kinds[i + 1] == "suffix" and s.glued(i + 1)):
        digits = s.kinds[i] == "digits"
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
        return j + 2, Anaphor("Y", 0)
    if word in ("next", "following") and s.words[j + 1] in ("morning", "night"):
        return j + 2, Anaphor("TMO" if s.words[j + 1] == "morning" else "TNI", 1)
    if word in ("latest", "current", "most") and s.words[j + 1] in ("quarter", "period"):
        return j + 2, Anaphor("Q", 0)
    return None


def year_ago(s: Stream, i: int, grain: str) -> Match | None:
    """ "a year ago" behind "the quarter" or "the same month": that of the year before."""
    if (
        s.words[i] in ("a", "one")
        and s.words[i + 1] == "year"
        and s.words[i + 2] in ("ago", "earlier")
    ):
        return i + 3, Distance(1, "Y", -1, True, grain)
    if s.words[i : i + 2] == ["last", "year"] and grain != "Y":
        return i + 2, Distance(1, "Y", -1, True, grain)
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


def bare_units(s: Stream, i: int) -> Match | None:
    """Plural units without a number: "for weeks", "decades-long", "months ago"."""
    unit, j = s.values[i], i + 1
    if unit.startswith("T") and unit != "TH" and unit != "TM":
        return None
    if unit in ("WE", "SU", "WI", "Q", "TNI"):
        return None
    if s.words[j] == "ago":
        return j + 1, Distance(None, unit, -1, False)
    if s.words[j] in ("-", "‑") and s.glued(j):
        return (
            (j + 2, Fixed("DURATION", duration(None, unit))) if s.words[j + 1] == "long" else None
        )
    if s.words[j] in ("later", "earlier"):
        return j + 1, Distance(None, unit, 1 if s.words[j] == "later" else -1, True)
    before = s.words[i - 1] if i else ""
    if s.words[j] == "of" and before not in ("for", "after", "in"):
        return None
    if before in (
        "for",
        "in",
        "within",
        "after",
        "of",
        "over",
        "spent",
        "just",
        "took",
        "takes",
        "lasted",
    ) or s.words[j] in ("before", "after", "until"):
        if before == "of" and s.kinds[i - 2] not in ("scale",):
            return None
        return j, Fixed("DURATION", duration(None, unit))
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


def recurring(s: Stream, i: int) -> Match | None:
    """ "every Monday", "each year", "every two weeks", "twice a day"."""
    if s.kinds[i] == "times" or (s.kinds[i] in ("number", "vague") and s.words[i + 1] == "times"):
        j = i + 1 + (s.words[i + 1] == "times")
        if (
            s.words[j] in ("a", "an", "per", "each", "every")
            and s.kinds[j + 1] == "unit"
            and s.values[j + 1] != "TNI"
        ):
            return j + 2, Fixed("SET", duration(1, s.values[j + 1]))
        return None
    if s.kinds[i] == "set":
        return i + 1, Fixed("SET", s.values[i])
    if s.kinds[i] == "weekdays" and s.capital(i):
        return i + 1, Fixed("SET", f"XXXX-WXX-{s.values[i]}")
    if s.kinds[i] == "units" and s.values[i] in ("WE",) and i and s.words[i - 1] in ("on", "at"):
        return i + 1, Fixed("SET", "XXXX-WXX-WE")
    if s.words[i] == "per" and s.kinds[i + 1] == "unit":
        return i + 2, Fixed("SET", duration(1, s.values[i + 1]))
    if s.kinds[i] != "each":
        return None
    j = i + 1 + (s.words[i + 1] in ("other", "single"))
    double = 2 if s.words[i + 1] == "other" else 1
    kind, value = s.kinds[j], s.values[j]
    if kind == "unit":
        if value == "TNI":
            return j + 1, Fixed("SET", "XXXX-XX-XXTNI")
        return j + 1, Fixed("SET", duration(double, value))
    if kind == "weekday":
        return j + 1, Fixed("SET", f"XXXX-WXX-{value}")
    if kind == "month" and s.capital(j):
        return j + 1, Fixed("SET", f"XXXX-{int(value):02}")
    if kind == "season":
        return j + 1, Fixed("SET", f"XXXX-{value}")
    if kind == "part":
        return j + 1, Fixed("SET", f"XXXX-XX-XXT{value}")
    found = quantity(s, j)
    if found and found.plural and not found.hyphen:
        return found.stop, Fixed("SET", duration(found.amount, found.unit))
    return None
