"""briefkit from Python: articles in, briefs out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefkit.assemble import assemble
from briefkit.pipeline import annotate, load, model_label
from briefkit.reading import Article, make_article
from briefkit.schema import Brief


def brief_articles(
    articles: list[Article], model: str | None = None, bullets: int | None = None
) -> Iterator[Brief | Exception]:
    """The brief of each article, in order, or the exception that it ended with."""
    nlp = load(model)
    label = model_label(nlp)
    for article, doc in zip(articles, annotate(nlp, articles, bullets), strict=True):
        if isinstance(doc, Exception):
            yield doc
            continue
        yield assemble(article, doc, label)


def extract(
    article: str | Article,
    *,
    published: str | None = None,
    title: str | None = None,
    bullets: int | None = None,
    model: str | None = None,
) -> Brief:
    """The brief of one article, given as plain text or as an Article.

    `published` is the day that relative dates count from, in ISO 8601 ("2025-01-13").
    Raises BriefkitError where the text cannot be read or the model cannot be loaded.
    """
    if isinstance(article, str):
        article = make_article(article, title=title, published=published, published_from="option")
    (brief,) = brief_articles([article], model, bullets)
    if isinstance(brief, Exception):
        raise brief
    return brief


def extract_many(articles: Iterable[str | Article], *, model: str | None = None) -> Iterator[Brief]:
    """The briefs of many articles, in order."""
    for article in articles:
        yield extract(article, model=model)
