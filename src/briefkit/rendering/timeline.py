"""The dates of a brief in the order of time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefkit.schema import DateMention


def in_time_order(
    dates: Sequence[DateMention],
) -> tuple[list[DateMention], list[DateMention]]:
    """The dates whose day is settled, the earliest first, and apart from them the open ones."""
    settled = [date for date in dates if date.start]
    settled.sort(key=lambda date: (date.start or "", date.end or "", date.span))
    return settled, [date for date in dates if not date.start]


def day_of(date: DateMention) -> str:
    """The day, month, year or range that a settled date stands for, as short as it can be told."""
    start, end = date.start or "", date.end or ""
    if not end or start == end:
        return start
    if date.value and "/" not in date.value and start.startswith(date.value):
        return date.value  # 2024-11, 2024
    return f"{start} – {end[8:] if start[:7] == end[:7] else end}"
