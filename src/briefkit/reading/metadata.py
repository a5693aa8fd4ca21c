"""What a file says of its article: day, authors, language; checked and in one form."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefkit.layout import Block
from briefkit.reading.article import Article, make_article
from briefkit.reading.dates import find_day
from briefkit.reading.language import tell_language
from briefkit.schema import Warning

_BETWEEN_NAMES = re.compile(r"\s*;\s*|,?\s+(?:and|&)\s+")
_LEAD = re.compile(r"\bby[:\s]\s*", re.IGNORECASE)


def finish_article(
    text: str,
    *,
    id: str,
    path: str | None,
    published: str | None,
    blocks: Sequence[Block] | None = None,
    title: str | None = None,
    day: str | None = None,
    authors: Sequence[str] = (),
    url: str | None = None,
    language: str | None = None,
    warnings: Sequence[Warning] = (),
) -> Article:
    """The Article of a text and its metadata; `day` is the day of publication that it states.

    The option `published` (ISO 8601) wins over it.
    """
    told, alarms = tell_language(text, language)
    notes = [*warnings]
    stated = find_day(day) if day and day.strip() else None
    if day and day.strip() and stated is None:
        notes.append(
            Warning("metadata-date", f"the date {fold(day)!r} of the metadata is no day", ())
        )
    return make_article(
        text,
        id=id,
        blocks=blocks,
        path=path,
        url=fold(url),
        title=fold(title),
        authors=split_authors(authors),
        published=published or (stated.isoformat() if stated else None),
        published_from="option" if published else "metadata",
        language=told,
        warnings=(*notes, *alarms),
    )


def fold(words: str | None) -> str | None:
    """`words` on one line, or None where nothing is left."""
    return " ".join(words.split()) or None if words else None


def split_authors(authors: Sequence[str]) -> tuple[str, ...]:
    """One entry a name: "By Jane Doe and John Roe" names two. In order, without doubles."""
    names = (
        name.strip()
        for entry in authors
        for name in _BETWEEN_NAMES.split(_LEAD.sub("", " ".join(entry.split()), count=1))
    )
    return tuple(dict.fromkeys(name for name in names if name))
