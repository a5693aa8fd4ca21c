"""Direct quotes: marked stretches that stand for themselves, joined to quotes with a cue."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from briefkit.components.quotes.lexicon import cue_verbs
from briefkit.components.quotes.marks import Marked
from briefkit.components.quotes.reports import subject
from briefkit.components.quotes.view import View

_MARKS = "\"“”„‟«»‹›‘’‚'`"
_ENDS_SENTENCE = re.compile(r"[.?!…][\"”’'»)\]]*\s*$")
_DASHES = frozenset({"–", "—", "--", "-", "―"})
_NEVER = frozenset({"is", "was", "are", "were", "has", "had", "have", "does", "did", "do", "'s"})
_FULL_STOPS = frozenset({".", "?", "!"})
_CLAUSE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})
_VERB_TAGS = ("VB",)
# How many tokens of a gap may lie between a quote and its cue: a name with its apposition.
_REACH = 40


@dataclass(slots=True)
class Piece:
    """One marked stretch and where it stands."""

    marked: Marked
    block: int
    first: int  # tokens inside of the marks, [first, last)
    last: int
    alone: bool = False  # stands for itself, not a part of the sentence around it


@dataclass(slots=True)
class Direct:
    """A direct quote in the making."""

    pieces: list[Piece]
    cue: int | None = None
    cue_span: tuple[int, int] | None = None
    speaker: int | None = None
    continued: bool = False
    lead: int | None = None  # block whose end introduces it

    spans: list[tuple[int, int]] = field(default_factory=list)


def is_cue(view: View, i: int) -> bool:
    """Whether the token is a verb of saying in a form that can introduce words in marks."""
    verb = cue_verbs().get(view.lower[i])
    if verb is None or not view.tag[i].startswith("VB") or view.dep[i] == "amod":
        return False
    return verb.grade == "say" or view.tag[i] not in ("VB", "VBN")


def make_pieces(view: View, marked: list[tuple[int, Marked]]) -> list[Piece]:
    """Marked stretches with their tokens; `alone` as far as the marks' surroundings tell."""
    pieces = []
    for block, m in marked:
        tokens = view.tokens_in(m.start, m.end)
        if not tokens:
            continue
        pieces.append(Piece(m, block, tokens.start, tokens.stop))
    for n, piece in enumerate(pieces):
        before = pieces[n - 1] if n and pieces[n - 1].block == piece.block else None
        after = (
            pieces[n + 1] if n + 1 < len(pieces) and pieces[n + 1].block == piece.block else None
        )
        piece.alone = _alone(view, piece, before, after)
    return pieces


def _inner(view: View, m: Marked) -> str:
    return view.text[m.start : m.end].strip(_MARKS + " ")


def _alone(view: View, piece: Piece, before: Piece | None, after: Piece | None) -> bool:
    m, text = piece.marked, view.text
    block = view.blocks[piece.block]
    if not m.opened or not m.closed:
        return True
    inner = _inner(view, m)
    words = inner.count(" ") + 1
    left = text[max(block.start, m.start - 60) : m.start].rstrip()
    right = text[m.end : m.end + 60].lstrip() if m.end < block.end else ""
    ended = inner[-1:] in ",.?!…—-" or text[m.end - 1 : m.end] == ","
    goes_on = bool(right) and not ended and right[0] not in ",.;:!?—–)("
    said = ended and inner[-1:] != "." and _cue_follows(view, piece)
    if said and (not left or left[-1] in ".?!…" or left[-1] in _MARKS):
        return True
    if m.start == block.start or not left:
        return (words > 2 and not goes_on) or (words > 3 and ended)
    last = left[-1]
    if last == ":":
        return words > 2 or inner[-1:] in ".?!"
    upper = inner[:1].isupper() or not inner[:1].isalpha()
    if last in ".?!…" or (
        last in _MARKS and before is not None and before.marked.end >= m.start - 2
    ):
        return not goes_on and (words > 2 or ended)
    cue_before = _ends_with_cue(view, piece, before)
    if last in ",—–-;" and (cue_before or (before is not None and before.alone)):
        return words > 1 and (upper or words > 3)
    if cue_before and ((upper and words > 2) or words > 3):
        return True
    return last in ",;—–" and upper and words > 3 and ended


def _cue_follows(view: View, piece: Piece) -> bool:
    """Whether "he said" or "said the old man" comes right behind a marked stretch."""
    for i in range(piece.last, min(piece.last + 8, view.n)):
        if view.lower[i] in _FULL_STOPS:
            return False
        if is_cue(view, i):
            return True
    return False


def _ends_with_cue(view: View, piece: Piece, before: Piece | None, least: int = 0) -> bool:
    """Whether a verb of saying stands right before, or in the sentence before a comma or colon."""
    cue_verbs()
    floor = (
        before.last
        if before is not None
        else view.tokens_in(
            view.blocks[piece.block].start, view.blocks[piece.block].start + 1
        ).start
    )
    floor = max(floor, least)
    i = piece.first - 1
    steps = 0
    comma = False
    while i >= floor and steps < 25:
        word = view.lower[i]
        if is_cue(view, i):
            return steps == 0 or comma
        if comma and view.tag[i] in _CLAUSE_TAGS:
            return False
        if word in (".", "?", "!"):
            return False
        if word in (",", ":", "—", "–"):
            comma = comma or steps == 0
        i -= 1
        steps += 1
    return False


def join(view: View, pieces: list[Piece]) -> list[Direct]:
    """The direct quotes of the article, with their cue where one is found."""
    alone = [p for p in pieces if p.alone]
    found: list[Direct] = []
    for n, piece in enumerate(alone):
        prev = alone[n - 1] if n else None
        following = alone[n + 1] if n + 1 < len(alone) else None
        quote = _goes_on(view, found[-1], prev, piece) if found and prev else None
        if quote is not None:
            quote.pieces.append(piece)
            if quote.cue is None:
                _attribute(view, quote, prev, piece, following)
            continue
        quote = Direct([piece])
        _attribute(view, quote, prev, piece, following)
        if prev is not None and found and _same_quote(view, found[-1], prev, quote, piece):
            last = found[-1]
            last.pieces += quote.pieces
            if last.cue_span is None:
                last.cue, last.cue_span, last.speaker = quote.cue, quote.cue_span, quote.speaker
        elif quote.cue_span is not None or not _titled(view, piece):
            found.append(quote)
    return found


def _titled(view: View, piece: Piece) -> bool:
    """Whether a stretch that nobody says is the title of a work: "Lost at Sea," by … ."""
    inner = _inner(view, piece.marked)
    if inner[-1:] != "," and view.text[piece.marked.end : piece.marked.end + 1] != ",":
        return False
    if piece.last < view.n and view.lower[piece.last] == "by":
        return True
    return all(word[0].isupper() for word in inner.split() if len(word) > 4 or not word.isalpha())


def _attribute(
    view: View, quote: Direct, prev: Piece | None, piece: Piece, following: Piece | None
) -> None:
    """Find the cue of `piece` between the marked stretches before and behind it."""
    block = view.blocks[piece.block]
    tokens = view.tokens_in(block.start, block.end)
    floor = prev.last if prev is not None and prev.block == piece.block else tokens.start
    ceiling = tokens.stop
    if following is not None and following.block == piece.block:
        ceiling = following.first
    if not _cue_before(view, quote, piece, floor) and not _cue_after(view, quote, piece, ceiling):
        _signed(view, quote, piece, ceiling)


def _goes_on(view: View, last: Direct, prev: Piece, piece: Piece) -> Direct | None:
    """The quote before, where `piece` is more of it by its place alone."""
    if not piece.marked.opened:
        return last
    if prev.block == piece.block and _continues(view, last, prev, piece):
        return last
    return None


def _same_quote(view: View, last: Direct, prev: Piece, quote: Direct, piece: Piece) -> bool:
    """Whether a paragraph in marks is more of the quote that the paragraph before ended with."""
    if not prev.marked.closed and piece.block == prev.block + 1:
        return True
    # With a cue of its own it is a quote of its own, whoever speaks.
    return quote.cue_span is None and _runs_on(view, prev, piece)


def _runs_on(view: View, prev: Piece, piece: Piece) -> bool:
    """Whether a paragraph begins with a quote right after one that ended with a quote."""
    if piece.block != prev.block + 1:
        return False
    before, block = view.blocks[prev.block], view.blocks[piece.block]
    return prev.marked.end >= before.end - 1 and piece.marked.start == block.start


def _continues(view: View, quote: Direct, prev: Piece | None, piece: Piece) -> bool:
    """Whether only the attribution of `quote` lies between two marked stretches of a paragraph."""
    if prev is None:
        return False
    gap = view.text[prev.marked.end : piece.marked.start]
    if not gap.strip():
        return True
    cue = quote.cue
    if cue is None or not prev.last <= cue < piece.first:
        # Announced before ("Her answer: “No,” she said. “Never.”"), attributed again behind.
        again = Direct([prev])
        _cue_after(view, again, prev, piece.first)
        cue = again.cue
    return cue is not None and goes_on_from(view, cue, piece)


def goes_on_from(view: View, cue: int, piece: Piece) -> bool:
    """Whether a marked stretch goes on with what the cue before it attributes."""
    if piece.first - cue > _REACH:
        return False
    after = view.text[view.end[cue] : piece.marked.start].rstrip()
    if after.endswith(":") or _ends_with_cue(view, piece, None, cue + 1):
        return False
    # A second sentence in between is the article's own.
    end = piece.first - 1
    while end > cue and view.tag[end] == "_SP":
        end -= 1
    # The stop of "(R-Ohio.)" ends no sentence.
    return not any(
        word in _FULL_STOPS and following != ")"
        for word, following in zip(view.lower[cue:end], view.lower[cue + 1 : end + 1], strict=True)
    )


def _cue_after(view: View, quote: Direct, piece: Piece, ceiling: int) -> bool:
    """Find ", he said" behind a marked stretch."""
    m, text = piece.marked, view.text
    inner = text[m.start : m.end].rstrip(_MARKS)
    gap = text[m.end : m.end + 1]
    if inner.endswith(".") and not inner.endswith("...") and gap.strip() == "":
        rest = text[m.end : m.end + 40].lstrip()
        if not rest[:1].islower():
            return False
    cue_verbs()
    comma = inner.endswith(",") or view.text[m.end : m.end + 1] == ","
    i = piece.last
    stop = min(ceiling, piece.last + _REACH)
    while i < stop:
        word = view.lower[i]
        if word in (".", ";", ":") or (word in ("?", "!") and i > piece.last):
            return False
        if word == "according" and i + 1 < stop and view.lower[i + 1] == "to":
            quote.cue, quote.cue_span = i, (view.start[i], view.end[i + 1])
            pobj = view.kid(i + 1, "pobj")
            quote.speaker = pobj if pobj is not None else _noun_after(view, i + 2, stop)
            return True
        if is_cue(view, i) or (comma and _speaks(view, i, piece.last, stop)):
            quote.cue, quote.cue_span = i, (view.start[i], view.end[i])
            quote.speaker = _speaker_in(view, i, piece.last, stop)
            return True
        i += 1
    return False


def _speaks(view: View, i: int, left: int, right: int) -> bool:
    """Whether any other verb stands where a cue does: "…,” the ministry detailed."."""
    if view.tag[i] not in ("VBD", "VBZ", "VBP") or view.lower[i] in _NEVER:
        return False
    own = view.kid(i, "nsubj")
    if own is None or not left <= own < right:
        return False
    return i + 1 >= right or own > i or view.lower[i + 1] in _FULL_STOPS


def _cue_before(view: View, quote: Direct, piece: Piece, floor: int) -> bool:
    """Find "he said:" before a marked stretch."""
    if piece.first == floor:
        return _introduced(view, quote, piece)
    cue_verbs()
    i = piece.first - 1
    stop = max(floor, piece.first - _REACH)
    if view.lower[i] in (".", "?", "!", "…") or view.word[i][:1] in "”":
        return False
    colon = view.lower[i] == ":"
    while i >= stop:
        word = view.lower[i]
        if word in (".", "?", "!") or view.word[i] in "”":
            break
        if is_cue(view, i) and view.dep[i] != "amod":
            quote.cue, quote.cue_span = i, (view.start[i], view.end[i])
            quote.speaker = _speaker_in(view, i, stop, piece.first)
            return True
        if word == "according" and view.lower[i + 1] == "to":
            quote.cue, quote.cue_span = i, (view.start[i], view.end[i + 1])
            quote.speaker = view.kid(i + 1, "pobj")
            return True
        i -= 1
    if colon:
        at = piece.first - 1
        quote.cue, quote.cue_span = at, (view.start[at], view.end[at])
        quote.speaker = _subject_of_sentence(view, at)
        return True
    return False


def _signed(view: View, quote: Direct, piece: Piece, ceiling: int) -> bool:
    """Find `“…” – Commissioner Lund`: a dash and a name that end the paragraph."""
    dash = piece.last
    if not dash + 1 < ceiling <= dash + 16 or view.lower[dash] not in _DASHES:
        return False
    tags = view.tag[dash + 1 : ceiling]
    if any(tag.startswith(("VB", "MD", "CD")) for tag in tags):
        return False  # "– The Post, August 15": where it was printed
    head = _noun_after(view, dash + 1, ceiling)
    if head is None or "NNP" not in tags:
        return False
    quote.cue, quote.cue_span = dash, (view.start[dash], view.end[dash])
    quote.speaker = head
    return True


def _introduced(view: View, quote: Direct, piece: Piece) -> bool:
    """Whether the block before ends with a colon, and so introduces this quote."""
    if piece.block == 0:
        return False
    before = view.blocks[piece.block - 1]
    last = view.text[before.end - 1 : before.end]
    at = view.tokens_in(before.start, before.end).stop - 1
    verbs = cue_verbs()
    if last != ":" and view.lower[at - (last == ",")] not in verbs:
        return False
    start = view.tokens_in(before.start, before.end).start
    for i in range(at, max(start, at - _REACH) - 1, -1):
        if view.lower[i] in (".", "?", "!"):
            break
        if is_cue(view, i):
            quote.cue, quote.cue_span = i, (view.start[i], view.end[i])
            quote.speaker = _speaker_in(view, i, start, at)
            return True
    quote.cue, quote.cue_span = at, (view.start[at], view.end[at])
    quote.speaker = _subject_of_sentence(view, at)
    return True


def _subject_of_sentence(view: View, at: int) -> int | None:
    start, end = view.sentence(at)
    root = next((i for i in range(start, end) if view.head[i] == i), None)
    if root is None:
        return None
    if view.lower[root] == "from":
        return view.kid(root, "pobj")
    if view.tag[root].startswith("NN") and root < at:
        return root
    return subject(view, root)


def _speaker_in(view: View, cue: int, left: int, right: int) -> int | None:
    """The head token of the speaker: the parser's subject if it lies near, else by position."""
    own = view.kid(cue, "nsubj")
    if own is not None and left <= own < right:
        return own
    if (
        cue + 1 < right
        and view.tag[cue + 1] in ("NNP", "PRP", "DT", "PRP$", "NN")
        and (cue == left or view.lower[cue - 1] in ",")
    ):
        return _noun_after(view, cue + 1, right)
    back = cue - 1
    while back >= left and view.tag[back].startswith(("RB", "MD")):
        back -= 1
    if back >= left and view.tag[back] in ("NNP", "PRP", "NNS", "NN", "NNPS", "WP"):
        head = back
        while (
            view.head[head] != head
            and left <= view.head[head] < cue
            and (view.dep[head] in ("compound", "pobj", "prep", "appos"))
        ):
            head = view.head[head]
        return head
    return subject(view, cue)


def _noun_after(view: View, i: int, right: int) -> int | None:
    """The head of the noun phrase that begins at `i`."""
    if i >= right:
        return None
    if view.tag[i] == "PRP":
        return i
    while (
        i + 1 < right
        and view.tag[i] in ("DT", "PRP$", "JJ", "NN", "NNP", "POS", "CD", "NNS", "JJS")
        and (view.tag[i + 1] in ("NN", "NNP", "NNS", "JJ", "POS", "NNPS"))
    ):
        i += 1
    return i if view.tag[i].startswith("NN") or view.tag[i] in ("CD", "DT") else None
