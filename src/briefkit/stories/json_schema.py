"""The JSON Schema of a story, made from its dataclasses.

`python -m briefkit.stories.json_schema` prints it; `src/briefkit/story.schema.json` is its output.
"""

from __future__ import annotations

import sys

from briefkit.rendering.schema import json_schema
from briefkit.stories.schema import STORY_VERSION, Story


def story_schema() -> str:
    """The JSON Schema (2020-12) of a story."""
    return json_schema(Story, f"A story of briefkit, schema version {STORY_VERSION}")


if __name__ == "__main__":
    sys.stdout.write(story_schema())
