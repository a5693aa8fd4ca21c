"""Press releases, interviews, live blogs, citations: texts that are laid out in their own way."""

from __future__ import annotations

import pytest

from briefkit.layout import Piece, analyse, label

LEDE = "The harbour board of Lorn voted on Monday to rebuild the pier after two storms, it said."
MORE = "Until then a smaller boat is to sail from the old quay at Skerry, twice a day."
LAST = "It will be open again in a year, the board said, unless there is a third winter like these."


def read(text: str) -> list[tuple[str, str]]:
    return [(block.kind, text[block.start : block.end]) for block in analyse(text)]


def test_notes_to_editors_are_a_sign_of_a_release() -> None:
    ask = "For more information or to request interviews, please contact:"
    text = f"{LEDE}\n\n{MORE}\n\nNotes to editors:\n\n{ask}\nJo Poe, Lorn Lines, Tel: 555 0100"
    assert read(text)[-2:] == [
        ("furniture", ask),
        ("furniture", "Jo Poe, Lorn Lines, Tel: 555 0100"),
    ]


def test_a_press_release() -> None:
    text = f"""FOR IMMEDIATE RELEASE

Media Contact:
Jo Poe
press@lornlines.example
(555) 555-0100

Lorn Lines Opens a New Pier

SKERRY, Lorn — September 3, 2025 — Lorn Lines Inc. (NYSE: LRNL) today opened a new pier.

{LEDE}

{MORE}

About Lorn Lines
Lorn Lines is a leading provider of ferries, and has been for a century of storms.

For more information, contact: Jo Poe
press@lornlines.example

###
"""
    assert read(text) == [
        ("furniture", "FOR IMMEDIATE RELEASE"),
        ("furniture", "Media Contact:"),
        ("furniture", "Jo Poe"),
        ("furniture", "press@lornlines.example"),
        ("furniture", "(555) 555-0100"),
        ("headline", "Lorn Lines Opens a New Pier"),
        ("dateline", "SKERRY, Lorn — September 3, 2025 —"),
        ("paragraph", "Lorn Lines Inc. (NYSE: LRNL) today opened a new pier."),
        ("paragraph", LEDE),
        ("paragraph", MORE),
        ("furniture", "About Lorn Lines"),
        ("furniture", "Lorn Lines is a leading provider of ferries, and has been for a century of storms."),
        ("furniture", "For more information, contact: Jo Poe"),
        ("furniture", "press@lornlines.example"),
        ("furniture", "###"),
    ]  # fmt: skip


def test_what_is_about_something_in_an_article_stays() -> None:
    text = f"Board votes to rebuild pier\n\n{LEDE}\n\n{MORE}\n\nAbout Lorn\n\n{LAST}"
    assert [kind for kind, _ in read(text)] == [
        "headline", "paragraph", "paragraph", "heading", "paragraph",
    ]  # fmt: skip


def test_a_live_blog() -> None:
    text = (
        f"Lorn storm: latest\n\n10:45 am\nPier closed\n{LEDE}\n\n10.20am\n{MORE}\n\n2h ago\n{LAST}"
    )
    assert [kind for kind, _ in read(text)] == [
        "headline", "dateline", "heading", "paragraph", "dateline", "paragraph", "dateline", "paragraph",
    ]  # fmt: skip


def test_an_interview() -> None:
    text = f"Ada Quill on the pier\n\n{LEDE}\n\nQ: When did you know?\n\nA: {MORE}\n\nQ: And then?\n\nA: {LAST}"
    assert [kind for kind, _ in read(text)] == ["headline", *["paragraph"] * 5]


def test_initials_of_speakers_are_no_headings() -> None:
    text = f"AQ: When did you know?\n\nJP: {MORE}\n\nAQ: And then?\n\nJP: {LAST}"
    assert [kind for kind, _ in read(text)] == ["paragraph"] * 4


@pytest.mark.parametrize(
    "first", ["EXCLUSIVE: Ada Quill to leave Lorn", "LORN SAILING: Quill wins"]
)
def test_a_label_opens_a_headline(first: str) -> None:
    assert read(f"{first}\n\n{LEDE}\n\n{MORE}\n\n{LAST}")[0] == ("headline", first)


@pytest.mark.parametrize(
    "over",
    [
        "Lorn | Transport",
        "NEWS | Infectious diseases",
        "Investigation",
        "(ATTN: ADDS board in paras 3-4)",
    ],
)
def test_what_stands_over_a_headline(over: str) -> None:
    found = read(f"{over}\n\nPier to be rebuilt\n\n{LEDE}\n\n{MORE}\n\n{LAST}")
    assert [kind for kind, _ in found[:3]] == ["furniture", "headline", "paragraph"]


def test_a_byline_may_name_the_town_of_the_story() -> None:
    text = f"Pier to be rebuilt\n\nMohloai Quill in Lorn\n\n3 May 2024\n\n{LEDE}\n\n{LAST}"
    assert read(text)[1] == ("byline", "Mohloai Quill in Lorn")


def test_a_dateline_stands_below_standfirst_and_byline() -> None:
    text = f"Pier to be rebuilt\n\nWork on it has begun\n\nBy Ada Quill\n\nLORN, Ohio — {LEDE}\n\n{LAST}"
    assert read(text)[3:] == [
        ("dateline", "LORN, Ohio —"),
        ("paragraph", LEDE),
        ("paragraph", LAST),
    ]


def test_lines_over_long_paragraphs_are_no_wrapped_text() -> None:
    lines = "Lorn win at last in the rain of the old harbour\nMatch report\n\nLorn Town two Skerry Athletic one"
    text = f"{lines}\nQuill 34, Lund 90+4; Poe 58 (pen)\n\n{LEDE}\n\n{MORE}\n\n{LAST}"
    assert read(text)[0] == ("headline", lines.partition("\n")[0])


def test_citations_lose_their_marks() -> None:
    text = f"{LEDE}\n\n> We have waited for two winters.\n\n>> “No more,” it said.\n\n{LAST}"
    assert read(text)[1:3] == [
        ("paragraph", "We have waited for two winters."),
        ("paragraph", "“No more,” it said."),
    ]


def test_numbered_lists_with_gaps() -> None:
    text = (
        f"{LEDE}\n\n1. The pier is closed.\n\n2. A boat sails.\n\n3. Pupils travel free.\n\n{LAST}"
    )
    assert [kind for kind, _ in read(text)] == [
        "paragraph", "item", "item", "item", "paragraph",
    ]  # fmt: skip


def test_captions_in_brackets() -> None:
    text = f"{LEDE}\n\n[Photo: The pier after the storm]\n\n(Above: Jo Poe on the pier)\n\n{LAST}"
    assert [kind for kind, _ in read(text)] == ["paragraph", "caption", "caption", "paragraph"]


def test_what_stands_behind_the_end() -> None:
    teasers = "Trending\nWhy boats sink\nTen best harbours of the north\nAda Quill's garden"
    found = read(f"{LEDE}\n\n{LAST}\n\n###\n\n{teasers}\n")
    assert [kind for kind, _ in found] == ["paragraph", "paragraph", *["furniture"] * 5]


def test_a_story_that_trends_in_its_middle_goes_on() -> None:
    text = f"{LEDE}\n\nTrending\n\n{MORE}\n\n{LAST}"
    assert [kind for kind, _ in read(text)] == ["paragraph", "furniture", "paragraph", "paragraph"]


def test_a_headline_of_a_live_page_stands_over_times_and_key_points() -> None:
    text = f"Lorn storm live: pier closed as wind reaches 90mph\n\nBy Jo Poe\n\n10:45\n\nKey points\n\n- Pier closed\n- Boats stay in\n\n10:20\n\n{LEDE}\n\n{MORE}"
    assert read(text)[0] == ("headline", "Lorn storm live: pier closed as wind reaches 90mph")


def test_a_question_in_bold_heads_nothing() -> None:
    text = f"{LEDE}\n\nAQ: When did you know?\n\nJP: {MORE}\n\nAQ: And then?\n\nJP: {LAST}"
    cuts = [
        Piece(
            text.index(line), text.index(line) + len(line), "heading" if "AQ:" in line else "text"
        )
        for line in text.split("\n\n")
    ]
    assert [block.kind for block in label(text, cuts)] == ["paragraph"] * 5


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Tom Lund Fully Embraced The Harbour Plan When He Became Deputy.", "headline"),
        ("Tom Lund embraced the harbour plan when he became deputy.", "paragraph"),
        ("Tom Lund, Ada Quill, Mara Ilves, Jo Poe.", "paragraph"),
        (
            "The long way round: how Ada Quill, once a patient at the old harbour hospital and"
            " then a cashier in Lorn, learned to love the race that broke her",
            "headline",
        ),
    ],
)
def test_a_title_may_be_long_or_end_with_a_stop(line: str, kind: str) -> None:
    assert read(f"{line}\n\n{LEDE}\n\n{MORE}")[0] == (kind, line)


def test_a_byline_stands_below_a_long_standfirst() -> None:
    text = f"A town and its pier\n\n{LEDE} {MORE}\n\nBy Ada Quill\n\n{LAST}"
    kinds = [kind for kind, _ in read(text)]
    assert kinds == ["headline", "paragraph", "byline", "paragraph"]
