"""What a reader copies from a page with its article: bylines, buttons, teasers, credits."""

from __future__ import annotations

import pytest

import briefkit
from briefkit.layout import analyse
from briefkit.reading import make_article

PROSE = [
    "Mayor Ada Quill opened the harbour bridge on Friday, and a crowd watched it close at noon.",
    "“It took us eleven years,” she said of the bridge, which joins the town with the island.",
    "Nobody has said yet who will pay for the lamps, of which the island has asked for forty.",
    "The first ferry to be sold is the Lorn, and two buyers from the north have looked at it.",
]


def kinds(text: str) -> dict[str, str]:
    return {text[block.start : block.end]: block.kind for block in analyse(text)}


def pasted(*lines: str, after: int = 2) -> str:
    return "\n\n".join(["Town opens its bridge", *PROSE[:after], *lines, *PROSE[after:]])


@pytest.mark.parametrize(
    "line",
    [
        "Ferry fares to rise again, says island council in letter to its 400 members in the north",
        "14K Shares",
        "Join the conversation",
        "This advertisement has not loaded yet, but your article continues below.",
        "— Ada Quill (@adaquill) May 3, 2024",
        "Credit: Ada Quill/Getty",
        "Unlimited online access to the Lorn Post and 15 news sites with one account.",
    ],
)
def test_what_is_no_prose_is_furniture(line: str) -> None:
    found = kinds(pasted(line))
    assert found[line] == "furniture"
    assert [found[paragraph] for paragraph in PROSE] == ["paragraph"] * 4


@pytest.mark.parametrize(
    "lines",
    [
        ["—Ada Quill, mayor of Lorn since the spring of last year"],
        ["“It took us all eleven years to build”", "—Ada Quill, mayor"],
        ["‘It took us all eleven years to build’", "—Ada Quill, mayor"],
        ["Lorn 14 ferries, 3 of them new", "Velby 9 ferries, none of them new",
         "Old Harbour 2 ferries, 1 of them new", "Quay Point 1 ferry, built in the last century"],
        ["He named what is still to be done:", "lamps and a rail on the north side of the bridge"],
        ["The mayor, who had come with her", "three sons, cut the ribbon herself."],
        ["Ada Quill, engineer and mayor, born 4 May 1956; died 11 February 2020"],
    ],
)  # fmt: skip
def test_lines_that_belong_to_the_story_stay(lines: list[str]) -> None:
    found = kinds(pasted(*lines))
    assert "furniture" not in found.values()


def test_a_line_over_the_text_tells_what_it_is_about_or_nothing() -> None:
    about = "A crowd watched the harbour bridge close for the first time since it was begun"
    found = kinds(pasted(about, "More stories", "Powered by", "Text size", "Large", after=0))
    assert found[about] == "paragraph"
    assert found["Powered by"] == found["Text size"] == "furniture"
    assert found["Large"] == "heading"


CREDITS = [
    "The bridge on its first day. Photo by Ada Lund /AP",
    "The bridge on its first day. AP Photo/Ada Lund, File",
    "The bridge on its first day. Supplied",
    "The bridge on its first day. (Courtesy of the harbour office)",
    "Image Credits: Lorn Harbour",
    "Illustration by Ada Lund",
]
SENTENCES = [
    "Nobody on the island could say by whom the lamps had been supplied.",
    "She had seen the bridge for the first time in a photo by the harbour office.",
    "Photographs by Ada Lund show how the bridge was built, and who paid for it.",
    "The first to tell of it was a reporter of the news agency Associated Press (AP).",
    "By signing up to the plan, the island agreed to sell the Lorn and the old quay.",
    "The lamps are a thing that the town's people like to share and comment on.",
    "All nine lamps were found by noon on Thursday near the old quay.\ufffd",
]
LIKE_THEM = [(line, "caption") for line in CREDITS] + [(line, "paragraph") for line in SENTENCES]


@pytest.mark.parametrize(("line", "kind"), LIKE_THEM)
def test_credits_and_sentences_that_are_like_calls_and_credits(line: str, kind: str) -> None:
    assert kinds(pasted(line))[line] == kind


def test_a_last_sentence_without_its_stop_is_told() -> None:
    last = "The island's spokesman Bo Reed said on Wednesday he would take the sale to court"
    assert kinds(f"{pasted()}\n\n{last}")[last] == "paragraph"


@pytest.mark.parametrize(
    ("head", "authors", "published"),
    [
        (["By", "Ada Lund", "30 August 2023 • 4:45pm"], ("Ada Lund",), "2023-08-30"),
        (["Ada Lund and agencies", "Fri 6 Oct 2023 11.45 BST"], ("Ada Lund",), "2023-10-06"),
        (["Ada Lund / LORNPOST.COM / Sep 2, 2024, 17:07 IST"], ("Ada Lund",), "2024-09-02"),
        (["Author of the article:", "Xolani Mbatha", "Published Jun 05, 2026 • 3 minute read"],
         ("Xolani Mbatha",), "2026-06-05"),
        (["Xolani Mbatha", "May 14, 2025"], ("Xolani Mbatha",), "2025-05-14"),
        (["Harbour Bridge", "May 14, 2025"], (), "2025-05-14"),
        (["By STAFF REPORTER", "Harbour Bridge", "May 14, 2025"], (), "2025-05-14"),
        (["By Lorn Press Association", "12:20pm Jan 7, 2024"], ("Lorn Press Association",),
         "2024-01-07"),
    ],
)  # fmt: skip
def test_who_wrote_it_and_when(head: list[str], authors: tuple[str, ...], published: str) -> None:
    text = "\n".join(["Town opens its bridge", *head]) + "\n\n" + "\n\n".join(PROSE)
    brief = briefkit.extract(make_article(text))
    assert brief.authors == authors
    assert brief.published == published
    assert not {actor.name for actor in brief.actors} & {*authors, "Ada Lund", "Xolani Mbatha"}


@pytest.mark.parametrize(
    "line",
    [
        "Posted on March 3, 2025 at 10:14 am by Jane Doe",
        "March 3, 2025 by Jane Doe",
        "March 3, 2025 | By Jane Doe | Research & Innovation",
        "Published: 3 March 2025 by Jane Doe",
        "Written by Jane Doe on March 3, 2025",
        "Jane Doe | March 3, 2025",
    ],
)
def test_a_line_may_tell_the_day_and_who_wrote(line: str) -> None:
    text = "\n\n".join(["Town opens its bridge", line, *PROSE])
    assert sorted(block.kind for block in analyse(text))[:2] == ["byline", "dateline"]
    brief = briefkit.extract(make_article(text))
    assert (brief.authors, brief.published) == (("Jane Doe",), "2025-03-03")
    assert not any(actor.name == "Jane Doe" for actor in brief.actors)


def test_a_sentence_with_a_day_and_by_is_none() -> None:
    line = "On 3 March 2025 by noon the bridge had been opened by Jane Doe."
    assert kinds("\n\n".join(["Town opens its bridge", line, *PROSE]))[line] == "paragraph"


def test_what_is_said_of_the_writer_behind_the_text_is_furniture() -> None:
    told = "Jo Poe is a reporter at the Lorn Post who covers the islands."
    text = "\n\n".join(["Town opens its bridge", "By Jo Poe", *PROSE, told, "Read more: Ferries"])
    assert kinds(text)[told] == "furniture"
    assert kinds(text.replace("By Jo Poe", "By Al Roe"))[told] == "paragraph"
