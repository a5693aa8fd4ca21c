"""The JSON Schema that ships is the one of the dataclasses."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib.resources import files

from briefkit.rendering.schema import json_schema
from tests.briefs import brief


def test_the_shipped_schema_is_of_these_dataclasses() -> None:
    """If this fails: python -m briefkit.rendering.schema > src/briefkit/brief.schema.json"""
    shipped = files("briefkit").joinpath("brief.schema.json").read_text(encoding="utf-8")
    assert shipped == json_schema()


def test_every_field_is_required() -> None:
    for definition in json.loads(json_schema())["$defs"].values():
        assert definition["required"] == list(definition["properties"])


def test_every_field_of_a_brief_is_described() -> None:
    for name, definition in json.loads(json_schema())["$defs"].items():
        for field, about in definition["properties"].items():
            assert about.get("description"), f"{name}.{field}"


def test_briefs_can_be_told_apart_by_a_set() -> None:
    (bullet,) = brief().at_a_glance
    named = replace(bullet, resolved=({"from": "She", "to": "Ada Quill", "span": (0, 9)},))
    other = replace(brief(), at_a_glance=(named,))
    assert len({brief(), other, replace(other)}) == 2
