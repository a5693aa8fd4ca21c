"""Plain text to blocks: each case is a text and the blocks that a reader sees in it."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefkit.layout import analyse

LEDE = "The city council voted on Monday to close the old bridge for a year, officials said."
MORE = "Mayor Ann Lee said that the work would start soon and that it would cost $3 million."
KINDS = {"H": "headline", "B": "byline", "D": "dateline", "#": "heading", "S": "bullets_header"}
KINDS |= {"*": "bullet", "-": "item", "C": "caption", "F": "furniture", "P": "paragraph"}


def read(text: str, title: str | None = None) -> list[tuple[str, str]]:
    return [(block.kind, text[block.start : block.end]) for block in analyse(text, title)]


def wanted(*blocks: str) -> list[tuple[str, str]]:
    return [(KINDS[block[0]], block[2:]) for block in blocks]


def test_the_seed() -> None:
    seed = Path(__file__).parents[2] / "seeds" / "rare-military-visit.txt"
    blocks = read(seed.read_text(encoding="utf-8"))
    assert [kind for kind, _ in blocks] == (
        ["paragraph", "bullets_header"] + ["bullet"] * 5
        + ["heading", "paragraph", "paragraph"] * 3
    )  # fmt: skip
    assert [words for kind, words in blocks if kind == "heading"] == [
        "Resumption of Military Exchanges",
        "Promoting Regional Stability",
        "Broader Diplomatic Efforts",
    ]


@pytest.mark.parametrize(
    "text, blocks",
    [
        (f"Council closes old bridge\n\n{LEDE}", ("H:Council closes old bridge", f"P:{LEDE}")),
        (f"{LEDE}\n\n{MORE}", (f"P:{LEDE}", f"P:{MORE}")),
        (f"We Closed Our Bridge. Here's What Comes Next.\n\n{LEDE}", ("H:We Closed Our Bridge. Here's What Comes Next.", f"P:{LEDE}")),
        (f"OPINION | GUEST ESSAY\n\nThe bridge is ours\n\n{LEDE}", ("F:OPINION | GUEST ESSAY", "H:The bridge is ours", f"P:{LEDE}")),
        (f"Home | What's On | Music | Comedy\n\nThe bridge is ours\n\n{LEDE}", ("F:Home | What's On | Music | Comedy", "H:The bridge is ours", f"P:{LEDE}")),
        (f"This is a rush transcript. It may be updated.\n\n{LEDE}", ("F:This is a rush transcript. It may be updated.", f"P:{LEDE}")),
        (
            f"Council closes old bridge\nBy Jane Doe and JOHN ROE, Staff Writers\nMonday, June 3, 2024\n{LEDE}\n{MORE}",
            ("H:Council closes old bridge", "B:By Jane Doe and JOHN ROE, Staff Writers", "D:Monday, June 3, 2024", f"P:{LEDE}", f"P:{MORE}"),
        ),
        (f"{LEDE}\nWhat comes next\n{MORE}", (f"P:{LEDE}", "#:What comes next", f"P:{MORE}")),
        (f"{LEDE}\n\n## What comes next\n\n{MORE}", (f"P:{LEDE}", "#:What comes next", f"P:{MORE}")),
        (f"{LEDE}\n\nA NEW BRIDGE\n\n{MORE}", (f"P:{LEDE}", "#:A NEW BRIDGE", f"P:{MORE}")),
        (f"{LEDE}\n\nThis was a red flag.\n\n{MORE}", (f"P:{LEDE}", "P:This was a red flag.", f"P:{MORE}")),
        (f"“It is over,” Joan Hale said. “It is late,” Peter Moor said.\n\n{MORE}", ("P:“It is over,” Joan Hale said. “It is late,” Peter Moor said.", f"P:{MORE}")),
        (f"{LEDE}\n\nDid you see it?\n\n{MORE}", (f"P:{LEDE}", "P:Did you see it?", f"P:{MORE}")),
        (f"{LEDE}\n\nWhat happens next?\n\n{MORE}", (f"P:{LEDE}", "#:What happens next?", f"P:{MORE}")),
        (f"{LEDE}\n\n\"We must go,\" she said\n\n{MORE}", (f"P:{LEDE}", 'P:"We must go," she said', f"P:{MORE}")),
        (f"{LEDE}\n\nRead more: Bridges of the city\n\n{MORE}", (f"P:{LEDE}", "F:Read more: Bridges of the city", f"P:{MORE}")),
        (f"{LEDE}\n\nAdvertisement\n\n{MORE}", (f"P:{LEDE}", "F:Advertisement", f"P:{MORE}")),
        (f"{LEDE}\n\nRelated tests found nothing.\n\n{MORE}", (f"P:{LEDE}", "P:Related tests found nothing.", f"P:{MORE}")),
        (f"{LEDE}\n\nPhoto: the bridge in 2020\n\n{MORE}", (f"P:{LEDE}", "C:Photo: the bridge in 2020", f"P:{MORE}")),
        (f"{LEDE}\n\nThe bridge in 2020. (Photo by Jo Poe)\n\n{MORE}", (f"P:{LEDE}", "C:The bridge in 2020. (Photo by Jo Poe)", f"P:{MORE}")),
        (f"{LEDE}\n\nThe bridge on Monday. Image: Jo Poe\n\n{MORE}", (f"P:{LEDE}", "C:The bridge on Monday. Image: Jo Poe", f"P:{MORE}")),
        (f"{LEDE}\n\nThe bridge on Monday. (AP)\n\n{MORE} (AP)", (f"P:{LEDE}", "C:The bridge on Monday. (AP)", f"P:{MORE} (AP)")),
        (f"{LEDE}\n\nbridges.example.org\n\n{MORE}", (f"P:{LEDE}", "F:bridges.example.org", f"P:{MORE}")),
        (f"{LEDE}\n\nShare this:\n\nhttps://example.org/a", (f"P:{LEDE}", "F:Share this:", "F:https://example.org/a")),
        ("Q: Why now?\nA: It is old.\nQ: Who pays?\nA: We do.", ("P:Q: Why now?", "P:A: It is old.", "P:Q: Who pays?", "P:A: We do.")),
        (f"   {LEDE}\n   {MORE}\n", (f"P:{LEDE}", f"P:{MORE}")),
        (f"*The Herald* reported it.\n\n{LEDE}", ("P:*The Herald* reported it.", f"P:{LEDE}")),
        ("", ()),
        (" \n\t\n", ()),
    ],
)  # fmt: skip
def test_blocks(text: str, blocks: tuple[str, ...]) -> None:
    assert read(text) == wanted(*blocks)


@pytest.mark.parametrize(
    "entry",
    [
        "Sign up for our newsletter on the election, in your inbox every Monday.",
        "Election guide: Follow our coverage of every race in the valley.",
        "Subscribe to the podcast of the politics desk for news every day.",
    ],
)
def test_a_list_that_leads_to_other_pages_is_no_summary(entry: str) -> None:
    listed = f"- The vote on the bridge is held in all nine towns on Monday.\n- {entry}"
    under = read(f"{LEDE}\n\nWhat to know about the 2024 Election\n\n{listed}\n\n{MORE}")
    assert [kind for kind, _ in under] == ["paragraph", *["furniture"] * 3, "paragraph"]
    bare = read(f"{LEDE}\n\n{listed}\n\n{MORE}")
    assert "bullet" not in [kind for kind, _ in bare]


@pytest.mark.parametrize("header", ["At a Glance", "KEY POINTS:", "Highlights", "What to know", "Key takeaways", "TL;DR", "The gist", "What we know so far", "Here’s what to know:"])  # fmt: skip
@pytest.mark.parametrize("mark", ["- ", "• ", "•", "* ", "– ", "1. "])
def test_summaries_under_a_header(header: str, mark: str) -> None:
    items = f"{mark}The bridge closes\n{mark.replace('1', '2')}It opens in May"
    expected = wanted(f"S:{header}", "*:The bridge closes", "*:It opens in May")
    assert read(f"{LEDE}\n{header}\n{items}\n\n{MORE}")[1:4] == expected
    assert read(f"{LEDE}\n\n{MORE}\n\n{header}\n\n{items}")[2:] == expected
    assert read(f"{LEDE}\n\n{MORE}\n\nAdvertisement\n\n{header}\n\n{items}")[3:] == expected


def test_a_summary_without_marks() -> None:
    text = f"{LEDE}\n\nKey points\nThe bridge closes\nIt opens in May\n\n{MORE}"
    assert read(text)[1:4] == wanted("S:Key points", "*:The bridge closes", "*:It opens in May")


def test_a_summary_without_header() -> None:
    items = "- The bridge closes in July\n- It opens again in May"
    kinds = [kind for kind, _ in read(f"Council closes old bridge\n\n{items}\n\n{LEDE}\n\n{MORE}")]
    assert kinds == ["headline", "bullet", "bullet", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    "before", [f"{LEDE} The plan would:", f"{LEDE}\n\n{MORE}", f"{LEDE}\n\nSources"]
)
def test_other_lists_are_items(before: str) -> None:
    items = "- close the bridge in July\n- open it again in May"
    assert [kind for kind, _ in read(f"{before}\n\n{items}\n\n{MORE}") if kind in ("bullet", "item")] == ["item"] * 2  # fmt: skip


@pytest.mark.parametrize(
    "dateline",
    [
        "TOKYO, Dec. 16 (Reuters) —", "NAIROBI, Kenya (AP) —", "(CNN) --", "(CNN)", "Tokyo (CNN)", "WASHINGTON —",
        "Taipei, Taiwan —", "NEW DELHI:", "LONDON (AP) _", "MILL CREEK, Mont., July 9 (Daily Wire) -", "LONDON, June 3, 2024 /PRNewswire/ --", "PARIS, 3 June 2024 –",
        "TARN, Ohio, March 11, 2025 /Newslink/ --",
        "May 5, 2025", "Saturday, September 14, 2013", "Posted 3 June 2024 10:30 GMT |", "MAR. 14, 2013, 8: 12 PM ET",
        "Posted: Sep 27, 2013 5:50 PM Updated: Sep 28, 2013 6:15 AM", "7: 15 a. m. Dec. 7, 2009",
        "7 July 2012 Last updated at 22:46 GMT",
        "ASUNCIÓN —", "ŁÓDŹ, Poland (AP) —", "İZMIR, Turkey (Reuters) -", "WASHINGTON\u00a0(AP)\u00a0—",
        "MOSCOW, February 12. /TASS/.", "La Paz, Jan 14 (EFE).-",
        "Aug 27 (Reuters) -", "Oct. 24 (Daily Wire) -", "SINGAPORE -", "FAIRVIEW, W.Va. -",
    ],
)  # fmt: skip
def test_datelines(dateline: str) -> None:
    assert read(f"{dateline} {LEDE}") == wanted(f"D:{dateline}", f"P:{LEDE}")


@pytest.mark.parametrize("text", ["Ann Lee — the mayor — voted.", "IBM - the company - rose.", "LORNMOTOR - The maker - said so.", "UPDATE - The bridge fell.", "The man (AP) said so.", "The Academy of Pilots (AAP) said so.", "In Tokyo (Reuters said) it rained.", "May 5, 2025 was a Monday.", "3 June 2024, Oslo: it rained.", "June 2024 Olympic trials were held."])  # fmt: skip
def test_no_datelines(text: str) -> None:
    assert read(text) == wanted(f"P:{text}")


def test_speakers_in_capitals_are_no_places() -> None:
    assert [kind for kind, _ in read("SMITH: It rained.\n\nJONES: It did.")] == ["paragraph"] * 2


def test_hard_wrapped_lines() -> None:
    text = (
        "Council closes old bridge\n\n"
        "The city council voted on Monday to close the old bridge for a year,\n"
        "officials said. It is the third closure since the flood of 2019 and\n"
        "the longest so far.\n\n"
        "Mayor Ann Lee said that the work would start soon and that Riverside\n"
        "Works would do it.\n"
        "  - The bridge closes in July, and the ferry runs every\n    ten minutes\n"
        "  - It opens in May\n"
    )
    assert [kind for kind, _ in read(text)] == [
        "headline",
        "paragraph",
        "paragraph",
        "item",
        "item",
    ]
    assert read(text)[3][1].endswith("ten minutes")


def test_paragraphs_that_an_indent_alone_opens() -> None:
    text = (
        "    Council closes old bridge\n"
        "    The city council voted on Monday to close the old bridge for a year,\n"
        "officials said. It is the third closure since the flood of 2019 and\n"
        "the longest so far.\n"
        "    “We had no choice,” said the mayor.\n"
        "    Mayor Ann Lee said that the work would start soon and that a firm\n"
        "from Riverside would do it.\n"
        "    Residents were told on Sunday that a ferry would run every ten\n"
        "minutes until the spring.\n"
    )
    assert [kind for kind, _ in read(text)] == ["headline"] + ["paragraph"] * 4


def test_lines_that_hang_below_an_item_open_no_paragraph() -> None:
    items = "".join(
        f"  - The bridge over the {name} closes in July, and a ferry that\n    runs every hour\n"
        for name in ("Lorn", "Ouse", "Tarn", "Wye")
    )
    text = f"The council voted on Monday to close four bridges.\n\nIt was late.\n\n{items}"
    assert [kind for kind, _ in read(text)][-4:] == ["item"] * 4


def test_an_item_goes_on_in_a_line_without_indent() -> None:
    text = (
        "The council voted on Monday to close the old bridge for a year, and the\n"
        "work will start on Friday, officials said, with the longest closure yet.\n\n"
        "Mayor Ann Lee said that she was sorry.\n\n"
        "- The bridge closes in July, and a ferry that the council has hired runs\n"
        "every ten minutes.\n"
        "- It opens in May.\n"
    )
    assert [kind for kind, _ in read(text)][-2:] == ["item", "item"]
    assert read(text)[-2][1].endswith("ten minutes.")


def test_the_title_of_metadata() -> None:
    title = "Bridge closed; the council votes"
    assert read(f"Bridge closed;\nThe council votes.\n\n{LEDE}", title)[0] == ("headline", "Bridge closed;\nThe council votes.")  # fmt: skip
    assert read(f"Another first line\n\n{LEDE}", title)[0][0] != "headline"


@given(st.text(), st.none() | st.text())
def test_any_text_has_blocks_in_order(text: str, title: str | None) -> None:
    check_order(text, title)


@given(st.lists(st.sampled_from(["- ", "1. ", "• ", "# ", "Key points", "\n", "\n\n", "  ", "By Jo Poe", "A word", "(CNN) -- ", "WASHINGTON — ", "It ended.", "Monday, June 3, 2024", '"', "…"])).map("".join))  # fmt: skip
def test_any_layout_has_blocks_in_order(text: str) -> None:
    check_order(text, None)
    check_order(text, text.split("\n")[0])


def check_order(text: str, title: str | None) -> None:
    at = 0
    for start, end, _ in analyse(text, title):
        assert at <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        at = end


@pytest.mark.parametrize("text", ["1" * 5_000_000, '"' * 10_000, "word " * 200_000, "- x\n" * 20_000, "(CNN " * 100_000, "\n" * 200_000, "A-" * 75])  # fmt: skip
def test_hostile_texts_take_no_time(text: str) -> None:
    start = time.process_time()
    analyse(text)
    assert time.process_time() - start < 10
