"""Words said hundreds of times, figures of hundreds of digits, ends without a stop: none breaks."""

from __future__ import annotations

import pytest

from briefkit import extract

TEXTS = {
    "no stop behind names": "The bill was backed by Senators Ana Duarte of Utah Joan Hale",
    "no such day": "It fell on Monday, February 29 and 30, 2023.",
    "a long figure": f"It took {'7' * 400} years.",
    "clocks": f"It began at {'9am ' * 500}.",
    "ends of ends": f"It was {'the end of ' * 600}May.",
    "days of days": f"It was {'the last day of ' * 600}May.",
    "another": f"It took {'another ' * 1200}year.",
    "days in a row": f"Talks are set for {'Monday and Tuesday and ' * 400}Friday.",
    "offices in a row": f"Ana Hale, {'chairman and founder and ' * 500}owner, left.",
}


@pytest.mark.parametrize("name", TEXTS)
def test_what_is_repeated_is_read(name: str) -> None:
    text = f"{TEXTS[name]}\n\nAna Duarte left Oslo on 3 May 2025.\n"
    brief = extract(text, published="2025-05-12")
    assert "Ana Duarte" in {actor.name for actor in brief.actors}
    assert brief.dates[-1].value == "2025-05-03"
