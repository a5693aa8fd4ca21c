"""What stands around a story: who sent it and what they say of themselves, lists of others."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefkit.layout.blocks import BlockKind, Piece
from briefkit.layout.words import is_furniture

# Signs of a press release; one is enough, and none stands in a newspaper's own article.
_RELEASE = re.compile(
    r"\W*(?:for (?:immediate|general) release|embargoed until|under embargo until)\b"
    r"|\W*(?:joint )?(?:press|news|media) release\W*\Z|\W*notes? (?:for|to) editors\W*\Z"
    r"|.{0,200}?[/(](?:PRNewswire|PR Newswire|BUSINESS WIRE|Business Wire|GLOBE NEWSWIRE|ACCESSWIRE"
    r"|EIN Presswire|NEWSFILE CORP)\b",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"(?:(?:media|press|news|investors?|public|corporate|company)"
    r"(?: and (?:media|press|investors?))? (?:contacts?|relations|[ie]nquir(?:y|ies)|office)"
    r"|contacts?(?: information)?"
    r"|for (?:more|further|additional) information(?: or [a-z -]{4,40})?,? (?:please )?contact"
    r"|for (?:media|press) (?:inquiries|enquiries))\b.{0,80}",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"About [A-Z0-9][^.!?]{1,70}")
_LONGEST_LINE = 75  # of a contact; longer ones are paragraphs
_LONGEST_TEASER = 140
_CLOSED = re.compile(r"[.!…][\"'”’)\]]*\Z")


def mark_release(pieces: Sequence[Piece], words: Sequence[str], kinds: list[BlockKind]) -> None:
    """Mark contacts and, behind the text, what the house says of itself as furniture."""
    if not any(_RELEASE.match(line[:300]) for line in words):
        return
    paragraphs = 0
    contact = about = False
    for at, line in enumerate(words):
        if _CONTACT.fullmatch(line.rstrip(": ")) and len(line) <= _LONGEST_LINE:
            contact = True
        elif paragraphs > 1 and _ABOUT.fullmatch(line):
            about = True
        elif len(line) > _LONGEST_LINE or (not paragraphs and pieces[at].gap_before):
            contact = False
        if contact or about or _RELEASE.fullmatch(line):
            kinds[at] = "furniture"
        elif len(line) > _LONGEST_LINE:
            paragraphs += 1


def mark_ends(words: Sequence[str], kinds: list[BlockKind]) -> None:
    """Mark a header such as "Trending" with the headlines behind it."""
    at = first = len(words)
    while at and _is_teaser(words[at - 1], kinds[at - 1]):
        at -= 1
        if kinds[at] == "furniture" and is_furniture(words[at]):
            first = at
    kinds[first:] = ["furniture"] * (len(kinds) - first)


def _is_teaser(line: str, kind: BlockKind) -> bool:
    """Whether a line may be the headline of another story, or is furniture itself."""
    return kind in ("furniture", "dateline", "caption") or (
        kind in ("heading", "item", "paragraph")
        and len(line) <= _LONGEST_TEASER
        and not _CLOSED.search(line)
    )
