"""The JSON Schema that ships is the one of the dataclasses."""

from __future__ import annotations

import json
from importlib.resources import files

from briefkit.rendering.schema import json_schema


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
