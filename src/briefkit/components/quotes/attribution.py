"""The cue of a marked stretch, before or behind it or in the paragraph before; who is named."""

from __future__ import annotations

from briefkit.components.quotes.cues import FULL_STOPS, INTRODUCE, REACH, is_cue
from briefkit.components.quotes.drafts import MARKS, Direct, Piece
from briefkit.components.quotes.heard import CLEARLY
from briefkit.components.quotes.lexicon import cue_verbs
from briefkit.components.quotes.subjects import subject
from briefkit.components.quotes.view import View

_DASHES = frozenset({"–", "—", "--", "-", "―"})
_NEAR = 6  # tokens
_INNER = frozenset({"appos", "compound", "pobj", "prep"})
_NOUN_PHRASE = frozenset({"DT", "JJ", "NN", "NNP", "NNPS", "NNS"})


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
    if said_at_once(view, piece, ceiling):
        cue_after(view, quote, piece, ceiling)
        return
    if not _cue_before(view, quote, piece, floor) and not cue_after(view, quote, piece, ceiling):
        _signed(view, quote, piece, ceiling)
        if quote.cue is None:
            _signed_below(view, quote, piece)


def said_at_once(view: View, piece: Piece, ceiling: int) -> bool:
    """Whether "…,” he said" follows: it says more than any announcement before the quote."""
    i, m = piece.last, piece.marked
    inside = view.text[m.start : m.end].rstrip(MARKS + " ")[-1:] == ","
    if not inside and view.text[m.end : m.end + 1] == ",":
        i, inside = i + 1, True
    if not inside or i >= ceiling:
        return False
    if is_cue(view, i):
        return True  # "…,” said Ann Lee"
    if view.tag[i] == "PRP":
        i += 1
    else:
        while i < min(ceiling, piece.last + 5) and view.tag[i] in _NOUN_PHRASE:
            i += 1
    return piece.last < i < ceiling and is_cue(view, i)


def cue_after(view: View, quote: Direct, piece: Piece, ceiling: int) -> bool:
    """Find ", he said" behind a marked stretch."""
    m, text = piece.marked, view.text
    inner = text[m.start : m.end].rstrip(MARKS)
    if inner.endswith("."):
        return False
    stop = min(ceiling, piece.last + REACH)
    for i in range(piece.last, stop):
        if view.lower[i] in (";", ":") or (view.lower[i] == "." and view.sentence(i)[1] == i + 1):
            break
        if _is_taken(view, quote, i, piece.last, stop):
            return True
    return inner.endswith(",") and _is_said(view, piece) and _any_verb(view, quote, piece, stop)


def _is_said(view: View, piece: Piece) -> bool:
    """Whether the encoder hears clearly that somebody says what stands in marks."""
    told = view.told[piece.first : piece.last]
    return view.speech is not None and sum(told) >= CLEARLY * len(told)


def _is_taken(view: View, quote: Direct, i: int, left: int, right: int) -> bool:
    """Whether a token is a cue, which the quote then has; who speaks is in `[left, right)`."""
    if view.lower[i : i + 2] == ["according", "to"]:
        quote.cue, quote.cue_span = i, (view.start[i], view.end[i + 1])
        quote.speaker = view.kid(i + 1, "pobj")
    elif is_cue(view, i):
        _take(view, quote, i, left, right)
    return quote.cue is not None


def _any_verb(view: View, quote: Direct, piece: Piece, stop: int) -> bool:
    """Find the verb right behind words that end in a comma: "…,” she giggled"."""
    for i in range(piece.last, min(stop, piece.last + _NEAR)):
        if view.tag[i].startswith("VB"):
            _take(view, quote, i, piece.last, stop)
            return True
    return False


def _take(view: View, quote: Direct, cue: int, left: int, right: int) -> None:
    quote.cue, quote.cue_span = cue, (view.start[cue], view.end[cue])
    quote.speaker = speaker_in(view, cue, left, right)


def _cue_before(view: View, quote: Direct, piece: Piece, floor: int) -> bool:
    """Find "he said:" before a marked stretch."""
    if piece.first == floor:
        return _introduced(view, quote, piece)
    last = piece.first - 1
    stop = max(floor, piece.first - REACH)
    verb = view.head[last]
    if view.lower[last] == ":" and stop <= verb < last and _tells(view, verb):
        _take(view, quote, verb, stop, piece.first)
        return True
    for i in range(last, stop - 1, -1):
        if view.lower[i] in FULL_STOPS:
            break
        if _is_taken(view, quote, i, stop, piece.first):
            return True
    if view.lower[last] == ":":
        quote.cue, quote.cue_span = last, (view.start[last], view.end[last])
        quote.speaker = subject_of_sentence(view, last)
        return True
    return False


def _tells(view: View, i: int) -> bool:
    """Whether a clause of its own tells somebody: "he said she had told him: “…”"."""
    verb = cue_verbs().get(view.lower[i])
    known = verb is not None and verb.grade == "say" and bool(verb.frames & INTRODUCE)
    return known and view.tag[i].startswith("VB") and view.kid(i, "nsubj") is not None


def _signed(view: View, quote: Direct, piece: Piece, ceiling: int) -> None:
    """Find `“…” – Commissioner Lund`: a dash and a name that end the paragraph."""
    dash = piece.last
    if not dash + 1 < ceiling <= dash + 16 or view.lower[dash] not in _DASHES:
        return
    head = noun_after(view, dash + 1, ceiling)
    if head is not None:
        quote.cue, quote.cue_span = dash, (view.start[dash], view.end[dash])
        quote.speaker = head


def _signed_below(view: View, quote: Direct, piece: Piece) -> None:
    """Find the name on a line of its own below a paragraph in marks: a quote set apart."""
    ends = piece.marked.end >= view.blocks[piece.block].end - 1
    if not ends or piece.block + 1 == len(view.blocks):
        return
    below = view.blocks[piece.block + 1]
    tokens = view.tokens_in(below.start, below.end)
    start = tokens.start + (view.lower[tokens.start] in _DASHES)
    tags = view.tag[start : tokens.stop]
    alone = len(tags) == 2 or (len(tags) < 20 and "," in tags[2:4])
    if tags[:2] == ["NNP", "NNP"] and alone:
        quote.speaker = noun_after(view, start, tokens.stop)


def _introduced(view: View, quote: Direct, piece: Piece) -> bool:
    """Whether the block before ends with a colon, and so introduces this quote."""
    if piece.block == 0:
        return False
    before = view.blocks[piece.block - 1]
    last = view.text[before.end - 1 : before.end]
    at = view.tokens_in(before.start, before.end).stop - 1
    if last != ":":
        return False
    start = view.tokens_in(before.start, before.end).start
    for i in range(at, max(start, at - REACH) - 1, -1):
        if _is_taken(view, quote, i, start, at):
            return True
    quote.cue, quote.cue_span = at, (view.start[at], view.end[at])
    quote.speaker = subject_of_sentence(view, at)
    return True


def speaker_in(view: View, cue: int, left: int, right: int) -> int | None:
    """The head token of the speaker: the parser's subject if it lies near, else by position."""
    own = view.kid(cue, "nsubj")
    if own is not None and left <= own < right:
        return own
    if view.tag[cue] == "VBG":
        return subject(view, cue)  # whoever follows is told: "telling the crowd"
    if cue + 1 < right and view.tag[cue + 1] in ("NNP", "PRP", "DT", "PRP$", "NN"):
        return noun_after(view, cue + 1, right)
    back = cue - 1
    while back >= left and view.tag[back].startswith(("RB", "MD")):
        back -= 1
    if back >= left and view.tag[back] in ("NNP", "PRP", "NNS", "NN", "NNPS", "WP"):
        head = back
        while left <= view.head[head] < cue and view.dep[head] in _INNER:
            head = view.head[head]
        return head
    return subject(view, cue)


def noun_after(view: View, i: int, right: int) -> int | None:
    """The head of the noun phrase that begins at `i`."""
    while i + 1 < right and view.tag[i + 1] in ("NN", "NNP", "NNS", "JJ", "POS", "NNPS"):
        i += 1
    return i if view.tag[i].startswith(("NN", "PRP")) else None


def subject_of_sentence(view: View, at: int) -> int | None:
    """Who the sentence that ends in the colon `at` is about; never a word behind the colon."""
    start, end = view.sentence(at)
    root = next((i for i in range(start, end) if view.head[i] == i), start)
    found = subject(view, root)
    if found is not None and found < at:
        return found
    found = next((i for i in range(start, at) if view.dep[i] in ("nsubj", "nsubjpass")), None)
    if found is None and not any(tag.startswith(("VB", "MD")) for tag in view.tag[start:at]):
        # "Ann Lee:", "Ann Lee, in an e-mail:"
        head = noun_after(view, start, at)
        found = head if head is not None and view.tag[head] == "NNP" else None
    return found
