"""Bytes to text, and what a reader should know of how that went."""

from __future__ import annotations

import codecs
import re
from contextlib import suppress

from briefkit.errors import UnreadableError, UsageError
from briefkit.schema import Warning

# The longer marks first: that of UTF-32 begins like that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What Python's decoders read as text but no text file holds: C0 without tab, line ends, form
# feed, backspace, bell, escape (terminal output) and the end mark of old DOS files.
_BINARY = re.compile(r"[\x00-\x06\x0e-\x19\x1c-\x1f]")
_DECLARED = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?([\w.:-]+)", re.I
)
# Codecs of Python that are no character sets; one of them takes the square of the length.
_NO_CHARSET = frozenset({"idna", "punycode", "raw-unicode-escape", "unicode-escape", "undefined"})
# What browsers read for them: most pages that name these hold the marks of Windows.
_AS_BROWSERS = {"iso8859-1": "cp1252", "ascii": "cp1252"}
_SURE = 65_536  # characters from which it is judged whether a file is text


def decode(
    data: bytes,
    where: str,
    encoding: str | None = None,
    *,
    html: bool = False,
    max_chars: int | None = None,
) -> tuple[str, tuple[Warning, ...]]:
    r"""The text of a file: without byte-order mark, with `\n` line ends.

    UTF-8 first; else the byte-order mark; else, for HTML, what the page declares; else UTF-8 with
    fewer broken bytes than letters beyond ASCII; else a guess.
    All but UTF-8 is said in a warning. Raises UnreadableError for what is no text or has more than
    `max_chars` characters.
    """
    text, used = _decode(data, where, encoding, html)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    check_text(text, where, max_chars)
    if encoding or used is None:
        return text, ()
    return text, (Warning("encoding", f"not UTF-8: {used}", ()),)


# The parser's memory grows with the length of the text; no news article is longer.
MAX_CHARS = 1_000_000
"""What an article's text may have where --max-chars does not say otherwise."""


def too_long(where: str, size: int, limit: int) -> UnreadableError:
    """What to say of a text of `size` characters."""
    return UnreadableError(
        f"{where}: {size:,} characters are more than the {limit:,} that an article may have",
        "give a larger --max-chars, or split the file into its articles",
    )


def check_text(text: str, where: str, max_chars: int | None = None) -> None:
    """Raise UnreadableError for a text that is empty, too long, or only looks like one."""
    if not text.strip():
        raise UnreadableError(f"{where}: empty", "an article needs some text")
    if max_chars is not None and len(text) > max_chars:
        raise too_long(where, len(text), max_chars)
    sample = text[:_SURE]
    if "\x00" in text or len(_BINARY.findall(sample)) > len(sample) // 200:
        raise UnreadableError(f"{where}: not text", "give a plain text, Markdown or HTML file")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise UnreadableError(
            f"{where}: half of a surrogate pair at character {error.start}",
            "the text was cut or written wrongly; write it again as UTF-8",
        ) from error


def _decode(data: bytes, where: str, encoding: str | None, html: bool) -> tuple[str, str | None]:
    """The text, and in words how the encoding was found, None for UTF-8."""
    if encoding is not None:
        return _forced(data, where, encoding), None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = None
    # UTF-16 of English letters is also valid UTF-8: a NUL beside each letter.
    if text is not None and "\x00" not in text:
        return text, None
    if found := next((name for mark, name in _MARKS if data.startswith(mark)), None):
        if cut := _cut(data, found):
            return cut, f"broken {found.upper()}; bad bytes are shown as \ufffd"
        return _forced(data, where, found), f"read as {found.upper()}, as its byte-order mark says"
    declared = _DECLARED.search(data[:4096]) if html else None
    name = declared[1].decode("ascii").lower() if declared else ""
    if (text := as_declared(data, name)) is not None:
        return text, f"read as {name}, as the page says"
    # One broken byte must not make Windows letters of all the others.
    mended = data.decode("utf-8", "replace")
    broken = mended.count("\ufffd")
    others = sum(c > "\x7f" for c in mended) - broken
    if broken and "\x00" not in mended and (name in ("utf-8", "utf8") or others >= broken):
        return mended, "broken UTF-8; bad bytes are shown as \ufffd"
    return _guessed(data, where)


def as_declared(data: bytes, name: str) -> str | None:
    """Data in the character set that they name, as browsers read it; None where they are not."""
    if not is_charset(name):
        return None
    for each in (_AS_BROWSERS.get(codecs.lookup(name).name, name), name):
        with suppress(LookupError, UnicodeError):
            return data.decode(each)
    return None


def check_encoding(name: str) -> None:
    """Raise UsageError for what Python cannot decode text with."""
    with suppress(UnicodeError):
        try:
            b" ".decode(name)
        except LookupError as error:
            raise UsageError(
                f"unknown encoding {name!r}", "examples: utf-8, utf-16, cp1252, latin-1, shift_jis"
            ) from error


def is_charset(name: str) -> bool:
    """Whether Python knows a character set of this name."""
    try:
        return codecs.lookup(name).name not in _NO_CHARSET
    except (LookupError, ValueError):
        return False


def _cut(data: bytes, encoding: str) -> str | None:
    """The text of data that end within a letter."""
    text = data.decode(encoding, "replace")
    return text if text.find("\ufffd") == len(text) - 1 else None


def _forced(data: bytes, where: str, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeError as error:
        raise UnreadableError(
            f"{where}: cannot be decoded as {encoding}: {error}", "give another --encoding"
        ) from error


def _guessed(data: bytes, where: str) -> tuple[str, str]:
    # Needed for few files, and slow to import.
    from charset_normalizer import from_bytes

    matches = from_bytes(data)
    best = matches.best()
    if best is None:
        raise UnreadableError(
            f"{where}: not text, or in an encoding that could not be detected",
            "give --encoding if it is text",
        )
    # Of encodings that make equally good sense of these bytes, the usual one for English.
    good = {name for m in matches if m.chaos <= best.chaos for name in m.could_be_from_charset}
    name = next((usual for usual in ("cp1252", "latin_1") if usual in good), best.encoding)
    return data.decode(name), f"read as {name}, which is a guess; give --encoding if it is wrong"
