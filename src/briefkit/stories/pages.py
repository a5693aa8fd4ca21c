"""The pages of a story's articles, as `briefkit batch --format html` made them."""

from __future__ import annotations

import json
import os
from pathlib import Path
from urllib.parse import quote

from briefkit.errors import UsageError
from briefkit.rendering import Format

Pages = dict[str, str]
"""The SHA-256 of each text to the link to its page."""


def find_pages(folder: Path | None, out: Path, format: Format) -> Pages:
    """The pages in a folder and its folders, as links from a page in the folder `out`.

    Raises UsageError where there is none, or no page is written.
    """
    if folder is None:
        return {}
    if format is not Format.HTML:
        raise UsageError("--pages is for a page", "add --format html, or leave out --pages")
    from briefkit.rendering.html.index import head_of

    found: Pages = {}
    for path in sorted(folder.rglob("*.html")):
        if path.is_file() and (head := head_of(path.read_bytes())):
            link = quote(os.path.relpath(path, out))
            found.setdefault(json.loads(head)["source"]["sha256"], f"./{link}")
    if not found:
        raise UsageError(
            f"--pages {folder}: no pages of briefs are there",
            f"make them: briefkit batch ARTICLES -o {folder} --format html",
        )
    return found
