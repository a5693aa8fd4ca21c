"""What the inputs come to in a brief: the standfirst, a press release, a page, an interview."""

from __future__ import annotations

import briefkit
from briefkit.layout import Block
from briefkit.reading import make_article

STANDFIRST = "Islanders lose their boat for a year, says harbour master Jo Poe"
LEDE = "The harbour board of Lorn agreed on Monday to rebuild the ferry pier after two storms."


def test_the_standfirst_is_the_lede_and_is_read() -> None:
    text = f"Pier to be rebuilt\n\n{STANDFIRST}\n\n{LEDE}"
    at = text.index(LEDE)
    brief = briefkit.extract(
        make_article(
            text,
            blocks=[
                Block(0, 18, "headline"),
                Block(20, 20 + len(STANDFIRST), "standfirst"),
                Block(at, len(text), "paragraph"),
            ],
        )
    )
    assert brief.lede == STANDFIRST
    (poe,) = [actor for actor in brief.actors if actor.name == "Jo Poe"]
    assert any(20 <= start < at for start, _ in poe.mentions)


def test_a_press_release() -> None:
    brief = briefkit.extract(
        "FOR IMMEDIATE RELEASE\n\nLorn Lines Opens a New Pier\n\n"
        "AUSTIN, Texas — September 3, 2025 — Lorn Lines Inc. (NYSE: LRNL) today opened a new pier "
        "in Austin, and said that it would hire 400 people there by Friday.\n\n"
        "“This is a big day for us,” said Jane Doe, the chief executive of Lorn Lines.\n\n"
        "The pier is 300 metres long and took the company and its partners two years to build.\n\n"
        "About Lorn Lines\nLorn Lines was founded by Al Roe.\n\n"
        "Media Contact:\nAda Quill\npress@lornlines.example\n\n###\n"
    )
    assert brief.headline == "Lorn Lines Opens a New Pier"
    assert (brief.published, brief.published_from) == ("2025-09-03", "dateline")
    assert [date.start for date in brief.dates if date.text == "Friday"] == ["2025-09-05"]
    names = {actor.name for actor in brief.actors if actor.type == "person"}
    assert "Jane Doe" in names
    assert not names & {"LRNL", "NYSE", "Al Roe", "Ada Quill"}
