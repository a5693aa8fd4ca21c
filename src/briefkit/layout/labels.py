"""Pieces to blocks: what each is to the article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from briefkit.layout.around import mark_ends, mark_release
from briefkit.layout.blocks import Block, BlockKind, Piece, Shape
from briefkit.layout.bylines import (
    announces,
    behind_day,
    byline_names,
    split_day,
    tells_work,
    without_place,
)
from briefkit.layout.headings import find_headings, find_loose, is_title_like, runs
from briefkit.layout.lines import cut
from briefkit.layout.marks import dateline_end, is_aside, is_caption, is_dateline, is_signed
from briefkit.layout.repeats import mark_repeats
from briefkit.layout.turns import find_turns
from briefkit.layout.words import NO_LETTER, UPPER, is_summary_header, letters

_KINDS: dict[Shape, BlockKind] = {
    "title": "heading",
    "standfirst": "standfirst",
    "byline": "byline",
    "heading": "heading",
    "item": "item",
    "caption": "caption",
    "aside": "furniture",
    "text": "paragraph",
}
_HEAD = 8  # pieces in which bylines are looked for
_TITLE_LINES = 3
_MOST_LINES = 10  # of a summary
_TURN = re.compile(rf"[{UPPER}][{UPPER}.'’ -]+: ")


def analyse(text: str, title: str | None = None) -> tuple[Block, ...]:
    """The blocks of a plain text, in text order and without overlap.

    `title` is the headline where metadata tells it; first lines that repeat it are the headline.
    """
    return label(text, cut(text), title, guess=True)


def label(
    text: str, pieces: Sequence[Piece], title: str | None = None, *, guess: bool = False
) -> tuple[Block, ...]:
    """The blocks of pieces; with `guess`, headline and headings are told by their looks, too."""
    words = [text[piece.start : piece.end] for piece in pieces]
    kinds: list[BlockKind] = [_KINDS[piece.shape] for piece in pieces]
    mark_release(pieces, words, kinds)
    body = _headline(pieces, words, kinds, title, guess)
    _by_words(words, kinds, body)
    if guess:
        for at in find_headings(words, kinds):
            kinds[at] = "heading"
        for at in find_loose(words, kinds):
            kinds[at] = "furniture"
        mark_repeats(words, kinds)
    _promotions(pieces, words, kinds)
    _summaries(pieces, words, kinds)
    _writers(words, kinds)
    mark_ends(words, kinds)
    blocks = _blocks(pieces, words, kinds)
    # A question in bold letters heads nothing: it is asked.
    said = {turn.block for turn in find_turns(text, blocks)}
    return tuple(
        block._replace(kind="paragraph") if number in said else block
        for number, block in enumerate(blocks)
    )


def _headline(
    pieces: Sequence[Piece],
    words: list[str],
    kinds: list[BlockKind],
    title: str | None,
    guess: bool,
) -> int:
    """Mark the headline; the number of pieces up to its end, 0 where furniture stands over it."""
    wanted = letters(title or "")
    joined = ""
    for at, line in enumerate(words[:_TITLE_LINES]):
        joined += letters(line) if len(line) < 500 else "-"
        if wanted and joined == wanted:
            kinds[: at + 1] = ["headline"] * (at + 1)
            return at + 1
    # Furniture, such as "For immediate release", may stand over it.
    over = (kind == "furniture" or is_aside(line) for line, kind in zip(words, kinds, strict=True))
    at = sum(takewhile(bool, over))
    if at == len(pieces):
        return 0
    line, shape = words[at], pieces[at].shape
    if shape == "title":
        kinds[at] = "headline"
    # Where metadata tells another title, a first line without a stop is a line like others.
    elif guess and not wanted and shape == "text" and is_title_like(words[at:]):
        marked = is_dateline(line) or is_summary_header(line) or byline_names(line) is not None
        # "EXCLUSIVE: Hale to leave Oslo" has no stop, as "OSLO: Hale has left." has; who speaks,
        # "AH: When?", does so again.
        opening = line[: dateline_end(line, True)]
        label = opening.endswith(":") and not any(w.startswith(opening) for w in words[at + 1 :])
        if not marked and (not opening or label):
            kinds[at] = "headline"
    return int(kinds[0] == "headline")


def _by_words(words: list[str], kinds: list[BlockKind], body: int) -> None:
    """Mark what a piece's own words tell."""
    last = True  # no paragraph stands behind
    for at in reversed(range(body, len(words))):
        line = words[at]
        if kinds[at] not in ("paragraph", "heading", "item"):
            continue
        if is_dateline(line):
            kinds[at] = "dateline"
        elif is_aside(line):
            kinds[at] = "furniture"
        elif is_caption(line) and not (last and is_signed(line)):
            kinds[at] = "caption"
        elif at < _HEAD and _is_byline(words, at):
            kinds[at] = "byline"
        last = last and kinds[at] != "paragraph"


def _is_byline(words: list[str], at: int) -> bool:
    """Whether a line tells who wrote the article, by its own words or by those beside it.

    Beside the day stands who wrote it or what it is about; that comes up in the article again.
    """
    line = words[at]
    if byline_names(line, announced=True) is None:
        return False
    dated = [i for i, other in enumerate(words[: at + 3]) if i >= at - 2 and is_dateline(other)]
    announced = at > 0 and announces(words[at - 1])
    if announced or byline_names(line, dated=bool(dated)) is not None:
        return True
    rest = " ".join(words[:at] + words[at + 1 :]).lower()
    beside = any(abs(i - at) == 1 for i in dated)
    who = NO_LETTER.split(without_place(line).lower())
    return beside and set(NO_LETTER.split(rest)).isdisjoint(who)


def _writers(words: list[str], kinds: list[BlockKind]) -> None:
    """Mark what is said of the writers behind the text: "Ana Hale is a reporter in Oslo"."""
    lines = (line for line, kind in zip(words, kinds, strict=True) if kind == "byline")
    people = [name for line in lines for name in byline_names(line, announced=True) or ()]
    names = tuple(f"{name} ".lower() for name in people)
    last = max((i for i, kind in enumerate(kinds) if kind == "paragraph"), default=0)
    told = names and words[last].lower().startswith(names) and tells_work(words[last])
    if told and kinds.count("paragraph") > 1:
        kinds[last] = "furniture"


def _promotions(pieces: Sequence[Piece], words: list[str], kinds: list[BlockKind]) -> None:
    """Mark lists, with their headers, in which most entries are furniture."""
    for start, end in runs(piece.shape == "item" for piece in pieces):
        size = end - start
        if size > 1 and kinds[start:end].count("furniture") * 2 >= size:
            kinds[start:end] = ["furniture"] * size
            before = start - 1
            if start and (kinds[before] == "heading" or is_summary_header(words[before])):
                kinds[before] = "furniture"


def _summaries(pieces: Sequence[Piece], words: list[str], kinds: list[BlockKind]) -> None:
    """Mark the author's own summary lists and their headers."""
    at = 0
    paragraphs = 0
    while at < len(kinds):
        paragraphs += kinds[at] == "paragraph"
        end = 0
        if kinds[at] in ("paragraph", "heading") and is_summary_header(words[at]):
            end = _list_end(kinds, at + 1) or _bare_list_end(pieces, words, kinds, at + 1)
        if end:
            kinds[at] = "bullets_header"
            kinds[at + 1 : end] = ["bullet"] * (end - at - 1)
        elif end := _list_end(kinds, at):
            early = paragraphs == 0 or (paragraphs == 1 and kinds[at - 1] == "paragraph")
            introduced = at > 0 and words[at - 1].endswith(":")  # as by "The plan would:"
            if early and not introduced and _summarises(words[at:end]):
                kinds[at:end] = ["bullet"] * (end - at)
        at = end or at + 1


def _list_end(kinds: list[BlockKind], at: int) -> int:
    """The end of the list that starts at `at`, 0 where none does."""
    end = at
    while end < len(kinds) and kinds[end] == "item":
        end += 1
    return end if end > at else 0


def _bare_list_end(
    pieces: Sequence[Piece], words: list[str], kinds: list[BlockKind], at: int
) -> int:
    """The end of a list without marks: two lines or more, close under a header, then a gap."""
    for end in range(at, min(at + _MOST_LINES, len(kinds) - 1)):
        listed = kinds[end] in ("paragraph", "heading") and len(words[end]) < 250
        if not listed or pieces[end].gap_before:
            return 0
        if pieces[end].gap_after:
            return end + 1 if end > at else 0
    return 0


def _summarises(items: list[str]) -> bool:
    """Whether entries are statements, as in a summary, and not names or things."""
    words = sum(len(item.split()) for item in items)
    return 2 <= len(items) <= _MOST_LINES and words >= 5 * len(items)


def _blocks(pieces: Sequence[Piece], words: list[str], kinds: list[BlockKind]) -> tuple[Block, ...]:
    """The blocks, with the datelines of paragraphs split off."""
    transcript = sum(bool(_TURN.match(line)) for line in words) > 1
    blocks: list[Block] = []
    first = True
    byline = kinds[:_HEAD].index("byline") if "byline" in kinds[:_HEAD] else 0
    for at, (piece, line, kind) in enumerate(zip(pieces, words, kinds, strict=True)):
        start, end = piece.start, piece.end
        if kind == "headline" and blocks and blocks[-1].kind == "headline":
            blocks[-1] = Block(blocks[-1].start, end, "headline")
            continue
        if kind == "byline" and (who := behind_day(line)):
            start = end - len(who)
            blocks.append(Block(piece.start, start - 1, "dateline"))
        elif kind == "byline":
            head, day = split_day(line)
            if day:
                end -= len(day)
                blocks += [Block(start, start + len(head), kind), Block(end, piece.end, "dateline")]
                continue
        if kind in ("paragraph", "heading"):
            length = dateline_end(line, first and kind == "paragraph")
            if length and line[:length].endswith(":") and transcript:
                length = 0
            if length:
                blocks.append(Block(start, start + length, "dateline"))
                start = end - len(line[length:].lstrip())
            first = first and (kind != "paragraph" or at < byline)
        if start < end:
            blocks.append(Block(start, end, kind))
    return tuple(blocks)
