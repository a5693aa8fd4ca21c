"""The forms of a story."""

from __future__ import annotations

from enum import StrEnum


class StoryFormat(StrEnum):
    """The forms that a story can be written in."""

    YAML = "yaml"
    JSON = "json"
    JSONL = "jsonl"
    MARKDOWN = "markdown"
    HTML = "html"
    SUMMARY = "summary"

    @property
    def suffix(self) -> str:
        """The ending of a file."""
        return {"markdown": ".md", "summary": ".txt"}.get(self.value, f".{self.value}")
