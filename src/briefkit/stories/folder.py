"""Briefs of many affairs to a folder: which are of one story, and a story file for each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import msgspec

from briefkit.atomic import WholeFile
from briefkit.batch.files import explained, make_folder
from briefkit.rendering.json import escaped
from briefkit.schema import Brief
from briefkit.stories.account import tell
from briefkit.stories.features import Features
from briefkit.stories.formats import StoryFormat
from briefkit.stories.grouping import group
from briefkit.stories.store import Store
from briefkit.stories.writing import write_story

LISTED = "stories.jsonl"


class Listed(msgspec.Struct):
    """A line of the list of stories; `first` and `last` are days of publication."""

    id: str
    articles: list[str]
    first: str | None
    last: str | None
    headline: str | None


class _Item(NamedTuple):
    """A brief of a group: its number in the store, its id, day and headline."""

    number: int
    key: str
    day: str | None
    headline: str | None


def write_stories(briefs: Iterable[Brief], out: str, format: StoryFormat) -> tuple[int, int]:
    """Write the stories into the folder `out`; gives the number of briefs and of stories.

    The list comes last, so that what it names is there and whole. Raises UsageError where nothing
    can be written.
    """
    folder = Path(out)
    make_folder(folder)
    with Store() as store:
        for brief in briefs:
            store.add(brief)
        groups = _groups(store)
        lines = []
        for place, items in enumerate(groups, 1):
            id = f"story-{place}"
            members = ((item.key, store.brief(item.number)) for item in items)
            write_story(tell(members), folder / f"{id}{format.suffix}", format)
            lines.append(escaped(msgspec.json.encode(_listed(id, items)).decode()) + "\n")
        with explained(folder / LISTED):
            _write(folder / LISTED, lines)
        return store.count, len(groups)


def _groups(store: Store) -> list[list[_Item]]:
    features = Features()
    items: list[_Item] = []
    for number, key, brief in store.numbered():
        features.add(brief)
        items.append(_Item(number, key, brief.published, brief.headline))
    if not items:
        return []
    groups: defaultdict[int, list[_Item]] = defaultdict(list)
    for label, item in zip(group(features.matrix()).tolist(), items, strict=True):
        groups[label].append(item)
    return [groups[label] for label in sorted(groups)]


def _listed(id: str, items: list[_Item]) -> Listed:
    days = [item.day for item in items if item.day]
    headline = next((item.headline for item in items if item.headline), None)
    articles = [item.key for item in items]
    return Listed(id, articles, min(days, default=None), max(days, default=None), headline)


def _write(path: Path, lines: Iterable[str]) -> None:
    with WholeFile(path) as file:
        for line in lines:
            file.write(line.encode())
