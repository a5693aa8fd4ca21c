"""Marks alone: what opens, what closes, and that no text is too strange or too long."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefkit.components.marks import find_marked


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “yes” and “no”.", ["“yes”", "“no”"]),
        ('A "b" c.', ['"b"']),
        ("The farmers' horses ate the neighbours' hay.", []),
        ('The 12" pipe and the 5\'11" man.', []),
        ("'It's the farmers' day,' she said.", ["'It's the farmers' day,'"]),
        ("‘Don’t,’ he said.", ["‘Don’t,’"]),
        ("“He said ‘no’ to me.”", ["“He said ‘no’ to me.”"]),
        ("«Oui», „nein“ and »ja«.", ["«Oui»", "„nein“", "»ja«"]),
        ("“This never ends.", ["“This never ends."]),
        ("rock 'n' roll in the '90s", []),
        ("He says,” it's late.” So.", ["” it's late.”"]),
        ('“A 27" screen,” he said.', ['“A 27" screen,”']),
        ("Yes, ” he said, and went.", []),
        ("``We're ready,'' said Ann. ``I don't know.''", ["``We're ready,''", "``I don't know.''"]),
        ("''We're ready,'' said Ann. \"I don't know.\"", ["''We're ready,''", '"I don\'t know."']),
        ("''We're ready,\" said Ann. \"I know,'' she said.", ["''We're ready,\"", "\"I know,''"]),
    ],
)
def test_marks(text: str, expected: list[str]) -> None:
    assert [text[m.start : m.end] for m in find_marked(text, 0, len(text))] == expected


@given(st.text(alphabet="\"“”„«»‹›‘’‚'`ab .,!?1sS\n", max_size=200))
@settings(max_examples=300, deadline=None)
def test_stretches_are_in_order_and_apart(text: str) -> None:
    found = find_marked(text, 0, len(text))
    assert all(0 <= m.start < m.end <= len(text) for m in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


@pytest.mark.parametrize("mark", ['"', "'", "“", "”", "‘", "’", "«", "‘a’ ", "'s ", " '"])
def test_time_is_linear(mark: str) -> None:
    def seconds(n: int) -> float:
        text = mark * n
        start = time.process_time()
        find_marked(text, 0, len(text))
        return time.process_time() - start

    small = max(min(seconds(5_000) for _ in range(3)), 1e-3)
    assert min(seconds(50_000) for _ in range(2)) < 40 * small
