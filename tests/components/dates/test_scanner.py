"""What is a time expression and what only looks like one; and the time that finding takes."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefkit.components.dates import find
from briefkit.components.dates.grammar import Grammar
from briefkit.components.dates.nodes import Expression
from briefkit.components.dates.normalise import Normaliser, Value
from briefkit.components.dates.references import ReferenceTimes
from briefkit.components.dates.sights import Sight
from briefkit.components.dates.stream import Stream
from tests.timing import power


def normalise(published: date | None, way: int, text: str, found: list[Expression]) -> list[Value]:
    """The values of expressions that all look one way."""
    return Normaliser(published, lambda _: Sight(way), ReferenceTimes()).process(text, found)


def texts(text: str) -> list[str]:
    return [text[e.start : e.end] for e in find(text)]


@pytest.mark.parametrize(
    "text",
    [
        "It may rain.",
        "May he rest in peace.",
        "They march in step, and may march again.",
        "He led 2,000 troops over 2000 metres.",
        "Some 2000 troops fell back.",
        "A Boeing 747 landed.",
        "United won 3-1 and 21:14.",
        "She reads the Sunday Times and the Sunday Telegraph.",
        "The desk is staffed 24/7.",
        "They spring into action and fall back.",
        "The fall of the house shook the town.",
        "The boy, a 6-year-old, fell.",
        "The girl is nine years old.",
        "He paid $1998 for it.",
        "She lives at 21901 Elm Street.",
        "Call 555-1987.",
        "The second driver came third.",
        "He sat in the sun.",
        "The Sun reported it, and Sat Nav failed.",
        "The quarterback and the weekender met.",
        "It weighs 1500 pounds.",
        "He is in his 80s.",
        "She is in her late 20s.",
        "A man in his mid-30s was held.",
        "The report runs to 2000 pages.",
        "Park Won-soon spoke.",
        "Hale scored in the first quarter, and his touchdown won it in the fourth.",
        "They led for three quarters by a touchdown of 40 yards.",
        "The current law and a recent case differ.",
        "Winds of 75 miles per hour blew.",
        "Winds of 230 kilometres an hour blew.",
        "They ate at Ruby Tuesday.",
        "Add a second cup.",
        "The minute detail matters.",
        "An hourglass stood there.",
        "Version 2.0.1 and 10.0.0.1 differ.",
        "April O'Neil spoke to June Carter.",
        "He told the Sunday Tribune and the Daily Mail.",
        "Prices and the fall in trade worry them.",
        "They sold 1600 and 1700 tickets.",
        "The Good Friday Agreement held.",
        "They sell Christmas trees and Christmas cards.",
        "They wrote letters over that year-long strike.",
        "It stood in USA Today.",
        "He scored his second century in the last minutes.",
        "The police soon came, shortly after the fire.",
        "Resolution 1430/2019 holds.",
        "The player of the year chose the story of the week.",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert texts(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He spoke on Friday, and left on Sunday.", ["Friday", "Sunday"]),
        ("They met on April 24 and 25.", ["April 24", "25"]),
        ("From 1990 to 1994 and in 2001.", ["1990 to 1994", "2001"]),
        ("Last year\nMarch 3", ["Last year", "March 3"]),
        ("October\n3, 2021", ["October", "2021"]),
        ("in the 1980s and 1990s", ["the 1980s", "1990s"]),
        ("a 10-year, $5 million plan", ["10-year"]),
        ("at 16:15 UTC, June 1st", ["16:15 UTC", "June 1st"]),
        ("last year's budget", ["last year"]),
        ("won 30-7 Oct. 19", ["Oct. 19"]),
        ("between Tuesday and Election Day", ["Tuesday and Election Day"]),
        ("from Friday to New Year's Day", ["Friday to New Year's Day"]),
    ],
)
def test_where_they_begin_and_end(text: str, found: list[str]) -> None:
    assert texts(text) == found


FORMATS = [
    "{d.day} {month} {d.year}",
    "{month} {d.day}, {d.year}",
    "{month} {d.day} {d.year}",
    "{day}, {month} {d.day}, {d.year}",
    "{day} {d.day} {month} {d.year}",
    "{day}, the {d.day} of {month} {d.year}",
    "{d:%Y-%m-%d}",
    "{d:%d.%m.%Y}",
    "{d:%m/%d/%Y}",
    "{d:%b} {d.day}, {d.year}",
    "{d:%b}. {d.day}, {d.year}",
    "{d:%a}, {d.day} {d:%b} {d.year}",
]


@given(
    st.dates(date(1000, 1, 1), date(2199, 12, 31)),
    st.sampled_from(FORMATS),
    st.sampled_from(["It fell on {}.", "{}", "({})", "Vol. 3, {}: a review", "“{}”"]),
)
def test_any_date_comes_back(day: date, style: str, frame: str) -> None:
    months = "January February March April May June July August September October November December"
    days = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
    written = style.format(
        d=day, month=months.split()[day.month - 1], day=days.split()[day.weekday()]
    )
    if "%b}." in style and day.month == 5:
        written = written.replace("May.", "May")
    text = frame.format(written)
    found = find(text)
    assert [text[e.start : e.end] for e in found] == [written]
    assert normalise(None, 0, text, found) == [Value("DATE", day.isoformat())]


@given(st.text(alphabet=st.sampled_from("0123456789,.-/: \nMayJn.thersdFi'’"), max_size=200))
def test_any_text_is_read(text: str) -> None:
    for anchor in (None, date(2025, 1, 13), date(1, 1, 1), date(9999, 12, 31)):
        found = find(text)
        values = normalise(anchor, 1, text, found)
        assert len(values) == len(found)
        assert all(
            e.start < e.end <= len(text) and "\n" not in text[e.start : e.end] for e in found
        )


WORDS = [
    "the",
    "last",
    "next",
    "3",
    "12",
    "1999",
    "99999999",
    "two",
    "hundred",
    "years",
    "ago",
    "a",
    "May",
    "Friday",
    "to",
    "-",
    ",",
    "and",
    "of",
    "second",
    "quarter",
    "half",
    "past",
    "every",
    "p.m.",
    ":",
    "/",
    "early",
    "'",
    "s",
    "earlier",
    "later",
    "day",
    "before",
    "the",
]


@given(
    st.lists(st.sampled_from(WORDS), max_size=40),
    st.sampled_from([date(1, 1, 1), date(9999, 12, 31), None]),
)
def test_any_words_of_time_are_read(words: list[str], anchor: date | None) -> None:
    text = " ".join(words)
    found = find(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert len(normalise(anchor, -1, text, found)) == len(found)


@pytest.mark.parametrize(
    "unit",
    [
        "1,",
        "12 ",
        "1/2 ",
        "the ",
        "last ",
        "2001-02 ",
        "one hundred ",
        "10-",
        "Monday to ",
        "5 5/6/7 ",
    ],
)
def test_work_grows_with_the_length_of_hostile_text(unit: str) -> None:
    """Counted, not timed: each token is read as a start at most once, and looks a bounded way ahead."""
    reads = []
    for size in (2_000, 8_000):
        stream = CountingStream(unit * size)
        Grammar(stream).find()
        reads.append(stream.reads)
    assert reads[1] <= 4.2 * reads[0] + 1000


def test_five_megabytes_of_digits_and_commas() -> None:
    for text in ("1," * 2_500_000, "7" * 5_000_000, "1, " * 100_000):
        stream = Stream(text)
        scanner = Grammar(stream)
        scanner.find()
        assert scanner.steps <= stream.size


@pytest.mark.parametrize(
    ("unit", "size"), [("1,", 300_000), ("12,345,", 90_000), ("1, ", 10_000), ("7 5/6 ", 4_000)]
)
def test_time_grows_with_the_length_of_hostile_text(unit: str, size: int) -> None:
    assert power(find, unit * size, unit * 4 * size, 1.5) < 1.5


class CountingStream(Stream):
    """A stream that counts how often a token's kind, word or value is looked at."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.reads = 0
        for name in ("words", "kinds", "values"):
            setattr(self, name, _Counted(getattr(self, name), self))


class _Counted(list[str]):
    def __init__(self, items: list[str], owner: CountingStream) -> None:
        super().__init__(items)
        self.owner = owner

    def __getitem__(self, key: Any) -> Any:
        self.owner.reads += 1
        return super().__getitem__(key)
