"""A brief as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from briefkit.schema import Brief


def render(brief: Brief) -> str:
    """The brief as an indented JSON document."""
    return msgspec.json.format(msgspec.json.encode(brief), indent=2).decode() + "\n"


def render_line(brief: Brief) -> str:
    """The brief as one line of a JSON Lines file."""
    return msgspec.json.encode(brief).decode() + "\n"
