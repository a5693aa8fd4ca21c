"""A story to a file: YAML and JSON item by item, so that no list is ever whole in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from itertools import chain, islice
from pathlib import Path
from typing import Any

from briefkit.batch.files import OutFile
from briefkit.rendering import Format
from briefkit.rendering.json import indented, render_line
from briefkit.rendering.yaml import mapping, tree
from briefkit.stories.account import Sections, whole
from briefkit.stories.pages import Pages

_AT_ONCE = 100


def story_parts(sections: Sections, format: Format, pages: Pages | None = None) -> Iterator[str]:
    """A story as text in parts; forms for readers have it whole in memory."""
    if format is Format.YAML:
        return _parts(sections, _yaml, "---\n", "{}:\n")
    if format is Format.JSON:
        return chain(_parts(sections, _json, "{\n", '  "{}": [', "\n  ]", ",\n"), ["\n}\n"])
    if format is Format.JSONL:
        return chain(_parts(sections, _line, "{", '"{}":[', "]", ","), ["}\n"])
    if format is Format.HTML:
        from briefkit.stories import html

        return iter([html.render(whole(sections), pages or {})])
    module = import_module(f"briefkit.stories.{format.value}")
    return iter([module.render(whole(sections))])


def write_parts(parts: Iterable[str], path: Path) -> None:
    """Write a story's file, whole or not at all. Raises UsageError where it cannot be."""
    file = OutFile(path)
    try:
        for part in parts:
            file.write(part.encode())
        file.move()
    finally:
        file.remove()


def _parts(
    sections: Sections,
    render: Callable[[dict[str, Any]], str],
    lead: str,
    head: str = "",
    tail: str = "",
    comma: str = "",
) -> Iterator[str]:
    """The sections behind `lead`, each as `render` makes it of a document with nothing else.

    A list is made in parts: `head`, with the section's name, and `tail` stand around its items, and
    `comma` between them, and with its line end between sections.
    """
    for name, value in sections:
        if isinstance(value, Iterator):
            text = render({name: list(islice(value, _AT_ONCE))})
            while more := list(islice(value, _AT_ONCE)):
                yield lead + text.removesuffix(tail)
                lead, text = comma.strip(), render({name: more}).removeprefix(head.format(name))
        else:
            text = render({name: value})
        yield lead + text
        lead = comma


def _yaml(document: dict[str, Any]) -> str:
    ((name, value),) = document.items()
    return f"{name}: []\n" if value == [] else mapping(tree(document))


def _json(document: dict[str, Any]) -> str:
    return indented(document).removeprefix("{\n").removesuffix("\n}")


def _line(document: dict[str, Any]) -> str:
    return render_line(document)[1:-2]
