"""The formatted summary: what it says, how it fits, and what it keeps from the terminal."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from rich.console import Console

from briefkit.rendering import Format, render
from briefkit.rendering.summary import print_summary
from briefkit.rendering.terminal import plain_text, safe
from tests.briefs import brief


def test_the_whole_summary() -> None:
    rule = "─"
    assert render(brief(), Format.SUMMARY).splitlines() == [
        "Ferry line returns",
        "2024-05-04 (as given) · B. Writer · 25 words · ferry.txt",
        "",
        "At a glance " + rule * 68,
        " • Mayor opened the ferry",
        "",
        "Actors " + rule * 73,
        " Ada Quill  Quill                      Mayor                        ▪▪▪▪▪▪▪▪ 3",
        "",
        "Places " + rule * 73,
        " Lorn",
        "",
        "Timeline " + rule * 71,
        " 2024-05-03  Mayor Ada Quill opened the Lorn ferry",
        "",
        " last spring",
        "",
        "Quotes " + rule * 73,
        " Ada Quill · said",
        "   “It is back,”",
        "",
        "Warnings " + rule * 71,
        " ! a careful reader should know",
    ]


@pytest.mark.parametrize("width", [20, 40, 80, 120, 200])
def test_it_fits_the_width(width: int) -> None:
    long = replace(brief(), headline="Many words " * 30, lede="x" * 500, at_a_glance=())
    text = plain_text(lambda console: print_summary(long, console), width)
    assert max(map(len, text.splitlines())) <= width


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("[red]markup[/red]", "[red]markup[/red]"),
        (":smile: [link=file:///x]y[/link]", ":smile: [link=file:///x]y[/link]"),
        ("\x1b[31mred\x1b]0;title\x07", "\\x1b[31mred\\x1b]0;title\\x07"),
        ("c1 \x9b31m", "c1 \\x9b31m"),
        ("right \u202eto left\u2066", "right \\u202eto left\\u2066"),
        ("two\nlines\tand tab", "two lines and tab"),
        ("nul \x00", "nul \\x00"),
    ],
)
def test_text_commands_no_terminal(text: str, shown: str) -> None:
    assert safe(text) == shown
    stream = io.StringIO()
    console = Console(file=stream, force_terminal=True, color_system=None, width=80)
    print_summary(replace(brief(), headline=text), console)
    assert shown in stream.getvalue().splitlines()[0]


def test_by_speaker_gathers_quotes() -> None:
    (quote,) = brief().quotes
    other = replace(quote, speaker=None, text="We shall see")
    many = replace(brief(), quotes=(quote, other, replace(quote, text="Once more")))
    text = plain_text(lambda console: print_summary(many, console, by_speaker=True))
    assert (
        " Ada Quill  2\n   • “It is back,”\n   • “Once more”\n no speaker  1\n   • “We shall see”\n"
        in text
    )
