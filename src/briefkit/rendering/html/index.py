"""The list of the pages of a batch."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

import msgspec

from briefkit.rendering.html.page import page
from briefkit.text import counted

_HEAD = re.compile(rb'<script type="application/json" id="briefkit">(.*?)</script>', re.S)


Row = dict[str, Any]
"""A page of the list: what its head tells, and as `href` its path from the list's folder."""


def head_of(data: bytes) -> bytes | None:
    """The JSON in a page that tells what it was made from; None where there is none."""
    found = _HEAD.search(data)
    return found[1] if found else None


def row(path: str, data: bytes) -> Row:
    """The line of the list for the page with these bytes."""
    return {**msgspec.json.decode(head_of(data) or b"{}"), "href": "./" + quote(os.fsencode(path))}


def render(rows: Sequence[Row], more: int = 0) -> str:
    """The list; `more` pages are there that it does not name."""
    newest = sorted(rows, key=lambda row: row.get("published") or "", reverse=True)
    return page(
        "index.html", styles=["index.css"], scripts=["index.js"],
        title=counted(len(rows) + more, "brief"),
        rows=newest, more=more,
    )  # fmt: skip
