"""The way from a Doc to its quotes: marks, direct quotes, reports, speakers."""

from __future__ import annotations

from briefkit.components.marks import Marked, find_marked
from briefkit.components.quotes.deciding import Decider
from briefkit.components.quotes.direct import join, make_pieces
from briefkit.components.quotes.drafts import Piece
from briefkit.components.quotes.heard import Heard
from briefkit.components.quotes.interviews import interviews
from briefkit.components.quotes.recording import quote_records
from briefkit.components.quotes.reports import find_reports
from briefkit.components.quotes.settling import settle
from briefkit.components.quotes.speakers import Resolver
from briefkit.components.quotes.view import View
from briefkit.components.quotes.worth import kept
from briefkit.components.records import ActorRecord, Place, QuoteRecord

# Where people's words are looked for; a list of key points repeats those of the text.
_READ = frozenset({"paragraph", "item", "caption"})


def find_quotes(
    view: View,
    actors: tuple[ActorRecord, ...],
    decider: Decider | None = None,
    *,
    unlikely: bool = False,
) -> tuple[list[QuoteRecord], list[Place]]:
    """The quotes of an article in text order, and the places of marks that are never closed.

    With `unlikely`, those as well that are not worth telling (see `worth.py`).
    """
    spoken = {block for turn in view.turns for block in turn.blocks}
    marked, unclosed = _marked(view, spoken)
    pieces = make_pieces(view, marked)
    resolver = Resolver(view, actors)
    decider = decider or Decider(view, resolver, actors)
    direct = join(view, pieces)
    used = {id(piece) for quote in direct for piece in quote.pieces}
    taken = {q.cue for q in direct}
    skip = _skipped(view, pieces, spoken)
    reports = [r for r in find_reports(view, skip) if r.cue not in taken]
    rest = [p for p in pieces if id(p) not in used]
    inside = {i for piece in rest for i in range(piece.first, piece.last)}
    heard = Heard(view, inside) if view.speech is not None else None
    if heard:
        for report in reports:
            heard.fit(report)
    settled = settle(view, reports, rest, direct)
    if heard:
        told = heard.apart([item.report for item in settled])
        more = heard.more(told, taken, skip)
        cues = {report.cue for report in more}
        told = [report for report in told if report.cue not in cues]
        settled = settle(view, [*told, *more], rest, direct)
    found = quote_records(view, pieces, direct, settled, resolver, decider)
    if not unlikely:
        found = kept(view, found)
    found += interviews(resolver, decider, actors)
    return sorted(found, key=lambda quote: quote.spans), unclosed


def _marked(view: View, spoken: set[int]) -> tuple[list[tuple[int, Marked]], list[Place]]:
    """The marked stretches of each block that is read; those that stay open to the end."""
    found: list[tuple[int, Marked]] = []
    apart = _set_apart(view)
    for n, block in enumerate(view.blocks):
        if block.kind not in _READ or n in spoken:
            continue
        after = view.blocks[n + 1].start if n + 1 < len(view.blocks) else len(view.text)
        here = find_marked(view.text, block.start, block.end, view.text[after : after + 1])
        if not here and n in apart:
            here = [Marked(block.start, block.end, n + 1 not in apart)]
        follows = bool(found) and not found[-1][1].closed and found[-1][0] == n - 1
        if here and not here[0].opened and not follows:
            here = here[1:]
        found += [(n, m) for m in here]
    begins = {m.start for _, m in found}
    behind = [*(block.start for block in view.blocks[1:]), -1]  # where the block after each begins
    unclosed = [m.start for n, m in found if not m.closed and behind[n] not in begins]
    return found, [(start, start + 1) for start in unclosed]


def _skipped(view: View, pieces: list[Piece], spoken: set[int]) -> list[bool]:
    """For each token whether it is no place for a cue: inside marks, or outside of what is read."""
    skip = [True] * view.n
    for n, block in enumerate(view.blocks):
        if block.kind in _READ and n not in spoken:
            for i in view.tokens_in(block.start, block.end):
                skip[i] = False
    for piece in pieces:
        for i in range(piece.first, piece.last):
            skip[i] = True
    return skip


def _set_apart(view: View) -> set[int]:
    """The blocks of the runs of cited ones that a colon announces, but for names below them."""
    found: set[int] = set()
    announced = False
    for n, block in enumerate(view.blocks):
        line = view.text.rfind("\n", 0, block.start) + 1
        if not view.text[line : block.start].lstrip().startswith(">"):
            announced = view.text[block.end - 1] == ":"
        elif announced and not view.text.startswith(("-", "–", "—"), block.start):
            found.add(n)
    return found
