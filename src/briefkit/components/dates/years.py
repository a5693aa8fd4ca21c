"""Years: "2019", "nineteen ninety-seven", "the '80s", "2019-20", and what only looks like one."""

from __future__ import annotations

from briefkit.components.dates.lexicon import word_set
from briefkit.components.dates.nodes import Day, Fixed, Match, Range
from briefkit.components.dates.stream import DASHES, Stream

_OPENERS = word_set("opener")
_OWNERS = frozenset(("her", "his", "my", "our", "their", "your"))
_AND = frozenset(("and", "or", "to"))
_LEFT = frozenset("([\"“'‘-–—/")
_PROGRAMMES = frozenset((
    "agenda", "index", "initiative", "plan", "program", "programme", "strategy",
))  # fmt: skip
_OLD_OPENERS = _OPENERS - {"to", "than", "for", "every", "the", "of", "around"}
_COUNTED = word_set("counted")


def year(s: Stream, i: int) -> int | None:
    """The year that four digits at token `i` can be."""
    value = s.number(i)
    return value if len(s.words[i]) == 4 and 1000 <= value <= 2199 else None


def year_after(s: Stream, i: int) -> tuple[int, int | None]:
    """The year after a day or month, with or without a comma or "of"."""
    j = i + (s.words[i] in (",", "of"))
    value = year(s, j)
    if value is not None:
        return j + 1, value
    if spoken := spoken_year(s, j):
        return spoken
    if s.words[i] in ("'", "‘") and s.glued(i + 1) and len(s.words[i + 1]) == 2:
        two = s.number(i + 1)
        if two >= 0:
            return i + 2, two_digits(two)
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
    return not (s.glued(j + 1) and s.words[j + 1].isalpha())


def _next_year(s: Stream, i: int, value: int) -> bool:
    """Whether the year after the one at token `i` is joined to it: "2024/25"."""
    following = s.number(i + 2) in (value + 1, (value + 1) % 100)
    return following and len(s.words[i + 2]) in (2, 4) and s.glued(i + 1) and s.glued(i + 2)


def two_digits(value: int) -> int:
    """The year that two digits stand for: 49 is 2049, 50 is 1950."""
    return 2000 + value if value < 50 else 1900 + value


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
            if s.words[i + 1] == "'s" and s.kinds[i - 1] not in ("det", "edge"):
                return _one_year(s, i)
            century = value % 100 == 0 and value < 2000  # "the 1800s"
            return i + 2, Fixed("DATE", f"{value // 100}XX" if century else f"{value // 10}X")
        if len(s.words[i]) == 2 and 20 <= value <= 90 and _decade_here(s, i):
            return i + 2, Fixed("DATE", f"19{value // 10}X")
        return None
    return _one_year(s, i)


def _decade_here(s: Stream, i: int) -> bool:
    """Whether "80s" is a decade: an age ("in his 80s") and a temperature are not."""
    before = s.words[i - 1]
    if before in ("'", "‘", "’", "the"):
        return True
    if before == "and":
        return s.words[i - 2] == "s" and _decade_here(s, i - 3)
    edge = i - 1 - (before == "-")  # "in his mid-20s"
    return s.words[edge] in ("early", "late", "mid") and s.words[edge - 1] not in _OWNERS


def _one_year(s: Stream, i: int) -> Match | None:
    value = year(s, i)
    if value is None or not plausible_year(s, i, value):
        return None
    if s.words[i + 1] == "/" and _next_year(s, i, value):
        return i + 3, Range(Day(value), Day(value + 1))
    if s.words[i + 1] in DASHES and s.glued(i + 1) and s.glued(i + 2):
        last, beyond = s.number(i + 2), s.words[i + 3]
        ends = not s.glued(i + 3) or not (beyond.isalnum() or beyond in DASHES)
        if len(s.words[i + 2]) == 2 and ends and value % 100 < last and value > 1800:
            return i + 3, Range(Day(value), Day(value - value % 100 + last))
    return i + 1, Day(value)


def plausible_year(s: Stream, i: int, value: int) -> bool:
    """Whether four digits are a year and not an amount, a model or a street number."""
    before = s.words[i - 1]
    after = s.words[i + 1]
    if after in _COUNTED or _is_name(s, i) or _is_amount(s, i, value):
        return False
    if s.glued(i) and before not in _LEFT:
        return False
    joined = s.glued(i) and before in ("-", "–") and s.glued(i - 1)
    if joined and s.kinds[i - 2] in ("digits", "figure") and len(s.words[i - 2]) != 4:
        return False  # a telephone number
    if not _is_year_here(s, i):
        return False
    if s.glued(i) and before == "/" and s.kinds[i - 2] in ("digits", "figure"):
        return False  # "resolution 1430/2019"
    if 1900 <= value <= 2070:
        return s.kinds[i + 1] not in ("unit", "units")
    return before in _OLD_OPENERS or (value > 1500 and _old_beside(s, i, value))


def _is_name(s: Stream, i: int) -> bool:
    """Whether four digits are part of a name: "the Horizon 2020 programme"; but a contest or law
    that is called after its year tells the year."""
    named = s.capital(i - 1) and not s.kinds[i - 1]
    return named and s.words[i + 1] in _PROGRAMMES


def _is_amount(s: Stream, i: int, value: int) -> bool:
    """Whether round hundreds are an amount: "2000 pages", "over 2000", but "the 1900 games"."""
    before, after = s.words[i - 1], s.words[i + 1]
    many = after.endswith("s") and not s.capital(i + 1) and not s.kinds[i + 1]
    counts = before in ("over", "under", "than") or (many and before not in ("the", "in", "since"))
    return value % 100 == 0 and counts


def _old_beside(s: Stream, i: int, value: int) -> bool:
    """Whether brackets or another year show four digits to be a year before 1900: "(1821)",
    "1885-1941", "in 1687 and 1689"."""
    before, after = s.words[i - 1], s.words[i + 1]
    if before == "(" and after in (")", ","):
        return True
    last = year(s, i + 2) if after in DASHES else None
    if last is not None and value < last < value + 120:
        return True
    joined = before in DASHES or (before in _AND and s.words[i - 3] in _OLD_OPENERS)
    first = year(s, i - 2) if joined else None
    return first is not None and first - 10 < value < first + 120
