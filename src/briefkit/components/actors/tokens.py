"""What the actors read of a Doc, extracted once: one list entry a token."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefkit.components.columns import columns

if TYPE_CHECKING:
    from spacy.tokens import Doc

# Kinds of blocks in which a name may begin or be meant; in the others nothing acts.
NAMED = frozenset({"paragraph", "item", "headline", "bullet", "caption"})
PROSE = frozenset({"paragraph", "item"})


@dataclass(slots=True)
class Tokens:
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

    def together(self, i: int, j: int) -> bool:
        """Whether two tokens stand in one block."""
        return self.block[i] == self.block[j]

    def top(self, start: int, end: int) -> int:
        """The token of `[start, end)` that the others of them hang on, found from the last."""
        i = end - 1
        while start <= self.head[i] < end and self.head[i] != i:
            i = self.head[i]
        return i

    def above(self, i: int) -> list[int]:
        """Token `i` and those that it hangs on, up to the root."""
        out = [i]
        while self.head[i] != i:
            i = self.head[i]
            out.append(i)
        return out

    def place(self, start: int, end: int) -> tuple[int, int]:
        """The characters of tokens `[start, end)`."""
        return self.idx[start], self.idx[end - 1] + len(self.text[end - 1])

    def words(self, start: int, end: int) -> str:
        """The text of tokens `[start, end)` with single spaces."""
        first, last = self.place(start, end)
        return " ".join(self.string[first:last].split())


def read_tokens(doc: Doc) -> Tokens:
    """The tokens of `doc`, from the columns that all components share."""
    seen = columns(doc)
    lower = seen.lower
    if "’" in seen.text:
        lower = [word.replace("’", "'") for word in lower]
    return Tokens(
        doc=doc,
        string=seen.text,
        idx=seen.starts,
        text=seen.words,
        lower=lower,
        tag=seen.tags,
        dep=seen.deps,
        head=seen.heads,
        kind=seen.kinds,
        block=seen.block_numbers,
        sent=seen.sentences,
    )
