"""Pages made to be slow: what briefkit itself does with them takes a time that grows with them."""

from __future__ import annotations

import time

import pytest
from trafilatura import load_html

from briefkit.errors import UnreadableError
from briefkit.reading.page import parse_html
from briefkit.reading.page.authors import find_authors
from briefkit.reading.page.body import split_body
from briefkit.reading.page.day import find_published
from briefkit.reading.page.headline import find_headline
from briefkit.reading.page.stated import read_stated
from briefkit.reading.page.summary import find_key_points, find_standfirst
from briefkit.reading.page.tree import mend

UNITS = [
    "<td>a", "<table><tr><td>a</td></tr></table>", "<ul><li>a", "<li>a</li>", "<div>a</div>", "<div>",
    "<div class='related'>", "<p><a href='/1'>a b</a> c d.", "<a href='/1'>a</a> b ", "<b>A</b><br>",
    "<p><strong>A</strong></p>", "<span class='bold'>", "<h1>A b</h1>", "<h2>A</h2>",
    "<p class='standfirst'>", "<section class='x'><p>" + "a b " * 40 + "</p></section>",
    "<span><img><a>a</a><a>b</a>", "<time datetime='x'>", "<i itemprop='author'>", "&amp;", "<!-- -->",
]  # fmt: skip


@pytest.mark.parametrize("unit", UNITS)
def test_time_grows_with_the_page(unit: str) -> None:
    head = "<html><head><title>A b c d</title></head><body><h1>A b c d</h1><p>"
    root = load_html(head + unit * (100_000 // len(unit)) + "</body></html>")
    started = time.process_time()
    stated = read_stated(root)
    headline = find_headline(root, stated)
    find_standfirst(headline.element, stated)
    find_key_points(root)
    find_authors(root, stated)
    find_published(root, stated)
    mend(root)
    split_body(root)
    # It is under half a second; what grows with the square takes a minute.
    assert time.process_time() - started < 10


def test_many_headlines_are_not_held_against_long_titles() -> None:
    title = "a b c d " * 500
    head = f'<head><title>{title}</title><meta property="og:title" content="{title}"></head>'
    root = load_html(f"<html>{head}<body>{'<h1>a</h1>' * 20_000}</body></html>")
    started = time.process_time()
    find_headline(root, read_stated(root))
    assert time.process_time() - started < 3  # all of them take 8


def test_a_page_of_too_many_elements_is_refused() -> None:
    with pytest.raises(UnreadableError, match="200,002 elements are more than the 200,000"):
        parse_html(f"<html><body>{'<br>' * 200_000}</body></html>", "a.html")
