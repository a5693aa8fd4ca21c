"""Any text in: a brief that keeps the contract comes out, or an error that says why not."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import briefkit
from briefkit.api import brief_articles
from briefkit.errors import BriefkitError
from briefkit.reading import make_article
from briefkit.scoring.markup import read
from tests.invariants import faults
from tests.quality import gate

# The model takes 10 ms and more for each text. Derandomized: the suite says the same on every run.
WHOLE_WAY = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)

NEWS = st.sampled_from(
    ["Ana Vale", "Mr Vale", "the minister", "she", "they", "Tessel Corp.", "Japan", "said", "told",
     "denied that", "according to", "on Friday", "in May 2023", "last week", "two years ago",
     "between 1990 and 1994", "every Monday", "at 5 p.m.", "“", "”", "‘", "’", '"', "'", "«", "»",
     "(", ")", ",", ".", "?", "—", "-", "\n", "\n\n", "- ", "# ", "Q:", "A:", "At a Glance",
     "Read more", "TOKYO, Dec. 16 (Wire) —", "the road would reopen", "will", "may", "We", "I",
     "O’Neill", "5' 11\"", "2019-20", "’s", "…", "who", "’90s"]
)  # fmt: skip

HOSTILE = {
    "terminal escapes": "\x1b[31mMayor Ana Vale\x1b[0m said \x1b]0;owned\x07“no” on Friday.\x9b2J",
    "rich markup": "[red]Ana Vale[/red] said “[bold]no[/bold]” on [link=x]Friday[/link].",
    "HTML": "<script>alert('Ana')</script><p>Ana Vale said &quot;no&quot; on Friday.</p><!-- -->",
    "YAML": "--- !!python/object:os.system\n- &a [*a, no, 12:30]\n? “Ana: said”\n... on Friday",
    "marks in a row": '"' * 1_000,
    "marks one by one": '" ' * 3_000,
    "pairs of curly marks": "“a” " * 1_000 + "“ " * 1_000,
    "alternating marks": "“ ‘ " * 1_000,
    "digits": "1234567890" * 2_000,
    "digits and commas": "12, 13, 14/15-16:17 " * 200,
    "one long word": "a" * 50_000,
    "NULs": "Ana\x00 Vale said\x00 “no”\x00 on Friday.\x00",
    "mixed scripts": "Ана Vale сказала “нет” 金曜日 on Friday. 東京 said “はい”. العربية “نعم” said.",
    "emoji": "Ana Vale 👩‍👩‍👧‍👦 said “no 🙅🏽‍♀️” on Friday 🇯🇵. 🚀" * 20,
    "right to left": "‏“שלום”‎ said Ana Vale‏ on Friday. \u202eyadirF\u202c",
    "combining marks": "Z̷̢͝a̶l̴g̵o̶ said “n̴o̵” on F̶r̴i̵d̶a̷y̵.",
    "empty paragraphs": "\n\n \n\t\nAna Vale said “no”.\n\n\n\n \n\n“Yes,” she said.\n\n\n",
    "white space of all kinds": "Ana\u00a0Vale\u2003said\u2028“no”\u2029on\u0085Friday\u200b.\ufeff",
    "no letters": "… — . , ; ! ? () [] {} “ ” ‘ ’",
    "one character": ".",
    "headings only": "Key points\n\nWhat we know\n\nAt a Glance\n",
    "list only": "- one\n- two\n- three",
    "huge dates": "on 99/99/9999, 31 February 2023, 0000-00-00, year 10000, 999999999 years ago",
}


@WHOLE_WAY
@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    check(text)


@WHOLE_WAY
@given(st.lists(NEWS, max_size=60).map(" ".join), st.dates())
def test_any_order_of_news_words(text: str, published: object) -> None:
    check(text, str(published))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=list(HOSTILE))
def test_hostile_texts(text: str) -> None:
    check(text)


def test_a_brief_does_not_depend_on_what_was_read_before() -> None:
    golds = [read(path) for path in gate.articles()[:4]]
    together = list(brief_articles([gold.article() for gold in golds]))
    alone = [briefkit.extract(gold.article()) for gold in reversed(golds)]
    assert together == alone[::-1]


def check(text: str, published: str | None = None) -> None:
    """The text has a brief without faults, or is refused with an error of briefkit's own."""
    try:
        brief = briefkit.extract(make_article(text, published=published, published_from="option"))
    except BriefkitError:
        return
    assert faults(brief, text) == []
