"""The cue of a marked stretch, before or behind it or in the paragraph before; who is named."""

from __future__ import annotations

from briefkit.components.quotes.clauses import FINITE
from briefkit.components.quotes.drafts import MARKS, Direct, Piece
from briefkit.components.quotes.lexicon import cue_verbs
from briefkit.components.quotes.subjects import is_time, subject
from briefkit.components.quotes.view import View

FULL_STOPS = frozenset({".", "?", "!"})
# How many tokens of a gap may lie between a quote and its cue: a name with its apposition.
_REACH = 40
# Frames of verbs whose object can be a whole utterance in marks.
_INTRODUCE = frozenset({"-", "that", "to", "whom_that", "whom_to"})
# What begins another clause behind a quote: "jurors HEARD him say".
_NO_CUES = frozenset(
    {"are", "did", "do", "does", "had", "has", "have", "hear", "heard", "hears", "is", "saw"}
    | {"was", "watched", "were"}
)
_UNHEARD = 0.02  # chance of what the encoder hears as no cue
# What can begin the words for who speaks behind a cue, and who is told: "told her: “…”".
_BEGINS = frozenset({"DT", "NN", "NNP", "PRP", "PRP$"})
_OBJECTS = frozenset({"her", "him", "me", "them", "us"})
_INNER = frozenset({"appos", "compound", "pobj", "prep"})
_NOUN_PHRASE = frozenset({"CD", "DT", "JJ", "JJR", "JJS", "NN", "NNP", "NNPS", "NNS", "PRP"})


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
    at_once = cue_at_once(view, piece, ceiling)
    if at_once is None and _cue_before(view, quote, piece, floor):
        return
    if at_once is None and piece.first - 1 <= view.sentence(piece.first)[0]:
        at_once = cue_at_once(view, piece, ceiling, heard=piece.heard)
    if at_once is None:
        cue_after(view, quote, piece, ceiling)
    else:
        quote.cue, quote.cue_span = at_once, (view.start[at_once], view.end[at_once])
        quote.speaker = speaker_in(view, at_once, piece.last, ceiling)


def cue_at_once(view: View, piece: Piece, ceiling: int, *, heard: bool = False) -> int | None:
    """The cue of "…,” he said", which says more than any announcement before the quote.

    Behind what is `heard` as a quote any verb is one: "…,” he beamed".
    """
    i, m = piece.last, piece.marked
    inside = view.text[m.start : m.end].rstrip(MARKS + " ")[-1:] == ","
    if not inside and view.text[m.end : m.end + 1] == ",":
        i, inside = i + 1, True
    if not inside:
        return None
    start = i
    while view.tag[i] in _NOUN_PHRASE or view.lower[i] == "of":
        i += 1
    # "…,” said Ann Lee", "…,” the mayor of Leeds said"; but "…,” adding that"
    behind = i > start
    told = is_cue(view, i) and (behind or view.tag[i] != "VBG")
    acts = behind and view.tag[i] in FINITE and view.lower[i] not in _NO_CUES
    return i if i < ceiling and (told or (acts and heard)) else None


def cue_after(view: View, quote: Direct, piece: Piece, ceiling: int) -> None:
    """Find ", he said" behind a marked stretch."""
    inside = view.text[piece.marked.start : piece.marked.end].rstrip(MARKS)
    if inside.endswith(".") and not inside.endswith(".."):
        return
    stop = min(ceiling, piece.last + _REACH)
    for i in range(piece.last, stop):
        if view.lower[i] == "." or _is_taken(view, quote, i, piece.last, stop):
            return


def _is_taken(view: View, quote: Direct, i: int, left: int, right: int) -> bool:
    """Whether a token is a cue, which the quote then has; who speaks is in `[left, right)`."""
    if view.lower[i : i + 2] == ["according", "to"]:
        quote.cue, quote.cue_span = i, (view.start[i], view.end[i + 1])
        quote.speaker = view.kid(i + 1, "pobj")
    elif is_cue(view, i):
        quote.cue, quote.cue_span = i, (view.start[i], view.end[i])
        quote.speaker = speaker_in(view, i, left, right)
    return quote.cue is not None


def _cue_before(view: View, quote: Direct, piece: Piece, floor: int) -> bool:
    """Find "he said:" before a marked stretch or at the end of the block before."""
    last = piece.first - 1
    if piece.first == floor:
        before = view.blocks[piece.block - 1]
        if not piece.block or view.text[before.end - 1] != ":":
            return False
        tokens = view.tokens_in(before.start, before.end)
        floor, last = tokens.start, tokens.stop - 1
    left = max(floor, last + 1 - _REACH)
    for i in range(last, left - 1, -1):
        if view.lower[i] in FULL_STOPS:
            break
        if _is_taken(view, quote, i, left, last + 1):
            return True
    if view.lower[last] == ":":
        quote.cue, quote.cue_span = last, (view.start[last], view.end[last])
        quote.speaker = subject_of_sentence(view, last)
    return quote.cue is not None


def speaker_in(view: View, cue: int, left: int, right: int) -> int | None:
    """The head token of the speaker: the parser's subject if it lies near, else by position."""
    own = view.kid(cue, "nsubj")
    if own is not None and left <= own < right:
        return own
    if view.tag[cue] == "VBG":
        return subject(view, cue)  # whoever follows is told: "telling the crowd"
    if view.tag[cue + 1] in _BEGINS and view.lower[cue + 1] not in _OBJECTS:
        behind = noun_after(view, cue + 1)
        if behind is None or not is_time(view, behind):
            return behind
    back = cue - 1
    while view.tag[back].startswith(("RB", "MD")):
        back -= 1
    if back >= left and view.tag[back] in ("NNP", "PRP", "NNS", "NN", "NNPS", "WP"):
        head = back
        while left <= view.head[head] < cue and view.dep[head] in _INNER:
            head = view.head[head]
        return head
    return subject(view, cue)


def noun_after(view: View, i: int) -> int | None:
    """The head of the noun phrase that begins at `i`."""
    while view.tag[i + 1] in ("NN", "NNP", "NNS", "JJ", "POS", "NNPS"):
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
    if found is None:
        # "Ann Lee:", "Ann Lee, in an e-mail:"
        head = noun_after(view, start)
        found = head if head is not None and view.tag[head] == "NNP" else None
    return found


def is_cue(view: View, i: int) -> bool:
    """Whether the token is a verb of saying in a form that can introduce words in marks."""
    verb = cue_verbs().get(view.lower[i])
    tag = view.tag[i]
    if verb is None or not tag.startswith("VB") or view.cued[i] < _UNHEARD:
        return False
    if not verb.frames & _INTRODUCE:
        return False  # "called “…”": part of the sentence
    return verb.grade == "say" or tag not in ("VB", "VBN")
