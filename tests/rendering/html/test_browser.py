"""The page of a brief in a real browser: clicks, keys, filters, sizes, and nothing that leaves."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from briefkit.reading import Article, make_article
from briefkit.rendering import Format, render
from briefkit.rendering.html.page import shown
from briefkit.schema import Actor, Brief, DateMention, Quote, Span
from tests.briefs import TEXT, article, brief

BROWSER = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
SECONDS = 60_000  # milliseconds: the machine may be busy
Page = Any


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    if BROWSER is None:
        pytest.skip(
            "no Chromium is installed: `apt install chromium` runs the tests of pages in it"
        )
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="module")
def tab(browser: Any) -> Iterator[Page]:
    """A tab that notes what must not be: errors, dialogs, and requests but for the page itself."""
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    found = context.new_page()
    found.set_default_timeout(SECONDS)
    found.faults = faults = []
    found.on("console", lambda message: faults.append(f"console: {message.text}"))
    found.on("pageerror", lambda error: faults.append(f"error: {error}"))
    found.on("dialog", lambda dialog: (faults.append("dialog"), dialog.dismiss()))
    found.on("request", lambda request: request.url == found.wanted or faults.append(request.url))
    yield found
    context.close()


@pytest.fixture
def open_page(tab: Page, tmp_path: Path) -> Iterator[Any]:
    def opened(brief: Brief, article: Article | None) -> Page:
        file = tmp_path / "page.html"
        file.write_text(render(brief, Format.HTML, article), encoding="utf-8")
        tab.wanted = file.as_uri()
        tab.goto(tab.wanted)
        return tab

    tab.faults.clear()
    tab.set_viewport_size({"width": 1400, "height": 900})
    yield opened
    assert tab.faults == []


def lit(page: Page, kind: str = "words") -> list[str]:
    return list(page.locator(f"mark.{kind}").all_text_contents())


def item(page: Page, section: str, number: int = 0) -> Any:
    return page.locator(f"{section} .item").nth(number)


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


def test_a_bullet_lights_its_sentence_and_a_date_its_event(open_page: Any) -> None:
    page = open_page(brief(), article())
    sentence = "Mayor Ada Quill opened the Lorn ferry"
    item(page, ".glance").click()
    assert "".join(lit(page)) == sentence
    item(page, ".timeline").click()
    assert lit(page) == ["3 May 2024"] and "".join(lit(page, "event")) == sentence


def test_a_click_in_the_article_selects_what_is_there(open_page: Any) -> None:
    page = open_page(brief(), article())
    page.locator("article b.l").click()
    assert lit(page) == ["Lorn"]
    page.locator("article b.d", has_text="last spring").click()
    assert lit(page) == ["last spring"]
    assert page.locator("details", has_text="last spring").get_attribute("open") is not None


@pytest.mark.parametrize(
    ("kind", "section", "property"),
    [("p", ".actors li", "text-decoration-line"), ("l", ".inline li", "text-decoration-line"),
     ("d", "ol.timeline", "box-shadow"), ("q", ".quotes", "background-color")],
)  # fmt: skip
def test_a_kind_can_be_left_out(open_page: Any, kind: str, section: str, property: str) -> None:
    page = open_page(brief(), article())
    style = f"getComputedStyle(document.querySelector('article .{kind}')).getPropertyValue('{property}')"
    before = page.evaluate(style)
    page.locator(f"#show-{kind}").uncheck()
    assert page.locator(section).first.is_hidden() and page.evaluate(style) != before
    page.locator(f"#show-{kind}").check()
    assert page.locator(section).first.is_visible() and page.evaluate(style) == before


def test_a_doubtful_speaker_looks_doubtful_and_is_told_so(open_page: Any) -> None:
    sure, unsure = (replace(brief().quotes[0], confidence=sure) for sure in (0.9, 0.4))
    page = open_page(replace(brief(), quotes=(sure,)), article())
    assert page.locator(".doubt").count() == 0 and "90 % sure" in page.locator(".how").inner_text()
    page = open_page(replace(brief(), quotes=(unsure,)), article())
    assert "doubtful speaker" in page.locator(".doubt .how").inner_text()


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


def words_of(text: str, *words: str) -> list[Span]:
    return [(text.index(word), text.index(word) + len(word)) for word in words]


ODD = [
    "😀 Ada Quill 👩‍👩‍👧 met 🇳🇴 Olaf Ånes.",
    "Cafe\u0301 owner Ada Quill a\u0308rgert Olaf Ånes e\u0323\u0301.",
    "שלום Ada Quill עם Olaf Ånes עולם.",
    "\u202eAda Quill\u202c and \u2067Olaf Ånes\u2069 and \u200f.",
    "\x00\x07Ada Quill\x1b[31m \x85 Olaf Ånes \ufffe\U0001fffe.",
    "Ada Quill\u2028Olaf Ånes\u00a0\u200b\u00ad.",
    "𝒜𝒹𝒶 Ada Quill 𝔔𝔲𝔦𝔩𝔩 Olaf Ånes 𐍈.",
]


@pytest.mark.parametrize("line", ODD, ids=range(len(ODD)))
def test_places_count_code_points(open_page: Any, line: str) -> None:
    text = f"😀😀 A start.\n\n{line}\n\nAn end with Ada Quill 😀.\n"
    first, second = words_of(text, "Ada Quill", "Olaf Ånes")
    last = text.rindex("Ada Quill")
    actors = (
        replace(brief().actors[0], mentions=(first, (last, last + 9))),
        Actor("a3", "Olaf", "person", None, None, (), 0.5, (second,)),
    )
    made = make_article(text)
    source = replace(brief().source, sha256=made.sha256)
    page = open_page(replace(brief(), source=source, actors=actors), made)
    assert page.evaluate("[...document.getElementById('article').textContent].length") == len(text)
    item(page, ".actors").click()
    assert lit(page) == ["Ada Quill", "Ada Quill"]
    item(page, ".actors", 1).click()
    assert lit(page) == ["Olaf Ånes"]


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


def test_a_long_article_answers_at_once(open_page: Any) -> None:
    found, made = long_brief()
    assert made.words > 5000
    page = open_page(found, made)
    # Until the page is laid out anew, by the browser's own clock; the quickest of some tries, as
    # other programs run beside it.
    click = """item => { const start = performance.now(); item.click();
        document.body.offsetHeight; return performance.now() - start; }"""
    for section in (".inline", ".quotes", ".glance"):
        taken = [item(page, section).evaluate(click) for _ in range(6)]
        assert min(taken) < 200, (section, taken)


def test_a_page_is_not_much_larger_than_its_article() -> None:
    found, made = long_brief()
    typical = replace(found, dates=found.dates[::4], quotes=found.quotes[::4])
    page = render(typical, Format.HTML, made)
    assert len(page.encode()) < 3 * len(made.text.encode()) + 60 * 1024


PAYLOADS = [
    "</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "javascript:alert(1)",
    "\" onmouseover=\"alert(1)", "' onfocus='alert(1)' autofocus='", "<svg onload=alert(1)>", "--><script>alert(1)</script><!--",
    "]]><script>alert(1)</script>", "</article></main><h1>x</h1>", "</style><style>*{display:none}</style>",
    "{{ 7*7 }}{% raw %}", "&lt;script&gt;alert(1)&lt;/script&gt;", "<iframe src=//example.org></iframe>",
    "<link rel=stylesheet href=https://example.org/x.css>", "<meta http-equiv=refresh content=0;url=//example.org>",
    "<base href=https://example.org/>", "</title><script>alert(1)</script>", "<a href=javascript:alert(1)>x</a>",
    "\u202e<b>turned</b>\u2066", "\x00<script\x00>alert(1)</script>", "<!doctype html><plaintext>", "</textarea><noscript><p>",
    "`${alert(1)}`", "\\u003cscript\\u003e", "<math><mi xlink:href=javascript:alert(1)>", "<template><s>", "<details open ontoggle=alert(1)>",
    "data:text/html,<script>alert(1)</script>", "vbscript:x", "😀</b></p></div>",
    "<form action=//example.org><button>x", "<object data=x>", "<embed src=x>",
    "<video><source onerror=alert(1)>", "<marquee onstart=alert(1)>", "\r\n<script>\r\nalert(1)</script>", "<script src=data:,alert(1)></script>",
    "%3Cscript%3Ealert(1)%3C/script%3E", "<x onclick=alert(1)>click", "<select><option></select><img src=x onerror=alert(1)>",
]  # fmt: skip


def hostile(payload: str, field: int) -> tuple[Brief, Article]:
    """A brief and article with a payload in the text and, by number, in other fields."""
    text = f"The word {payload} came up.\n\nAda Quill said “{payload}” on {payload}.\n"
    made = make_article(text, id=payload)
    first = text.index(payload)
    second = text.index(payload, first + 1)
    third = text.rindex(payload)
    size = len(payload)
    base = brief()
    name = payload if field == 0 else "Ada Quill"
    actor = replace(
        base.actors[0], name=name, role=payload, aliases=(payload,),
        mentions=((first, first + size), (third, third + size)),
    )  # fmt: skip
    quote = replace(
        base.quotes[0], text=payload, speaker=name, cue=payload, speaker_span=None, cue_span=None,
        spans=((second, second + size),),
    )  # fmt: skip
    date = DateMention(
        payload, "date", payload, None, None, (third, third + size), payload, (second, third)
    )
    url = [
        payload,
        f"https://example.org/{payload}",
        f"https://{payload}",
        f"javascript://example.org/{payload}",
        None,
    ][field]
    return replace(
        base, actors=(actor,), quotes=(quote,), dates=(date,), headline=payload if field != 1 else None,
        source=replace(base.source, id=payload, path=payload, url=url, sha256=made.sha256),
        authors=(payload,), lede=payload, published=payload if field == 2 else None,
        warnings=(replace(base.warnings[0], message=payload),),
        at_a_glance=(replace(base.at_a_glance[0], text=payload, spans=((first, first + size),)),),
    ), made  # fmt: skip


@pytest.mark.parametrize("field", range(5))
def test_nothing_in_two_hundred_hostile_articles_runs(open_page: Any, field: int) -> None:
    assert len(PAYLOADS) * 5 == 200
    for payload in PAYLOADS:
        page = open_page(*hostile(payload, field))
        assert page.locator("main").count() == 1 and page.locator("article").count() == 1
        item(page, ".actors").click()
        assert ["".join(lit(page))] == [shown(payload) * 2], payload
        item(page, ".quotes").click()
        assert "".join(lit(page)) == shown(payload), payload
        for href in page.locator("a[href]").evaluate_all("all => all.map(a => a.protocol)"):
            assert href in ("file:", "https:")
    time.sleep(0.1)  # what was started late, such as a request, is noted before the end


def test_the_article_fits_the_brief_of_these_tests() -> None:
    assert TEXT[slice(*brief().actors[0].mentions[0])] == "Mayor Ada Quill"
