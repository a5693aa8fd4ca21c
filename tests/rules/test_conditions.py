"""Conditions are found, seen and left out."""

from __future__ import annotations

from collections.abc import Callable
from textwrap import dedent
from typing import Any

import pytest

from tests.rules.conditions import PROBE, Condition, instrumented
from tests.rules.probe import Probe, RanAwayError


def built(source: str) -> tuple[dict[str, Any], Probe]:
    """The names of an instrumented module, and the probe that it asks."""
    probe = Probe()
    module: dict[str, Any] = {PROBE: probe.count}
    exec(instrumented("room/module.py", dedent(source), probe.conditions), module)
    return module, probe


def without(module: dict[str, Any], probe: Probe, source: str) -> Callable[..., Any]:
    """The function `f` of a module as it is without the condition of this source."""
    (probe.out,) = [i for i, c in enumerate(probe.conditions) if c.source == source]
    module[PROBE], probe.left = probe.leave_out, 1000
    function: Callable[..., Any] = module["f"]
    return function


def test_each_kind_of_condition_is_found_with_its_place() -> None:
    _, probe = built(
        """
        def f(x, y):
            if x or not y:
                return [z for z in y if z]
            while x and y:
                x = 1 if y else 2
            return x or y

        def g(x) -> bool:
            return any(a or b for a, b in x) and len(x) > 1
        """
    )
    assert [(c.kind, c.source) for c in probe.conditions] == [
        ("if", "x or not y"),
        ("or", "x"),
        ("or", "not y"),
        ("filter", "z"),
        ("and", "x"),
        ("and", "y"),
        ("if", "y"),
        ("and", "any(a or b for a, b in x)"),
        ("or", "a"),
        ("or", "b"),
        ("and", "len(x) > 1"),
    ]
    assert probe.conditions[0] == Condition("room/module.py", 3, "f", "if", "x or not y")


PLAIN = """
    def f(x, y):
        if x > 1 or y:
            return "one"
        return "two" if x and y > 1 else "three"
"""


@pytest.mark.parametrize(
    ("x", "y", "fired"),
    [
        (2, 0, ["x > 1 or y", "x > 1"]),
        (0, 1, ["x > 1 or y", "y"]),
        (1, 0, ["y > 1"]),  # what does not hold stops an `and`
        (0, 0, ["x"]),
    ],
)
def test_a_condition_fires_where_it_does_something(x: int, y: int, fired: list[str]) -> None:
    module, probe = built(PLAIN)
    module["f"](x, y)
    assert [c.source for i, c in enumerate(probe.conditions) if probe.times[i]] == fired


def test_without_an_if_or_a_part_of_or_it_never_holds_and_a_part_of_and_always() -> None:
    module, probe = built(PLAIN)
    assert without(module, probe, "x > 1")(2, 0) == "three"
    assert without(module, probe, "x > 1 or y")(0, 1) == "three"
    assert without(module, probe, "y > 1")(1, 0) == "two"


def test_a_loop_that_does_not_end_without_its_rule_is_broken_off() -> None:
    module, probe = built(
        """
        def f(x):
            while True:
                if x:
                    return x
        """
    )
    with pytest.raises(RanAwayError):
        without(module, probe, "x")(1)
