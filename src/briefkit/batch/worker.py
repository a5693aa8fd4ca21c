"""One batch of articles to rendered briefs: what a worker process does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefkit import __version__
from briefkit.api import brief_articles
from briefkit.pipeline import load, model_label
from briefkit.reading import Article
from briefkit.rendering import Format, render
from briefkit.schema import Brief, Pipeline


@dataclass(frozen=True)
class Settings:
    """What all articles of a batch have in common."""

    format: Format = Format.YAML
    model: str | None = None
    bullets: int | None = None


def prepare(settings: Settings) -> None:
    """Load the model, once in a process."""
    load(settings.model)


def label(settings: Settings) -> str:
    """What must be the same on every machine for the briefs to be."""
    return f"briefkit {__version__} with {model_label(load(settings.model))}"


def expected_pipeline(settings: Settings) -> Pipeline:
    """What the briefs of these settings will say that they were made by."""
    return Pipeline(__version__, model_label(load(settings.model)), settings.bullets)


def work(articles: Sequence[Article], settings: Settings) -> list[str | Exception]:
    """The rendered brief of each article, or the exception that it ended with."""
    briefs = brief_articles(list(articles), settings.model, settings.bullets)
    return [_rendered(brief, settings) for brief in briefs]


def _rendered(brief: Brief | Exception, settings: Settings) -> str | Exception:
    if isinstance(brief, Exception):
        return brief
    try:
        return render(brief, settings.format)
    except Exception as error:  # one article's failure is not another's
        return error
