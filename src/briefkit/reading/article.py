"""What a file holds, a text and what is said of it, checked and as the extractors see it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from briefkit.layout import Block, analyse, byline_names
from briefkit.reading.dates import find_day
from briefkit.reading.decoding import check_text
from briefkit.reading.language import tell_language
from briefkit.reading.names import split_names
from briefkit.reading.source import Source
from briefkit.schema import Warning
from briefkit.text import fold


@dataclass(frozen=True)
class Article:
    """A text, its blocks and what the file says about it.

    Every place in a brief counts code points of `text`. `published` is an ISO 8601 date and
    `published_from` is "option" or "metadata" with it. `blocks` do not overlap, in text order.
    """

    id: str
    text: str
    blocks: tuple[Block, ...]
    path: str | None = None
    url: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    published_from: str | None = None
    language: str | None = None
    warnings: tuple[Warning, ...] = ()

    @cached_property
    def sha256(self) -> str:
        """Hex digest of the text, encoded as UTF-8."""
        return hashlib.sha256(self.text.encode("utf-8")).hexdigest()

    @cached_property
    def words(self) -> int:
        """White-space separated words of the text."""
        return len(self.text.split())


def make_article(
    text: str,
    *,
    id: str = "article",
    blocks: Sequence[Block] | None = None,
    title: str | None = None,
    authors: Sequence[str] = (),
    published: str | None = None,
    published_from: str | None = None,
    **others: Any,
) -> Article:
    """An Article of a text; its blocks are analysed from the text where they are not given.

    Authors that no metadata tells are those of the byline. `others` are fields of an Article.
    """
    found = tuple(analyse(text, title) if blocks is None else blocks)
    signed = (
        name
        for block in found
        if block.kind == "byline"
        for name in byline_names(text[block.start : block.end], announced=True) or ()
    )
    return Article(
        id=id,
        text=text,
        blocks=found,
        title=title,
        authors=tuple(authors) or tuple(dict.fromkeys(signed)),
        published=published,
        published_from=published_from if published else None,
        **others,
    )


@dataclass(frozen=True)
class Content:
    """What a parser has found. Blocks that it does not tell are those of a plain text.

    `day` is the day of publication as it is written.
    """

    text: str
    blocks: Sequence[Block] | None = None
    title: str | None = None
    day: str | None = None
    authors: Sequence[str] = ()
    url: str | None = None
    language: str | None = None
    warnings: Sequence[Warning] = ()


def finish_article(content: Content, source: Source) -> Article:
    """The Article of a text and its metadata; a day that the user gave wins over theirs.

    Raises UnreadableError for a text that is empty, too long or none.
    """
    check_text(content.text, source.where, source.how.max_chars)
    language, alarms = tell_language(content.text, content.language)
    notes = [*content.warnings]
    day = _folded(content.day)
    stated = find_day(content.day or "")
    if day and stated is None:
        notes.append(Warning("metadata-date", f"the date {day!r} of the metadata is no day", ()))
    published = source.how.published
    return make_article(
        content.text,
        id=source.id,
        blocks=content.blocks,
        path=source.path,
        url=_folded(content.url),
        title=_folded(content.title),
        authors=split_names(content.authors),
        published=published or (stated.isoformat() if stated else None),
        published_from="option" if published else "metadata",
        language=language,
        warnings=(*notes, *alarms),
    )


def _folded(words: str | None) -> str | None:
    """`words` on one line, or None where nothing is left."""
    return fold(words or "") or None
