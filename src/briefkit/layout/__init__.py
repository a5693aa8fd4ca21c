"""The layout of an article: which stretch of its text is a headline, a list, a paragraph.

Pure text, no spaCy. `analyse` reads plain text; readers of structured formats (Markdown, HTML)
make their blocks themselves.
"""

from briefkit.layout.blocks import PROSE, Block, BlockKind, Piece, Shape
from briefkit.layout.bylines import byline_names
from briefkit.layout.cleaning import Cleaned, cleaned
from briefkit.layout.labels import analyse, label
from briefkit.layout.turns import Turn, find_turns

__all__ = [
    "PROSE",
    "Block",
    "BlockKind",
    "Cleaned",
    "Piece",
    "Shape",
    "Turn",
    "analyse",
    "byline_names",
    "cleaned",
    "find_turns",
    "label",
]
