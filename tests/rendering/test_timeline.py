"""The timeline: events that happened or are planned, in order, each once."""

from __future__ import annotations

import re
import time
from dataclasses import replace
from typing import Any

import pytest

from briefkit.rendering.events import with_speakers
from briefkit.rendering.timeline import HINT, Row, Timeline, day_of, timeline
from briefkit.schema import Brief, DateMention, Quote
from tests import briefs


def date(
    value: str | None, start: str | None = None, end: str | None = None, *,
    text: str = "then", type: Any = "date", event: str | None = "it rained",
    place: tuple[int, int] = (0, 9), tense: Any = "past", anchor: Any = None, told: Any = None,
) -> DateMention:  # fmt: skip
    span = (told or place) if event else None
    return DateMention(
        text, type, value, start, end or start, place, event, span, tense=tense, anchor=anchor
    )


def told(*dates: DateMention, published: str | None = "2025-01-13", quotes: tuple[Quote, ...] = ()) -> Timeline:  # fmt: skip
    return timeline(made(dates, published, quotes))


def made(
    dates: tuple[DateMention, ...], published: str | None, quotes: tuple[Quote, ...] = ()
) -> Brief:
    return replace(briefs.brief(), dates=dates, published=published, quotes=quotes)


def test_its_time_grows_with_the_events() -> None:
    places = [(n * 100, n * 100 + 90) for n in range(5_000)]
    events = (
        date("2025-01-12", "2025-01-12", event=f"it {n}", place=p) for n, p in enumerate(places)
    )
    said = tuple(replace(briefs.brief().quotes[0], spans=((at + 90, at + 99),)) for at, _ in places)
    brief = made(tuple(events), "2025-01-13", said)
    one = replace(brief.actors[0], mentions=tuple((at, at + 2) for at, _ in places))
    started = time.process_time()
    assert len(timeline(replace(brief, actors=(one,))).settled) == len(places)
    assert time.process_time() - started < 3  # with its square it takes 9


def test_an_event_that_is_told_very_often_takes_no_longer() -> None:
    places = [(n * 100, n * 100 + 90) for n in range(5_000)]
    days = [date("2025-01-12", "2025-01-12", place=place) for place in places]
    started = time.process_time()
    assert len(told(*days).settled) == 1
    assert time.process_time() - started < 1  # with its square it takes 3


def _may(event: str) -> tuple[int, int]:
    at = event.index("May")
    return at, at + 3


@pytest.mark.parametrize(
    ("event", "shown"),
    [
        ("She said she left in May", "She [Ada Quill] said she left in May"),
        ("In May she left", "In May she [Ada Quill] left"),
        ("Ada Quill said she left in May", "Ada Quill said she left in May"),
        ("Her aide left in May", "Her [Ada Quill’s] aide left in May"),
        ("Someone saw her in May", "Someone saw her [Ada Quill] in May"),
        ("Tom Ode sold her shop in May", "Tom Ode sold her shop in May"),
        ("After her move in May Ada Quill won", "After her move in May Ada Quill won"),
        ("In May the baker left", "In May the baker [Ada Quill] left"),
        (
            "In May, a year after the vote, the baker left",
            "In May, a year after the vote, the baker [Ada Quill] left",
        ),
        ("She’s set to leave in May", "She’s [Ada Quill] set to leave in May"),
        ("In May the baker's shop burnt", "In May the baker's [Ada Quill’s] shop burnt"),
        ("Tom Ode saw the baker in May", "Tom Ode saw the baker in May"),
    ],
)
def test_who_is_meant_stands_behind_the_pronoun(event: str, shown: str) -> None:
    found = re.finditer(r"\b(?:Ada Quill|[Ss]he|[Hh]er|[Tt]he baker)\b", event)
    may = replace(date("2024-05", "2024-05-01", text="May", event=event), span=_may(event))
    brief = made((replace(may, event_span=(0, len(event))),), "2025-01-13")
    one = replace(brief.actors[0], mentions=tuple(match.span() for match in found))
    (row,) = timeline(replace(brief, actors=(one,))).settled
    assert row.event == shown


@pytest.mark.parametrize(
    ("event", "shown"),
    [
        ("the bridge, which fell in May", "The bridge fell in May"),
        ("Rep. Ada Berg, who did win in May", "Rep. Ada Berg did win in May"),
        (
            "It is unclear where the bridge fell in May",
            "It is unclear where the bridge fell in May",
        ),
        (
            "Ada moved to Leeds, where she died in May.",
            "Ada moved to Leeds, where she died in May.",
        ),
        ("the lease -- which ended in May", "The lease ended in May"),
        ("Ada A. Reed, a nurse who left in May", "Ada A. Reed, a nurse, left in May"),
        ("the lease — which first ended in May", "The lease first ended in May"),
        ("the men, who sold 2,000 boats in May", "The men sold 2,000 boats in May"),
        ("Tom Ode who left in May", "Tom Ode left in May"),
        # Only some are meant, the subject is another, or the sentence goes on, or is whole.
        ("the bridge, which the council shut in May", "the bridge, which the council shut in May"),
        ("the king, whose father died in May", "the king, whose father died in May"),
        ("The crew, who left in May, met", "The crew, who left in May, met"),
        ("All saw Ada, who left in May.", "All saw Ada, who left in May."),
        ("a baker who was shot in May", "A baker was shot in May"),
    ],
)
def test_a_clause_about_a_noun_is_told_as_a_sentence(event: str, shown: str) -> None:
    found = date("2024-05", "2024-05-01", "2024-05-31", text="May", event=event)
    assert [row.event for row in told(found).settled] == [shown]


@pytest.mark.parametrize(
    ("start", "end", "value", "shown"),
    [
        ("2025-01-13", "2025-01-13", "2025-01-13", "2025-01-13"),
        ("2025-01-13", "2025-01-13", "2025-01-13T09:30", "2025-01-13"),
        ("2025-01-13", "2025-01-13", "2025-01-13TMO", "2025-01-13"),
        ("2025-01-13", "2025-01-17", "2025-01-13/2025-01-17", "2025-01-13 – 17"),
        ("2025-01-30", "2025-02-02", "2025-W05", "2025-01-30 – 02-02"),
        ("2024-12-30", "2025-01-05", "2025-W01", "2024-12-30 – 2025-01-05"),
        ("2024-11-01", "2024-11-30", "2024-11", "2024-11"),
        ("2024-02-01", "2024-02-29", "2024-02", "2024-02"),
        ("2024-02-01", "2024-02-28", None, "2024-02-01 – 28"),
        ("2024-06-01", "2024-08-31", "2024-SU", "2024-06 – 08"),
        ("2024-01-01", "2024-12-31", "2024", "2024"),
        ("1990-01-01", "1999-12-31", "199", "1990 – 1999"),
        ("2024-05-01", None, None, "2024-05-01"),
        ("9999-12-01", "9999-12-31", "9999-12", "9999-12-01 – 31"),
    ],
)
def test_days_are_told_shortly(start: str, end: str | None, value: str | None, shown: str) -> None:
    mention = DateMention("then", "date", value, start, end, (0, 4), "it rained", (0, 9))
    assert day_of(mention) == shown


def test_order_is_of_time() -> None:
    dates = [date("2025-01-02", "2025-01-02", event="b", place=(0, 1)),
             date("2025-01-02T08:00", "2025-01-02", event="d", type="time", text="8 a.m. on Thursday", place=(2, 3)),
             date("2025-01-02T07:00", "2025-01-02", event="c", type="time", text="7 a.m. on Thursday", place=(4, 5)),
             date("2024", "2024-01-01", "2024-12-31", event="a", place=(6, 7))]  # fmt: skip
    assert [row.event for row in told(*dates).settled] == ["a", "b", "c", "d"]


def test_an_event_is_told_once() -> None:
    event = "It rained\nin June and July."
    dates = [date("2024-07", "2024-07-01", "2024-07-31", event=event, place=(22, 26), told=(0, 27)),
             date("2024-06", "2024-06-01", "2024-06-30", event=event[:-1], place=(13, 17), told=(0, 26)),
             date("2024-06", "2024-06-01", "2024-06-30", event="in June", place=(13, 17), told=(10, 17))]  # fmt: skip
    assert told(*dates) == Timeline([Row(["2024-06", "2024-07"], event)], [])


def test_an_event_of_an_open_day_does_not_stand_under_a_day_that_it_tells_of() -> None:
    event = "Ada spoke on Friday after her firm had lost money in 2019."
    friday = date(
        "XXXX-WXX-5", text="Friday", event=event, place=(13, 19), told=(0, 58), anchor="published"
    )
    year = date(
        "2019", "2019-01-01", "2019-12-31", text="2019", event=event, place=(53, 57), told=(0, 58)
    )
    assert told(friday, year, published=None) == Timeline([], [Row(["Friday"], event)], HINT)


def test_what_is_told_within_an_event_stands_under_its_own_day() -> None:
    event = "Ada Berg, who sold her shop in May, will leave in June."
    may = date("2024-05", "2024-05-01", text="May", event=event[:34], place=(31, 34), told=(0, 34))
    june = date("2024-06", "2024-06-01", text="June", event=event, place=(50, 54), told=(0, 55))
    rows = [(row.days, row.event) for row in told(may, june).settled]
    assert rows == [(["2024-05-01"], "Ada Berg sold her shop in May"), (["2024-06-01"], event)]


@pytest.mark.parametrize(
    ("event", "days"),
    [
        ("Both met on 2024-05-03 and 2024-05-04", ["2024-05-03", "2024-05-04"]),
        ("Ode won on 2024-05-03 and spoke of 2024-05-04's vote", ["2024-05-03"]),
        ("After a storm on 2024-05-03, Ode left on 2024-05-04", ["2024-05-04"]),
        ("Ode, who won on 2024-05-03, left on 2024-05-04", ["2024-05-04"]),
        ("Ode, first seen on 2024-05-03, left on 2024-05-04", ["2024-05-03"]),
        ("Ode has led since 2024-05-03", ["2024-05-03"]),
        ("Ode died on 2024-05-03, police said on 2024-05-04", ["2024-05-03"]),
    ],
)
def test_an_event_stands_under_the_day_of_its_main_clause(event: str, days: list[str]) -> None:
    dates = [
        date(match[0], match[0], event=event, place=match.span(), told=(0, len(event)))
        for match in re.finditer(r"[\d-]{10}", event)
    ]
    assert told(*dates).settled == [Row(days, event)]


def test_what_is_open_stands_apart_in_the_words_of_the_article() -> None:
    dates = [date("XXXX-12", text="December", anchor="published"), date("2024", "2024-01-01", "2024-12-31", place=(20, 30), event="it snowed")]  # fmt: skip
    rows = Timeline([Row(["2024"], "it snowed")], [Row(["December"], "it rained")], HINT)
    assert told(*dates, published=None) == rows


def test_a_hint_says_what_settles_what_is_open() -> None:
    open_date = date("PAST_REF", text="last month", anchor="published")
    assert told(open_date, published=None) == Timeline([], [Row(["last month"], "it rained")], HINT)
    assert told(open_date) == Timeline([], [])
    assert told(date("PAST_REF", text="recently"), published=None) == Timeline([], [])


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("5:17 p.m.", False),
        ("three in the morning", False),
        ("noon", False),
        ("midday", False),
        ("two hours later", False),
        ("5:17 p.m. on Friday", True),
        ("7.30am today", True),
        ("last night", True),
        ("that evening", True),
        ("2 a.m. on May 3", True),
    ],
)
def test_a_time_without_a_day_of_its_own_is_no_entry(text: str, shown: bool) -> None:
    time = date("2025-01-10T17:17", "2025-01-10", type="time", text=text, place=(20, 30))
    assert bool(told(time).settled) == shown


@pytest.mark.parametrize(
    ("text", "day", "shown"),
    [
        ("7.30pm", "2025-01-10", True),
        ("13:40", "2025-01-10", True),
        ("four in the morning", "2025-01-10", False),
        ("6:15", "2025-01-10", False),
        ("7.30pm", "2024-01-10", False),
        ("7.30pm", "2025-01-14", False),
    ],
)
def test_a_time_of_the_day_of_the_news_is_an_entry(text: str, day: str, shown: bool) -> None:
    time = date(f"{day}T19:30", day, type="time", text=text, anchor="text")
    assert bool(told(time).settled) == shown


def test_a_year_is_no_time_of_its_first_day() -> None:
    january = date("2025-01", "2025-01-01", "2025-01-31", text="January", event="it fell")
    year = date("2025", "2025-01-01", "2025-12-31", text="2025", place=(20, 30))
    assert [row.event for row in told(january, year).settled] == ["it rained", "it fell"]


def test_a_season_stands_where_it_begins() -> None:
    last_summer = date("2024-SU", text="last summer")
    may = date("2024-05", "2024-05-01", "2024-05-31", event="it snowed", place=(20, 30))
    assert told(last_summer, may).settled == [
        Row(["2024-05"], "it snowed"),
        Row(["summer 2024"], "it rained"),
    ]


def test_what_was_said_has_its_speaker() -> None:
    quote = Quote("It fell on Friday. It hurt.", "direct", "Ada Quill", None, None, None, None, None, ((0, 40),), "named")  # fmt: skip
    friday = date("2025-01-10", "2025-01-10", text="Friday", event="“It fell on Friday.", place=(0, 20))  # fmt: skip
    assert told(friday, quotes=(quote,)).settled == [
        Row(["2025-01-10"], "Ada Quill: “It fell on Friday.”")
    ]
    assert told(friday).settled == [Row(["2025-01-10"], "“It fell on Friday. …”")]
    unnamed = replace(quote, speaker=None)
    assert told(friday, quotes=(unnamed,)).settled == [Row(["2025-01-10"], "“It fell on Friday.”")]


@pytest.mark.parametrize(
    "left_out",
    [
        date("P5Y", type="duration"),
        date("P1D", type="set"),
        date("PAST_REF"),
        date("PRESENT_REF"),
        date(None),
        date("2024-05-01", "2024-05-01", event=None),
        date("2024-05-01", "2024-05-01", tense=None),
        date("2025-01-13TNI", "2025-01-13", text="the night", type="time"),
    ],
)
def test_what_is_no_event_is_left_out(left_out: DateMention) -> None:
    assert told(left_out) == Timeline([], [])
    other = date("2024-06-01", "2024-06-01", event="it snowed", place=(20, 30))
    assert told(left_out, other) == Timeline([Row(["2024-06-01"], "it snowed")], [])


def test_an_event_of_a_settled_day_is_not_told_again_as_open() -> None:
    settled = date("2025-01-11", "2025-01-11", text="11 January 2025")
    undated = date("XXXX-WXX-1", text="Monday", place=(20, 29), event="It rained.")
    found = told(settled, undated, published=None)
    assert [row.event for row in (*found.settled, *found.open)] == ["it rained"]


def test_a_time_of_no_day_is_no_entry() -> None:
    time = date("2025-01-13T17:00", "2025-01-13", text="5 p.m.", type="time", anchor="published")
    assert told(time) == Timeline([], [])


@pytest.mark.parametrize(
    ("speaker", "shown"), [("I", "“it rained”"), ("the mayor", "The mayor: “it rained”")]
)
def test_a_speaker_is_a_name_or_a_noun(speaker: str, shown: str) -> None:
    brief = briefs.brief()
    quote = replace(brief.quotes[0], kind="direct", speaker=speaker, spans=((0, 9),))
    assert told(date("2025-01-10", "2025-01-10"), quotes=(quote,)).settled[0].event == shown


@pytest.mark.parametrize(
    ("event", "shown"),
    [
        ("Tom said “it fell on Friday", "Tom said “it fell on Friday …”"),
        ('Tom said "it fell on Friday', 'Tom said "it fell on Friday …"'),
        ('Tom said "it fell" on Friday ("at last")', 'Tom said "it fell" on Friday ("at last")'),
    ],
)
def test_no_quotation_is_left_half(event: str, shown: str) -> None:
    friday = date("2025-01-10", "2025-01-10", event=event)
    assert told(friday).settled == [Row(["2025-01-10"], shown)]


def test_a_wrong_mark_leaves_nothing_open() -> None:
    event = "Ada called it “dull“ in May."
    assert told(date("2024-05", "2024-05-01", event=event)).settled[0].event == event


def test_without_quotes_a_said_event_keeps_its_speaker() -> None:
    brief, words = briefs.brief(), "Mayor Ada Quill opened the Lorn ferry"
    said = replace(brief.quotes[0], text=words, spans=(briefs.place(words),))
    told = replace(with_speakers(replace(brief, quotes=(said,))), quotes=())
    assert [row.event for row in timeline(told).settled] == [f"Ada Quill: “{words}”"]
