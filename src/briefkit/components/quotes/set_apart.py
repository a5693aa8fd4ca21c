"""Paragraphs that Markdown and mail set apart as somebody's words: "> …" below "He wrote:"."""

from __future__ import annotations

from briefkit.components.quotes.view import View

_SIGNS = ("-", "–", "—")


def is_set_apart(view: View, number: int) -> bool:
    """Whether a block is in a run of cited blocks that a colon announces, and no name below it."""
    if number == len(view.blocks) or not _cited(view, number):
        return False
    first = number
    while first > 0 and _cited(view, first - 1):
        first -= 1
    announced = first > 0 and view.text[view.blocks[first - 1].end - 1] == ":"
    return announced and not view.text.startswith(_SIGNS, view.blocks[number].start)


def _cited(view: View, number: int) -> bool:
    start = view.blocks[number].start
    line = view.text.rfind("\n", 0, start) + 1
    return view.text[line:start].lstrip().startswith(">")
