"""The day on which the article of a page came out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from briefkit.reading.dates import find_day
from briefkit.reading.page.stated import Stated

# Names and properties of meta elements, the surest first.
_META = ("article:published_time", "datepublished", "sailthru.date", "date")
_SAME_MOMENT = timedelta(hours=1)  # what is further apart is the moment of something else


def find_published(root: Any, stated: Stated) -> str | None:
    """The day as the page has it, in ISO 8601 where it states it so.

    Linked data are trusted first, then meta elements, then a `time` element. Where the moment is
    given in universal time and elsewhere in the page's own, the day is that of its own.
    """
    told = [words.strip() for words in _told(root, stated) if words and find_day(words.strip())]
    if not told:
        return _searched(root, stated)
    first = told[0]
    moment = _moment(first)
    if moment and not moment.utcoffset():
        for other in map(_moment, told[1:]):
            if other and other.utcoffset() and abs(other - moment) < _SAME_MOMENT:
                return other.date().isoformat()
    return first


def _told(root: Any, stated: Stated) -> Iterator[str | None]:
    yield stated.words("datePublished")
    for key in _META:
        yield from stated.meta.get(key, ())
    yield stated.words("dateCreated")
    for element in root.xpath("//article//time[@datetime] | //*[@itemprop='datePublished']")[:3]:
        yield element.get("datetime") or element.get("content")
    for element in root.xpath("//time[@pubdate or @datetime]")[:1]:
        yield element.get("datetime")


def _moment(words: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(words)
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def _searched(root: Any, stated: Stated) -> str | None:
    """What htmldate finds in the words of the page, for pages that state nothing."""
    from htmldate import find_date

    found = find_date(root, url=stated.url, original_date=True, extensive_search=False)
    return str(found) if found else None
