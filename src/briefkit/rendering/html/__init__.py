"""Pages for a browser: a brief on its article, and lists of pages; Jinja2 is imported only here."""

from __future__ import annotations

import json

import msgspec
from markupsafe import Markup, escape

from briefkit.rendering.amounts import cue_of, doubtful, untold
from briefkit.rendering.html import view
from briefkit.rendering.html.article import ACTORS, marked
from briefkit.rendering.html.page import page
from briefkit.rendering.roles import told_role
from briefkit.rendering.timeline import timeline
from briefkit.schema import Brief

_NAMED = 4  # actors that a list of pages names


def render(brief: Brief) -> str:
    """The page of a brief: what was found on the left, the article with its places on the right.

    Without the article, or where it is no longer the one that the brief was made of, the page has
    the brief alone and says so.
    """
    article = brief.article
    same = article is not None and article.sha256 == brief.source.sha256
    text = marked(article, brief) if article is not None and same else None
    told = timeline(brief)
    return page(
        "brief.html",
        styles=["brief.css"],
        scripts=["brief.js"],
        title=brief.headline or brief.source.id,
        brief=brief,
        lede=untold(brief),
        head=Markup(_head(brief)),
        article=text,
        changed=article is not None and not same,
        told=told,
        other_dates=view.other_dates(brief, told),
        voices=view.voices(brief),
        doubtful=doubtful(brief),
        cue_of=cue_of,
        told_role=told_role,
        kinds=ACTORS,
        data=view.data,
        parts=view.parts,
    )


def frame(brief: Brief) -> str:
    """The page within a frame, as a notebook shows it; its scripts can reach nothing outside."""
    page = escape(render(brief))
    return (
        f'<iframe srcdoc="{page}" sandbox="allow-scripts" title="Brief" '
        'style="width: 100%; height: 640px; border: 1px solid #ccc"></iframe>'
    )


def _head(brief: Brief) -> str:
    """What a list of pages, and a batch that goes on, read of a page again: JSON in a script."""
    head = {
        "source": brief.source,
        "headline": brief.headline,
        "authors": brief.authors,
        "published": brief.published,
        "published_from": brief.published_from,
        "actors": [actor.name for actor in brief.actors[:_NAMED]],
        "quotes": len(brief.quotes),
        "pipeline": brief.pipeline,
    }
    text = json.dumps(msgspec.to_builtins(head))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
