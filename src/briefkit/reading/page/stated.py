"""What a page states of its article for machines: meta elements and linked data (JSON-LD)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from briefkit.text import fold

_LONGEST_LINE = 3_000  # characters of a title or a description
_LONGEST = 3_000_000  # characters of a script; a live page repeats its whole text there
_ARTICLES = (
    "article", "newsarticle", "reportagenewsarticle", "analysisnewsarticle", "opinionnewsarticle",
    "backgroundnewsarticle", "reviewnewsarticle", "blogposting", "liveblogposting",
    "socialmediaposting", "techarticle", "scholarlyarticle", "report", "medicalscholarlyarticle",
)  # fmt: skip
_PAGES = ("webpage", "itempage", "advertisercontentarticle", "recipe", "review", "videoobject")


@dataclass(frozen=True)
class Stated:
    """What machines are told; `article` is the linked data of the article, {} without any."""

    meta: dict[str, list[str]]
    article: dict[str, Any]
    things: dict[str, dict[str, Any]] = field(default_factory=dict)
    language: str | None = None
    url: str | None = None
    page_title: str | None = None

    def first(self, *keys: str) -> str | None:
        """The first value that a meta element of these names or properties has."""
        return next((value for key in keys for value in self.meta.get(key, ())), None)

    def words(self, key: str) -> str | None:
        """A string of the article's linked data."""
        value = self.article.get(key)
        return unescape(value).strip() or None if isinstance(value, str) else None

    def named(self, key: str) -> list[str]:
        """The names of the persons or bodies under a key of the article's linked data."""
        return [name for name in self._names(self.article.get(key), 3) if name]

    @property
    def sites(self) -> list[str]:
        """What the site and its publisher are called."""
        site = self.first("og:site_name", "application-name", "twitter:site", "al:android:app_name")
        return [name.lstrip("@") for name in (site, *self.named("publisher")) if name]

    @property
    def titles(self) -> list[str]:
        """The titles that the page gives to its article, those for the article alone first."""
        return _once(
            self.words("headline"),
            self.first("og:title"),
            self.first("twitter:title", "parsely-title", "dc.title", "title", "sailthru.title"),
            self.page_title,
            self.words("name"),
        )

    @property
    def descriptions(self) -> list[str]:
        """The summaries that the page gives to its article."""
        return _once(
            self.first("og:description"),
            self.first("description"),
            self.words("description"),
            self.first("twitter:description", "sailthru.description", "dc.description"),
            self.words("alternativeHeadline"),
        )

    def _names(self, value: Any, depth: int) -> Iterator[str]:
        if isinstance(value, str):
            yield unescape(value).strip()
        elif isinstance(value, list) and depth:
            for one in value[:50]:
                yield from self._names(one, depth - 1)
        elif isinstance(value, dict) and depth:
            if "name" not in value and isinstance(value.get("@id"), str):
                value = self.things.get(value["@id"], {})
            yield from self._names(value.get("name"), depth - 1)


def _once(*told: str | None) -> list[str]:
    """What is told, on one line each, cut where it is endless, and without doubles."""
    return list(dict.fromkeys(fold(words)[:_LONGEST_LINE] for words in told if words))


def read_stated(root: Any) -> Stated:
    """Everything that the head of a page and its scripts of linked data state."""
    meta: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        key = element.get("property") or element.get("name") or element.get("itemprop")
        value = (element.get("content") or "").strip()
        if key and value:
            meta.setdefault(key.strip().lower(), []).append(value)
    title = next(root.iter("title"), None)
    links = root.xpath("//link[@rel='canonical']/@href")
    things = list(_things(root))
    article = max(things, key=_rank, default={})
    return Stated(
        meta=meta,
        article=article if article and _rank(article) > 0 else {},
        things={thing["@id"]: thing for thing in things if isinstance(thing.get("@id"), str)},
        language=root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang"),
        url=next(
            (url for url in [*links, *meta.get("og:url", [])] if url.startswith("http")), None
        ),
        page_title=" ".join((title.text or "").split()) if title is not None else None,
    )


def _things(root: Any) -> Iterator[dict[str, Any]]:
    """Every object with a type, of all scripts."""
    for script in root.xpath("//script[contains(@type, 'ld+json')]"):
        source = (script.text or "").strip().removeprefix("<![CDATA[").removesuffix("]]>")
        if len(source) > _LONGEST:
            continue
        try:
            yield from _typed(json.loads(source.rstrip("; \n"), strict=False), 6)
        except (ValueError, RecursionError):
            continue  # a page with a broken script is still a page


def _typed(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for one in value[:500]:
            yield from _typed(one, depth)
    elif isinstance(value, dict) and depth:
        if "@type" in value or "@id" in value:
            yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "author", "publisher", "hasPart"):
            if isinstance(value.get(key), dict | list):
                yield from _typed(value[key], depth - 1)


def _rank(thing: dict[str, Any]) -> int:
    """How likely a thing is the article of the page."""
    types = thing.get("@type")
    kinds = [
        str(kind).lower().rpartition("/")[2]
        for kind in (types if isinstance(types, list) else [types])
    ]
    told = sum(key in thing for key in ("headline", "datePublished", "author"))
    if any(kind in _ARTICLES for kind in kinds):
        return 10 + told
    return told if any(kind in _PAGES for kind in kinds) else 0
