"""The cue of a marked stretch: before it, behind it, or in the paragraph before."""

from __future__ import annotations

from briefkit.components.quotes.cues import FULL_STOPS, REACH, is_cue
from briefkit.components.quotes.lexicon import cue_verbs
from briefkit.components.quotes.naming import noun_after, speaker_in, subject_of_sentence
from briefkit.components.quotes.pieces import MARKS, Direct, Piece
from briefkit.components.quotes.view import View

_DASHES = frozenset({"–", "—", "--", "-", "―"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NEVER = frozenset({"is", "was", "are", "were", "has", "had", "have", "does", "did", "do", "'s"})


def attribute(
    view: View, quote: Direct, prev: Piece | None, piece: Piece, following: Piece | None
) -> None:
    """Find the cue of `piece` between the marked stretches before and behind it."""
    block = view.blocks[piece.block]
    tokens = view.tokens_in(block.start, block.end)
    floor = prev.last if prev is not None and prev.block == piece.block else tokens.start
    ceiling = tokens.stop
    if following is not None and following.block == piece.block:
        ceiling = following.first
    if said_at_once(view, piece, ceiling) and cue_after(view, quote, piece, ceiling):
        return
    if not _cue_before(view, quote, piece, prev, floor) and not cue_after(
        view, quote, piece, ceiling
    ):
        _ = _signed(view, quote, piece, ceiling) or _signed_below(view, quote, piece)


def _said_and_no_more(view: View, piece: Piece, ceiling: int) -> bool:
    """Whether `“….” Smith said.` follows: a sentence that is nothing but an attribution."""
    i = piece.last
    while i < min(ceiling, piece.last + 5) and view.tag[i] in ("NNP", "NNPS", "PRP", "DT", "NN"):
        i += 1
    done = i + 1 >= ceiling or view.lower[i + 1] == "."
    return piece.last < i < ceiling and done and is_cue(view, i) and view.tag[i] in _FINITE


def said_at_once(view: View, piece: Piece, ceiling: int) -> bool:
    """Whether "…,” he said" follows: it says more than any announcement before the quote."""
    i, m = piece.last, piece.marked
    inside = view.text[m.start : m.end].rstrip(MARKS)[-1:] == ","
    if not inside and view.text[m.end : m.end + 1] == ",":
        i, inside = i + 1, True
    if not inside or i >= ceiling:
        return False
    if is_cue(view, i) and view.tag[i] in _FINITE and i + 1 < ceiling:
        return view.tag[i + 1] in ("NNP", "PRP")  # "…,” said Ann Lee"
    if view.tag[i] == "PRP":
        i += 1
    else:
        while i < min(ceiling, piece.last + 5) and view.tag[i] in ("NNP", "NNPS"):
            i += 1
    return piece.last < i < ceiling and is_cue(view, i) and view.tag[i] in _FINITE


def cue_after(view: View, quote: Direct, piece: Piece, ceiling: int) -> bool:
    """Find ", he said" behind a marked stretch."""
    m, text = piece.marked, view.text
    inner = text[m.start : m.end].rstrip(MARKS)
    gap = text[m.end : m.end + 1]
    if inner.endswith(".") and not inner.endswith("...") and gap.strip() == "":
        rest = text[m.end : m.end + 40].lstrip()
        if not rest[:1].islower() and not _said_and_no_more(view, piece, ceiling):
            return False
    cue_verbs()
    comma = inner.endswith(",") or view.text[m.end : m.end + 1] == ","
    i = piece.last
    stop = min(ceiling, piece.last + REACH)
    while i < stop:
        word = view.lower[i]
        if word in (".", ";", ":") or (word in ("?", "!") and i > piece.last):
            return False
        if word == "according" and i + 1 < stop and view.lower[i + 1] == "to":
            quote.cue, quote.cue_span = i, (view.start[i], view.end[i + 1])
            pobj = view.kid(i + 1, "pobj")
            quote.speaker = pobj if pobj is not None else noun_after(view, i + 2, stop)
            return True
        spoken = comma and (_speaks(view, i, piece.last, stop) or _mistagged(view, i, piece, stop))
        if (is_cue(view, i) and not _told_of(view, i, stop)) or spoken:
            quote.cue, quote.cue_span = i, (view.start[i], view.end[i])
            quote.speaker = speaker_in(view, i, piece.last, stop)
            return True
        i += 1
    return False


def _told_of(view: View, i: int, stop: int) -> bool:
    """Whether a verb only tells of the one who speaks: "a man who asked not to be named said"."""
    if view.dep[i] != "relcl":
        return False
    rest = range(i + 1, min(stop, view.edges(i)[1] + 4))
    return any(is_cue(view, t) and view.tag[t] in _FINITE for t in rest)


def _speaks(view: View, i: int, left: int, right: int) -> bool:
    """Whether any other verb stands where a cue does: "…,” the ministry detailed."."""
    if view.tag[i] not in ("VBD", "VBZ", "VBP") or view.lower[i] in _NEVER:
        return False
    own = view.kid(i, "nsubj")
    if own is None or not left <= own < right:
        return False
    return i + 1 >= right or own > i or view.lower[i + 1] in FULL_STOPS or view.lower[i + 1] == ","


def _cue_before(view: View, quote: Direct, piece: Piece, prev: Piece | None, floor: int) -> bool:
    """Find "he said:" before a marked stretch."""
    if piece.first == floor:
        return _introduced(view, quote, piece)
    cue_verbs()
    i = piece.first - 1
    stop = max(floor, piece.first - REACH)
    if view.lower[i] in (".", "?", "!", "…") or view.word[i][:1] in "”":
        return False
    colon = view.lower[i] == ":"
    if colon and _inverted_opening(view, quote, floor, i):
        return True
    while i >= stop:
        word = view.lower[i]
        if word in (".", "?", "!") or view.word[i] in "”":
            break
        if is_cue(view, i) and view.dep[i] != "amod":
            quote.cue, quote.cue_span = i, (view.start[i], view.end[i])
            quote.speaker = _outside(view, i, speaker_in(view, i, stop, piece.first), piece, prev)
            return True
        if _attributes(view, i):
            quote.cue, quote.cue_span = i, (view.start[i], view.end[i + 1])
            quote.speaker = view.kid(i + 1, "pobj")
            return True
        i -= 1
    if colon:
        at = piece.first - 1
        quote.cue, quote.cue_span = at, (view.start[at], view.end[at])
        quote.speaker = subject_of_sentence(view, at)
        return True
    return False


def _mistagged(view: View, i: int, piece: Piece, stop: int) -> bool:
    """Whether a verb of saying is tagged as a noun: "…,” comments Ann Lee", "Ann Lee shares."."""
    if view.tag[i] not in ("NN", "NNS") or i + 1 > stop:
        return False
    if i == piece.last:
        return view.lower[i] in cue_verbs() and view.tag[i + 1 : i + 2] == ["NNP"]
    names = all(view.tag[t] in ("NNP", "NNPS") for t in range(piece.last, i))
    return names and i - piece.last < 5 and (i + 1 == stop or view.lower[i + 1] in FULL_STOPS)


def _inverted_opening(view: View, quote: Direct, start: int, colon: int) -> bool:
    """Find "Continued Stone:", which the tagger takes for a name, from `start` to the colon."""
    if not 2 <= colon - start <= 6 or view.lower[start] not in cue_verbs():
        return False
    if not all(view.tag[t] in ("NNP", "NNPS", "DT", "NN") for t in range(start + 1, colon)):
        return False
    quote.cue, quote.cue_span = start, (view.start[start], view.end[start])
    quote.speaker = colon - 1
    return True


def _attributes(view: View, i: int) -> bool:
    """Whether "according to" or "(in the) words of" begins at a token."""
    two = (view.lower[i], view.lower[i + 1])
    return two == ("according", "to") or (two == ("words", "of") and view.lower[i - 1] == "the")


def _outside(
    view: View, cue: int, speaker: int | None, piece: Piece, prev: Piece | None
) -> int | None:
    """The speaker, or the nearest subject before the cue where the parser looked into a quote."""
    quoted = [range(p.first, p.last) for p in (prev, piece) if p is not None]
    if speaker is None or not any(speaker in words for words in quoted):
        return speaker
    start, _ = view.sentence(cue)
    before = prev.first if prev is not None and prev.block == piece.block else start
    for t in range(cue - 1, min(start, before) - 1, -1):
        outside = not any(t in words for words in quoted)
        if (
            outside
            and view.dep[t] in ("nsubj", "nsubjpass")
            and view.block(view.start[t]) == piece.block
        ):
            return t
    return None


def _signed(view: View, quote: Direct, piece: Piece, ceiling: int) -> bool:
    """Find `“…” – Commissioner Lund`: a dash and a name that end the paragraph."""
    dash = piece.last
    if not dash + 1 < ceiling <= dash + 16 or view.lower[dash] not in _DASHES:
        return False
    name = dash + 1
    while name < ceiling and view.lower[name] != ",":
        name += 1
    tags = view.tag[dash + 1 : name]
    if any(tag.startswith(("VB", "MD", "CD")) for tag in tags):
        return False
    if any(tag in _FINITE for tag in view.tag[name:ceiling]):
        return False
    head = noun_after(view, dash + 1, name)
    if head is None or not any(word[:1].isupper() for word in view.word[dash + 1 : name]):
        return False
    quote.cue, quote.cue_span = dash, (view.start[dash], view.end[dash])
    quote.speaker = head
    return True


def _signed_below(view: View, quote: Direct, piece: Piece) -> bool:
    """Find the name on a line of its own below a paragraph in marks: a quote set apart."""
    block = view.blocks[piece.block]
    if piece.marked.start > block.start or piece.marked.end < block.end - 1:
        return False
    if piece.block + 1 >= len(view.blocks):
        return False
    below = view.blocks[piece.block + 1]
    tokens = view.tokens_in(below.start, below.end)
    start = tokens.start + (view.lower[tokens.start] in _DASHES) if tokens else 0
    tags = view.tag[start : tokens.stop]
    if not 1 < len(tags) < 20 or any(tag in _FINITE or tag == "MD" for tag in tags):
        return False
    if tags[0] != "NNP" or tags[1] != "NNP" or not (len(tags) == 2 or "," in tags[2:4]):
        return False
    quote.speaker = noun_after(view, start, tokens.stop)
    if quote.speaker is None:
        return False
    quote.cue_span = None
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
    if _inverted_opening(view, quote, start, at):
        return True
    for i in range(at, max(start, at - REACH) - 1, -1):
        if view.lower[i] in (".", "?", "!"):
            break
        if is_cue(view, i):
            quote.cue, quote.cue_span = i, (view.start[i], view.end[i])
            quote.speaker = speaker_in(view, i, start, at)
            return True
    quote.cue, quote.cue_span = at, (view.start[at], view.end[at])
    quote.speaker = subject_of_sentence(view, at)
    return True
