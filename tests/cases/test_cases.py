"""Each golden article has the brief that stands below it, to the byte."""

from __future__ import annotations

import pytest

from tests.cases import Case, cases


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.path.stem)
def test_case(case: Case) -> None:
    assert case.brief() == case.expected, "if that is right: python -m tests.cases --update"
