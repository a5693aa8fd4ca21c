"""An e-mail to its article: the message's own text, and what its head says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime

from briefkit.errors import UnreadableError
from briefkit.layout import Block, analyse
from briefkit.reading.article import Content
from briefkit.reading.decoding import as_declared, check_text, is_charset
from briefkit.reading.page import parse_html
from briefkit.reading.source import Source
from briefkit.schema import Warning

_LEAST = 100  # characters of a plain part that is more than "see the HTML version"
# Python's parser of these takes a second for 20,000 bytes, and the square of many more.
_HEADER = re.compile(
    rb"^(?:content-[a-z-]+|subject|from|date):[^\n]*(?:\n[ \t][^\n]*)*",
    re.IGNORECASE | re.MULTILINE,
)
# What Python's parser raises of a broken message; it promises nothing narrower.
_BROKEN = (
    AttributeError, LookupError, OverflowError, RecursionError, TypeError, ValueError
)  # fmt: skip
_LONGEST_HEADER, _MOST_HEADERS = 10_000, 100_000  # bytes: of one, of all
_REPLY = re.compile(r"(?:(?:re|fwd?|aw|wg)\s*:\s*)+", re.IGNORECASE)
# Without its space it also parts what is written, with empty lines around it.
_SIGNATURE = re.compile(r"^--(?: \n|\n(?!\n))", re.MULTILINE)


def parse_mail(data: bytes, source: Source) -> Content:
    """The readable part of an e-mail. Raises UnreadableError where it has none."""
    where = source.where
    sizes = [len(found.group()) for found in _HEADER.finditer(data)]
    for what, size, most in (
        ("a header", max(sizes, default=0), _LONGEST_HEADER),
        ("headers", sum(sizes), _MOST_HEADERS),
    ):
        if size > most:
            raise UnreadableError(
                f"{where}: an e-mail with {what} of {size:,} bytes; {most:,} are read",
                "give its text alone",
            )
    try:
        message = message_from_bytes(data, policy=policy.default)
        plain, page = (_part(message, kind) for kind in ("plain", "html"))
        names = [part.get_filename() or "an unnamed file" for part in message.iter_attachments()]
        title, sender, date = (_head(message, name) for name in ("subject", "from", "date"))
    except _BROKEN as error:
        raise UnreadableError(f"{where}: not an e-mail that can be read: {error}") from error
    body = plain if plain and (not page or len(plain.strip()) >= _LEAST) else page or plain
    if not body or not body.strip():
        raise UnreadableError(f"{where}: an e-mail without text", "give what is attached to it")
    text = body.replace("\r\n", "\n").replace("\r", "\n")
    title, day = _REPLY.sub("", title or "", count=1) or None, _day(date)
    author = parseaddr(sender or "")[0]
    authors = (author,) if author else ()
    notes = (Warning("attachments", f"not read: {', '.join(names)}"[:500], ()),) if names else ()
    if body is page:
        found = parse_html(text, where)
        return replace(
            found,
            title=title or found.title,
            day=day or found.day,
            authors=found.authors or authors,
            warnings=notes,
        )
    check_text(text, where, source.how.max_chars)
    blocks = _without_signature(text, analyse(text, title))
    return Content(text, blocks, title, day, authors, warnings=notes)


def _without_signature(text: str, blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks, those from the signature on as furniture."""
    signature = _SIGNATURE.search(text)
    if signature is None:
        return blocks
    start = signature.start()
    return [b._replace(kind="furniture") if b.start >= start else b for b in blocks]


def _part(message: EmailMessage, kind: str) -> str | None:
    part = message.get_body(preferencelist=(kind,))
    payload = None if part is None else part.get_payload(decode=True)
    if part is None or not isinstance(payload, bytes):
        return None
    told = part.get_content_charset("us-ascii")
    # Many write UTF-8 and do not say so.
    for name in ("utf-8" if told == "us-ascii" else told, told):
        if (text := as_declared(payload, name)) is not None:
            return text
    if is_charset(told):
        with suppress(LookupError):
            return payload.decode(told, "replace")
    return payload.decode("utf-8", "replace")


def _head(message: EmailMessage, name: str) -> str | None:
    value = message.get(name)
    return " ".join(str(value).split()) or None if value is not None else None


def _day(date: str | None) -> str | None:
    """The day in the sender's own zone."""
    try:
        return parsedate_to_datetime(date).date().isoformat() if date else None
    except (ValueError, OverflowError):
        return date
