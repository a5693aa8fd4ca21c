"""The JSON Schema of a brief or a story, made from its classes.

`python -m briefkit.rendering.schema` prints that of a brief, which `src/briefkit/brief.schema.json`
holds; `python -m briefkit.rendering.schema briefkit.stories.schema Story` that of a story.
"""

from __future__ import annotations

import json
import sys
from importlib import import_module
from typing import Any

import msgspec

from briefkit import lexicon
from briefkit.schema import SCHEMA_VERSION, Brief

_PLACE = "[start, end) in Unicode code points of the article's text, as `briefkit text` prints it"


def json_schema(type: type = Brief) -> str:
    """The JSON Schema (2020-12) of a class; without one, of a brief."""
    (reference,), definitions = msgspec.json.schema_components(
        [type], ref_template="#/$defs/{name}"
    )
    for field, words in lexicon.rows("rendering", "fields.tsv"):
        of, _, name = field.partition(".")
        if of in definitions:
            definitions[of]["properties"][name]["description"] = words.replace("PLACE", _PLACE)
    for definition in definitions.values():
        # A default is for Python's sake: a written brief has every field.
        definition["required"] = list(definition["properties"])
    kind = type.__name__.lower()
    schema: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:briefkit:{kind}:{SCHEMA_VERSION}",
        "title": f"A {kind} of briefkit, schema version {SCHEMA_VERSION}",
        **reference,
        "$defs": definitions,
    }
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    module, name = sys.argv[1:] or (Brief.__module__, Brief.__name__)
    sys.stdout.write(json_schema(getattr(import_module(module), name)))
