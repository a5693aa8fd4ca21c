"""A story to a file: YAML and JSON item by item, so that no list is ever whole in memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any

from briefkit.atomic import WholeFile
from briefkit.batch.files import explained
from briefkit.rendering.json import indented, render_line
from briefkit.rendering.yaml import mapping, tree
from briefkit.stories.account import Sections, whole
from briefkit.stories.formats import StoryFormat
from briefkit.stories.pages import Pages

_AT_ONCE = 100


def story_parts(
    sections: Sections, format: StoryFormat, pages: Pages | None = None
) -> Iterator[str]:
    """A story as text in parts; forms for readers have it whole in memory."""
    if format is StoryFormat.YAML:
        return yaml_parts(sections)
    if format in (StoryFormat.JSON, StoryFormat.JSONL):
        return json_parts(sections, is_line=format is StoryFormat.JSONL)
    if format is StoryFormat.HTML:
        from briefkit.stories import html

        return iter([html.render(whole(sections), pages or {})])
    module = import_module(f"briefkit.stories.{format.value}")
    return iter([module.render(whole(sections))])


def write_parts(parts: Iterable[str], path: Path) -> None:
    """Write a story's file, whole or not at all. Raises UsageError where it cannot be."""
    with explained(path):
        file = WholeFile(path)
    try:
        for part in parts:
            with explained(path):
                file.write(part.encode())
        with explained(path):
            file.move()
    finally:
        file.remove()


def yaml_parts(sections: Sections) -> Iterator[str]:
    """The YAML document of a story in parts."""
    lead = "---\n"
    for name, value in sections:
        if not isinstance(value, Iterator):
            yield lead + mapping(tree({name: value}))
            lead = ""
            continue
        head = f"{name}:\n"
        found = False
        while items := list(islice(value, _AT_ONCE)):
            part = mapping(tree({name: items}))
            yield part.removeprefix(head) if found else part
            found = True
        if not found:
            yield f"{name}: []\n"


def json_parts(sections: Sections, *, is_line: bool = False) -> Iterator[str]:
    """The JSON document of a story in parts, or its line of JSON Lines."""
    gap = "" if is_line else "\n  "
    lead = "{"
    for name, value in sections:
        yield f'{lead}{gap}"{name}":' + " " * bool(gap)
        if isinstance(value, Iterator):
            mark = "["
            for item in value:
                yield mark + gap + "  " * bool(gap) + _json(item, gap + "  ")
                mark = ","
            yield "[]" if mark == "[" else f"{gap}]"
        else:
            yield _json(value, gap)
        lead = ","
    yield "}\n" if is_line else "\n}\n"


def _json(item: Any, gap: str) -> str:
    """A value behind so much space, or on one line where there is none."""
    return indented(item).replace("\n", gap) if "\n" in gap else render_line(item).rstrip("\n")
