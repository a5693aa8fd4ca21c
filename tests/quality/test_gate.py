"""The gate is open, and it shuts and refuses when it has to."""

from __future__ import annotations

from typing import Any

import pytest

from tests.invariants import faults
from tests.quality import gate
from tests.quality.gate import Figure


def test_every_figure_reaches_its_floor() -> None:
    figures, errors = gate.measure()
    shut = gate.failures(figures, gate.load_floors())
    assert not shut, "\n".join([*shut, "", *errors])


def test_every_brief_keeps_the_contract() -> None:
    for gold, brief in gate.briefs():
        assert faults(brief, gold.text) == [], gold.id


def pinned(**floors: float) -> dict[str, Any]:
    return {"fingerprint": gate.fingerprint(), "floors": floors}


def test_one_item_below_its_floor_is_noise_and_two_are_a_loss() -> None:
    floors = pinned(quotes=0.90)
    assert gate.failures({"quotes": Figure(0.89, 100)}, floors) == []
    assert gate.failures({"quotes": Figure(0.88, 100)}, floors) == [
        "quotes: 0.8800 is below its floor 0.9000"
    ]


def test_other_gold_than_that_of_the_floors_shuts_the_gate() -> None:
    (line,) = gate.failures({}, {"fingerprint": "0" * 64, "floors": {}})
    assert "--update" in line


def test_a_figure_without_a_floor_and_a_floor_without_a_figure_shut_the_gate() -> None:
    lines = gate.failures({"cues": Figure(1.0, 9)}, pinned(dates=0.5))
    assert lines == ["dates: no longer measured", "cues: has no floor"]


def test_an_update_raises_floors() -> None:
    new, lower = gate.updated({"dates": Figure(0.87654, 90)}, pinned(dates=0.5), False)
    assert (new["floors"], lower) == ({"dates": 0.8765}, [])


@pytest.mark.parametrize(("allow", "floor"), [(False, 0.9), (True, 0.7)])
def test_an_update_lowers_a_floor_only_where_that_is_allowed(allow: bool, floor: float) -> None:
    new, lower = gate.updated({"dates": Figure(0.7, 90)}, pinned(dates=0.9), allow)
    assert (new["floors"], lower) == ({"dates": floor}, ["dates"])
