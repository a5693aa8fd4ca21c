"""Pieces to blocks: what each is to the article."""

from __future__ import annotations

from collections.abc import Sequence

from briefkit.layout.blocks import Block, BlockKind, Piece, Shape

_KINDS: dict[Shape, BlockKind] = {
    "title": "heading",
    "heading": "heading",
    "item": "item",
    "caption": "caption",
    "aside": "furniture",
    "text": "paragraph",
}


def label(text: str, pieces: Sequence[Piece], title: str | None = None) -> tuple[Block, ...]:
    """The blocks of pieces whose borders and shapes a document's own marks have told."""
    return tuple(
        Block(
            piece.start,
            piece.end,
            "headline" if not at and piece.shape == "title" else _KINDS[piece.shape],
        )
        for at, piece in enumerate(pieces)
    )
