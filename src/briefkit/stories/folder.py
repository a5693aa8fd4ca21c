"""Briefs of many affairs: which are of one story, and the story of each, in files or a stream."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from briefkit import __version__
from briefkit.batch.engines import engine
from briefkit.batch.files import explained, make_folder
from briefkit.batch.work import Work
from briefkit.pool import grouped
from briefkit.rendering import Format
from briefkit.rendering.json import render_line
from briefkit.schema import Brief
from briefkit.storage import is_file
from briefkit.stories.account import tell
from briefkit.stories.features import Features
from briefkit.stories.grouping import group
from briefkit.stories.pages import Pages
from briefkit.stories.schema import ArticleRef
from briefkit.stories.store import Store, unpacked
from briefkit.stories.writing import story_parts, write_parts

LISTED = "stories.jsonl"
_ID = re.compile(r'^\{"id":"(story-\d+)",', re.MULTILINE)


_Items = list[tuple[int, ArticleRef]]
"""The briefs of a group by their numbers in the store."""
_Sent = tuple[list[tuple[str, bytes]], Pages]
_Engine = Callable[[Iterator[list[_Sent]]], Iterator[Sequence[str | Exception]]]
# A story of more briefs is told by this process, item by item; others come as text from a worker.
_MOST_SENT = 1000
# About so many characters of a brief, as `grouped` counts.
_CHARS = 2000


def write_stories(
    briefs: Iterable[Brief],
    out: str | Callable[[str], object],
    format: Format,
    jobs: int = 1,
    cluster: str | None = None,
    pages: Pages | None = None,
) -> tuple[int, int]:
    """Write the stories into the folder `out`; gives the number of briefs and of stories.

    The list comes last, so that what it names is there and whole. In place of a folder, `out` may
    be what takes one story after the other, in parts. What an earlier run has listed in the folder
    and this one has not is removed. Raises UsageError where nothing can be written.
    """
    earlier: set[str] = set()
    if isinstance(out, str):
        make_folder(out)
        earlier = _earlier(Path(out, LISTED))
    with Store() as store:
        for brief in briefs:
            store.add(brief)
        stories = _stories(store)
        label = partial(str, f"briefkit {__version__}")
        work: Work[_Sent, str] = Work(partial(_tell, format=format), int, label)
        with engine(work, jobs, cluster=cluster) as told:
            texts = _texts(store, stories.values(), told, pages or {})
            for id, items in stories.items():
                if len(items) > _MOST_SENT:
                    members = ((article.id, store.brief(number)) for number, article in items)
                    parts = story_parts(tell(members), format, pages)
                else:
                    parts = iter([next(texts)])
                if isinstance(out, str):
                    write_parts(parts, Path(out, f"{id}{format.suffix}"))
                else:
                    deque(map(out, parts), maxlen=0)
        if isinstance(out, str):
            lines = (render_line(_listed(id, items)) for id, items in stories.items())
            write_parts(lines, Path(out, LISTED))
            for id in earlier - stories.keys():
                path = Path(out, f"{id}{format.suffix}")
                with explained(path):
                    path.unlink(missing_ok=True)
        return store.count, len(stories)


def _earlier(listed: Path) -> set[str]:
    """The ids of the stories that an earlier run has listed."""
    if not is_file(str(listed)):
        return set()
    with explained(listed):
        return set(_ID.findall(listed.read_text("utf-8", errors="replace")))


def _stories(store: Store) -> dict[str, _Items]:
    """The briefs of each story, under its id."""
    features = Features()
    items: _Items = []
    for number, article, brief in store.ordered():
        features.add(brief)
        items.append((number, article))
    groups: defaultdict[int, _Items] = defaultdict(list)
    for label, item in zip(group(features.matrix()).tolist() if items else [], items, strict=True):
        groups[label].append(item)
    return {f"story-{place}": some for place, some in enumerate(groups.values(), 1)}


def _texts(store: Store, stories: Iterable[_Items], told: _Engine, pages: Pages) -> Iterator[str]:
    """The text of each story that is short enough to be sent."""

    def sent(items: _Items) -> _Sent:
        known = {a.sha256: pages[a.sha256] for _, a in items if a.sha256 in pages}
        return [(article.id, store.packed(number)) for number, article in items], known

    short = (items for items in stories if len(items) <= _MOST_SENT)
    batches = grouped(short, lambda items: _CHARS * len(items))
    for texts in told(list(map(sent, some)) for some in batches):
        for text in texts:
            if isinstance(text, Exception):
                raise text
            yield text


def _tell(stories: Sequence[_Sent], format: Format) -> list[str | Exception]:
    """The text of each story, in a worker."""
    return [
        "".join(story_parts(tell((key, unpacked(data)) for key, data in briefs), format, pages))
        for briefs, pages in stories
    ]


def _listed(id: str, items: _Items) -> dict[str, object]:
    """A line of the list of stories; `first` and `last` are days of publication."""
    articles = [article for _, article in items]
    days = [article.published for article in articles if article.published]
    return {
        "id": id,
        "articles": [article.id for article in articles],
        "first": min(days, default=None),
        "last": max(days, default=None),
        "headline": next((article.headline for article in articles if article.headline), None),
    }
