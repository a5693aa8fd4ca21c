"""A sentence as plain lists: what the rules of the glance ask of a parse, fetched once."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING

from briefkit.components.columns import Columns, columns, subtrees
from briefkit.components.lazy import lazy
from briefkit.components.records import ActorRecord, DateRecord, records

if TYPE_CHECKING:
    from spacy.tokens import Doc

# Longer ones are lists, tables or a broken parse.
MAX_TOKENS = 90
_DASHES = frozenset({"--", "—", "–", "―", "---", "-"})


@dataclass(frozen=True)
class Table(Columns):
    """The columns of a Doc, and for each token whose name it is of, by type, or "time".

    `others` remembers of a noun the first token that may mean another of its kind.
    """

    ents: list[str]
    others: dict[str, int] = field(default_factory=dict)


def make_table(doc: Doc) -> Table:
    """The shared columns of `doc`, and which tokens name a person or a place or tell a time."""
    shared = columns(doc)
    ents = [""] * len(shared)
    named = [
        (mention.start, mention.end, actor.type)
        for actor in records(doc, ActorRecord)
        for mention in actor.mentions
        if mention.kind == "name"
    ]
    dated = [(date.start, date.end, "time") for date in records(doc, DateRecord)]
    for start, end, kind in [*named, *dated]:
        for i in shared.tokens_in(start, end):
            ents[i] = kind
    table = Table(**{f.name: getattr(shared, f.name) for f in fields(shared)}, ents=ents)
    vars(table).update({**vars(shared), **vars(table)})  # children, edges: what was made of them
    return table


@dataclass
class Sentence:
    """Tokens `[start, end)` of a table. All indices below count from `start`."""

    table: Table
    start: int
    end: int
    words: list[str] = field(init=False)
    lower: list[str] = field(init=False)
    tags: list[str] = field(init=False)
    deps: list[str] = field(init=False)
    ents: list[str] = field(init=False)
    gone: set[int] = field(init=False, default_factory=set)  # tokens that were cut
    _whole: dict[int, bool] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        table, piece = self.table, slice(self.start, self.end)
        self.words, self.lower = table.words[piece], table.lower[piece]
        self.tags, self.deps, self.ents = table.tags[piece], table.deps[piece], table.ents[piece]

    def __len__(self) -> int:
        return len(self.words)

    @lazy
    def heads(self) -> list[int]:
        """The head of each token; itself for a root."""
        start, size = self.start, len(self.words)
        heads = [head - start for head in self.table.heads[start : self.end]]
        if min(heads) < 0 or max(heads) >= size:
            # A cut of a sentence may leave a head outside: such a token counts as a root.
            heads = [head if 0 <= head < size else i for i, head in enumerate(heads)]
        return heads

    @lazy
    def kids(self) -> list[list[int]]:
        """The children of each token, in text order."""
        found: list[list[int]] = [[] for _ in self.words]
        for i, head in enumerate(self.heads):
            if head != i:
                found[head].append(i)
        return found

    @lazy
    def edges(self) -> list[tuple[int, int]]:
        """First and last token of the subtree of each token."""
        return subtrees(self.heads)

    @lazy
    def _roots(self) -> list[int]:
        return [i for i, head in enumerate(self.heads) if head == i]

    @lazy
    def root(self) -> int:
        """The token that the others hang from."""
        return next((i for i, head in enumerate(self.heads) if head == i and i + 1 < len(self)), 0)

    @lazy
    def dashes(self) -> list[int]:
        """The dashes, and hyphens that stand alone: "the plan - a bridge -"."""
        if _DASHES.isdisjoint(self.words):
            return []
        found = [i for i, word in enumerate(self.words) if word in _DASHES]
        return [i for i in found if self.words[i] != "-" or self._alone(i)]

    def _alone(self, i: int) -> bool:
        start, end = self.place(i)
        return self.table.text[max(start - 1, 0)] == " " == self.table.text[end : end + 1]

    @lazy
    def report(self) -> int:
        """The comma before ", officials said" or ", according to" at the end; else the length."""
        root = self.root
        for i in range(len(self) - 1, 2, -1):
            if self.words[i] != ",":
                continue
            if self.lower[i + 1 : i + 2] == ["according"]:
                return i
            said, speaker = self.kid(root, "ccomp"), self.kid(root, "nsubj")
            if said is None or speaker is None or not said < i < min(root, speaker):
                return len(self)
            return i if i + 1 in (root, self.edges[speaker][0]) else len(self)
        return len(self)

    def place(self, i: int) -> tuple[int, int]:
        """The characters `[start, end)` of token `i`."""
        return self.table.starts[self.start + i], self.table.ends[self.start + i]

    def whole(self, top: int) -> bool:
        """Whether the subtree of `top` is one unbroken stretch of tokens."""
        known = self._whole.get(top)
        if known is None:
            first, last = self.edges[top]
            # Unbroken, where the head of each token but the top lies in the stretch as well, and
            # no other root, which hangs from itself.
            heads = self.heads[first : last + 1]
            heads[top - first] = first
            inside = min(heads) >= first and max(heads) <= last
            known = inside and not any(first <= i <= last and i != top for i in self._roots)
            self._whole[top] = known
        return known

    @lazy
    def _labels(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for i, dep in enumerate(self.deps):
            found.setdefault(dep, []).append(i)
        return found

    def labelled(self, *labels: str) -> list[int]:
        """The tokens with one of the dependency labels, in order."""
        found = [i for label in labels for i in self._labels.get(label, ())]
        return sorted(found) if len(labels) > 1 else found

    def kid(self, i: int, *labels: str) -> int | None:
        """The first child of `i` with one of the dependency labels."""
        for k in self.kids[i]:
            if self.deps[k] in labels:
                return k
        return None
