"""Pages of articles that attack them, or whose characters are not one unit long."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import Any

import pytest

from briefkit.reading import Article, make_article
from briefkit.rendering.html.page import shown
from briefkit.schema import Actor, Brief, DateMention, Span
from tests.briefs import brief
from tests.rendering.html.clicks import item, lit


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
    found = replace(brief(), source=source, actors=actors, places=(), dates=(), quotes=())
    page = open_page(found, made)
    assert page.evaluate("[...document.getElementById('article').textContent].length") == len(text)
    item(page, ".actors").click()
    assert lit(page) == ["Ada Quill", "Ada Quill"]
    item(page, ".actors", 1).click()
    assert lit(page) == ["Olaf Ånes"]


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
        payload, "date", payload, None, None, (third, third + size), payload, (second, third),
        tense="past",
    )  # fmt: skip
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


# What an item lights, asked for in one go: each question to the browser takes a while.
LIGHTS = """section => {
  document.querySelector(`${section} [data-s]`).click();
  return [...document.querySelectorAll("mark.words")].map(mark => mark.textContent).join("");
}"""
COUNTED = """() => [
  document.querySelectorAll("main").length,
  document.querySelectorAll("article").length,
  [...document.links].map(link => link.protocol),
]"""


@pytest.mark.parametrize("first", range(5))
def test_nothing_in_hostile_articles_runs(open_page: Any, first: int) -> None:
    """Each payload as a name, and in one of the other four places; the rest of a page is alike."""
    for number, payload in enumerate(PAYLOADS[first::5]):
        for field in (0, 1 + number % 4):
            page = open_page(*hostile(payload, field))
            mains, articles, protocols = page.evaluate(COUNTED)
            assert mains == articles == 1
            assert set(protocols) <= {"file:", "https:"}
            # Line ends between paragraphs are no place that can be lit.
            words = shown(payload).replace("\n", "")
            assert item(page, ".actors").is_visible() and item(page, ".quotes").is_visible()
            assert page.evaluate(LIGHTS, ".actors").replace("\n", "") == words * 2, payload
            assert page.evaluate(LIGHTS, ".quotes").replace("\n", "") == words, payload
    time.sleep(0.1)  # what was started late, such as a request, is noted before the end
