"""A brief as a line of JSON Lines."""

from __future__ import annotations

from briefkit.rendering.json import render_line as render

__all__ = ["render"]
