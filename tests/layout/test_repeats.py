"""What an article prints again is read once."""

from __future__ import annotations

import pytest

from briefkit.layout import Piece, analyse, label

FIRST = "The harbour board shut the north quay on Monday, a week after the storm."
SAID = "“The quay was never meant to carry so many lorries a day,” said Mara Ilves."
LONG = f"Nobody was hurt. {SAID} She is the board's engineer, and she has warned of it before."


def kinds(*lines: str) -> list[str]:
    return [block.kind for block in analyse("\n\n".join(lines))]


@pytest.mark.parametrize(
    ("lines", "again"),
    [
        ((FIRST, LONG, FIRST), 2),
        ((FIRST, FIRST, LONG), 1),
        ((FIRST, SAID, LONG), 1),
        ((FIRST, LONG, SAID), 2),
        ((FIRST, LONG, SAID.replace(",", "")), 2),
    ],
)
def test_a_paragraph_that_stands_elsewhere_is_furniture(lines: tuple[str, ...], again: int) -> None:
    expected = ["paragraph"] * len(lines)
    expected[again] = "furniture"
    assert kinds(*lines) == expected


@pytest.mark.parametrize(
    ("line", "times"),
    [
        ("She has warned of it.", 2),  # short words may be said again
        ("What was the quay meant to carry, and how many lorries a day?", 2),  # asked of two
        ("The quay was never meant to carry so many buses a day, said the mayor.", 1),
    ],
)
def test_what_only_begins_alike_stays(line: str, times: int) -> None:
    assert kinds(FIRST, *[line] * times, LONG) == ["paragraph"] * (times + 2)


def test_a_document_that_marks_its_paragraphs_keeps_them() -> None:
    text = f"{FIRST}\n\n{LONG}\n\n{FIRST}"
    places = [(0, len(FIRST)), (len(FIRST) + 2, len(text) - len(FIRST) - 2)]
    places.append((len(text) - len(FIRST), len(text)))
    blocks = label(text, [Piece(start, end, "text") for start, end in places])
    assert [block.kind for block in blocks] == ["paragraph"] * 3
