"""The body of an article, found by trafilatura."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from briefkit.reading.page.containers import join_containers, split_body

_ENOUGH = 0.8  # of the text of a split body; less is one of its parts


def find_body(root: Any) -> Any:
    """The body as trafilatura's elements (p, head, list, item, quote, table), or None."""
    _, size = split_body(root)
    whole = deepcopy(root) if size else None
    body = _extract(root)
    if whole is not None and (body is None or len(" ".join(body.itertext())) < _ENOUGH * size):
        join_containers(split_body(whole)[0])
        body = _extract(whole)
    return body


def _extract(root: Any) -> Any:
    from trafilatura import bare_extraction

    # It changes the tree.
    document: Any = bare_extraction(root, with_metadata=False, include_comments=False)
    return None if document is None else document.body
