"""The page of a brief in a real browser: clicks, keys, filters, sizes, and nothing that leaves."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from briefkit.reading import Article, make_article
from briefkit.rendering import Format, render
from briefkit.schema import Brief, DateMention, Quote
from tests.briefs import TEXT, article, brief, place
from tests.rendering.html.clicks import item, lit


def test_a_click_on_an_actor_lights_its_mentions(open_page: Any) -> None:
    page = open_page(brief(), article())
    item(page, ".actors").click()
    assert lit(page) == ["Mayor Ada Quill", "Quill", "She"]
    assert item(page, ".actors").get_attribute("aria-pressed") == "true"
    item(page, ".actors").click()
    assert lit(page) == []


def test_n_and_p_step_through_mentions_and_escape_ends(open_page: Any) -> None:
    page = open_page(brief(), article())
    item(page, ".actors").focus()
    page.keyboard.press("Enter")
    told = page.locator("#told")
    assert told.text_content() == "Ada Quill: place 1 of 3"
    for key, now, words in (
        ("n", 2, "Quill"),
        ("n", 3, "She"),
        ("n", 1, "Mayor Ada Quill"),
        ("p", 3, "She"),
    ):
        page.keyboard.press(key)
        assert told.text_content() == f"Ada Quill: place {now} of 3"
        assert page.locator("mark.now").all_text_contents() == [words]
    page.keyboard.press("Escape")
    assert lit(page) == [] and page.locator("#steps").is_hidden()


def test_a_quote_lights_its_words_cue_and_speaker(open_page: Any) -> None:
    page = open_page(brief(), article())
    item(page, ".quotes").click()
    assert lit(page) == ["“It is back,”"]
    assert lit(page, "cue") == ["said"] and lit(page, "speaker") == ["Quill"]
    assert str(page.locator("#told").text_content()).startswith("Ada Quill: “It is back")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("It is back, and it will … stay as long as there is … some water here", "“It is back, and it will … stay as long as there is…”"),
        ("It is back. " * 9, "“It is back. It is back. It is back. It is back. It is…”"),
        ("Pneumono" * 9, "“" + "Pneumono" * 7 + "…”"),
    ],
)  # fmt: skip
def test_a_long_quote_is_cut_between_words_with_one_ellipsis(
    open_page: Any, said: str, told: str
) -> None:
    page = open_page(replace(brief(), quotes=(replace(brief().quotes[0], text=said),)), article())
    item(page, ".quotes").click()
    assert page.locator("#told").text_content().startswith(f"Ada Quill: {told} · speaker")


def test_a_place_of_several_marks_has_one_frame(open_page: Any) -> None:
    start, end = place("Mayor Ada Quill opened the Lorn ferry on 3 May 2024")
    warning = replace(brief().warnings[0], spans=((start, end), (0, 5)))
    page = open_page(replace(brief(), warnings=(warning,)), article())
    item(page, ".warnings").click()
    frame = page.locator("mark.now").evaluate_all(
        """all => all.map(one => [one.textContent, ...["Left", "Top", "Right", "Bottom"]
             .map(side => getComputedStyle(one)[`border${side}Width`] !== "0px" ? side[0] : "")].join(""))"""
    )
    assert frame == [
        "Mayor Ada QuillLTB", " opened the TB", "LornTB", " ferry on TB", "3 May 2024TRB",
    ]  # fmt: skip


def test_a_bullet_lights_its_sentence_and_a_date_its_event(open_page: Any) -> None:
    page = open_page(brief(), article())
    sentence = "Mayor Ada Quill opened the Lorn ferry"
    item(page, ".glance").click()
    assert "".join(lit(page)) == sentence
    item(page, ".timeline").click()
    assert lit(page) == ["3 May 2024"] and "".join(lit(page, "event")) == sentence


def test_a_click_in_the_article_selects_what_is_there(open_page: Any) -> None:
    page = open_page(brief(), article())
    page.locator("article u.l").click()
    assert lit(page) == ["Lorn"]
    page.locator("article b", has_text="last spring").click()
    assert lit(page) == ["last spring"]
    assert page.locator("details", has_text="last spring").get_attribute("open") is not None


def test_a_click_on_the_frame_of_a_date_that_is_lit_does_nothing(open_page: Any) -> None:
    page = open_page(brief(), article())
    item(page, ".timeline").click()
    before = lit(page)
    page.locator("article b").first.dispatch_event("click")
    assert lit(page) == before


def test_the_article_is_reached_by_keys_which_then_scroll_it(open_page: Any) -> None:
    page = open_page(*long_brief(40))
    page.locator(".brief button:visible").last.focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "article"


@pytest.mark.parametrize("height", [500, 900])
def test_what_is_selected_in_the_article_is_seen_in_the_brief(open_page: Any, height: int) -> None:
    page = open_page(*long_brief(40))
    page.set_viewport_size({"width": 1400, "height": height})
    page.locator("article q").last.click()
    seen = page.evaluate(
        """() => {
          const item = document.querySelector('[aria-pressed="true"]'), box = item.getBoundingClientRect();
          const at = (y) => item.contains(document.elementFromPoint(box.left + 9, y));
          return at(box.top + 4) && at(box.bottom - 4);
        }"""
    )
    assert seen and page.locator("#steps").is_visible()


@pytest.mark.parametrize(
    ("kind", "section", "mark", "property"),
    [("p", ".actors li", "u", "text-decoration-line"), ("l", ".inline li", "u.l", "text-decoration-line"),
     ("d", "ol.timeline", "b", "box-shadow"), ("q", ".quotes", "q", "background-color")],
)  # fmt: skip
def test_a_kind_can_be_left_out(
    open_page: Any, kind: str, section: str, mark: str, property: str
) -> None:
    page = open_page(brief(), article())
    style = (
        f"getComputedStyle(document.querySelector('article {mark}')).getPropertyValue('{property}')"
    )
    before = page.evaluate(style)
    page.locator(f"#show-{kind}").uncheck()
    assert page.locator(section).first.is_hidden() and page.evaluate(style) != before
    page.locator(f"#show-{kind}").check()
    assert page.locator(section).first.is_visible() and page.evaluate(style) == before


def test_a_doubtful_speaker_looks_doubtful_and_is_told_so(open_page: Any) -> None:
    sure, unsure = (replace(brief().quotes[0], confidence=sure) for sure in (0.9, 0.4))
    page = open_page(replace(brief(), quotes=(sure,)), article())
    assert (
        page.locator(".doubt").count() == 0
        and "90 % sure" in page.locator(".quotes [data-s]").inner_text()
    )
    page = open_page(replace(brief(), quotes=(unsure,)), article())
    assert "doubtful speaker" in page.locator(".doubt").inner_text()


def test_the_theme_follows_the_system_and_the_button(open_page: Any) -> None:
    page = open_page(brief(), article())
    paper = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(paper)
    page.locator(".theme").click()
    assert page.evaluate(paper) != light
    page.emulate_media(color_scheme="dark")
    page = open_page(brief(), article())
    assert page.evaluate(paper) != light
    page.emulate_media(color_scheme="light", media="print")
    assert page.evaluate(paper) == light and page.locator(".filter").is_hidden()
    page.emulate_media(media="screen")


@pytest.mark.parametrize("width", [320, 400, 800, 1400])
def test_nothing_is_wider_than_the_window(open_page: Any, width: int) -> None:
    long = replace(brief(), headline="Pneumono" * 20, published="2024-05-04")
    page = open_page(long, article())
    page.set_viewport_size({"width": width, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    item(page, ".actors").click()
    assert page.locator("mark.now").is_visible()


def test_every_control_has_a_name_and_every_heading_its_level(open_page: Any) -> None:
    page = open_page(brief(), article())
    names = page.locator("button:visible, input:visible").evaluate_all(
        "all => all.map(one => (one.textContent || one.labels[0].textContent).trim())"
    )
    assert names and all(names)
    assert page.locator("main").count() == page.locator("h1").count() == 1


def long_brief(paragraphs: int = 250) -> tuple[Brief, Article]:
    """An article of more than 5,000 words in which every third word is found."""
    part = "Mayor Ada Quill opened the Lorn ferry on 3 May 2024. “It is back,” said Quill to the crowd on the quay. "
    text = "\n\n".join([part.strip()] * paragraphs)
    starts = range(0, len(text), len(part) + 1)
    made = make_article(text, id="long")
    at = {
        word: part.index(word)
        for word in ("Ada Quill", "Lorn", "3 May 2024", "“It is back,”", "said")
    }
    spans = {word: [(s + i, s + i + len(word)) for s in starts] for word, i in at.items()}
    actors = tuple(
        replace(brief().actors[0], id=f"a{n}", mentions=tuple(spans["Ada Quill"][n::50]))
        for n in range(50)
    )
    place = replace(brief().places[0], mentions=tuple(spans["Lorn"]))
    events = [(s, s + 37) for s in starts]
    dates = tuple(
        DateMention(
            "3 May 2024",
            "date",
            "2024-05-03",
            "2024-05-03",
            "2024-05-03",
            span,
            text[slice(*event)],
            event,
            tense="past",
        )
        for span, event in zip(spans["3 May 2024"], events, strict=True)
    )
    quotes = tuple(
        Quote("It is back", "direct", "Ada Quill", "a1", None, None, "said", cue, (span,), "named")
        for span, cue in zip(spans["“It is back,”"], spans["said"], strict=True)
    )
    source = replace(brief().source, sha256=made.sha256, words=made.words)
    return replace(
        brief(), source=source, actors=actors, places=(place,), dates=dates, quotes=quotes
    ), made


def test_the_article_fits_the_brief_of_these_tests() -> None:
    assert TEXT[slice(*brief().actors[0].mentions[0])] == "Mayor Ada Quill"


def test_without_the_article_nothing_can_be_clicked_and_the_bars_are_there(open_page: Any) -> None:
    page = open_page(brief(), None)
    assert page.locator(".brief button").count() == 0 and page.locator(".actors li").count() == 1
    strokes = str(page.locator(".actors path").get_attribute("d"))
    assert len(strokes.split("M")) == 1 + len(brief().actors[0].mentions)


def test_without_scripts_the_brief_and_the_article_can_be_read(
    browser: Any, tmp_path: Path
) -> None:
    (tmp_path / "page.html").write_text(
        render(brief().with_article(article()), Format.HTML), encoding="utf-8"
    )
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((tmp_path / "page.html").as_uri())
    text = " ".join(page.locator("main").inner_text().split())
    for words in ("Ada Quill person Mayor also Quill 3", "“It is back” direct · said", "2024-05-03 Mayor Ada Quill opened", "She spoke on the quay last spring."):  # fmt: skip
        assert words in text
    context.close()


def test_a_link_to_a_place_shows_what_is_found_there(open_page: Any) -> None:
    page = open_page(brief(), article())
    (span,) = brief().quotes[0].spans
    for (start, end), words in ((span, "“It is back,”"), ((0, 5), "Ferry")):
        page.evaluate(f"location.hash = '#at={start}-{end}'")
        page.locator("mark.words", has_text=words).wait_for()
        assert lit(page) == [words]
