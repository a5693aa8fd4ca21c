"""Days as users write them."""

from __future__ import annotations

import pytest

from briefkit.errors import UsageError
from briefkit.reading.dates import parse_published


@pytest.mark.parametrize(
    "text",
    [
        "2025-01-03", "2025-1-3", "20250103", "2025/01/03", "2025-01-03T23:59:59-05:00",
        "2025-01-03 10:00", "3 January 2025", "3rd of January 2025", "Jan. 3, 2025", "Jan 3rd 2025",
        "Friday, January 3, 2025", "Fri, 03 Jan 2025 10:00:00 GMT", "January 3, 2025 at 10:30 am",
        "Jan. 3, 2025, 5 p.m.", "3 January 2025, 5pm", "20250103T101010Z", "20250103T1010+0200",
    ],
)  # fmt: skip
def test_days(text: str) -> None:
    assert parse_published(text) == "2025-01-03"


def test_numbers_that_mean_one_day() -> None:
    assert parse_published("25/12/2024") == parse_published("12/25/2024") == "2024-12-25"
    assert parse_published("4.4.2024") == "2024-04-04"


@pytest.mark.parametrize(
    "text",
    ["", "soon", "2025", "2025-01", "2025-13-01", "2025-02-30", "03/06/2024", "Janvier 3, 2025"],
)
def test_no_days(text: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse_published(text)
    assert caught.value.hint and "2025-01-13" in caught.value.hint
