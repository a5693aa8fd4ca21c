"""What a file holds: a text and what is said of it; checked, and in one form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefkit.layout import Block
from briefkit.reading.article import Article, make_article
from briefkit.reading.dates import find_day
from briefkit.reading.decoding import check_text
from briefkit.reading.language import tell_language
from briefkit.reading.names import split_names
from briefkit.reading.source import Source
from briefkit.schema import Warning
from briefkit.text import fold


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
