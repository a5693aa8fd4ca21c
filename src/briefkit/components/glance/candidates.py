"""The sentences that a bullet may be made of."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING

from briefkit.components.glance.cuts import FINITE, SUBJECTS
from briefkit.components.glance.lexicon import content, entries
from briefkit.components.glance.sentence import MAX_TOKENS, Sentence, Table
from briefkit.components.layout import blocks
from briefkit.components.lazy import lazy
from briefkit.components.marks import find_marked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.tokens import Doc

    from briefkit.components.records import BlockRecord

_STORY = frozenset({"paragraph", "item"})
_MARKS = frozenset({'"', "“", "”", "``", "''"})
# A sentence that begins with a small letter behind one of these goes on with the one before.
_GOES_ON = frozenset({",", "”", "’", '"', "''"})
_ENDS = frozenset(".!…\"”’')")

# "(CNN) --", "TOKYO, Dec. 16 (Reuters) —", "KYIV, Ukraine —"
_DATELINE = re.compile(
    r"(?:[A-Z][^()\n—–]{0,60})?\([A-Z][\w./ ]{1,30}\)\s*(?:--|—|–|-)\s*+(?![a-z])"
    r"|(?:[A-Z][^()\n—–.]{0,60})?\((?:AFP|AP|CNN|Reuters|UPI|Xinhua)\)\s*"
    r"|[A-Z][A-Z.'’ -]{2,30}(?:,[^()\n—–-]{1,40})?\s*(?:--|—|–)\s*+(?![a-z])"
)
# "10:32 a.m. ET -", as live blogs mark their entries
_CLOCK = re.compile(
    r"\d{1,2}(?::[0-5]\d|\.[0-5]\d(?=\s?(?:[ap]\.?m\b|[A-Z]{3}\b|[-–—:|])))(?!\d)"
    r" ?(?:[ap]\.?m\.?)?"
    r"(?: ?\(?(?:E[SD]?T|P[SD]?T|GMT|BST|CET|UTC)\)?)?\s*[-–—:|]?\s+"
)
# "Q:", "SIDNER:", "Mayor Jane Doe:"
_LABEL = re.compile(r"(?:[A-Z][\w.'’-]*)(?: [A-Z][\w.'’-]*){0,3}:\s+")
# The heading of what a fact check is about.
_CLAIMED = re.compile(r"(?:(?:the )?claim|what (?:was|is|is being) claimed)\W*$", re.IGNORECASE)


@dataclass(frozen=True)
class Candidate:
    """A sentence of the story. `first` is its first token after dateline, clock or label."""

    sentence: Sentence
    first: int
    order: int  # number among the sentences of the story
    opens: bool  # whether it begins its paragraph
    inside: list[bool]  # whether each token stands between quotation marks

    @lazy
    def quoted(self) -> float:
        """Share of its tokens between quotation marks."""
        return sum(self.inside) / len(self.inside)

    @lazy
    def stems(self) -> list[str]:
        """Of each token; "" where it carries no content."""
        return list(map(content, self.sentence.lower, self.sentence.tags))


def find_candidates(doc: Doc, table: Table) -> list[Candidate]:
    """The sentences of the story that say something, in text order.

    Left out: what layout says is no prose, questions and the questioner's paragraphs, commands,
    pieces without a finite verb, page furniture, speech that nobody in the sentence speaks, and the
    claim that a fact check tells before its verdict.
    """
    layout = [block for block in blocks(doc) if block.kind in _STORY]
    if not layout:
        return []
    starts = [block.start for block in layout]
    asked = _questioners(table.text, layout) | _checked(table.text, blocks(doc), starts)
    inside = quoted(table, layout)
    furniture = _furniture(table)
    found: list[Candidate] = []
    order, last = 0, -1
    for start, stop in sentences(table, starts):
        start += _closing(table, start, inside)
        if not 4 <= stop - start <= MAX_TOKENS:
            continue
        begin = table.starts[start]
        at = bisect_right(starts, begin) - 1
        if at < 0 or begin >= layout[at].end:
            continue
        end = table.ends[stop - 1]
        opens = at != last
        text = table.text[begin:end]
        prefix = _prefix(text + " ") if opens else 0
        if begin + prefix >= end:  # a dateline that the parser took for a sentence
            continue
        order, last = order + 1, at
        if at in asked or not _sayable(text, layout[at].kind, furniture):
            continue
        first = _first(table, start, stop, begin + prefix) - start
        if not _states(table, start, stop):
            continue
        if sum(inside[start:stop]) > 0.85 * (stop - start):
            continue
        stop += _closing(table, stop, inside)
        sentence = Sentence(table, start, stop)
        marks = inside[start:stop]
        found.append(Candidate(sentence, first, order - 1, opens, marks))
    return found


def sentences(table: Table, starts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Tokens `[start, end)` of each sentence of the parser.

    It breaks some off before their end: what goes on in small letters, within the block that
    begins at one of the `starts`, belongs together.
    """
    begin = 0
    for at in [*table.sentence_starts[1:], len(table.words)]:
        if at < len(table.words):
            word, before = table.words[at], table.words[at - 1]
            same = bisect_right(starts, table.starts[begin]) == bisect_right(
                starts, table.starts[at]
            )
            if same and word[0].islower() and (before[-1].isalnum() or before in _GOES_ON):
                continue
        yield begin, at
        begin = at


def _furniture(table: Table) -> list[str]:
    """What of the list of page furniture the article has."""
    words = set(table.lower)
    likely = [phrase for phrase, first in _firsts().items() if first in words]
    whole = table.text.lower() if likely else ""
    return [phrase for phrase in likely if phrase in whole]


@cache
def _firsts() -> dict[str, str]:
    """The phrases of page furniture with the longest word of each that is one token."""
    words = {phrase: filter(str.isalpha, phrase.split()) for phrase in entries("boilerplate")}
    return {phrase: max(own, key=len) for phrase, own in words.items()}


def _closing(table: Table, stop: int, inside: list[bool]) -> int:
    """1 where the mark that closes a quote of the sentence went to the next one, else 0."""
    more = 0 < stop < len(table.words) and table.words[stop] in _MARKS and inside[stop]
    return int(more and inside[stop - 1] and table.text[table.starts[stop] - 1] in _ENDS)


def _first(table: Table, start: int, stop: int, at: int) -> int:
    """The token of `[start, stop)` at a character, or the one behind: "--In" counts from "In"."""
    return bisect_left(table.starts, at, start, stop)


def _sayable(text: str, kind: str, furniture: Sequence[str]) -> bool:
    """Whether the words look like a statement of the story; `furniture` as the article has it."""
    if kind == "paragraph" and text.rstrip()[-1:] not in _ENDS:
        return False
    if text.rstrip("\"”’') ").endswith("?") or text.upper() == text:
        return False
    return not any(map(text.lower().__contains__, furniture))


def _states(table: Table, start: int, stop: int) -> bool:
    """Whether it has a subject and a finite verb: no heading, no command.

    The parser may hang a subject with a participle or a remark behind it elsewhere, or take a verb
    for a noun: any noun before the verb is good enough for a verb that cannot command.
    """
    heads = table.heads
    root = start
    for i in range(start, stop - 1):
        if heads[i] == i:
            root = i
            break
    kids = [i for i in table.children[root] if start <= i < stop]
    finite = any(table.tags[i] in FINITE for i in (root, *kids))
    if any(table.deps[i] in SUBJECTS for i in kids):
        # "The mayor announced": a past tense that was taken for a participle.
        return finite or table.tags[root] == "VBN"
    told = finite and table.tags[root] != "VBP" and table.deps[root] == "ROOT"
    return told and any(table.tags[i].startswith(("NN", "PRP")) for i in range(start, root))


def _prefix(text: str) -> int:
    """Length of the dateline, clock or speaker's label at the head of a paragraph."""
    for pattern in (_DATELINE, _CLOCK, _LABEL):
        found = pattern.match(text)
        if found:
            return found.end()
    return 0


def _questioners(text: str, layout: list[BlockRecord]) -> set[int]:
    """The blocks in which an interviewer speaks.

    An article in which at least three paragraphs, and one in eight, end with a question is an
    interview: those are the questioner's.
    """
    asks = {i for i, block in enumerate(layout) if text[block.end - 1 : block.end] == "?"}
    return asks if len(asks) >= max(3, len(layout) / 8) else set()


def _checked(text: str, layout: Iterable[BlockRecord], starts: Sequence[int]) -> set[int]:
    """Which of the blocks that begin at `starts` tell what a fact check is about."""
    headed = {
        block.start
        for above, block in pairwise(layout)
        if above.kind in ("heading", "headline") and _CLAIMED.match(text, above.start, above.end)
    }
    return {i for i, start in enumerate(starts) if start in headed}


def quoted(table: Table, layout: list[BlockRecord]) -> list[bool]:
    """Whether each token stands between quotation marks; a quote ends with its block."""
    inside = [False] * len(table.words)
    for block, after in zip_longest(layout, layout[1:]):
        following = table.text[after.start] if after else ""
        for piece in find_marked(table.text, block.start, block.end, following):
            for i in table.tokens_in(piece.start, piece.end) if piece.opened else ():
                inside[i] = True
    return inside
