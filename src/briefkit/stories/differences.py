"""The differences of two briefs as text: YAML and JSON, a summary and a page for a reader."""

from __future__ import annotations

from typing import Any

from briefkit.rendering.json import indented
from briefkit.rendering.terminal import safe
from briefkit.rendering.yaml import mapping, tree
from briefkit.stories.diff import Change, Difference

_MARKS = {"added": "+", "dropped": "-", "changed": "~"}


def to_yaml(found: Difference) -> str:
    """The differences as a YAML document."""
    return "---\n" + mapping(_listed(found))


def to_json(found: Difference) -> str:
    """The differences as an indented JSON document."""
    return indented(_listed(found)) + "\n"


def to_summary(found: Difference) -> str:
    """One line a change, under the name of its list; nothing where there is none."""
    lines: list[str] = []
    for name, changes in _layers(found).items():
        lines += [*([""] if lines else []), name]
        lines += [line for change in changes for line in _lines(change)]
    return "".join(f"{line}\n" for line in lines)


def to_html(found: Difference) -> str:
    """The differences as a page, the lists in the order of a brief."""
    from briefkit.rendering.html.page import page

    title = found.new if found.old == found.new else f"{found.old}, {found.new}"
    return page(
        "diff.html",
        styles=["story.css"],
        title=title,
        found=found,
        layers=_layers(found),
        shown=_shown,
    )


def _layers(found: Difference) -> dict[str, list[Change]]:
    """The changes under the names of their lists."""
    layers: dict[str, list[Change]] = {}
    for change in found.changes:
        layers.setdefault(change.layer.replace("_", " ").capitalize(), []).append(change)
    return layers


def _lines(change: Change) -> list[str]:
    own = change.old is None and change.new is None
    lines = [] if own else [f"{_MARKS[change.kind]} {safe(change.text)}"]
    for name, (old, new) in change.fields.items():
        lead = "" if own else f"    {name}: "
        lines += [f"{lead}- {_shown(old)}"] if old not in (None, [], ()) else []
        lines += [f"{lead}+ {_shown(new)}"] if new not in (None, [], ()) else []
    return lines


def _shown(value: Any) -> str:
    if value is None:
        return ""
    return safe(", ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value))


def _listed(found: Difference) -> dict[str, Any]:
    """The tree that is written: of each changed field its name, old and new value."""
    listed = tree(found)
    for change in listed["changes"]:
        change["fields"] = [
            {"field": name, "old": old, "new": new} for name, (old, new) in change["fields"].items()
        ]
    return listed
