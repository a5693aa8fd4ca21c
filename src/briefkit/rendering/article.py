"""An article as it was read, as JSON: the text that places count in, its blocks and metadata."""

from __future__ import annotations

from briefkit.reading import Article
from briefkit.rendering.json import indented


def render(article: Article) -> str:
    """The article as an indented JSON document; every field is always there, in this order."""
    tree = {
        "id": article.id,
        "path": article.path,
        "url": article.url,
        "sha256": article.sha256,
        "language": article.language,
        "words": article.words,
        "title": article.title,
        "authors": article.authors,
        "published": article.published,
        "published_from": article.published_from,
        "blocks": [
            {"kind": block.kind, "start": block.start, "end": block.end} for block in article.blocks
        ],
        "warnings": article.warnings,
        "text": article.text,
    }
    return indented(tree) + "\n"
