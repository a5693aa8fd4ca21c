"""The page of a brief: well formed, complete, and with every place where it belongs."""

from __future__ import annotations

import re
import warnings
from dataclasses import replace

import html5lib
import pytest
from html5lib.html5parser import ParseError
from hypothesis import given, settings

from briefkit.reading import make_article
from briefkit.rendering import Format, render
from briefkit.rendering.html.article import marked
from briefkit.schema import Brief
from tests.briefs import TEXT, any_brief, article, brief, place


def well_formed(page: str) -> None:
    """Raise where a parser of HTML would have to mend the page."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the parser's own age
        html5lib.HTMLParser(strict=True).parse(page)


def test_the_parser_is_strict() -> None:
    with pytest.raises(ParseError):
        well_formed("<!DOCTYPE html><title>x</title><p><b>x</p>")


def test_a_page_is_well_formed_and_says_everything() -> None:
    page = render(brief().with_article(article()), Format.HTML)
    well_formed(page)
    for words in ("Ferry line returns", "B. Writer", "Mayor opened the ferry", "Lorn", "2024-05-03",
                  "“It is back”", "last spring", "a careful reader should know", "25 words"):  # fmt: skip
        assert words in page


def test_the_text_of_the_article_is_all_there() -> None:
    text = re.sub("<[^>]+>", "", marked(article(), brief()))
    assert text == TEXT


def test_what_is_found_is_marked_by_its_kind() -> None:
    made = marked(article(), brief())
    assert "<u>Mayor Ada Quill</u>" in made
    assert "<b>3 May 2024</b>" in made
    assert "<q>“It is back,”</q> <i>said</i> <u>Quill</u>" in made
    assert "<h2>Ferry line returns</h2>" in made


def test_overlapping_places_are_marked_piece_by_piece() -> None:
    inside = replace(brief().places[0], mentions=((25, 28),))
    made = marked(article(), replace(brief(), places=(inside,)))
    assert made[made.index("<p>") :].startswith(
        f"<p><u>{TEXT[20:25]}</u><u class=l>{TEXT[25:28]}</u><u>{TEXT[28:35]}</u>"
    )


def test_a_name_within_a_quote_is_marked_within_it() -> None:
    spoken = replace(brief().quotes[0], spans=(place("Mayor Ada Quill opened the Lorn"),))
    made = marked(article(), replace(brief(), quotes=(spoken,)))
    assert "<q><u>Mayor Ada Quill</u> opened the <u class=l>Lorn</u></q> ferry" in made


def test_places_outside_of_the_text_are_no_places() -> None:
    actor = replace(brief().actors[0], mentions=((-5, 3), (10**6, 10**7), (9, 2)))
    well_formed(render(replace(brief(), actors=(actor,)).with_article(article()), Format.HTML))


def test_a_colon_is_no_cue_that_is_told() -> None:
    for cue, told in (("said", "direct · <i>said</i> · 90 % sure"), (":", "direct · 90 % sure")):
        quote = replace(brief().quotes[0], cue=cue, confidence=0.9)
        page = render(replace(brief(), quotes=(quote,)), Format.HTML)
        assert f"<span>{told}</span>" in page


def test_the_stop_that_joins_two_parts_of_a_quote_is_no_place_to_step_to() -> None:
    joined = replace(brief().quotes[0], spans=((0, 12), (20, 21), (30, 40)))
    page = render(replace(brief(), quotes=(joined,)).with_article(article()), Format.HTML)
    assert "data-s=0+12,30+10;" in page


def test_without_the_article_the_brief_stands_alone() -> None:
    page = render(brief(), Format.HTML)
    well_formed(page)
    assert "was not at hand" in page and "<article" not in page and "Ada Quill" in page


def test_an_article_that_has_changed_is_not_shown() -> None:
    page = render(brief().with_article(make_article(TEXT + "More.")), Format.HTML)
    well_formed(page)
    assert "has changed" in page and "<article" not in page


def test_the_mark_of_a_list_stands_within_its_entry() -> None:
    made = make_article(
        "At a Glance\n\n- One thing happened\n- Another followed\n\nThe story began.\n"
    )
    nothing = replace(brief(), actors=(), places=(), dates=(), quotes=())
    assert '<p class="bullet">- One thing happened</p>' in marked(made, nothing)


@settings(max_examples=40, deadline=None)
@given(any_brief)
def test_the_page_of_any_brief_is_well_formed(found: Brief) -> None:
    source = replace(found.source, sha256=article().sha256)
    well_formed(render(replace(found, source=source).with_article(article()), Format.HTML))
