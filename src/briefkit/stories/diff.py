"""Two briefs of one article side by side: what came, what went, what changed; and that as text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import Any, Literal

import msgspec

from briefkit.rendering.json import indented
from briefkit.rendering.terminal import safe
from briefkit.rendering.yaml import mapping, tree
from briefkit.schema import Brief
from briefkit.stories.names import plain
from briefkit.stories.words import content, words

_LAYERS = ("at_a_glance", "actors", "places", "dates", "quotes", "warnings")
_FIELDS = ("headline", "authors", "published", "lede")
# Places move with every word that an editor adds above, so they are no change of an item.
_PLACES = {"id", "span", "spans", "event_span", "anchor_span", "speaker_span", "cue_span",
           "whom_span", "mentions", "salience", "actor", "confidence", "resolved"}  # fmt: skip
# The lists whose names and words stand in other items, and what a date's value says as well.
_SOURCES = {"actors", "places", "dates"}
_BOUNDS = {"start", "end"}
# Two items of one layer are one, changed, where so many of their words are the same.
_ALIKE = 0.6
_MARKS = {"added": "+", "dropped": "-", "changed": "~"}

Kind = Literal["added", "dropped", "changed"]
Item = dict[str, Any]


class Field(msgspec.Struct, frozen=True):
    """What a field of an item was, and what it is."""

    field: str
    old: Any
    new: Any


class Change(msgspec.Struct, frozen=True):
    """A difference: in which field or list, and the item in the old and in the new brief."""

    layer: str
    kind: Kind
    text: str
    fields: list[Field]
    old: Item | None
    new: Item | None


class Difference(msgspec.Struct, frozen=True):
    """All changes between two briefs; `text_changed` tells whether the article itself did."""

    schema_version: str
    kind: Literal["diff"]
    old: str
    new: str
    text_changed: bool
    changes: list[Change]


def compare(old: Brief, new: Brief) -> Difference:
    """What is different between two briefs, in the order of a brief's fields."""
    before, after = (msgspec.to_builtins(brief) for brief in (old, new))
    changes = [
        Change(name, _kind(was, now), name, [Field(name, was, now)], None, None)
        for name in _FIELDS
        if (was := before[name]) != (now := after[name])
    ]
    for layer in _LAYERS:
        changes += _layer(layer, before[layer], after[layer])
    moved = old.source.sha256 != new.source.sha256
    told = list(_told_once(changes))
    return Difference("1.0", "diff", old.source.id, new.source.id, moved, told)


def _told_once(changes: list[Change]) -> Iterator[Change]:
    """Without what follows from another change: from an actor's name the speaker of each quote,
    from a date's value its first and last day, from a word the event that it stands in."""
    words = [one for change in changes for one in change.fields if _is_source(change, one)]
    events: list[Field] = []  # of which two dates may have the same
    for change in changes:
        has_value = any(one.field == "value" for one in change.fields)
        kept = [
            one
            for one in change.fields
            if (_is_source(change, one) or not _follows(one, words))
            and one not in events
            and not (one.field in _BOUNDS and has_value)
        ]
        events += [one for one in kept if one.field == "event"]
        if kept or change.kind != "changed":
            yield msgspec.structs.replace(change, fields=kept)


def _is_source(change: Change, field: Field) -> bool:
    return change.layer in _SOURCES and field.field in ("name", "text")


def _follows(field: Field, words: Iterable[Field]) -> bool:
    """Whether a text is another one in which nothing but words told elsewhere have changed."""
    old = field.old
    if not isinstance(old, str) or not isinstance(field.new, str):
        return False
    for word in words:
        old = old.replace(word.old, word.new)
    return bool(old == field.new)


def _kind(old: Any, new: Any) -> Kind:
    return "changed" if old and new else "added" if new else "dropped"


def _layer(layer: str, old: list[Item], new: list[Item]) -> Iterable[Change]:
    """The changes of a list: those of each new item, then the old items that are gone."""
    pairs = _pairs(layer, old, new)
    for j, item in enumerate(new):
        was = old[pairs[j]] if j in pairs else None
        fields = [
            Field(name, was[name], value)
            for name, value in item.items()
            if was and name not in _PLACES and was[name] != value
        ]
        if fields or was is None:
            yield Change(layer, _kind(was, item), _text(layer, item), fields, was, item)
    for i, item in enumerate(old):
        if i not in pairs.values():
            yield Change(layer, "dropped", _text(layer, item), [], item, None)


def _pairs(layer: str, old: list[Item], new: list[Item]) -> dict[int, int]:
    """Which item of the new brief is which of the old one: the surest pairs first."""
    ranked = sorted(
        ((-score, abs(i - j), i, j) for i, one in enumerate(old) for j, other in enumerate(new)
         if (score := _alike(layer, one, other)) >= _ALIKE)
    )  # fmt: skip
    pairs: dict[int, int] = {}
    for _, _, i, j in ranked:
        if j not in pairs and i not in pairs.values():
            pairs[j] = i
    return pairs


def _alike(layer: str, one: Item, other: Item) -> float:
    """How much two items have in common: 0 to 1."""
    if layer in ("actors", "places"):
        names, others = ({plain(n) for n in (x["name"], *x["aliases"])} for x in (one, other))
        return 1.0 if one["name"] == other["name"] else 0.9 if names & others else 0.0
    if layer == "dates":
        same = (
            words(one["text"]) == words(other["text"]) or one["value"] == other["value"] is not None
        )
        return _shared(one["event"] or "", other["event"] or "") * (1.0 if same else 0.8)
    if layer == "warnings":
        same = one["code"] == other["code"]
        return max(_ALIKE, _shared(one["message"], other["message"])) if same else 0.0
    return _shared(one["text"], other["text"])


def _shared(one: str, other: str) -> float:
    first, second = words(one), words(other)
    if first == second:
        return 1.0
    if not set(content(one)) & set(content(other)):
        return 0.0
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    # Their lengths alone tell of most pairs that they are two.
    return matcher.ratio() if matcher.real_quick_ratio() >= _ALIKE else 0.0


def _text(layer: str, item: Item) -> str:
    if layer == "dates" and item["event"]:
        return f"{item['text']}: {item['event']}"
    if layer == "quotes" and item["speaker"]:
        said = f"“{item['text']}”" if item["kind"] == "direct" else item["text"]
        return f"{item['speaker']}: {said}"
    return str(item.get("text") or item.get("name") or item.get("message"))


def to_yaml(found: Difference) -> str:
    """The differences as a YAML document."""
    return "---\n" + mapping(tree(found))


def to_json(found: Difference) -> str:
    """The differences as an indented JSON document."""
    return indented(tree(found)) + "\n"


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
    for one in change.fields:
        lead = "" if own else f"    {one.field}: "
        for mark, value in (("-", one.old), ("+", one.new)):
            lines += [f"{lead}{mark} {_shown(value)}"] if value not in (None, [], ()) else []
    return lines


def _shown(value: Any) -> str:
    if value is None:
        return ""
    return safe(", ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value))
