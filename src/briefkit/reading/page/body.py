"""The body of an article, found by trafilatura."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from briefkit.reading.page.containers import join_containers, split_body

_ENOUGH = 0.8  # of the text of a split body; less is one of its parts


def find_body(root: Any, *, fast: bool) -> Any:
    """The body as trafilatura's elements (p, head, list, item, quote, table), or None.

    `fast` leaves out its second opinion.
    """
    _, size = split_body(root)
    whole = deepcopy(root) if size else None
    body = _extract(root, fast)
    if whole is not None and (body is None or len(" ".join(body.itertext())) < _ENOUGH * size):
        join_containers(split_body(whole)[0])
        body = _extract(whole, fast)
    return body


def _extract(root: Any, fast: bool) -> Any:
    from trafilatura import bare_extraction

    # It changes the tree.
    document: Any = bare_extraction(root, with_metadata=False, include_comments=False, fast=fast)
    return None if document is None else document.body
