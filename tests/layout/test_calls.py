"""Lines that speak to whoever reads the page, and lines that only sound like it."""

from __future__ import annotations

import pytest

from briefkit.layout import analyse
from briefkit.layout.marks import is_aside, is_caption, is_dateline
from briefkit.layout.words import is_call


@pytest.mark.parametrize(
    "line",
    [
        "Sign up to our free weekly newsletter",
        "Check out more travel stories by signing up to our free weekly newsletter",
        "Please bookmark our website.",
        "Follow Ada Quill on Twitter: @adaquill. Reach her at ada@lornpost.example.",
        "Ada Quill covers ports. You can follow her on Facebook.",
        "Get in touch with our news team by emailing us at news@lornpost.example.",
        "For more stories like this, check our news page.",
        "For more, sign up for our newsletter.",
        "Call 0190 555 01 or send the newsroom a WhatsApp message.",
        "(Additional reporting by Ada Quill in Skerry; Editing by Jo Poe.)",
        "Edited by: Jo Poe and Ada Quill",
        "Copyright 2024 Lorn Post",
        "Listen here on your chosen podcast platform.",
        "With files from Reuters",
        "Additional reporting from PA",
        "Jo Poe contributed reporting from Skerry.",
        "Quill reported from Skerry, and Jo Poe from Arle. Valley writer Ada Lund contributed.",
        "Jo Poe in Skerry contributed to this article.",
        "First published in The Lorn Post.",
        "Source: Lorn Post",
        "Buying through us may earn us a commission.",
        "5 min read",
        "This interview has been edited and condensed for clarity.",
        "Warning: The following contains spoilers from “Harbour Lights.”",
        "Disclosure: the Lorn Post is owned by the ferry company.",
        "We want to hear from you: do you live on the islands?",
        "More Lorn football: https://lornpost.example/football",
    ],
)
def test_calls(line: str) -> None:
    assert is_call(line)


@pytest.mark.parametrize(
    "line",
    [
        "“Sign up for our newsletter here,” he said.",
        "The company asked its users to sign up for a newsletter, and few of them did.",
        "Follow the money, and it leads to Skerry.",
        "Listen to the wind long enough and it speaks.",
        "Read in a court on Monday, the letter was short.",
        "Reports from Skerry said that two men were arrested.",
        "The Lorn Post reported from Skerry that two men were arrested.",
        "Gunfire was reported from Skerry on Monday.",
        "The Lorn Post reported from Skerry on Friday as the mill closed.",
        "The heat contributed to this report of lost crops, he said.",
        "Disclosures: letters that leaked on Monday show that the mayor was paid.",
        "Sources said that the pier was never safe.",
        "Visit Lorn in winter and there is nobody on the streets.",
        "The podcast was downloaded a million times.",
        "Text messages on WhatsApp show that the minister knew.",
        "For more than a decade, Facebook has paid no tax in the country.",
        "Some companies — like Facebook and Twitter — have banned him.",
        "Share prices fell after Facebook reported a loss on Monday.",
        "Call logs and WhatsApp messages were shown to the jury.",
        "Contact tracers will use the app from Monday, the ministry said.",
        "The ban was lifted. Reach Plc, which owns the paper, closed its Facebook page.",
        "See how Facebook did it, said the judge.",
        "Reporting by the Lorn Post found that 12 officers were paid.",
        "First published in 1925, the book is now free to copy.",
        "Copyright law was changed in 2019 to allow for this.",
        "Edited by Ada Quill, the book won a prize in May.",
    ],
)
def test_prose(line: str) -> None:
    assert not is_aside(line)


@pytest.mark.parametrize("line", ["ada@lornpost.example", "[Related: Why boats sink]", "Explore further", "Related post: Why boats sink", "Ada Quill/Getty Images.", "Ada Quill via Facebook"])  # fmt: skip
def test_asides(line: str) -> None:
    assert is_aside(line)


def test_captions_and_date_lines() -> None:
    assert is_caption("Pictured from left, are Ada Quill, Jo Poe and Al Roe.")
    assert is_caption("Ada Quill on the pier on Monday. (Jo Poe/AFP/Getty Images.)")
    assert is_caption("Ada Quill on the pier on Monday (Image credit: Jo Poe)")
    assert not is_caption("The boat is slow (throw in some images and it stops).")
    assert not is_caption("The report paints a bleak picture: jobs are vanishing.")
    assert is_dateline("17:41 JST, October 13, 2024")


def test_a_list_of_promotions_is_furniture_with_its_header() -> None:
    text = (
        "The pier of Lorn was closed on Monday after two storms, the harbour board said.\n\n"
        "What to know\n\n- Follow live updates here.\n- Sign up for our weekly newsletter.\n"
        "- Our role: we are trusted by all of Lorn, and have been for a century.\n\n"
        "It will be rebuilt within the year, and a smaller boat sails until then, it said."
    )
    kinds = [block.kind for block in analyse(text)]
    assert kinds == ["paragraph", *["furniture"] * 4, "paragraph"]
