"""Amounts of time: "two and a half years", "12 to 18 months", "a couple of weeks"."""

from __future__ import annotations

from typing import NamedTuple

from briefkit.components.dates.stream import Stream

_LONGEST_FIGURE = 15  # digits; what has more counts nothing
# TIMEX3 writes a duration as ISO 8601 does; these units are made of others.
_MADE_OF = {"E": (10, "Y"), "C": (100, "Y"), "F": (2, "W"), "WE": (1, "WE")}


class Quantity(NamedTuple):
    """`stop` is the token after it; `amount` None where it is vague; `counted` without "a";
    `reach` the two numbers of "three to five"."""

    stop: int
    amount: float | None
    unit: str
    plural: bool
    counted: bool
    hyphen: bool
    reach: tuple[float, float] | None = None

    @property
    def value(self) -> str:
        """The TIMEX3 duration, two with a stroke where it lies between them."""
        ends = self.reach or (self.amount,)
        return "/".join(duration(amount, self.unit) for amount in ends)


def number(s: Stream, i: int) -> tuple[int, float | None] | None:
    """The number at token `i` in digits or words, None for "several"."""
    kind, value = s.kinds[i], s.values[i]
    if kind in ("digits", "figure"):
        if len(value) > _LONGEST_FIGURE:
            return None
        amount = float(value.replace(",", "")) if value.count(".") < 2 else 0.0
        if s.words[i + 1] == "+" and s.glued(i + 1):
            return i + 2, amount  # "18+ years"
        i += s.words[i + 1] == "-" and s.words[i + 3] == "/"  # "2-1/2 years"
        if s.words[i + 2] == "/" and s.number(i + 1) > 0 < s.number(i + 3):  # "2 1/2 years"
            return i + 4, amount + s.number(i + 1) / s.number(i + 3)
        return _half(s, i + 1, amount)
    if kind == "det" and value:
        if s.words[i + 1 : i + 3] == ["quarter", "of"] and s.words[i + 3] in ("a", "an"):
            return i + 4, 0.25  # "a quarter of a century"
        if s.kinds[i + 1] in ("scale", "vague") or s.words[i] == "another":
            told = number(s, i + 1) if s.kinds[i + 1] != "det" else None
            return told or (i + 1, 1.0)
        return _half(s, i + 1, 1.0)
    if kind == "vague":
        couple = s.words[i] == "couple"
        return i + 1 + (couple and s.words[i + 1] == "of"), 2.0 if couple else None
    if kind == "fraction":
        return i + 1 + (s.words[i + 1] in ("a", "an", "-")), _fraction(value)
    if kind in ("number", "tens", "scale"):
        stop, whole = _words(s, i)
        return _half(s, stop, whole)
    return None


def _words(s: Stream, i: int) -> tuple[int, float]:
    total, part, most = 0.0, 0.0, i + _LONGEST_FIGURE
    while i < most:
        kind, value = s.kinds[i], s.values[i]
        if kind == "scale":
            part = max(part, 1.0) * float(value)
            if value == "1000":
                total, part = total + part, 0.0
        elif kind == "tens":
            part += float(value)
            i += s.words[i + 1] == "-" and s.kinds[i + 2] == "number"
        elif kind == "number" and not part % 10:
            part += float(value)
        else:
            break
        i += 1
        i += s.words[i] == "and" and not part % 100 and s.kinds[i + 1] in ("number", "tens")
    return i, total + part


def _half(s: Stream, i: int, whole: float) -> tuple[int, float]:
    """`whole`, and the half or quarter that follows it."""
    if s.words[i : i + 3] == ["and", "a", "half"]:
        return i + 3, whole + 0.5
    if s.words[i : i + 5] == ["-", "and", "-", "a", "-"] and s.words[i + 5] == "half":
        return i + 6, whole + 0.5
    if s.kinds[i] == "fraction" and s.words[i] != "half":
        return i + 1, whole + _fraction(s.values[i])
    return i, whole


def _fraction(value: str) -> float:
    above, below = value.split("/")
    return int(above) / int(below)


def quantity(s: Stream, i: int) -> Quantity | None:
    """The amount of time at token `i`."""
    found = number(s, i)
    if found is None:
        return None
    stop, amount = found
    article = s.kinds[i] == "det" and stop == i + 1
    reach = None
    between = s.words[i - 1] == "between"
    other = _alternative(s, stop, between) if amount is not None and not article else None
    if amount is not None and other and amount < other[1]:  # not of "the 2023-24 school year"
        reach, stop, amount = (amount, other[1]), other[0], None
    stop += s.words[stop] == "]"  # "[Ten] years": a word that the writer put into a quote
    hyphen = s.words[stop] in ("-", "‑", "–") and s.glued(stop) and s.glued(stop + 1)
    stop += hyphen
    for _ in range(2):
        stop += s.kinds[stop] == "filler" or s.words[stop] == "more"
    kind, unit = s.kinds[stop], s.values[stop]
    if s.words[stop] == "second" and hyphen:
        kind, unit = "unit", "TS"
    if kind not in ("unit", "units") or (kind == "units" and article):
        return None
    part = {"half": 0.5, "quarter": 0.25}.get(s.words[stop + 3])
    if s.words[stop + 1 : stop + 3] == ["and", "a"] and part and amount is not None:
        return Quantity(stop + 4, amount + part, unit, kind == "units", True, hyphen)
    if amount is not None and not hyphen:
        whole = stop
        stop, amount = _smaller(s, stop, amount, unit)
        article = article and stop == whole
    article = article and s.words[i] != "another"
    return Quantity(stop + 1, amount, unit, kind == "units", not article, hyphen, reach)


def _smaller(s: Stream, i: int, amount: float, unit: str) -> tuple[int, float]:
    """With what is told behind it in the next smaller unit: "15 years, 8 months"."""
    j = i + 1 + (s.words[i + 1] in (",", "and"))
    below, parts = {"Y": ("M", 12), "TH": ("TM", 60), "TM": ("TS", 60)}.get(unit, ("", 1))
    rest = number(s, j) if s.kinds[j] in ("digits", "figure", "number", "tens") else None
    if not rest or rest[1] is None or not below or s.values[rest[0]] != below:
        return i, amount
    if rest[1] >= parts:  # "two hours, 90 minutes" are two lengths
        return i, amount
    return rest[0], amount + rest[1] / parts


def _alternative(s: Stream, i: int, between: bool) -> tuple[int, float] | None:
    """ "to three" or "or two", which leaves the amount between two numbers; "and three" where they
    stand behind "between"."""
    joint = s.words[i] in ("to", "or", "-", "–") or (between and s.words[i] == "and")
    if not joint or s.kinds[i + 1] in ("det", "fraction"):
        return None
    stop, amount = number(s, i + 1) or (i, None)
    lasts = s.kinds[stop] in ("unit", "units", "filler")
    return (stop, amount) if amount is not None and lasts else None


def duration(amount: float | None, unit: str) -> str:
    """The TIMEX3 duration, such as P2Y6M, PT4H or PXW."""
    times, unit = _MADE_OF.get(unit, (1, unit))
    if amount is None:
        unit = "D" if unit == "TNI" else unit
        return f"PT{'X'}{unit[1]}" if unit in ("TH", "TM", "TS") else f"PX{unit}"
    amount *= times
    whole, rest = int(amount), amount - int(amount)
    if unit in ("TH", "TM") and rest:
        below = f"{round(rest * 60)}M" if unit == "TH" else f"{_decimal(rest * 60)}S"
        return f"PT{f'{whole}{unit[1]}' if whole else ''}{below}"
    if unit in ("TH", "TM", "TS"):
        return f"PT{_decimal(amount)}{unit[1]}"
    if unit == "Y" and rest:
        months = round(rest * 12)
        return f"P{f'{whole}Y' if whole else ''}{months}M"
    if unit == "TNI":
        return f"P{whole}D" if amount > 1 else "P1D"
    return f"P{_decimal(amount)}{unit}"


def _decimal(amount: float) -> str:
    return f"{amount:.3f}".rstrip("0").rstrip(".")
