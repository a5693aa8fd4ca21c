"""Rows of the table of dates are counted and left out as conditions are."""

from __future__ import annotations

import pytest

from briefkit.components.dates import patterns
from briefkit.components.dates.stream import Stream
from tests.rules.conditions import PROBE
from tests.rules.probe import Probe
from tests.rules.rows import watch

ROW = "- | the day after tomorrow | - | RelativeUnit D 2"


@pytest.fixture
def probe(monkeypatch: pytest.MonkeyPatch) -> Probe:
    probe = Probe()
    monkeypatch.setattr(patterns, "_group", patterns._group)  # put back at the end
    monkeypatch.setitem(vars(patterns), PROBE, probe.count)
    watch(probe)
    return probe


def test_the_first_row_that_holds_fires_and_those_before_it_are_asked(probe: Probe) -> None:
    assert patterns.match(Stream("the day after tomorrow"), 0, "the")
    (fired,) = probe.fired
    row = probe.conditions[fired]
    assert (row.function, row.kind, row.source) == ("the", "row", ROW)
    before = [
        n
        for n, c in enumerate(probe.conditions)
        if (c.function, c.line <= row.line) == ("the", True)
    ]
    assert sorted(probe.asked) == before
    assert probe.times == {fired: 1}


def test_a_row_that_is_left_out_is_passed_over(probe: Probe) -> None:
    (probe.out,) = [n for n, c in enumerate(probe.conditions) if c.source == ROW]
    assert patterns.match(Stream("the day after tomorrow"), 0, "the") is None
    assert patterns.match(Stream("the day before yesterday"), 0, "the")
