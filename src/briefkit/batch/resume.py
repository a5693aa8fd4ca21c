"""What an earlier run has done already.

A brief is kept where it says that it was made from this very article (text, metadata, path) by
this version of briefkit, this model and these options. File times are not looked at.
"""

from __future__ import annotations

import hashlib

import msgspec

from briefkit.errors import BriefkitError
from briefkit.reading import Article
from briefkit.schema import Pipeline, PublishedFrom, Source


class Head(msgspec.Struct):
    """The parts of a brief that tell what it was made from, and by what."""

    source: Source
    headline: str | None
    authors: tuple[str, ...]
    published: str | None
    published_from: PublishedFrom | None
    pipeline: Pipeline


def fits(head: Head, article: Article, pipeline: Pipeline) -> bool:
    """Whether briefing the article now would give the brief that `head` is of."""
    source = head.source
    if head.pipeline != pipeline or source.sha256 != article.sha256:
        return False
    if (source.id, source.path, source.url) != (article.id, article.path, article.url):
        return False
    if head.authors != article.authors or (article.title and head.headline != article.title):
        return False
    if article.published:
        return (head.published, head.published_from) == (article.published, article.published_from)
    return head.published_from in ("dateline", None)


def read_head(data: bytes, suffix: str) -> Head | None:
    """The head of a written brief, or None where that is no whole brief."""
    try:
        if suffix == ".yaml":
            from briefkit.reading.briefs import load_yaml

            return msgspec.convert(load_yaml(_ends(data)), Head)
        if suffix == ".html":
            from briefkit.rendering.html.index import head_of

            data = head_of(data) or b""
        return msgspec.json.decode(data, type=Head)
    except (ValueError, RecursionError, BriefkitError):
        return None


def _ends(document: bytes) -> bytes:
    """The parts of a YAML brief that its head is in: most of its length lies between them."""
    start, end = document.find(b"\nlede:"), document.rfind(b"\npipeline:")
    if start < 0 or end < start or not document.endswith(b"\n"):
        return document
    return document[:start] + document[end:]


def key(of: Article | Source) -> bytes:
    """What finds an article's brief among many: 16 bytes."""
    return hashlib.blake2b(repr((of.id, of.path, of.sha256)).encode(), digest_size=16).digest()
