"""Markdown: the YAML mapping that it may start with, and its plain words and blocks.

The structure is the author's. Only where nothing is marked as a heading, headline and headings are
told as in plain text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from briefkit.errors import UnreadableError
from briefkit.layout import Block, Shape
from briefkit.reading.builder import Words, put_together
from briefkit.reading.page.fragment import markup_pieces

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

_MOST = 10_000  # values
_FRONT = re.compile(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_DEEPEST = 100  # lists, items and citations within each other
_SENTENCE_END = tuple('.!?…,;"”’')


def split_front_matter(text: str, where: str) -> tuple[dict[str, Any], str]:
    """The mapping between `---` lines at the start, keys in lower case, and the text after it.

    Raises UnreadableError for front matter that is not plain YAML.
    """
    found = _FRONT.match(text)
    # Thematic breaks have empty lines around them.
    if found is None or (found[1].startswith("\n") and found[1].endswith("\n\n")):
        return {}, text
    import yaml

    from briefkit.reading.plain_yaml import as_written, load_documents

    try:
        fields = next(iter(list(load_documents(found[1], as_written, _MOST))), None)
    except (yaml.YAMLError, ValueError) as error:
        reason = " ".join(str(error).split())[:200]
        raise UnreadableError(
            f"{where}: the front matter is not plain YAML: {reason}",
            "front matter holds names and values, such as `title: ...`, between --- lines",
        ) from error
    if not isinstance(fields, dict):
        # Prose between two thematic breaks.
        return {}, text
    return {str(key).lower(): value for key, value in fields.items()}, text[found.end() :]


def as_text(value: Any) -> str | None:
    """A scalar as it was written; None for anything else."""
    return value if isinstance(value, str) else None


def as_names(value: Any) -> list[str]:
    """A name, a list of names, or of mappings with a `name`, as a list of names."""
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, list):
        return [name for entry in value for name in as_names(entry) if not isinstance(entry, list)]
    return [value] if isinstance(value, str) else []


def parse_markdown(text: str, title: str | None) -> tuple[str, tuple[Block, ...]]:
    """The plain words of a Markdown text, and its blocks.

    Raises ValueError where HTML elements stand deeper in each other than can be read.
    """
    from markdown_it import MarkdownIt

    # Four spaces before a paragraph of a news text are an indent, not program code. What is nested
    # deeper than it may be is left out, and by itself that is a list in ten lists.
    markdown = MarkdownIt("commonmark", {"maxNesting": _DEEPEST})
    tokens = markdown.enable("table").disable("code").parse(text)
    headed = any(token.type == "heading_open" for token in tokens)
    return put_together(_pieces(tokens), title, guess=not headed)


def _pieces(tokens: Sequence[Token]) -> Iterator[Words]:
    open_items = 0
    cells: list[str] | None = None
    heading: Shape | None = None
    for token in tokens:
        match token.type:
            case "list_item_open" | "list_item_close":
                open_items += token.nesting
            case "heading_open":
                heading = "title" if token.tag == "h1" else "heading"
            case "heading_close":
                heading = None
            case "tr_open":
                cells = []
            case "tr_close":
                yield Words("aside", " | ".join(cells or ()))
                cells = None
            case "inline":
                children = token.children or []
                words = _words(children)
                if cells is not None:
                    cells.append(words)
                else:
                    yield Words(heading or _shape(children, words, open_items > 0), words)
            case "fence":
                yield Words("aside", token.content)
            case "html_block":
                yield from markup_pieces(token.content)


def _shape(children: Sequence[Token], words: str, listed: bool) -> Shape:
    if listed:
        return "item"
    children = [child for child in children if child.type != "text" or child.content.strip()]
    if {child.type for child in children} <= {"image", "link_close", "link_open", "softbreak"}:
        return "caption"
    bold = (
        len(children) > 2
        and children[0].type == "strong_open"
        and children[-1].type == "strong_close"
        and sum(child.type == "strong_open" for child in children) == 1
    )
    # All bold is how many authors write a heading, and others stress a sentence.
    return "heading" if bold and not words.endswith(_SENTENCE_END) else "text"


def _words(children: Sequence[Token]) -> str:
    """The words of inline tokens without marks, link targets and tags."""
    parts = []
    for child in children:
        match child.type:
            case "text" | "code_inline" | "image":
                parts.append(child.content)
            case "softbreak":
                parts.append(" ")
            case "hardbreak":
                parts.append("\n")
            case "html_inline" if child.content[:3].lower() == "<br":
                parts.append("\n")
    return "".join(parts)
