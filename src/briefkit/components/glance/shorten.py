"""A sentence to the words that a bullet keeps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefkit.components.glance.cuts import SUBJECTS, Cut
from briefkit.components.glance.deletions import likely
from briefkit.components.glance.limits import CUT, LEAST, QUOTED, WHOLE
from briefkit.components.glance.rules import FREE
from briefkit.components.glance.sentence import Sentence

# A sentence that ends with one of these was cut, or goes on elsewhere.
_DANGLING = frozenset({"IN", "DT", "CC", "TO", "PRP$", "WDT", "WP", "MD", ":"})
_COPULAS = frozenset({"are", "be", "become", "became", "is", "was", "were"})
_CLOSING = ",.;:!?)'’”%"
_OPENING = "(-$“‘"
_EDGES = frozenset({",", ";", ":", "--", "—", "–", "―", "-", "...", "…", "."})


@dataclass(frozen=True, slots=True)
class Short:
    """What is left of a sentence: tokens, counted from its start, `size` words; what was cut."""

    sentence: Sentence
    kept: tuple[int, ...]
    cuts: tuple[Cut, ...]
    size: int

    def pieces(self) -> list[tuple[int, int]]:
        """The runs of kept characters `[start, end)`, in text order."""
        found = runs(self.sentence, self.kept)
        # A dash that is glued to the first word: "--In".
        while self.sentence.table.text[found[0][0]] in "-–—":
            found[0] = (found[0][0] + 1, found[0][1])
        return found

    def sound(self) -> bool:
        """Whether it ends like a sentence, and each quotation mark in it has its fellow."""
        s, last = self.sentence, self.kept[-1]
        if s.tags[last] in _DANGLING or s.lower[last] in ("did", "do", "does"):
            return False
        words = [s.words[i] for i in self.kept]
        # "is, according to the mayor": what it is was cut, or the parser lost it.
        if not _COPULAS.isdisjoint(words) and any(
            a in _COPULAS and b == "," for a, b in pairwise([*words, ","])
        ):
            return False
        words.append(self.closing())
        pairs = words.count("“") == words.count("”") and words.count('"') % 2 == 0
        return pairs and words.count("(") == words.count(")")

    def closing(self) -> str:
        """The mark that ends a quote which goes on in the next sentence; "" where none does."""
        s = self.sentence
        marks = [i for i in self.kept if s.words[i] in ("“", "”", '"')]
        if not marks or any(s.words[i] in ("“", "”", '"') for i in s.gone):
            return ""
        last = marks[-1]
        start = s.place(last)[0]
        opens = s.words[last] == "“" or (s.words[last] == '"' and len(marks) % 2 == 1)
        spaced = not s.table.text[start - 1 : start].strip()
        if not (opens and spaced) or self.kept[-1] - last < QUOTED:
            return ""
        return "”" if s.words[last] == "“" else '"'

    def text(self) -> str:
        """The kept pieces joined by single spaces."""
        whole = self.sentence.table.text
        return join([whole[start:end] for start, end in self.pieces()]) + self.closing()


def join(pieces: list[str]) -> str:
    """Pieces with one space between, none before a mark that closes."""
    out = ""
    for piece in pieces:
        folded = " ".join(piece.split())
        glued = not out or folded[:1] in _CLOSING or out[-1:] in _OPENING
        glued = glued or (folded[:1] == '"' and out.count('"') % 2 == 1)
        out += folded if glued else " " + folded
    return out


def runs(s: Sentence, kept: Sequence[int]) -> list[tuple[int, int]]:
    """The characters `[start, end)` of each unbroken run of kept tokens."""
    if not kept:
        return []
    starts, words, base = s.table.starts, s.words, s.start
    breaks = [n for n, (a, b) in enumerate(pairwise(kept), 1) if b != a + 1]
    return [
        (starts[base + kept[first]], starts[base + kept[end - 1]] + len(words[kept[end - 1]]))
        for first, end in pairwise([0, *breaks, len(kept)])
    ]


def count(s: Sentence, kept: Sequence[int]) -> int:
    """White-space separated words of the kept tokens, as `Short.text` has them."""
    text = s.table.text
    pieces = [text[start:end] for start, end in runs(s, kept)]
    glued = [b[0] in _CLOSING or a[-1] in _OPENING for a, b in pairwise(pieces)]
    return sum([len(piece.split()) for piece in pieces]) - sum(glued)


def fitted(s: Sentence, first: int, most: int) -> Short | None:
    """The sentence from token `first` on, without what costs nothing to leave out.

    One of more than `most` words gives up what it is likely sound without; None where it does not
    fit in the end, or where what is left is no sentence.
    """
    kept, made = bared(s, first)
    while (size := count(s, kept)) > most:
        left = _likely(s, kept, made, most) if len(s) <= CUT else None
        if left is None:
            return None
        kept = left
    short = Short(s, tuple(kept), tuple(made), size)
    return short if kept and short.sound() else None


def bared(s: Sentence, first: int) -> tuple[list[int], list[Cut]]:
    """What is left from token `first` on without what costs nothing, and the cuts that made it."""
    s.gone = set(range(first))
    made: list[Cut] = []
    kept = trim(s, list(range(first, len(s))))
    for cut in sorted({cut for rule in FREE for cut in rule(s)}):
        kept = _without(s, kept, cut, made, WHOLE)
    return kept, made


def _likely(s: Sentence, kept: list[int], made: list[Cut], most: int) -> list[int] | None:
    """What is left after the likeliest deletion, first of those after which it fits."""
    cuts = [cut for _, cut in likely(s, kept)]
    for cut in sorted(cuts, key=lambda cut: count(s, _left(s, kept, cut)) > most):
        left = _without(s, kept, cut, made, LEAST)
        if len(left) < len(kept):
            return left
    return None


def _without(s: Sentence, kept: list[int], cut: Cut, made: list[Cut], least: int) -> list[int]:
    """What is left after the cut; all of it, where it would be fewer than `least` words."""
    left = _left(s, kept, cut)
    if len(left) == len(kept) or count(s, left) < least:
        return kept
    s.gone.update(range(cut.start, cut.end))
    made.append(cut)
    return left


def _left(s: Sentence, kept: list[int], cut: Cut) -> list[int]:
    return trim(s, [i for i in kept if not cut.start <= i < cut.end])


def trim(s: Sentence, kept: list[int]) -> list[int]:
    """Without commas and stops at either end, and the second comma in a row."""
    while kept and (s.words[kept[-1]] in _EDGES or s.words[kept[-1]].isspace()):
        kept = kept[:-1]
    # The stop may stand before the mark that closes a quote: "a 'huge farce.'"
    if len(kept) > 1 and s.words[kept[-1]] in ('"', "”") and s.words[kept[-2]] in (".", ","):
        kept = [*kept[:-2], kept[-1]]
    while kept and s.words[kept[0]] in _EDGES:
        kept = kept[1:]
    for n in [n for n, i in enumerate(kept) if s.words[i] == ","][::-1]:
        before = kept[n - 1]
        if s.words[before] == "," or (before != kept[n] - 1 and _parts(s, kept[:n], kept[n])):
            kept = kept[:n] + kept[n + 1 :]
    return kept


def _parts(s: Sentence, before: list[int], i: int) -> bool:
    """Whether comma `i` closes what was cut whole, and now parts a subject from its verb."""
    last, after = before[-1], i + 1
    for k in s.labelled(*SUBJECTS):
        first, end = s.edges[k]
        verb = s.heads[k]
        if first <= last <= end and after < len(s) and (after == verb or s.heads[after] == verb):
            return not any(s.words[j] == "," for j in before if j >= first)
    return False
