"""Pages in, and what is read of them: one short page a case, in the manner of real ones."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from briefkit.reading import Article, read_article

LEDE = (
    "The harbour board of Lorn agreed on Monday to rebuild the ferry pier, which storms had torn "
    "from its footing twice in two winters, and to close it for most of the year."
)
MORE = (
    "Work will begin in March, the board said, and cost about 40 million kroner, of which the "
    "county pays a third and the shipping line that serves the islands another."
)
LAST = (
    "Until then a smaller boat is to sail from the old quay at Skerry, twice a day and once on "
    "Sundays, so that pupils and patients from the islands can reach the town in time."
)
TITLE = "Board votes to rebuild storm-hit ferry pier"


def read(folder: Path, body: str, head: str = "", lang: str = "en") -> Article:
    path = folder / "a.html"
    path.write_text(
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8">{head}</head>'
        f"<body>{body}</body></html>",
        encoding="utf-8",
    )
    return read_article(str(path))


def linked(**fields: Any) -> str:
    data = {"@context": "https://schema.org", "@type": "NewsArticle", **fields}
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def labelled(label: str, told: str) -> str:
    return f'<meta name="twitter:label1" content="{label}"><meta name="twitter:data1" content="{told}">'


def blocks(article: Article) -> list[tuple[str, str]]:
    return [(block.kind, article.text[block.start : block.end]) for block in article.blocks]


def of(article: Article, kind: str) -> list[str]:
    return [words for found, words in blocks(article) if found == kind]


def story(*parts: str) -> str:
    return f"<article><h1>{TITLE}</h1>{''.join(parts)}</article>"


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


@pytest.mark.parametrize(
    "head, body",
    [
        (
            "<title>Ferry pier: rebuild agreed | Lorn Post</title>"
            '<meta property="og:title" content="Storm-hit ferry pier to be rebuilt, board votes">',
            f"<header><h1 class='logo'>Lorn Post</h1></header>{story(paragraphs(LEDE, MORE))}",
        ),
        (
            f"<title>{TITLE} - Lorn Post</title><meta property='og:site_name' content='Lorn Post'>",
            f"<article>{paragraphs(LEDE, MORE)}</article>",
        ),
        (f"<title>{TITLE} | Isles | Lorn Post</title>", f"<div>{paragraphs(LEDE, MORE)}</div>"),
        (
            f"<title>{TITLE}</title>",
            f"<h1>Lorn Post</h1><h2>{TITLE}</h2><div>{paragraphs(LEDE, MORE)}</div>",
        ),
        (linked(headline=TITLE), f"<div>{paragraphs(LEDE, MORE)}</div>"),
        ("", story(paragraphs(LEDE, MORE))),
    ],
    ids=["of two h1", "site behind dash", "section and site", "h2", "linked data", "no metadata"],
)
def test_headlines(tmp_path: Path, head: str, body: str) -> None:
    article = read(tmp_path, body, head)
    assert article.title == TITLE
    # Where only metadata have the headline, it is no part of the text.
    shown = [("headline", TITLE)] if TITLE in body else []
    assert blocks(article) == [*shown, ("paragraph", LEDE), ("paragraph", MORE)]


def test_a_headline_with_a_dash_stays_whole(tmp_path: Path) -> None:
    title = "Pier to be rebuilt - and closed until Christmas, the board says"
    article = read(tmp_path, f"<div>{paragraphs(LEDE, MORE)}</div>", f"<title>{title}</title>")
    assert article.title == title


STANDFIRST = "Islanders will lose their big boat for a year, and nobody has asked the schools"


@pytest.mark.parametrize(
    "head, line",
    [
        ("", f"<p class='article__standfirst'>{STANDFIRST}</p>"),
        ("", f"<h2 class='sub-title'>{STANDFIRST}</h2>"),
        (f'<meta name="description" content="{STANDFIRST}">', f"<h2>{STANDFIRST}</h2>"),
        (linked(headline=TITLE, description=STANDFIRST), f"<div class='x7'>{STANDFIRST}</div>"),
    ],
    ids=["named", "named heading", "the description", "in linked data"],
)
def test_standfirsts(tmp_path: Path, head: str, line: str) -> None:
    article = read(
        tmp_path, f"<header><h1>{TITLE}</h1>{line}</header><article>{paragraphs(LEDE, MORE)}</article>", head
    )  # fmt: skip
    assert blocks(article) == [
        ("headline", TITLE),
        ("standfirst", STANDFIRST),
        ("paragraph", LEDE),
        ("paragraph", MORE),
    ]


def test_a_first_paragraph_that_is_the_description_stands_once(tmp_path: Path) -> None:
    article = read(
        tmp_path, story(paragraphs(LEDE, MORE)), f'<meta name="description" content="{LEDE}">'
    )
    assert blocks(article) == [("headline", TITLE), ("paragraph", LEDE), ("paragraph", MORE)]


def test_the_summary_of_another_article_is_no_standfirst(tmp_path: Path) -> None:
    teaser = "<div class='excerpt'>Two more storms are on their way to the coast, say [...]</div>"
    article = read(tmp_path, f"{story(paragraphs(LEDE, MORE))}<div>{teaser}</div>")
    assert of(article, "standfirst") == []


@pytest.mark.parametrize(
    "table",
    [
        f"<table><tr><td>{paragraphs(LEDE, MORE)}</td></tr></table>",
        f"<table><tr><td>{LEDE}</td></tr><tr><td>{MORE}</td></tr></table>",
        f"<table><tr><td>Menu</td><td>{paragraphs(LEDE, MORE)}</td></tr></table>",
    ],
    ids=["one cell", "rows of one cell", "beside a menu"],
)
def test_layout_tables_are_text(tmp_path: Path, table: str) -> None:
    article = read(tmp_path, f"<h1>{TITLE}</h1>{table}")
    assert [words for words in of(article, "paragraph") if words != "Menu"] == [LEDE, MORE]


def test_tables_of_data_are_not(tmp_path: Path) -> None:
    table = "<table><tr><th>Boat</th><th>Seats</th></tr><tr><td>Lorna</td><td>90</td></tr></table>"
    article = read(tmp_path, story(paragraphs(LEDE, MORE), table, paragraphs(LAST)))
    assert of(article, "paragraph") == [LEDE, MORE, LAST]
    assert of(article, "furniture") == ["Boat | Seats", "Lorna | 90"]


def test_a_body_in_several_containers_is_joined(tmp_path: Path) -> None:
    chunk = "<div class='row'><div class='body__part article-body'>{}</div></div>"
    chunks = [
        chunk.format(paragraphs(*(f"{text} ({n})" for n in range(6))))
        for text in (LEDE, MORE, LAST)
    ]
    body = f"{chunks[0]}<div class='slot'>Advertisement</div>{chunks[1]}{chunks[2]}"
    article = read(tmp_path, f"<article><h1>{TITLE}</h1>{body}</article>")
    assert len(of(article, "paragraph")) == 18
    assert article.text.index("(5)") < article.text.index(MORE) < article.text.index(LAST)


def test_links_do_not_break_sentences(tmp_path: Path) -> None:
    short = "<p>The <a href='/b'>storm report of the county council says so in plain words</a>.</p>"
    article = read(tmp_path, story(paragraphs(LEDE, MORE), short, paragraphs(LAST)))
    assert of(article, "paragraph")[2] == (
        "The storm report of the county council says so in plain words."
    )


@pytest.mark.parametrize(
    "line",
    [
        "<p><strong>The old quay</strong></p>",
        "<p><b><span>The old quay</span></b><br></p>",
        "<br><b>The old quay</b><br>",
    ],
)
def test_bold_lines_are_headings(tmp_path: Path, line: str) -> None:
    article = read(tmp_path, story(paragraphs(LEDE, MORE), line, paragraphs(LAST)))
    assert of(article, "heading") == ["The old quay"]


@pytest.mark.parametrize(
    "line", ["<p><b>It was cold.</b></p>", "<p><b>Not a word</b> was said.</p>"]
)
def test_bold_sentences_are_not(tmp_path: Path, line: str) -> None:
    article = read(tmp_path, story(paragraphs(LEDE, MORE), line, paragraphs(LAST)))
    assert of(article, "heading") == []
    assert len(of(article, "paragraph")) == 4


def test_what_is_hidden_is_not_read(tmp_path: Path) -> None:
    hidden = f"<div style='display: none'><h1>{TITLE}</h1><div>2024-06-03</div>Lorn Post</div>"
    article = read(tmp_path, story(paragraphs(LEDE, MORE)) + hidden)
    assert blocks(article) == [("headline", TITLE), ("paragraph", LEDE), ("paragraph", MORE)]


def test_a_card_over_a_name_is_not_read(tmp_path: Path) -> None:
    card = (
        "<span><a href='/p'>Ada Quill</a><span class='card'><img src='q.png'><a href='/1'>Quill on "
        "ports</a><a href='/2'>More about Quill</a></span></span>"
    )
    text = LEDE.replace("The harbour board", f"{card} of the harbour board")
    article = read(tmp_path, story(paragraphs(text, MORE)))
    assert of(article, "paragraph")[0].startswith("Ada Quill of the harbour board of Lorn agreed")


@pytest.mark.parametrize(
    "head, body, authors",
    [
        (linked(author={"@type": "Person", "name": "Ada Quill"}), "", ("Ada Quill",)),
        (linked(author=[{"name": "Ada Quill"}, {"name": "Jo Poe"}]), "", ("Ada Quill", "Jo Poe")),
        (
            linked(author=[{"name": "Ada Quill"}, {"name": "https://lornpost.example/ada"}]),
            "",
            ("Ada Quill",),
        ),
        ('<meta name="author" content="Ada Quill, Jo Poe and Al Roe">', "", ("Ada Quill", "Jo Poe", "Al Roe")),
        ('<meta name="author" content="Ada Quill, Senior Reporter">', "", ("Ada Quill",)),
        ('<meta name="author" content="ada@lornpost.example, Ada Quill">', "", ("Ada Quill",)),
        (
            linked(author={"name": "Lorn Post"}, publisher={"name": "Lorn Post"})
            + '<meta name="author" content="Ada Quill">',
            "",
            ("Ada Quill",),
        ),
        (linked(author={"name": "Lorn Post"}, publisher={"name": "Lorn Post"}), "", ("Lorn Post",)),
        (
            linked(author={"name": "Lorn Post"}, publisher={"name": "Lorn Post"}),
            "<p><strong>Ada Quill/Jo Poe</strong></p>",
            ("Ada Quill", "Jo Poe"),
        ),
        ("", "<p class='meta'>By <a rel='author' href='/ada'>Ada Quill</a></p>", ("Ada Quill",)),
        ('<meta name="author" content="admin">', "", ()),
        # By what the element is called, where nothing is stated.
        ("", "<div class='post-author'>Anna Quill</div>", ("Anna Quill",)),
        ("", "<span class='byLine'>By <b>Ada Quill</b> and Jo Poe</span>", ("Ada Quill", "Jo Poe")),
        ("", "<div class='author-links'>Share on Example</div>", ()),
        ("", "<div class='comment-author'>Anna Quill</div>", ()),
        (linked(author={"name": "Ada O&#039;Quill"}), "", ("Ada O'Quill",)),
        ('<meta name="author" content="View all posts by Ada Quill">', "", ("Ada Quill",)),
        (labelled("Written by", "Ada Quill"), "", ("Ada Quill",)),
        (labelled("Est. reading time", "3 minutes"), "", ()),
        ('<meta name="author" content="Ada Quill, LPN">', "", ("Ada Quill",)),
        ("", "", ()),
    ],
)  # fmt: skip
def test_authors(tmp_path: Path, head: str, body: str, authors: tuple[str, ...]) -> None:
    article = read(tmp_path, story(body, paragraphs(LEDE, MORE)), head)
    assert article.authors == authors
    assert "Quill" not in "".join(of(article, "paragraph") + of(article, "heading"))


URL = '<link rel="canonical" href="https://lornpost.example/2024/06/05/pier">'
META = '<meta property="article:published_time" content="2024-06-04T23:30:00Z">'


@pytest.mark.parametrize(
    "head, body, day",
    [
        (linked(datePublished="2024-06-03T08:00:00+02:00") + META + URL, "", "2024-06-03"),
        (META + URL, "<time datetime='2024-06-06'>6 June</time>", "2024-06-04"),
        (URL, "<time datetime='2024-06-06'>6 June</time>", "2024-06-06"),
        (URL, "", "2024-06-05"),
        # The same moment in universal time and in that of the page: it is already tomorrow there.
        (META + linked(dateCreated="2024-06-05T01:30:00+02:00"), "", "2024-06-05"),
        # Other moments are of something else.
        (META + linked(dateCreated="2024-06-01T01:30:00+02:00"), "", "2024-06-04"),
        (META, "<time datetime='2019-05-05T10:00:00+02:00'>5 May</time>", "2024-06-04"),
        (linked(datePublished="yesterday") + META, "", "2024-06-04"),
        ("", "", None),
    ],
)
def test_days(tmp_path: Path, head: str, body: str, day: str | None) -> None:
    assert read(tmp_path, story(body, paragraphs(LEDE, MORE)), head).published == day


@pytest.mark.parametrize(
    "script",
    ["{", "[[[[[[1]]]]]]", '{"@graph": 5, "@type": []}', '{"@type": "NewsArticle", "author": {"name": {}}}', '{"@id": "a", "author": {"@id": "a"}}', "[" * 100_000],
)  # fmt: skip
def test_broken_linked_data_costs_nothing(tmp_path: Path, script: str) -> None:
    head = f'<script type="application/ld+json">{script}</script>'
    assert read(tmp_path, story(paragraphs(LEDE, MORE)), head).title == TITLE


POINTS = ("The ferry pier of Lorn is rebuilt.", "A smaller boat sails until then.")


def listed(*items: str) -> str:
    return f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"


@pytest.mark.parametrize(
    "aside, header",
    [
        (f"<div class='KeyPoints-list'>{listed(*POINTS)}</div>", []),
        (f"<div><h2>Key points</h2>{listed(*POINTS)}</div>", ["Key points"]),
    ],
)
def test_key_points_outside_of_the_body(tmp_path: Path, aside: str, header: list[str]) -> None:
    body = f"<div class='top'><h1>{TITLE}</h1>{aside}</div><article>{paragraphs(LEDE, MORE, LAST)}</article>"
    article = read(tmp_path, body)
    assert (of(article, "bullets_header"), of(article, "bullet")) == (header, list(POINTS))
    assert of(article, "paragraph") == [LEDE, MORE, LAST]
    assert article.text.count(POINTS[0]) == 1


@pytest.mark.parametrize(
    "items",
    [
        ("Sign up here for our weekly newsletter.", "Follow live updates on our news channel."),
        ("<a href='/1'>What the storm did to Skerry</a>", "<a href='/2'>Why the boats are so old</a>"),
    ],
    ids=["promotions", "links"],
)  # fmt: skip
def test_promotions_are_no_key_points(tmp_path: Path, items: tuple[str, ...]) -> None:
    for body in (
        f"<div><h2>What to know</h2>{listed(*items)}</div><h1>{TITLE}</h1><article>{paragraphs(LEDE, MORE)}</article>",
        story(f"<h2>What to know</h2>{listed(*items)}", paragraphs(LEDE, MORE, LAST)),
    ):
        article = read(tmp_path, body)
        assert of(article, "bullet") == of(article, "bullets_header") == of(article, "item") == []


FURNITURE = [
    "<p>Sign up to our free weekly newsletter</p>",
    "<p>Follow Ada Quill on Twitter @adaquill.</p>",
    "<p>With reporting by Jo Poe</p>",
    "<p>Get in touch with our news team by emailing us at news@lornpost.example.</p>",
    "<p>Recommended Videos</p>",
    listed("<a href='/1'>Why boats sink</a>", "<a href='/2'>Why they float</a>"),
    "<p><a href='/1'>LORN POST: ALL ABOUT SHIPS</a></p>",
    "<a href='/1'><h3>Why boats sink</h3></a>",
    "<div class='newsletter-signup'><p>All the news of the week.</p></div>",
    "<figure><img src='a.png'></figure><p><em>The pier in the last storm</em></p>",
    "<blockquote class='twitter-tweet'><p>What a storm! pic.twitter.com/abc</p></blockquote>",
    f"<p>{TITLE}</p>",
]  # fmt: skip


@pytest.mark.parametrize("furniture", FURNITURE)
@pytest.mark.parametrize("place", ["middle", "end"])
def test_furniture_is_no_prose(tmp_path: Path, furniture: str, place: str) -> None:
    last = [paragraphs(LAST)]
    body = story(
        paragraphs(LEDE, MORE), *([furniture, *last] if place == "middle" else [*last, furniture])
    )
    article = read(tmp_path, body, '<meta name="author" content="Ada Quill">')
    assert of(article, "paragraph") == [LEDE, MORE, LAST]
    assert [kind for kind, _ in blocks(article) if kind in ("heading", "item", "bullet")] == []


def test_a_story_in_divisions_is_no_furniture_for_its_name(tmp_path: Path) -> None:
    lines = "".join(f"<div>{text}</div>" for text in (LEDE, MORE, LAST))
    article = read(tmp_path, f"<h1>{TITLE}</h1><div class='post social tags'>{lines}</div>")
    assert of(article, "paragraph") == [LEDE, MORE, LAST]


def test_stars_between_paragraphs_are_no_headline(tmp_path: Path) -> None:
    article = read(tmp_path, f"<article>{paragraphs(LEDE, '* * *', MORE, LAST)}</article>")
    assert of(article, "paragraph") == [LEDE, MORE, LAST]


def test_all_lists_in_an_entry_are_read(tmp_path: Path) -> None:
    entries = (
        "<ul><li>Two ferries<ul><li>Skerry</li></ul> and a boat<ul><li>Lorn</li></ul></li></ul>"
    )
    article = read(tmp_path, story(paragraphs(LEDE, MORE), entries, paragraphs(LAST)))
    assert {"Skerry", "Lorn"} <= {words.strip("- ") for words in of(article, "item")}


def test_two_breaks_part_paragraphs(tmp_path: Path) -> None:
    article = read(tmp_path, story(f"<div>{LEDE}<br><br>{MORE}<br> <br/>{LAST}</div>"))
    assert of(article, "paragraph") == [LEDE, MORE, LAST]


def test_a_citation_without_paragraphs_is_one(tmp_path: Path) -> None:
    cited = "The <em>whole</em> plan is <del>dead</del> alive and CO<sub>2</sub> is <code>down</code>, he said."
    article = read(
        tmp_path,
        story(paragraphs(LEDE, MORE), f"<blockquote>{cited}</blockquote>", paragraphs(LAST)),
    )
    assert of(article, "paragraph")[2] == "The whole plan is dead alive and CO2 is down, he said."
