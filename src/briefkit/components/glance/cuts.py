"""What deletions share: the cut itself, commas and ends."""

from __future__ import annotations

from typing import NamedTuple

from briefkit.components.glance.sentence import Sentence

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_FINAL = frozenset({".", "!", "?", ";", ":", "--", "—", "–", "...", "…"})


class Cut(NamedTuple):
    """Tokens to leave out, and the rule that says so."""

    start: int
    end: int
    rule: str


def comma(s: Sentence, i: int) -> bool:
    """Whether token `i` is a comma."""
    return 0 <= i < len(s.words) and s.words[i] == ","


def closes(s: Sentence, i: int) -> bool:
    """Whether the sentence, or a part of it, ends before token `i`; what was cut is not there."""
    size = len(s.words)
    while i < size and i in s.gone:
        i += 1
    # "wrote on a sign: 'Go home'": a colon before a quote ends nothing.
    opens = i < size and s.words[i] == ":" and _quotes(s, i + 1)
    return i >= size or (s.words[i] in _FINAL and not opens) or i == s.report


def _quotes(s: Sentence, i: int) -> bool:
    return i < len(s) and s.words[i] in ('"', "“", "'", "‘", "``")


def enclosed(s: Sentence, start: int, end: int, noun: int | None = None) -> tuple[int, int] | None:
    """`[start, end)` with the commas around it that its cut would leave over.

    None where it does not stand between commas, or between a comma and the end. `noun` is what it
    tells of: a comma may stand between the two, "Anna Berg, 34, *who won,* sued".
    """
    if not comma(s, start - 1):
        return None
    if closes(s, end):
        return start - 1, end
    if not comma(s, end):
        return None
    follows = s.tags[end + 1] if end + 1 < len(s) else ""
    # The second comma stays where it opens something of its own: ", killing", ", and"; and where
    # it parts a side clause from the subject.
    keep = follows in ("VBG", "CC", "WDT", "WP", "WRB", "IN", "``", "''", "VBN")
    keep = keep or (noun is not None and s.words[noun : start - 1].count(",") % 2 == 1)
    return start - 1, end if keep or fronts(s, end) else end + 1


def fronts(s: Sentence, i: int) -> bool:
    """Whether the comma at token `i` parts something in front from a subject."""
    return any(s.edges[k][0] == i + 1 for k in s.labelled(*SUBJECTS))
