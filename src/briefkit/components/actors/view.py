"""What the actors read of a Doc, extracted once: one list entry a token."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefkit.components.layout import blocks

if TYPE_CHECKING:
    from spacy.tokens import Doc

# Kinds of blocks in which a name may begin or be meant; in the others nothing acts.
NAMED = frozenset({"paragraph", "item", "headline", "bullet", "caption"})
PROSE = frozenset({"paragraph", "item"})


@dataclass(slots=True)
class View:
    """Parallel lists over the tokens of `doc`; `block` counts layout blocks, -1 between them."""

    doc: Doc
    string: str
    idx: list[int]  # first character of each token
    text: list[str]
    lower: list[str]
    tag: list[str]
    dep: list[str]
    head: list[int]
    kind: list[str]
    block: list[int]
    sent: list[int]  # index of the token's sentence

    def __len__(self) -> int:
        return len(self.text)

    def capital(self, i: int) -> bool:
        """Whether token `i` begins with a capital letter."""
        return self.text[i][:1].isupper()

    def place(self, start: int, end: int) -> tuple[int, int]:
        """The characters of tokens `[start, end)`."""
        return self.idx[start], self.idx[end - 1] + len(self.text[end - 1])

    def words(self, start: int, end: int) -> str:
        """The text of tokens `[start, end)` with single spaces."""
        first, last = self.place(start, end)
        return " ".join(self.string[first:last].split())


def view(doc: Doc) -> View:
    """Read `doc` once."""
    tokens = list(doc)
    kind: list[str] = []
    block: list[int] = []
    found = blocks(doc)
    at, last = 0, len(found)
    idx = [token.idx for token in tokens]
    for place in idx:
        while at < last and found[at].end <= place:
            at += 1
        inside = at < last and found[at].start <= place
        kind.append(found[at].kind if inside else "")
        block.append(at if inside else -1)
    sent, count = [], -1
    for token in tokens:
        count += bool(token.is_sent_start)
        sent.append(count)
    text = [token.text for token in tokens]
    return View(
        doc=doc,
        string=doc.text,
        idx=idx,
        text=text,
        lower=[word.lower().replace("’", "'") for word in text],
        tag=[token.tag_ for token in tokens],
        dep=[token.dep_ for token in tokens],
        head=[token.head.i for token in tokens],
        kind=kind,
        block=block,
        sent=sent,
    )
