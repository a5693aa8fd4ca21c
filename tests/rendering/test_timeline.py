"""The timeline: points in time, in order, each event once."""

from __future__ import annotations

import pytest

from briefkit.rendering.timeline import Row, day_of, timeline
from briefkit.schema import DateMention


def date(
    value: str | None, start: str | None = None, end: str | None = None, *,
    text: str = "then", type: str = "date", event: str | None = "it rained",
) -> DateMention:  # fmt: skip
    return DateMention(text, type, value, start, end or start, (0, 4), event, (0, 9))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("start", "end", "value", "shown"),
    [
        ("2025-01-13", "2025-01-13", "2025-01-13", "2025-01-13"),
        ("2025-01-13", "2025-01-13", "2025-01-13T09:30", "2025-01-13 09:30"),
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
    dates = [date("2025-01-02", "2025-01-02", event="b"),
             date("2025-01-02T08:00", "2025-01-02", event="d", type="time"),
             date("2025-01-02T07:00", "2025-01-02", event="c", type="time"),
             date("2024", "2024-01-01", "2024-12-31", event="a")]  # fmt: skip
    assert [row.event for row in timeline(dates)[0]] == ["a", "b", "c", "d"]


def test_an_event_is_told_once_with_all_its_dates() -> None:
    dates = [date("2024-07", "2024-07-01", "2024-07-31", event="It rained\nin June and July."),
             date("2024-06", "2024-06-01", "2024-06-30", event="it rained in June and July"),
             date("2024-06", "2024-06-01", "2024-06-30", event="it rained in June and July")]  # fmt: skip
    assert timeline(dates) == ([Row(["2024-06", "2024-07"], "it rained in June and July")], [])


def test_what_is_open_stands_apart_in_the_words_of_the_article() -> None:
    dates = [date("XXXX-12", text="December"), date("2024", "2024-01-01", "2024-12-31")]
    assert timeline(dates) == ([Row(["2024"], "it rained")], [Row(["December"], "it rained")])


@pytest.mark.parametrize(
    "left_out",
    [
        date("P5Y", type="duration"),
        date("P1D", type="set"),
        date("PAST_REF"),
        date("PRESENT_REF"),
        date(None),
        date("2024-05-01", "2024-05-01", event=None),
    ],
)
def test_what_is_no_point_in_time_is_left_out(left_out: DateMention) -> None:
    assert timeline([left_out]) == ([], [])
