"""The seed article: what the contract promises of its dates."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import briefkit

if TYPE_CHECKING:
    from briefkit.schema import Brief, DateMention

SEED = Path(__file__).parents[3] / "seeds" / "rare-military-visit.txt"


@pytest.fixture(scope="module", params=["2025-01-13", None])
def brief(request: pytest.FixtureRequest) -> Brief:
    return briefkit.extract(SEED.read_text(encoding="utf-8"), published=request.param)


def date_of(brief: Brief, text: str) -> DateMention:
    return next(date for date in brief.dates if date.text == text)


def test_the_range_of_weekdays(brief: Brief) -> None:
    date = date_of(brief, "Monday to Friday")
    assert date.span == (802, 818)
    assert date.event_span == (758, 894)
    if brief.published:
        assert (date.value, date.start, date.end) == (
            "2025-01-13/2025-01-17",
            "2025-01-13",
            "2025-01-17",
        )
    else:
        assert (date.value, date.start, date.end) == ("XXXX-WXX-1/XXXX-WXX-5", None, None)


def test_bare_months_lie_in_the_past(brief: Brief) -> None:
    values = [date_of(brief, "November").value, date_of(brief, "December").value]
    assert values == (["2024-11", "2024-12"] if brief.published else ["XXXX-11", "XXXX-12"])


def test_the_event_of_december_is_the_visit(brief: Brief) -> None:
    event = date_of(brief, "December").event
    assert event == "a visit by Japanese Foreign Minister Takeshi Iwaya to China in December"


def test_a_span_of_years_is_no_year_to_come(brief: Brief) -> None:
    found = [date for date in brief.dates if date.text == "five years"]
    assert found and all(
        (date.type, date.value, date.start) == ("duration", "P5Y", None) for date in found
    )
