"""The JSON Schema of a brief, made from its dataclasses.

`python -m briefkit.rendering.schema` prints it; `src/briefkit/brief.schema.json` is its output.
"""

from __future__ import annotations

import json
import sys
from typing import Any

import msgspec

from briefkit.schema import SCHEMA_VERSION, Brief


def json_schema(
    type: type = Brief, title: str = f"A brief of briefkit, schema version {SCHEMA_VERSION}"
) -> str:
    """The JSON Schema (2020-12) of a dataclass; without one, of a brief."""
    (reference,), definitions = msgspec.json.schema_components(
        [type], ref_template="#/$defs/{name}"
    )
    for definition in definitions.values():
        # A default is for Python's sake: a written brief has every field.
        definition["required"] = list(definition["properties"])
    schema: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        **reference,
        "$defs": definitions,
    }
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.stdout.write(json_schema())
